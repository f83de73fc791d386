//! The day on which an organisation plans to publish: evidence that will have run out by then is a check, and nothing more.

use proptest::prelude::*;
use standards_met_core::assessment::{
    Assessment, Date, Edit, EvidenceEdit, FindingKind, Id, Judgement, Timestamp, findings, findings_of,
    findings_when_published,
};
use standards_met_core::catalogue::{Edition, ItemId};
use standards_met_core::date_parts::DateEntry;
use standards_met_core::exchange::{Document, read};
use standards_met_core::json::Extra;
use std::sync::Arc;

fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

fn edition() -> Edition {
    Edition::from_text(include_str!("../../../public/editions/dspt-social-care-2025-26.json"))
        .expect("an edition")
}

/// A home that answered yes to these questions with these comments, and plans to publish on a day.
fn home(answers: &[(&str, &str)], publish_on: Option<Date>) -> Assessment {
    let at = Timestamp::parse("2026-11-20T09:00:00Z").expect("a time");
    let mut home = Assessment::new(Id("a".into()), "Home", "", at);
    for (item, comments) in answers {
        let item = ItemId((*item).into());
        home.edit(&item, Edit::Judge(Some(Judgement::Met)), at);
        home.edit(&item, Edit::Comments((*comments).into()), at);
    }
    home.plan_to_publish(DateEntry::Date(publish_on), at);
    home
}

fn document(home: &mut Assessment, item: &str, name: &str, approved: &str) {
    let item = ItemId(item.into());
    for edit in [
        EvidenceEdit::Title(name.into()),
        EvidenceEdit::Location("Office".into()),
        EvidenceEdit::ApprovedOn(Some(day(approved))),
    ] {
        home.edit(&item, Edit::Evidence(Id(name.into()), edit), Timestamp::default());
    }
}

const TODAY: &str = "2026-11-28";

fn runs_out(home: &Assessment) -> Vec<String> {
    let found = findings_when_published(&edition(), home, day(TODAY));
    found.into_iter().map(|finding| finding.item.0).collect()
}

#[test]
fn what_is_recent_enough_today_and_not_on_the_day_is_found() {
    let trained = [("3.2.1", "38 of 40 people (95%), by 3 February 2026.")];
    let found =
        |publish_on: Option<&str>| findings(&edition(), &home(&trained, publish_on.map(day)), day(TODAY));
    let kinds: Vec<FindingKind> = found(Some("2027-05-12")).into_iter().map(|finding| finding.kind).collect();
    assert_eq!(
        kinds,
        [FindingKind::OutOfDateWhenPublished {
            newest: day("2026-02-03"),
            months: 12,
            limit: day("2026-05-12"),
            publish_on: day("2027-05-12"),
        }]
    );
    // Without a day, on the last day that counts, and with a day that is past, there is nothing to say.
    for publish_on in [None, Some(TODAY), Some("2027-02-03"), Some("2026-11-27")] {
        assert_eq!(found(publish_on), [], "{publish_on:?}");
    }
    assert_eq!(found(Some("2027-02-04")).len(), 1);
}

#[test]
fn what_is_too_old_today_is_found_as_it_was() {
    for publish_on in [None, Some("2027-05-12")] {
        let home = home(&[("3.2.1", "95%, by 3 February 2025.")], publish_on.map(day));
        let found = findings(&edition(), &home, day(TODAY));
        assert!(
            matches!(found.as_slice(), [one] if matches!(one.kind, FindingKind::OutOfDate { .. })),
            "{found:?}"
        );
        assert_eq!(runs_out(&home), [""; 0]);
    }
}

#[test]
fn each_document_of_a_list_has_to_last_and_one_of_a_tick_is_enough() {
    let mut home = home(&[("1.1.2", ""), ("1.3.2", "")], Some(day("2027-05-12")));
    for item in ["1.1.2", "1.3.2"] {
        document(&mut home, item, "Of spring", "2026-03-01");
        assert!(runs_out(&home).contains(&item.to_owned()), "{item}");
        document(&mut home, item, "Of autumn", "2026-10-01");
    }
    assert_eq!(runs_out(&home), ["1.1.2"]);
    // Three years are three years.
    let mut policies = self::home(&[("1.3.1", "")], Some(day("2027-05-12")));
    document(&mut policies, "1.3.1", "Policy", "2024-05-12");
    assert_eq!(runs_out(&policies), [""; 0]);
    document(&mut policies, "1.3.1", "Policy", "2024-05-11");
    assert_eq!(runs_out(&policies), ["1.3.1"]);
}

#[test]
fn a_day_that_is_named_for_later_is_no_evidence() {
    let home = home(
        &[("1.3.2", "Spot check on 4 February 2026, the next on 4 April 2027.")],
        Some(day("2027-05-12")),
    );
    assert_eq!(runs_out(&home), ["1.3.2"]);
}

