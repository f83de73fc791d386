//! Tables of the shape of the official workbook: levels, categories, notes on changes, and what is said of them.

use super::*;

/// A table with a first column of numbers and a question for each, and these columns beside them.
fn listed(headings: &[&str], rows: &[&[&str]]) -> Table {
    let head = [["Evidence Ref", "Evidence text", "Tool tip", "Type"].as_slice(), headings].concat();
    let asked = |row: &&[&str]| {
        let question = format!("Is {} kept?", row[0]);
        [row[0], &question, "Tick it.", "Yes/No"]
            .iter()
            .chain(&row[1..])
            .map(|text| (*text).to_owned())
            .collect()
    };
    let head = head.into_iter().map(str::to_owned).collect();
    let all = std::iter::once(head).chain(rows.iter().map(asked));
    let cells = |row: Vec<String>| row.into_iter().map(|text| Cell { text, ..Cell::default() }).collect();
    let row = |(at, row)| Row { number: at + 1, cells: cells(row) };
    Table { rows: all.enumerate().map(row).collect(), ..Table::default() }
}

fn numbers(made: &KitResult) -> Vec<String> {
    made.edition.iter().flat_map(Edition::items).map(|item| item.id.to_string()).collect()
}

/// What is said beside that the table has no parts.
fn said(made: &KitResult) -> Vec<ProblemKind> {
    let kinds = made.problems.iter().map(|problem| problem.kind);
    kinds.filter(|kind| !matches!(kind, ProblemKind::PartNotChosen | ProblemKind::PartsByStandard)).collect()
}

#[test]
fn what_is_mandatory_at_no_level_is_left_out_with_what_is_wrong_in_its_row() {
    let rows: [&[&str]; 4] = [
        &["1.1.1", "Y", "Y", ""],
        &["1.1.2", "N", "N", "1.1.1"],
        &["1.1.3", "", "Y", "1.1.2"],
        &["1.1.4", "perhaps", "", ""],
    ];
    let mut table = listed(&["Approaching Standards", "Standards Met", "After"], &rows);
    table.rows[2].cells[2].text.clear();
    let about = EditionDetails { before: String::new(), ..about() };
    let without = made(&table, &about);
    assert_eq!(numbers(&without), ["1.1.1", "1.1.3", "1.1.4"]);
    assert_eq!(
        said(&without),
        [ProblemKind::OptionalLeftOut, ProblemKind::AfterUnknown, ProblemKind::FlagUnknown]
    );
    let with = made(&table, &EditionDetails { with_optional: true, ..about });
    assert_eq!(numbers(&with), ["1.1.1", "1.1.2", "1.1.3", "1.1.4"]);
    assert_eq!(said(&with), [ProblemKind::NoTooltip, ProblemKind::FlagUnknown]);
}

#[test]
fn where_no_question_is_mandatory_none_is_left_out() {
    let table = listed(&["Mandatory"], &[&["1.1.1", "N"], &["1.1.2", "Optional"]]);
    let made = made(&table, &about());
    assert_eq!((numbers(&made).len(), said(&made)), (2, vec![ProblemKind::NoLevels]));
}

#[test]
fn an_empty_level_is_optional_only_where_most_rows_name_one() {
    let most = [&["1.1.1", "Met"][..], &["1.1.2", "both"], &["1.1.3", ""]];
    let few = [&["1.1.1", "Met"][..], &["1.1.2", ""], &["1.1.3", ""]];
    let numbers = |rows: &[&[&str]]| numbers(&made(&listed(&["Levels"], rows), &about())).len();
    assert_eq!((numbers(&most), numbers(&few)), (2, 3));
}

#[test]
fn what_is_mandatory_for_the_lower_level_is_so_for_the_higher() {
    let rows: [&[&str]; 3] = [&["1.1.1", "Approaching"], &["1.1.2", "Met"], &["1.1.3", "Optional"]];
    let made = made(&listed(&["Level"], &rows), &about());
    let levels: Vec<_> =
        made.edition.iter().flat_map(Edition::items).map(|item| item.levels.clone()).collect();
    assert_eq!(levels, [vec![Level::Approaching, Level::Met], vec![Level::Met]]);
    assert_eq!(said(&made), [ProblemKind::NestedLevels, ProblemKind::OptionalLeftOut]);
}

