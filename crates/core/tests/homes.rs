//! Many homes in one table: the same table in whatever order the files come, kept and read again, sorted, filtered, and
//! written for a spreadsheet.

mod common;

use common::memory::Memory;
use common::{answer, answered, assessment, built_in, document, export, home, later, now};
use proptest::prelude::*;
use serde_json::{Value, json};
use standards_met_core::assessment::homes::{
    AddEffect, Homes, HomesFilter, HomesQuery, HomesSort, HomesTableError, SourceFile, Summary,
};
use standards_met_core::assessment::{
    ActionEdit, Date, Edit, Id, Judgement, ReviewEdit, Reviewer, Status, Subject, Verdict,
};
use standards_met_core::catalogue::{Edition, ItemId};
use standards_met_core::exchange::{
    CsvWords, Document, ImportError, across_csv, homes_csv, read_bytes, read_bytes_of_many,
};
use standards_met_core::storage::Store;
use standards_met_core::storage::homes_table;
use standards_met_core::storage::{HOMES, LIMIT, forget_aside, reconcile};
use std::sync::Arc;

fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

fn today() -> Date {
    day("2026-11-23")
}

fn item(number: &str) -> ItemId {
    ItemId(number.into())
}

/// A summary as of the file of this name, which stands for its check code too.
fn summary(document: &Document, file: &str) -> Summary {
    let origin = SourceFile {
        file: file.into(),
        size: 1000,
        check_code: format!("code of {file}"),
        altered: false,
        read_on: today(),
    };
    Summary::of(&document.edition, &document.assessment, origin)
}

fn table(summaries: &[Summary]) -> Homes {
    let edition = Edition::built_in();
    let mut homes = Homes::default();
    for summary in summaries {
        homes.add(&edition, summary.clone());
    }
    homes
}

/// The names of the homes in the order in which they are shown.
fn names(homes: &Homes, query: &HomesQuery) -> String {
    let rows = homes.rows(query, today());
    rows.iter().map(|home| home.shown.name.as_str()).collect::<Vec<_>>().join(" ")
}

fn not_yet(document: &mut Document, number: &str, due: &str) {
    let action = |edit| Edit::Action(Id("a".into()), edit);
    for edit in [
        Edit::Judge(Some(Judgement::NotYet)),
        action(ActionEdit::What("Write it".into())),
        action(ActionEdit::Owner("Priya".into())),
        action(ActionEdit::Due(Date::parse(due))),
    ] {
        document.assessment.edit(&item(number), edit, now());
    }
}

fn review(document: &mut Document, second: f64) {
    let mut copy = document.assessment.clone();
    copy.begin_review(Id("c0py".into()));
    let asha = Reviewer { name: "Asha Patel".into(), organisation: "North Support".into() };
    let agreed = ReviewEdit::Verdict(Some(Verdict::Agreed));
    let on = Subject::Item(item("1.1.5"));
    copy.remark(&document.edition, &on, &asha, Id("r1".into()), agreed, later(second));
    document.assessment = copy.as_sent();
}

#[test]
fn a_summary_says_how_far_a_home_is_and_nothing_that_was_answered() {
    let mut home = answered();
    not_yet(&mut home, "4.1.1", "2026-11-01");
    let one = summary(&home, "a.json");
    assert_eq!((one.statuses.len(), one.tally().total(), one.tally().started()), (43, 43, 2));
    assert_eq!((one.open, one.overdue(today()), one.overdue(day("2026-11-01"))), (1, 1, 0));
    assert!(one.findings > 0, "an overdue action is a thing to look at");
    let outline = table(std::slice::from_ref(&one));
    let outline = outline.outline_of(&one).expect("an edition");
    let parts: Vec<(u8, usize)> =
        one.parts(outline).iter().map(|(number, tally)| (*number, tally.total())).collect();
    assert_eq!(parts, [(1, 7), (2, 12), (3, 8), (4, 16)]);
    let text = table(&[one]).write();
    for given in ["Helen", "Write it", "Priya"] {
        assert!(!text.contains(given), "“{given}” is kept");
    }
}

