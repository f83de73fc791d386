//! The table as it is shown and exported.

use super::*;

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