#[test]
fn rows_of_other_categories_are_left_out_unless_there_are_no_others() {
    let rows: [&[&str]; 4] =
        [&["1.1.1", "2, 3"], &["1.1.1", "4"], &["1.1.2", "All"], &["1.1.3", "Cat 3 (GP)"]];
    let ours = made(&listed(&["Category"], &rows), &about());
    assert_eq!(
        (numbers(&ours), said(&ours)),
        (vec!["1.1.1".into(), "1.1.2".into()], vec![ProblemKind::OtherCategories])
    );
    let foreign: [&[&str]; 2] = [&["1.1.1", "2"], &["1.1.2", "4"]];
    let foreign = made(&listed(&["Category"], &foreign), &about());
    assert_eq!((numbers(&foreign).len(), said(&foreign)), (2, vec![ProblemKind::NoCategory]));
}

#[test]
fn a_note_on_what_has_changed_is_kept_for_the_edition_before() {
    let rows: [&[&str]; 6] = [
        &["1.1.1", "Reworded for cat 2 and 3"],
        &["1.1.2", "Updated tooltip for cat 2 and 4"],
        &["1.1.3", "No change"],
        &["1.1.4", "Y"],
        &["1.1.5", ""],
        &["1.1.6", "N/A"],
    ];
    let table = listed(&["Changed since v7"], &rows);
    let with = made(&table, &about());
    let notes: Vec<_> =
        with.edition.iter().flat_map(Edition::items).flat_map(|item| &item.replaces).collect();
    assert!(notes.iter().all(|before| before.edition == about().before && before.items.is_empty()));
    let notes: Vec<_> = notes.iter().filter_map(|before| before.note.as_deref()).collect();
    assert_eq!(notes, ["Reworded for cat 2 and 3", "Changed."]);
    assert_eq!(said(&with), [ProblemKind::NotesOfOthers]);
    let nothing = EditionDetails { before: String::new(), ..about() };
    let without = made(&table, &nothing);
    assert!(without.edition.iter().flat_map(Edition::items).all(|item| item.replaces.is_empty()));
    assert_eq!(said(&without), [ProblemKind::NotesOfOthers, ProblemKind::NotesWithoutBefore]);
    let sentence =
        without.problems.iter().map(|problem| problem.sentence()).find(|said| said.starts_with('2'));
    assert!(
        sentence
            .is_some_and(|said| said.starts_with("2 rows say what has changed, but not since which edition"))
    );
}

#[test]
fn a_number_that_became_a_date_is_read_from_its_neighbours() {
    let mut table = listed(&[], &[&["1.3.8"], &["2012-03-01"], &["1.3.13"], &["9.1.1"], &["2003-02-01"]]);
    table.rows[2].cells[0].kind = CellKind::Date;
    table.rows[5].cells[0].kind = CellKind::Date;
    let made = made(&table, &about());
    assert_eq!(numbers(&made), ["1.3.8", "1.3.12", "1.3.13", "9.1.1"]);
    let dates: Vec<_> = kinds(&made).into_iter().filter(|(row, _)| row.is_some()).collect();
    assert_eq!(dates, [(Some(3), ProblemKind::IdFromDate), (Some(6), ProblemKind::IdIsDate)]);
}

#[test]
fn headings_that_are_printed_again_are_no_questions() {
    let mut table = listed(&[], &[&["1.1.1"], &["1.1.2"]]);
    let again = Row { number: 2, ..table.rows[0].clone() };
    table.rows.insert(1, again);
    table.rows.iter_mut().enumerate().for_each(|(at, row)| row.number = at + 1);
    let made = made(&table, &about());
    assert_eq!((numbers(&made).len(), said(&made)), (2, vec![]));
}