#[test]
fn what_changed_since_the_last_review_is_counted() {
    let mut home = answered();
    assert_eq!(summary(&home, "a").reviewed, None);
    review(&mut home, 10.0);
    let reviewed = |home: &Document| summary(home, "a").reviewed.map(|one| (one.by, one.changed));
    assert_eq!(reviewed(&home), Some(("Asha Patel".into(), 0)));
    answer(&mut home, "1.1.5", "Somebody else", later(20.0));
    assert_eq!(reviewed(&home), Some(("Asha Patel".into(), 1)));
    answer(&mut home, "3.1.1", "Answered only now", later(30.0));
    assert_eq!(reviewed(&home), Some(("Asha Patel".into(), 2)));
    answer(&mut home, "1.1.5", "Helen, the manager", later(40.0));
    assert_eq!(reviewed(&home), Some(("Asha Patel".into(), 1)), "an answer that is as it was is no change");
}

#[test]
fn files_of_one_home_are_put_together_in_whatever_order_they_come() {
    let older = answered();
    let mut newer = answered();
    answer(&mut newer, "2.1.1", "Since then", later(60.0));
    let files = [
        summary(&older, "older.json"),
        summary(&newer, "newer.json"),
        // The same once more, exported at another moment.
        summary(&newer, "second.json"),
        summary(&home("e1ms", "The Elms"), "elms.json"),
    ];
    let expected = table(&files);
    assert_eq!(expected.len(), 2);
    let rosewood = expected.find(&Id("k3m9".into())).expect("it is there");
    assert_eq!(rosewood.shown.origin.file, "newer.json");
    let earlier: Vec<&str> = rosewood.earlier.iter().map(|one| one.origin.file.as_str()).collect();
    assert_eq!(earlier, ["older.json"]);
    let mut orders = 0;
    for a in 0..4 {
        for b in (0..4).filter(|b| *b != a) {
            for c in (0..4).filter(|c| *c != a && *c != b) {
                let d = 6 - a - b - c;
                let order = [a, b, c, d].map(|place| files[place].clone());
                assert_eq!(table(&order), expected, "in the order {a} {b} {c} {d}");
                orders += 1;
            }
        }
    }
    assert_eq!(orders, 24);
    let mut both = table(&files[..2]);
    both.take_in(table(&files[1..]));
    assert_eq!(both, expected);
}

#[test]
fn duplicates_and_versions_are_told() {
    let older = answered();
    let mut newer = answered();
    answer(&mut newer, "2.1.1", "Since then", later(60.0));
    let edition = Edition::built_in();
    let mut homes = Homes::default();
    let mut add = |document: &Document, file: &str| homes.add(&edition, summary(document, file)).how;
    assert_eq!(add(&older, "a.json"), AddEffect::New);
    assert_eq!(add(&newer, "b.json"), AddEffect::Newer);
    assert_eq!(add(&newer, "c.json"), AddEffect::Duplicate("b.json".into()));
    assert_eq!(add(&newer, "b.json"), AddEffect::Known);
    let mut oldest = home("k3m9", "Rosewood House");
    oldest.assessment.edited_at = later(-60.0);
    assert_eq!(add(&oldest, "d.json"), AddEffect::Earlier);
    // The code under which a duplicate can be opened is that of the file that stays.
    let again = homes.add(&edition, summary(&newer, "c.json"));
    assert_eq!((again.check_code.as_str(), again.name.as_str()), ("code of b.json", "Rosewood House"));
}

