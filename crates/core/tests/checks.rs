//! What the checks find, and what they leave alone: each check and each rule of the edition, true and false.

use standards_met_core::assessment::{
    ActionEdit, Assessment, Date, Edit, EvidenceEdit, FindingKind, Id, Judgement, PersonalData, Timestamp,
    YesNoUnsure, findings,
};
use standards_met_core::catalogue::{Edition, ItemId};

fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

fn met() -> Edit {
    Edit::Judge(Some(Judgement::Met))
}

fn not_applicable() -> Edit {
    Edit::Judge(Some(Judgement::NotApplicable))
}

fn not_yet() -> Edit {
    Edit::Judge(Some(Judgement::NotYet))
}

fn approved(name: &str, on: &str) -> [Edit; 3] {
    let edit = |edit| Edit::Evidence(Id(name.into()), edit);
    [
        edit(EvidenceEdit::Title(name.into())),
        edit(EvidenceEdit::Location("Office".into())),
        edit(EvidenceEdit::ApprovedOn(Some(day(on)))),
    ]
}

fn action(edit: ActionEdit) -> Edit {
    Edit::Action(Id("a".into()), edit)
}

/// What is found on 14 March 2022 when these edits were made and these questions answered with these words.
fn found(told: &[(&str, YesNoUnsure)], edits: Vec<(&str, Edit)>) -> Vec<(String, FindingKind)> {
    let edition = Edition::built_in();
    let at = Timestamp::default();
    let mut assessment = Assessment::new(Id("a".into()), "Home", "", at);
    for (question, answer) in told {
        assessment.tell(&edition, question, Some(*answer), at);
    }
    for (item, edit) in edits {
        assessment.edit(&ItemId(item.into()), edit, at);
    }
    let found = findings(&edition, &assessment, day("2022-03-14"));
    found.into_iter().map(|finding| (finding.item.0, finding.kind)).collect()
}

fn contradiction(first: (&str, Edit), second: (&str, Edit), expected: Option<(&str, &str)>) {
    let found = found(&[], vec![first.clone(), second.clone()]);
    let named = found.iter().find_map(|(item, kind)| match kind {
        FindingKind::Contradicts { other, .. } => Some((item.as_str(), other.as_str())),
        _ => None,
    });
    assert_eq!(named, expected, "{first:?} {second:?}");
}

#[test]
fn unsupported_software_and_its_document_have_to_agree() {
    contradiction(("8.1.4", not_yet()), ("8.2.1", not_applicable()), Some(("8.2.1", "8.1.4")));
    contradiction(("8.1.4", not_applicable()), ("8.2.1", met()), Some(("8.2.1", "8.1.4")));
    contradiction(("8.1.4", met()), ("8.2.1", not_applicable()), None);
    contradiction(("8.1.4", met()), ("8.2.1", met()), None);
}

#[test]
fn answers_about_breaches_have_to_agree() {
    contradiction(("5.1.1", not_applicable()), ("6.1.3", met()), Some(("6.1.3", "5.1.1")));
    contradiction(("5.1.1", not_applicable()), ("6.1.4", not_yet()), Some(("6.1.4", "5.1.1")));
    contradiction(("6.1.3", not_applicable()), ("6.1.4", met()), Some(("6.1.4", "6.1.3")));
    contradiction(("5.1.1", met()), ("6.1.3", not_applicable()), None);
    contradiction(("6.1.3", met()), ("6.1.4", not_applicable()), None);
}

#[test]
fn backups_and_destruction_have_to_agree() {
    contradiction(("7.3.1", not_applicable()), ("7.3.4", met()), Some(("7.3.4", "7.3.1")));
    contradiction(("7.3.1", met()), ("7.3.4", not_applicable()), Some(("7.3.4", "7.3.1")));
    contradiction(("1.4.3", not_applicable()), ("1.7.2", not_applicable()), Some(("1.7.2", "1.4.3")));
    contradiction(("1.4.3", not_applicable()), ("1.7.2", met()), None);
}