#[test]
fn how_certain_a_question_is_comes_with_its_sources() {
    let rows: [&[&str]; 4] = [
        &["1.1.1", "Seen", "kirc, list", ""],
        &["1.1.2", "inferred", "", "Nobody has seen its number."],
        &["1.1.3", "perhaps", "LIST; gone", ""],
        &["1.1.4", "", "", ""],
    ];
    let table = listed(&["Certainty", "Sources", "Unsure"], &rows);
    let cell = |text: &str| Cell { text: text.into(), ..Cell::default() };
    let source = |number, texts: [&str; 3]| Row { number, cells: texts.map(cell).to_vec() };
    let sources = Table {
        name: "Sources".into(),
        rows: vec![
            source(1, ["Short name", "Title", "Address"]),
            source(2, ["kirc", "A care association", "https://www.example.org/kirc"]),
            source(3, ["list", "The list of 2023-24", "https://www.example.org/list"]),
            source(4, ["gone", "Not an address", "ask Helen"]),
        ],
        ..Table::default()
    };
    let book = Workbook { sheets: vec![table.clone(), sources] };
    let about = EditionDetails { sources: guess_about("a.xlsx", &book, 0).sources, ..about() };
    let made = made(&table, &about);
    assert_eq!(said(&made), [ProblemKind::CertaintyUnknown, ProblemKind::SourceUnknown]);
    let edition = made.edition.expect("an edition");
    assert_eq!(edition.sources.len(), 2);
    let items: Vec<_> =
        edition.items().map(|item| (item.certainty, item.sources.len(), item.unsure.is_some())).collect();
    assert_eq!(
        items,
        [
            (Some(Certainty::Seen), 2, false),
            (Some(Certainty::Inferred), 0, true),
            (None, 1, false),
            (None, 0, false)
        ]
    );
}

#[test]
fn an_edition_says_when_it_is_open_and_whose_words_it_has() {
    let table = listed(&[], &[&["1.1.1"]]);
    let of = |opens: &str, closes: &str| {
        let (opens, closes) = (opens.to_owned(), closes.to_owned());
        made(&table, &EditionDetails { opens, closes, wording: Wording::Ours, ..about() })
    };
    let right = of("1 September 2022", "2023-06-30");
    assert_eq!(said(&right), []);
    let edition = right.edition.expect("an edition");
    let days = [edition.opens, edition.closes].map(|day| day.map(|day| day.to_string()));
    assert_eq!(days, [Some("2022-09-01".into()), Some("2023-06-30".into())]);
    assert_eq!(edition.wording, Wording::Ours);
    let wrong = of("in autumn", "30/06/2023");
    assert_eq!(
        (said(&wrong), wrong.edition.and_then(|edition| edition.opens)),
        (vec![ProblemKind::AboutDay], None)
    );
    assert_eq!(said(&of("2023-07-01", "2023-06-30")), [ProblemKind::ClosesBeforeOpens]);
}

#[test]
fn earlier_numbers_come_from_a_wording_of_the_same_edition_that_is_here() {
    let mut known = Edition { id: about().id, ..Edition::built_in() };
    let earlier = |edition: &str| Predecessors {
        edition: edition.into(),
        items: vec![ItemId("9.9.9".into())],
        ..Predecessors::default()
    };
    known.parts[0].items[0].replaces = vec![earlier("older")];
    let id = known.parts[0].items[0].id.to_string();
    let table = listed(&["What has changed"], &[&[&id, "Reworded"]]);
    let made = make(&table, &guess(&table), &about(), &[&known]);
    assert_eq!(said(&made), [ProblemKind::KnownNumbers]);
    let edition = made.edition.expect("an edition");
    let replaces = &edition.items().next().expect("an item").replaces;
    let found: Vec<_> = replaces.iter().map(|one| (one.edition.as_str(), one.items.len())).collect();
    assert_eq!(found, [(about().before.as_str(), 0), ("older", 1)]);
}