#[test]
fn what_was_changed_by_hand_is_another_version_and_a_later_look_replaces_the_findings() {
    let home = answered();
    let mut altered = summary(&home, "b.json");
    altered.origin.altered = true;
    let mut homes = table(&[summary(&home, "a.json"), altered]);
    assert_eq!(homes.find(&Id("k3m9".into())).map(|home| home.earlier.len()), Some(1));
    let mut later = summary(&home, "z.json");
    later.origin.read_on = day("2026-12-24");
    later.findings = 7;
    homes.add(&home.edition, later);
    let all = homes.find(&Id("k3m9".into())).expect("it is there");
    let found: Vec<usize> = std::iter::once(all.shown).chain(all.earlier).map(|one| one.findings).collect();
    assert!(found.contains(&7) && found.len() == 2, "{found:?}");
}

#[test]
fn a_table_is_read_as_it_was_written_and_what_is_unknown_is_left_out() {
    let mut reviewed = answered();
    review(&mut reviewed, 10.0);
    not_yet(&mut reviewed, "4.1.1", "2026-11-01");
    let homes = table(&[summary(&reviewed, "a.json"), summary(&home("e1ms", "Tŷ Gwyn"), "b.json")]);
    let text = homes.write();
    assert!(text.is_ascii());
    assert_eq!(Homes::read(&text), Ok(homes.clone()));
    let mut more: Value = serde_json::from_str(&text).expect("JSON");
    more["new"] = json!([1, { "a": null }]);
    more["editions"][0]["new"] = json!(true);
    more["editions"][0]["homes"][0]["new"] = json!("x");
    assert_eq!(Homes::read(&more.to_string()), Ok(homes));
    assert_eq!(Homes::read(&Homes::default().write()), Ok(Homes::default()));
}

#[test]
fn a_damaged_table_is_an_error_and_no_panic() {
    let whole: Value = serde_json::from_str(&table(&[summary(&answered(), "a.json")]).write()).expect("JSON");
    let with = |pointer: &str, wrong: Value| {
        let mut broken = whole.clone();
        *broken.pointer_mut(pointer).expect(pointer) = wrong;
        Homes::read(&broken.to_string())
    };
    for text in ["", "{", "[]", "null", "{\"format\":\"standards-met/homes\"}"] {
        assert_eq!(Homes::read(text), Err(HomesTableError::Broken), "{text}");
    }
    assert_eq!(with("/version", json!(2)), Err(HomesTableError::Newer));
    for (pointer, wrong) in [
        ("/format", json!("standards-met/kept")),
        ("/version", json!("1")),
        ("/editions", json!({})),
        ("/editions/0/edition", json!(1)),
        ("/editions/0/homes/0/id", json!("a/b")),
        ("/editions/0/homes/0/standings", json!("MNX")),
        ("/editions/0/homes/0/edited_at", json!("yesterday")),
        ("/editions/0/homes/0/read_on", json!("2026-13-01")),
        ("/editions/0/homes/0/size", json!(-1)),
    ] {
        assert_eq!(with(pointer, wrong.clone()), Err(HomesTableError::Broken), "{pointer} = {wrong}");
    }
}

#[test]
fn a_thousand_homes_take_less_than_a_fifth_of_the_least_room_that_a_browser_gives() {
    let mut whole = answered();
    review(&mut whole, 10.0);
    for number in ["4.1.1", "2.1.1", "3.1.1"] {
        not_yet(&mut whole, number, "2027-03-31");
    }
    let of = |number: usize| {
        let mut one = summary(&whole, &format!("care-home-number-{number}-dspt-2021-22-2026-11-23.json"));
        one.id = Id(format!("k3m9abcd{number:04}"));
        one.name = format!("Care home number {number}");
        one.origin.check_code = "4F7K-92QD".into();
        one.origin.size = 160_000;
        one
    };
    let homes = table(&(0..1000).map(of).collect::<Vec<_>>());
    let length = homes.write().len();
    assert!(length < LIMIT / 5, "{length} characters");
}