#[test]
fn not_applicable_and_the_interview_have_to_agree() {
    let conflict = |told: YesNoUnsure, edit: Edit| found(&[("breach", told)], vec![("6.1.3", edit)]);
    let question = Edition::built_in().interview_question("breach").expect("it is asked").question.clone();
    // What somebody was not sure of has to be found out before an item does not apply.
    let unsure = FindingKind::UnsureByInterview { question: question.clone() };
    assert_eq!(conflict(YesNoUnsure::NotSure, not_applicable()), [("6.1.3".to_owned(), unsure)]);
    let applies = FindingKind::AppliesByInterview { question };
    assert_eq!(conflict(YesNoUnsure::Yes, not_applicable()), [("6.1.3".to_owned(), applies)]);
    assert_eq!(
        conflict(YesNoUnsure::No, met()),
        [("6.1.3".to_owned(), FindingKind::DoesNotApplyByInterview)]
    );
    // Their printed conditions are wider than the question.
    for (question, item) in [("breach", "6.1.4"), ("portable", "9.5.2")] {
        assert_eq!(found(&[(question, YesNoUnsure::Yes)], vec![(item, not_applicable())]), []);
    }
    for (told, edit) in
        [(YesNoUnsure::No, not_applicable()), (YesNoUnsure::Yes, met()), (YesNoUnsure::NotSure, met())]
    {
        assert_eq!(conflict(told, edit), []);
    }
}

fn dated(item: &str, edits: Vec<Edit>, expected: Option<(&str, &str)>) {
    let edits = std::iter::once(met()).chain(edits).map(|edit| (item, edit)).collect();
    let found = found(&[], edits);
    let out = found.iter().find_map(|(_, kind)| match kind {
        FindingKind::OutOfDate { newest, limit, .. } => Some((newest.to_string(), limit.to_string())),
        _ => None,
    });
    let out = out.as_ref().map(|(newest, limit)| (newest.as_str(), limit.as_str()));
    assert_eq!(out, expected, "{item}");
}

#[test]
fn what_has_to_be_since_a_day_is_found_when_it_is_older() {
    dated("1.1.2", approved("IAR", "2021-06-30").into(), Some(("2021-06-30", "2021-07-01")));
    dated("1.1.2", approved("IAR", "2021-07-01").into(), None);
    let both = [approved("IAR", "2021-08-01"), approved("ROPA", "2020-01-01")].concat();
    dated("1.1.2", both, Some(("2020-01-01", "2021-07-01")));
    dated("7.2.1", vec![Edit::Answer("Tried out on 3 May 2021.".into())], Some(("2021-05-03", "2021-07-01")));
    dated("7.2.1", vec![Edit::Answer("Tried out in May 2021 and again in July 2021.".into())], None);
    dated("7.2.1", vec![Edit::Answer("We try it out.".into())], None);
    dated("3.1.1", vec![Edit::Comments("Done 1/6/21".into())], Some(("2021-06-01", "2021-07-01")));
    dated("3.2.1", vec![Edit::Comments("By 28 February 2022".into())], None);
    dated(
        "1.7.2",
        vec![Edit::Comments("Contract of 4 April 2019".into())],
        Some(("2019-04-04", "2021-07-01")),
    );
}

#[test]
fn what_has_to_be_within_twelve_months_is_found_when_it_is_older() {
    dated("1.3.1", approved("Policy", "2021-03-13").into(), Some(("2021-03-13", "2021-03-14")));
    dated("1.3.1", approved("Policy", "2021-03-14").into(), None);
    dated(
        "7.3.4",
        vec![Edit::Comments("Restored last in January 2021".into())],
        Some(("2021-01-31", "2021-03-14")),
    );
    dated("1.3.2", vec![Edit::Comments("Spot check on 2 February 2022".into())], None);
    dated("7.3.4", vec![Edit::Comments("Tested in March 2022; before that in February 2021".into())], None);
    dated("1.3.1", vec![Edit::Comments("See also 1.3.12.".into())], None);
    // An old policy does not hide a new test.
    let policy = approved("Backup policy", "2020-05-01").to_vec();
    dated("7.3.4", [policy, vec![Edit::Comments("Restored on 2 February 2022".into())]].concat(), None);
    dated("1.1.2", vec![Edit::Comments("Begun in March 2019, approved 4 October 2021".into())], None);
}

#[test]
fn what_had_to_be_by_a_day_is_found_when_it_is_later() {
    dated("1.2.4", approved("Policy", "2021-10-01").into(), Some(("2021-10-01", "2021-09-30")));
    dated("1.2.4", approved("Policy", "2021-09-30").into(), None);
}

#[test]
fn an_item_without_a_rule_or_not_met_may_be_of_any_date() {
    dated("1.2.1", approved("Notice", "2001-01-01").into(), None);
    let not_met = approved("IAR", "2001-01-01").map(|edit| ("1.1.2", edit)).into_iter();
    assert_eq!(found(&[], not_met.chain([("1.1.2", not_yet())]).collect()), []);
}

