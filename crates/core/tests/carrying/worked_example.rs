//! The worked example of 2025-26: Rosewood House four years after the worked example of 2021-22, made by carrying that one over.
//!
//! What the home decided, and when, is in `worked_example.json`. The words are those that the edition gives as Rosewood
//! House's answers, where the list has no others. After a change of either, or of the first example,
//! `WRITE_EXAMPLE=1 cargo test -p standards-met-core --test carrying worked` writes the file anew.

use super::*;
use serde::{Deserialize, Serialize};
use serde_json::ser::PrettyFormatter;
use standards_met_core::assessment::{Status, YesNoUnsure};
use standards_met_core::catalogue::{AnswerKind, EvidenceItem};
use standards_met_core::exchange::{APP, FORMAT, ImportWarning, VERSION};
use std::collections::BTreeMap;
use std::path::Path;

const FILE: &str = "../../public/example-2025-26.json";

/// What the home decided.
#[derive(Deserialize)]
struct Script {
    id: Id,
    today: Date,
    created_at: Timestamp,
    carried_at: Timestamp,
    exported_at: Timestamp,
    interview: Vec<(String, YesNoUnsure)>,
    items: Vec<Decision>,
}

/// What it decided on one question.
#[derive(Deserialize)]
struct Decision {
    item: ItemId,
    /// What becomes of last year's answer. `None` for a new question.
    choice: Option<CarryOverChoice>,
    /// When it was answered or confirmed. `None` while it waits.
    at: Option<Timestamp>,
    /// Whether last year's answer is confirmed as it came.
    #[serde(default)]
    as_carried: bool,
    judgement: Option<Judgement>,
    /// `None` for the edition's own example.
    text: Option<String>,
    /// `None` where the documents stay as they came.
    evidence: Option<Vec<Evidence>>,
    #[serde(default)]
    actions: Vec<Action>,
}

/// The file, with its fields in the order in which a person reads them.
#[derive(Serialize)]
struct File<'a> {
    format: &'a str,
    version: u32,
    app: &'a str,
    exported_at: Timestamp,
    edition: &'a str,
    assessment: &'a Assessment,
}

fn newer() -> Arc<Edition> {
    let text = include_str!("../../../../public/editions/dspt-social-care-2025-26.json");
    Arc::new(Edition::from_text(text).expect("an edition"))
}

fn older_example() -> Document {
    let built_in = Arc::new(Edition::built_in());
    read(include_str!("../../../../public/example.json"), |_| Some(built_in.clone()))
        .expect("it opens")
        .document
}

/// The example as it opens. That the delivered file is the same is a test of its own, so the others hold while it is written.
fn example() -> Document {
    let (edition, script) = (newer(), script());
    let text = text_of(&script, &made(&script));
    let read = read(&text, |name| (name.0 == edition.id).then(|| edition.clone())).expect("it opens");
    // Nobody exported it, so it has no code.
    assert_eq!(read.warnings, [ImportWarning::NoCheckCode]);
    read.document
}

fn script() -> Script {
    serde_json::from_str(include_str!("worked_example.json")).expect("a script")
}

/// What is answered to a question, and nothing of last year's words.
fn answered(item: &EvidenceItem, decision: &Decision, mut response: Response) -> Response {
    let text = decision.text.clone().or_else(|| item.example.clone()).expect("words");
    let is_text = item.kind == AnswerKind::Text;
    (response.answer, response.comments) =
        if is_text { (text, String::new()) } else { (String::new(), text) };
    response.judgement = Some(decision.judgement.unwrap_or(Judgement::Met));
    response.not_applicable_reason = String::new();
    response.suggested = false;
    if let Some(evidence) = &decision.evidence {
        response.evidence.clone_from(evidence);
    }
    response.actions.clone_from(&decision.actions);
    response
}