#[test]
fn homes_are_sorted_in_both_directions() {
    let mut first = home("a", "ash");
    not_yet(&mut first, "4.1.1", "2026-11-01");
    let mut second = home("b", "Beech");
    second.assessment.edit(&item("2.1.1"), Edit::Judge(Some(Judgement::Met)), later(50.0));
    review(&mut second, 60.0);
    let third = home("c", "Élan");
    let homes = table(&[summary(&third, "3"), summary(&first, "1"), summary(&second, "2")]);
    let sorted = |sort, reversed| names(&homes, &HomesQuery { sort, reversed, ..HomesQuery::default() });
    for (sort, expected, reversed) in [
        (HomesSort::Name, "ash Beech Élan", "Élan Beech ash"),
        (HomesSort::Settled, "ash Élan Beech", "Beech ash Élan"),
        (HomesSort::Findings, "ash Beech Élan", "Beech Élan ash"),
        (HomesSort::Overdue, "ash Beech Élan", "Beech Élan ash"),
        (HomesSort::Changed, "Beech ash Élan", "Élan ash Beech"),
        (HomesSort::Reviewed, "ash Élan Beech", "Beech ash Élan"),
    ] {
        assert_eq!(sorted(sort, false), expected, "{sort:?}");
        assert_eq!(sorted(sort, true), reversed, "{sort:?} reversed");
        assert_eq!(HomesSort::parse(sort.name()), Some(sort));
    }
}

#[test]
fn words_and_filters_narrow_the_table_down() {
    let mut late = home("a", "Rosewood House");
    not_yet(&mut late, "4.1.1", "2026-11-01");
    let mut seen = home("b", "Rose Cottage");
    answer(&mut seen, "1.1.5", "Helen", now());
    review(&mut seen, 10.0);
    let mut changed = home("c", "The Elms");
    changed.assessment.organisation.ods_code = "VX99Z".into();
    answer(&mut changed, "1.1.5", "Helen", now());
    review(&mut changed, 10.0);
    answer(&mut changed, "1.1.5", "Priya", later(20.0));
    let homes = table(&[summary(&late, "1.json"), summary(&seen, "2.json"), summary(&changed, "3.json")]);
    let found =
        |words: &str, only| names(&homes, &HomesQuery { words: words.into(), only, ..HomesQuery::default() });
    for (words, expected) in [
        ("", "Rose Cottage Rosewood House The Elms"),
        ("rose", "Rose Cottage Rosewood House"),
        ("ROSE h", "Rosewood House"),
        ("vx99", "The Elms"),
        ("2.json", "Rose Cottage"),
        ("ose", ""),
    ] {
        assert_eq!(found(words, None), expected, "{words}");
    }
    assert_eq!(found("", Some(HomesFilter::Overdue)), "Rosewood House");
    assert_eq!(found("", Some(HomesFilter::Findings)), "Rosewood House");
    assert_eq!(found("", Some(HomesFilter::NotReviewed)), "Rosewood House");
    assert_eq!(found("", Some(HomesFilter::ChangedSince)), "The Elms");
    assert_eq!(found("rose", Some(HomesFilter::ChangedSince)), "");
    for only in HomesFilter::ALL {
        assert_eq!(HomesFilter::parse(only.name()), Some(only));
    }
}

#[test]
fn one_item_is_seen_across_all_homes() {
    let mut with = home("a", "Ash");
    with.assessment.edit(&item("7.1.2"), Edit::Judge(Some(Judgement::Met)), now());
    let without = home("b", "Beech");
    let mut other_year = home("c", "Cedar");
    let mut whole = Edition::built_in().whole;
    whole.insert("id".into(), json!("dspt-social-care-2030-31"));
    other_year.edition = Arc::new(Edition::read(whole).expect("an edition"));
    let mut homes = table(&[summary(&with, "1"), summary(&without, "2")]);
    homes.add(&other_year.edition, summary(&other_year, "3"));
    let number = item("7.1.2");
    let across = homes.across(&number).expect("the item is there");
    assert!(across.question.contains("business continuity plan"));
    let groups: Vec<(Status, Vec<&str>)> = across
        .groups
        .iter()
        .filter(|(_, homes)| !homes.is_empty())
        .map(|(status, homes)| (*status, homes.iter().map(|home| home.name.as_str()).collect()))
        .collect();
    assert_eq!(groups, [(Status::NotStarted, vec!["Beech"]), (Status::Met, vec!["Ash"])]);
    let elsewhere: Vec<&str> = across.elsewhere.iter().map(|home| home.name.as_str()).collect();
    assert_eq!(elsewhere, ["Cedar"]);
    assert_eq!(homes.across(&item("99.9.9")), None);
    assert_eq!(Homes::default().across(&number), None);
}

