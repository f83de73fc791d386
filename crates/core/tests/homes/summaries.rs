//! What a summary holds, and how summaries become one table.

use super::*;

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