#[test]
fn a_day_to_come_cannot_have_been() {
    let document = approved("Notice", "2022-03-15").map(|edit| ("1.2.1", edit)).to_vec();
    assert_eq!(
        found(&[], document),
        [("1.2.1".to_owned(), FindingKind::InTheFuture { day: day("2022-03-15") })]
    );
    assert_eq!(found(&[], approved("Notice", "2022-03-14").map(|edit| ("1.2.1", edit)).to_vec()), []);
}

#[test]
fn a_document_needs_a_place() {
    let title = Edit::Evidence(Id("d".into()), EvidenceEdit::Title("Notice".into()));
    let place = Edit::Evidence(Id("d".into()), EvidenceEdit::Location("Office".into()));
    let lacks = FindingKind::DocumentWithoutLocation { title: "Notice".into() };
    assert_eq!(found(&[], vec![("1.2.1", title.clone())]), [("1.2.1".to_owned(), lacks)]);
    assert_eq!(found(&[], vec![("1.2.1", title), ("1.2.1", place)]), []);
}

#[test]
fn an_action_needs_somebody_and_a_day_and_is_due_once() {
    let what = || "Write it".to_owned();
    let kinds = |edits: Vec<ActionEdit>| -> Vec<FindingKind> {
        let edits = edits.into_iter().map(|edit| ("2.1.1", action(edit))).collect();
        found(&[], edits).into_iter().map(|(_, kind)| kind).collect()
    };
    let said = ActionEdit::What(what());
    let owner = ActionEdit::Owner("Priya".into());
    let due = |text: &str| ActionEdit::Due(Some(day(text)));
    assert_eq!(
        kinds(vec![said.clone()]),
        [FindingKind::ActionWithoutOwner { what: what() }, FindingKind::ActionWithoutDate { what: what() }]
    );
    let late = FindingKind::ActionOverdue { what: what(), due: day("2022-03-13") };
    assert_eq!(kinds(vec![said.clone(), owner.clone(), due("2022-03-13")]), [late]);
    assert_eq!(kinds(vec![said.clone(), owner.clone(), due("2022-03-14")]), []);
    let done = ActionEdit::Done(Some(day("2022-03-14")));
    assert_eq!(kinds(vec![said, owner, due("2022-03-13"), done]), []);
}

#[test]
fn met_and_not_applicable_do_not_go_together() {
    for (text, expected) in [
        ("Not applicable", true),
        ("This is not applicable to us", true),
        ("n/a", true),
        ("All applicable", false),
    ] {
        let found = found(&[], vec![("2.1.1", met()), ("2.1.1", Edit::Comments(text.into()))]);
        let expected =
            if expected { vec![("2.1.1".to_owned(), FindingKind::SaysNotApplicable)] } else { vec![] };
        assert_eq!(found, expected, "{text}");
    }
    assert_eq!(
        found(&[], vec![("4.1.2", not_applicable()), ("4.1.2", Edit::Comments("Not applicable".into()))]),
        []
    );
}

#[test]
fn each_private_thing_is_found_once_wherever_it_is_typed() {
    let number = "943 476 5919";
    for edit in [
        Edit::Answer(number.into()),
        Edit::Comments(number.into()),
        Edit::Reason(number.into()),
        Edit::Evidence(Id("d".into()), EvidenceEdit::Location(number.into())),
    ] {
        let found = found(&[], vec![("1.1.5", edit.clone()), ("1.1.5", edit.clone())]);
        assert_eq!(found, [("1.1.5".to_owned(), FindingKind::Private(PersonalData::NhsNumber))], "{edit:?}");
    }
    let twice = vec![("1.1.5", Edit::Answer(number.into())), ("1.1.5", Edit::Comments(number.into()))];
    assert_eq!(found(&[], twice).len(), 1);
}

#[test]
fn the_worked_example_has_just_the_findings_that_it_shows() {
    let built_in = std::sync::Arc::new(Edition::built_in());
    let text = include_str!("../../../public/example.json");
    let read = standards_met_core::exchange::read(text, |_| Some(built_in.clone())).expect("it opens");
    let found = findings(&built_in, &read.document.assessment, day("2022-03-14"));
    let found: Vec<String> =
        found.iter().map(|finding| format!("{} {:?}", finding.item, finding.kind)).collect();
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found.iter().all(|finding| finding.starts_with("7.2.1 ActionWithout")), "{found:#?}");
}