#[test]
fn the_table_and_an_item_go_into_a_spreadsheet() {
    let mut first = home("a", "=HYPERLINK(\"http://example.org\")");
    not_yet(&mut first, "4.1.1", "2026-11-01");
    let mut second = home("b", "Rose, Cottage");
    answer(&mut second, "1.1.5", "Helen", now());
    review(&mut second, 10.0);
    let homes = table(&[summary(&first, "1.json"), summary(&second, "2.json")]);
    let spelling = CsvWords { status: |_| "stands so", day: |at| at.date(), today: today() };
    let text = homes_csv(&homes, &homes.rows(&HomesQuery::default(), today()), &spelling);
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert!(text.starts_with("\u{feff}Home,ODS code,Year,Part 1: settled,Part 1: items,"), "{text}");
    assert_eq!((lines.len(), lines.last()), (4, Some(&"")));
    assert!(
        text.contains("\"'=HYPERLINK(\"\"http://example.org\"\")\",VM1AB,2021-22,0,7,0,12,0,8,0,16,0,43,")
    );
    assert!(text.contains("\"Rose, Cottage\",VM1AB,2021-22,"));
    assert!(text.contains(",2026-11-23,2026-11-23,Asha Patel,0,0,code of 2.json,2.json"), "{text}");
    let number = item("1.1.5");
    let across = homes.across(&number).expect("the item is there");
    let text = across_csv(&across, &spelling);
    assert_eq!(text.split("\r\n").count(), 4, "{text}");
    assert!(text.contains("\"Rose, Cottage\",VM1AB,stands so,2026-11-23,2.json"), "{text}");
}

#[test]
fn the_questions_of_many_files_are_made_once() {
    let edition = built_in();
    let bytes = export(&answered()).to_string().into_bytes();
    let alone = read_bytes(&bytes, |_| None).expect("it opens");
    let one_of_many = read_bytes_of_many(&bytes, |_| None, std::slice::from_ref(&edition)).expect("it opens");
    assert_eq!(one_of_many, alone);
    assert!(Arc::ptr_eq(&one_of_many.document.edition, &edition));
    let mut other = export(&answered());
    other["edition"]["title"] = json!("Another wording");
    let other = other.to_string().into_bytes();
    let other = read_bytes_of_many(&other, |_| None, std::slice::from_ref(&edition)).expect("it opens");
    assert!(!Arc::ptr_eq(&other.document.edition, &edition));
    assert_eq!(other.document.edition.title, "Another wording");
    let nothing = read_bytes_of_many(b"", |_| None, &[edition]).map(|read| read.check_code);
    assert_eq!(nothing, Err(ImportError::Empty));
}

#[test]
fn the_table_holds_on_to_nothing_that_belongs_to_an_assessment() {
    let store = Memory::new();
    store.put("standards-met/copy/k3m9", "2026-11-23T14:02:03Z");
    store.put(HOMES, &table(&[summary(&answered(), "a.json")]).write());
    forget_aside(&store, &Id("gone".into()));
    assert!(!store.has("standards-met/copy/k3m9"), "the table named it, and it stayed");
    assert!(store.has(HOMES));
}