fn made(script: &Script) -> Assessment {
    let (before, new) = (older_example(), newer());
    let old = &before.edition;
    let organisation = &before.assessment.organisation;
    let mut home = Assessment::new(script.id.clone(), &organisation.name, "", script.created_at);
    home.example = Some(script.today);
    home.begin_from(&CarryOverSource {
        assessment: before.assessment.id.clone(),
        edition: EditionRef::of(old).0,
        title: old.title.clone(),
        year: old.year.clone(),
    });
    home.carry_whole(&before.assessment, script.created_at);
    let minutes =
        |number: usize| Timestamp::from_millis(script.created_at.millis() + number as f64 * 60_000.0);
    for (place, (question, answer)) in script.interview.iter().enumerate() {
        home.tell(&new, question, Some(*answer), minutes(place + 1));
    }
    let mapping = matching(old, &new);
    for decision in &script.items {
        let item = new.item(&decision.item).expect("an item");
        let found = mapping.of(&item.id);
        assert_eq!(found.is_some(), decision.choice.is_some(), "{}: new or not", item.id);
        let Some((found, choice)) = found.zip(decision.choice) else { continue };
        let sources: Vec<&Response> =
            found.from.iter().filter_map(|id| before.assessment.response(id)).collect();
        home.carry(item, old, &sources, &found.from, &[], choice, script.carried_at);
    }
    let mut in_time: Vec<(&Decision, Timestamp)> =
        script.items.iter().filter_map(|one| Some((one, one.at?))).collect();
    in_time.sort_by(|(_, one), (_, other)| one.millis().total_cmp(&other.millis()));
    for (decision, at) in in_time {
        let item = new.item(&decision.item).expect("an item");
        if !decision.as_carried {
            let present = home.response(&item.id).cloned();
            let present = present.unwrap_or_else(|| Response::empty(item.id.clone()));
            home.edit(&item.id, Edit::Restore(Box::new(answered(item, decision, present))), at);
        }
        if home.response(&item.id).is_some_and(Response::awaits_confirmation) {
            home.confirm_carried(&item.id, Timestamp::from_millis(at.millis() + 30_000.0));
        }
    }
    home
}

fn text_of(script: &Script, assessment: &Assessment) -> String {
    let edition = newer();
    let (exported_at, edition) = (script.exported_at, edition.id.as_str());
    let file = File { format: FORMAT, version: VERSION, app: APP, exported_at, edition, assessment };
    let mut bytes = Vec::new();
    let mut writer = serde_json::Serializer::with_formatter(&mut bytes, PrettyFormatter::with_indent(b" "));
    file.serialize(&mut writer).expect("it is written");
    String::from_utf8(bytes).expect("text") + "\n"
}

#[test]
fn the_worked_example_of_2025_26_is_what_carrying_over_and_these_decisions_make() {
    let script = script();
    let made = made(&script);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    if std::env::var_os("WRITE_EXAMPLE").is_some() {
        std::fs::write(&path, text_of(&script, &made)).expect("the file is written");
    }
    let there = std::fs::read_to_string(&path).expect("the file");
    assert!(
        there == text_of(&script, &made),
        "public/example-2025-26.json is to be written anew, as the head of this file says"
    );
}

#[test]
fn the_worked_example_of_2025_26_answers_every_question_and_is_believable_not_perfect() {
    let (edition, example) = (newer(), example().assessment);
    let home = older_example().assessment;
    assert_ne!(example.id, home.id);
    assert_eq!(example.organisation, home.organisation);
    assert_eq!(example.example.map(|day| day.to_string()).as_deref(), Some("2026-03-09"));
    assert!(example.is_untouched_example());
    assert_eq!(example.interview.len(), edition.interview.len());
    assert_eq!(
        (example.told("unsupported"), example.told("breach")),
        (Some(YesNoUnsure::Yes), Some(YesNoUnsure::Yes))
    );
    assert!(edition.items().all(|item| example.response(&item.id).is_some()));
    assert!(example.unknown_items(&edition).is_empty());
    let tally = example.tally(&edition);
    let counts = Status::ALL.map(|status| (status, tally.of(status)));
    let some: Vec<_> = counts.into_iter().filter(|(_, count)| *count > 0).collect();
    assert_eq!(some, [(Status::Met, 40), (Status::ToConfirm, 3), (Status::ActionPlanned, 2)]);
    // A document and an action are told from every other by their identifiers.
    let mut ids = BTreeMap::new();
    for response in &example.responses {
        let documents = response.evidence.iter().map(|one| &one.id);
        for id in documents.chain(response.actions.iter().map(|one| &one.id)) {
            *ids.entry(id.as_str()).or_insert(0) += 1;
        }
    }
    assert!(ids.values().all(|count| *count == 1), "{ids:?}");
}