#[test]
fn what_has_to_be_since_or_by_a_day_does_not_depend_on_it() {
    let edition = Edition::built_in();
    let answers = [("3.1.1", "Done on 3 February 2022"), ("1.2.4", "In place on 1 September 2021")];
    let home = home(&answers, Some(day("2027-05-12")));
    assert_eq!(findings(&edition, &home, day("2022-03-14")), []);
}

#[test]
fn a_question_stays_done_and_what_was_explained_is_dealt_with() {
    let edition = edition();
    let mut planned = home(&[("3.2.1", "95%, by 3 February 2026.")], Some(day("2027-05-12")));
    let without = home(&[("3.2.1", "95%, by 3 February 2026.")], None);
    assert_eq!(runs_out(&planned), ["3.2.1"]);
    assert_eq!(planned.tally(&edition), without.tally(&edition));
    let item = edition.item(&ItemId("3.2.1".into())).expect("an item");
    assert_eq!(planned.missing(&edition, item), []);
    planned.edit(&item.id, Edit::Explain("It is renewed in April".into()), Timestamp::default());
    assert_eq!(runs_out(&planned), [""; 0]);
    assert_eq!(findings(&edition, &planned, day(TODAY)), []);
}

#[test]
fn the_worked_example_looks_ahead_from_its_own_day() {
    let mut example = home(&[("3.2.1", "95%, by 3 February 2022.")], Some(day("2022-05-12")));
    example.example = Some(day("2022-03-14"));
    let today = example.today(day(TODAY));
    assert_eq!(findings_when_published(&edition(), &example, today), []);
    example.plan_to_publish(DateEntry::Date(Some(day("2023-02-04"))), Timestamp::default());
    assert_eq!(findings_when_published(&edition(), &example, today).len(), 1);
}

#[test]
fn it_is_no_answer_and_a_copy_for_review_has_it() {
    let answers = [("3.2.1", "95%, by 3 February 2026.")];
    let (mut planned, without) = (home(&answers, Some(day("2027-05-12"))), home(&answers, None));
    let exported = |assessment: &Assessment| {
        let document =
            Document { edition: Arc::new(edition()), assessment: assessment.clone(), extra: Extra::new() };
        let text = document.to_export(Timestamp::default()).0;
        read(&text, |_| None).expect("it opens")
    };
    let file = exported(&planned);
    assert_eq!(file.document.assessment, planned);
    assert_eq!(file.check_code, exported(&without).check_code);
    planned.begin_review(Id("c0py".into()));
    assert_eq!(planned.publish_on, Some(day("2027-05-12")));
}

mod properties {
    use super::*;

    proptest! {
        /// The later the day, the more has run out by then.
        #[test]
        fn a_later_day_takes_no_check_away(
            done in proptest::collection::vec(-1200..200_i32, 6), from in 0..800_i32, later in 0..800_i32,
        ) {
            let on = |days: i32| day(TODAY).plus_days(days);
            let ids = ["3.1.1", "3.2.1", "1.3.1", "1.3.2", "1.4.2", "7.2.1"];
            let said: Vec<String> = done.iter().map(|days| format!("Done on {}", on(*days).in_words())).collect();
            let answers: Vec<(&str, &str)> = ids.into_iter().zip(said.iter().map(String::as_str)).collect();
            let (sooner, moved) = (home(&answers, Some(on(from))), home(&answers, Some(on(from + later))));
            let moved = runs_out(&moved);
            for item in runs_out(&sooner) {
                prop_assert!(moved.contains(&item), "{item}");
            }
        }

        /// Whatever has run out by then is among all findings, of the assessment and of its item, and in their order.
        #[test]
        fn each_is_among_all_findings(done in proptest::collection::vec(-1200..200_i32, 3), from in -50..800_i32) {
            let edition = edition();
            let on = |days: i32| day(TODAY).plus_days(days);
            let said: Vec<String> = done.iter().map(|days| format!("Done on {}", on(*days).in_words())).collect();
            let answers: Vec<(&str, &str)> =
                ["3.1.1", "1.3.1", "1.3.2"].into_iter().zip(said.iter().map(String::as_str)).collect();
            let home = home(&answers, Some(on(from)));
            let mut all = findings(&edition, &home, day(TODAY));
            all.retain(|finding| matches!(finding.kind, FindingKind::OutOfDateWhenPublished { .. }));
            let ahead = findings_when_published(&edition, &home, day(TODAY));
            prop_assert_eq!(&all, &ahead);
            for finding in ahead {
                prop_assert!(findings_of(&edition, &home, &finding.item, day(TODAY)).contains(&finding));
            }
        }
    }
}