/// Two tabs that look, one after the other, and then write what they have.
#[test]
fn of_two_tabs_with_a_table_neither_writes_over_the_rows_of_the_other() {
    let store = Memory::new();
    let (one, other) = (home("k3m9", "Rosewood House"), home("p7q2", "Willow Court"));
    let mut ours = table(&[summary(&one, "a.json")]);
    let (seen, none) = homes_table::look(&store);
    assert_eq!(none, None);
    store.put(HOMES, &table(&[summary(&other, "b.json")]).write());
    assert_eq!(homes_table::keep(&store, &seen, &ours.write()), Ok(false), "another tab has written since");
    let (seen, theirs) = homes_table::look(&store);
    assert!(ours.take_in(theirs.expect("a table").expect("it reads")));
    assert_eq!(homes_table::keep(&store, &seen, &ours.write()), Ok(true));
    let kept = homes_table::look(&store).1.expect("a table").expect("it reads");
    assert_eq!(names(&kept, &HomesQuery::default()), "Rosewood House Willow Court");
    assert!(!ours.take_in(kept), "nothing of it is new");
    assert!(!store.has(homes_table::DAMAGED));
}

#[test]
fn what_was_forgotten_here_does_not_come_back_from_another_tab_but_the_rest_does() {
    let (one, other) = (home("k3m9", "Rosewood House"), home("p7q2", "Willow Court"));
    let mut newer = one.clone();
    answer(&mut newer, "1.1.5", "Helen", later(60.0));
    let gone = table(&[summary(&one, "a.json")]);
    let mut theirs = table(&[summary(&one, "a.json"), summary(&newer, "c.json"), summary(&other, "b.json")]);
    theirs.leave_out(&gone);
    assert_eq!(theirs, table(&[summary(&newer, "c.json"), summary(&other, "b.json")]));
    let mut all = gone.clone();
    all.leave_out(&gone);
    assert_eq!(all, Homes::default(), "no edition is named that nobody answers");
}

#[test]
fn a_damaged_table_is_put_aside_before_another_takes_its_place() {
    let store = Memory::new();
    store.put(HOMES, "{\"format\":\"standards-met/ho");
    let (seen, table_there) = homes_table::look(&store);
    assert_eq!(table_there, Some(Err(HomesTableError::Broken)));
    let ours = table(&[summary(&answered(), "a.json")]).write();
    assert_eq!(homes_table::keep(&store, &seen, &ours), Ok(true));
    assert_eq!(store.get(homes_table::DAMAGED).as_deref(), Some("{\"format\":\"standards-met/ho"));
    // It belongs to no assessment, and stays when one goes.
    forget_aside(&store, &Id("gone".into()));
    assert!(store.has(homes_table::DAMAGED) && store.has(HOMES));
    homes_table::forget(&store);
    assert!(!store.has(homes_table::DAMAGED) && !store.has(HOMES));
}

#[test]
fn rows_that_only_the_second_copy_had_come_back_into_the_table() {
    let (first, second) = (Memory::new(), Memory::new());
    let (one, other) = (
        summary(&home("k3m9", "Rosewood House"), "a.json"),
        summary(&home("p7q2", "Willow Court"), "b.json"),
    );
    first.put(HOMES, &table(std::slice::from_ref(&one)).write());
    // The first copy had lost its last seconds.
    second.put(HOMES, &table(&[one, other]).write());
    reconcile(&first, &second, &[], &[], &built_in(), now());
    let (seen, kept) = homes_table::look(&first);
    let kept = kept.expect("a table").expect("it reads");
    assert_eq!(names(&kept, &HomesQuery::default()), "Rosewood House Willow Court");
    assert_eq!(homes_table::keep(&first, &seen, &kept.write()), Ok(true));
    assert!(!first.has("standards-met/homes-other"), "it is in the table now");
}

mod properties {
    use super::*;

    proptest! {
        #[test]
        fn whatever_a_file_holds_its_summary_can_be_kept(assessment in assessment()) {
            let homes = table(&[summary(&document(assessment), "a.json")]);
            prop_assert_eq!(Homes::read(&homes.write()), Ok(homes));
        }
    }
}