#[test]
fn the_worked_example_of_2025_26_has_just_the_findings_that_it_shows() {
    let (edition, example) = (newer(), example().assessment);
    let found = findings(&edition, &example, Date::parse("2026-03-09").expect("a day"));
    let found: Vec<String> = found
        .iter()
        .map(|finding| {
            let kind = format!("{:?}", finding.kind);
            format!("{} {}", finding.item, kind.split([' ', '{', '(']).next().unwrap_or_default())
        })
        .collect();
    let expected = ["1.4.3 NotConfirmed", "4.5.4 NotConfirmed", "6.3.2 NotConfirmed", "10.2.1 ActionOverdue"];
    assert_eq!(found, expected);
}

#[test]
fn the_worked_examples_of_both_years_are_one_line_that_reads_sensibly() {
    let (before, now) = (older_example(), example());
    let from = now.assessment.carried_from().expect("it says where it came from");
    assert_eq!((&from.assessment, from.year.as_str()), (&before.assessment.id, "2021-22"));
    assert_eq!(from.edition, EditionRef::of(&before.edition).0);
    let year = |document: &Document| (document.edition.clone(), document.assessment.clone());
    let [(old, then), (new, now)] = [year(&before), year(&now)];
    let compared =
        years(&[Year { edition: &old, assessment: &then }, Year { edition: &new, assessment: &now }]);
    let [step] = compared.steps.as_slice() else { panic!("two years are one step") };
    let named = |changes: &[StatusChange]| -> Vec<String> {
        changes.iter().map(|one| format!("{} {:?} {:?}", one.item, one.before, one.now)).collect()
    };
    assert_eq!(
        named(&step.improved),
        [
            "3.2.1 ActionPlanned Met",
            "1.4.2 ActionPlanned Met",
            "7.2.1 ActionNeeded Met",
            "8.3.5 Incomplete Met",
            "9.5.2 ActionPlanned Met"
        ]
    );
    assert_eq!(named(&step.slipped), ["4.2.4 Met ActionPlanned", "10.2.1 Met ActionPlanned"]);
    assert_eq!(step.new, ["4.3.1", "4.5.3", "7.1.1"].map(id));
    assert_eq!((&step.dropped, &step.undecided, &step.open), (&vec![], &vec![], &vec![]));
    assert!(compared.parts.iter().all(|part| part.years.iter().all(Option::is_some)), "{:?}", compared.parts);
}

#[test]
fn every_answer_of_the_worked_example_of_2021_22_found_its_way_and_says_so() {
    let (before, now) = (older_example(), example());
    let mut found: Vec<ItemId> = Vec::new();
    let mut choices = BTreeMap::new();
    for response in &now.assessment.responses {
        let Some(note) = response.carried() else {
            assert!(["4.3.1", "4.5.3", "7.1.1"].contains(&response.item.as_str()), "{}", response.item);
            continue;
        };
        assert_eq!((note.year.as_str(), &note.edition), ("2021-22", &EditionRef::of(&before.edition).0));
        *choices.entry(note.choice.name()).or_insert(0) += 1;
        found.extend(note.items);
    }
    found.sort();
    let mut asked: Vec<ItemId> = before.edition.items().map(|item| item.id.clone()).collect();
    asked.sort();
    assert_eq!(found, asked, "each once");
    assert_eq!(choices, BTreeMap::from([("carry", 29), ("check", 8), ("leave", 5)]));
}
