//! Workbooks of the same shape as NHS England's, in made-up words: each becomes the edition for social care without anybody
//! choosing a sheet or a column.

mod questions;
mod workbooks;

use questions::ours;
use rust_xlsxwriter::Workbook as Written;
use spreadsheet::read;
use standards_met_core::catalogue::{AnswerKind, Edition, Level};
use standards_met_core::kit::{
    EditionDetails, KitResult, LikelySheet, ProblemKind, SheetReason, Workbook, guess, guess_about,
    likely_sheet, make,
};

const FILE: &str = "Version 8 CAT2 Cat3 and CAT4.xlsx";

fn opened(mut book: Written) -> Workbook {
    read(FILE, &book.save_to_buffer().expect("a workbook")).expect("sheets")
}

/// The chosen sheet, the details and the edition, as they are before anybody chooses anything.
fn made(book: &Workbook) -> (LikelySheet, EditionDetails, KitResult) {
    let known = Edition::built_in();
    let likely = likely_sheet(book, &[&known]);
    let table = &book.sheets[likely.sheet];
    let about = guess_about(FILE, book, likely.sheet);
    let made = make(table, &guess(table), &about, &[&known]);
    (likely, about, made)
}

type Item<'a> = (&'a str, &'a str, &'a str, AnswerKind, &'a [Level], Option<&'a str>);

/// The edition has every mandatory question of category 3, and nothing that is wrong was found.
fn is_ours(book: &Workbook, sheet: &str, reason: Option<SheetReason>, said: &[ProblemKind]) {
    let (likely, about, made) = made(book);
    assert_eq!((book.sheets[likely.sheet].name.as_str(), &likely.reason), (sheet, &reason));
    assert_eq!(about.title, "Data Security and Protection Toolkit 2025-26");
    assert_eq!(
        (about.id.as_str(), about.before.as_str()),
        ("dspt-social-care-2025-26", "dspt-social-care-2024-25")
    );
    let sentences: Vec<String> = made.problems.iter().map(|problem| problem.sentence()).collect();
    let kinds: Vec<ProblemKind> = made.problems.iter().map(|problem| problem.kind).collect();
    assert_eq!(kinds, said, "{sentences:#?}");
    let edition = made.edition.expect("an edition");
    let mut found: Vec<Item> = edition
        .items()
        .map(|item| {
            let note = item.replaces.first().map(|before| {
                assert_eq!((before.edition.as_str(), before.items.len()), (about.before.as_str(), 0));
                before.note.as_deref().expect("a note")
            });
            (
                item.id.as_str(),
                item.question.as_str(),
                item.tooltip.as_str(),
                item.kind,
                item.levels.as_slice(),
                note,
            )
        })
        .collect();
    found.sort_unstable_by_key(|item| {
        item.0.split('.').map(|part| part.parse::<u8>().expect("a number")).collect::<Vec<_>>()
    });
    let expected = ours();
    let expected: Vec<Item> = expected
        .iter()
        .filter(|one| !one.levels.is_empty())
        .map(|one| (one.id, &*one.text, &*one.tooltip, one.answer(), one.levels.as_slice(), one.own_note()))
        .collect();
    assert_eq!(found.len(), 45);
    assert_eq!(found, expected);
    // The parts in which people find the questions in the toolkit itself.
    let titles = |edition: &Edition| edition.parts.iter().map(|part| part.title.clone()).collect::<Vec<_>>();
    assert_eq!(titles(&edition), titles(&Edition::built_in()));
    let part = |id: &str| {
        edition
            .parts
            .iter()
            .find(|part| part.items.iter().any(|item| item.id.as_str() == id))
            .expect(id)
            .number
    };
    assert_eq!(["1.1.5", "1.1.3", "4.3.1", "6.1.2", "2.2.1"].map(part), [1, 2, 4, 3, 1]);
}

/// What is said of every workbook.
const ALWAYS: [ProblemKind; 3] =
    [ProblemKind::OptionalLeftOut, ProblemKind::NotesOfOthers, ProblemKind::PartsOfEdition];

#[test]
fn a_sheet_for_each_category_with_yes_and_no() {
    let book = opened(workbooks::sheet_for_each());
    is_ours(&book, "Category 3", Some(SheetReason::Name), &ALWAYS);
    let (likely, _, made) = made(&book);
    assert_eq!(
        likely.sentence(&book).expect("a reason"),
        "We chose the sheet “Category 3” because its name says that it is for social care (category 3). Other sheets have lists \
         of questions too: choose one of them if this one is wrong."
    );
    assert_eq!(
        made.problems[0].sentence(),
        "7 questions are not mandatory at any level and were left out: 1.1.6, 1.3.6, 4.4.1, 7.1.5, 7.1.6, 8.3.8 and 10.2.2. \
         Choose “Include optional questions” to keep them."
    );
}

#[test]
fn ticks_below_headings_in_two_rows_and_a_row_for_each_standard() {
    let said = [[ProblemKind::GroupHeadings, ProblemKind::Remarks].as_slice(), &ALWAYS].concat();
    is_ours(
        &opened(workbooks::ticks_below_groups()),
        "Social care and others",
        Some(SheetReason::Name),
        &said,
    );
}

#[test]
fn one_list_with_a_column_for_the_category_and_one_for_both_levels() {
    let said = [[ProblemKind::OtherCategories].as_slice(), &ALWAYS, &[ProblemKind::IdFromDate]].concat();
    is_ours(&opened(workbooks::column_of_categories()), "Evidence items", Some(SheetReason::OnlyList), &said);
}

#[test]
fn sheets_without_a_telling_name_and_levels_in_words() {
    is_ours(&opened(workbooks::nameless_sheets()), "Sheet4", Some(SheetReason::Title), &ALWAYS);
}

#[test]
fn one_list_with_columns_for_each_category() {
    is_ours(&opened(workbooks::columns_for_each()), "Assertions and evidence", None, &ALWAYS);
}

#[test]
fn the_optional_questions_are_kept_when_they_are_wanted() {
    for book in
        [workbooks::sheet_for_each(), workbooks::column_of_categories(), workbooks::ticks_below_groups()]
    {
        let book = opened(book);
        let (likely, about, _) = made(&book);
        let table = &book.sheets[likely.sheet];
        let about = EditionDetails { with_optional: true, ..about };
        let made = make(table, &guess(table), &about, &[]);
        let edition = made.edition.expect("an edition");
        let optional = edition.items().filter(|item| item.levels.is_empty()).count();
        assert_eq!((edition.items().count(), optional), (52, 7));
        // Without an edition to compare with, the ten standards are the parts.
        assert_eq!((edition.parts.len(), edition.parts[9].number), (10, 10));
        assert!(edition.parts[9].title.eq_ignore_ascii_case("Accountable suppliers"));
    }
}

#[test]
fn another_sheet_can_be_chosen() {
    let book = opened(workbooks::sheet_for_each());
    let table = &book.sheets[4];
    let about = guess_about(FILE, &book, 4);
    assert_eq!((table.name.as_str(), about.id.as_str()), ("Cat 4 GP", "version-8-cat2-cat3-and-cat4"));
    let edition = make(table, &guess(table), &about, &[]).edition.expect("an edition");
    assert!(edition.items().all(|item| item.question.contains("of the practice")));
}

/// The workbook that the journeys choose in a browser.
#[test]
fn the_fixture_is_the_first_of_these_workbooks() {
    let fixture = include_bytes!("../../../../tests/fixtures/editions/three-categories-2025-26.xlsx");
    assert!(read(FILE, fixture).expect("sheets") == opened(workbooks::sheet_for_each()), "write it anew");
}

#[test]
fn with_an_edition_of_that_year_here_the_parts_and_the_earlier_numbers_are_its() {
    let here = include_str!("../../../../public/editions/dspt-social-care-2025-26.json");
    let here = Edition::from_text(here).expect("an edition");
    let book = opened(workbooks::sheet_for_each());
    let table = &book.sheets[3];
    let about = guess_about(FILE, &book, 3);
    assert_eq!(about.id, here.id);
    let made = make(table, &guess(table), &about, &[&Edition::built_in(), &here]);
    let said: Vec<ProblemKind> = made.problems.iter().map(|problem| problem.kind).collect();
    assert_eq!(said.last_chunk(), Some(&[ProblemKind::KnownNumbers, ProblemKind::PartsOfEdition]));
    let edition = made.edition.expect("an edition");
    let sizes = |edition: &Edition| edition.parts.iter().map(|part| part.items.len()).collect::<Vec<_>>();
    assert_eq!(sizes(&edition), sizes(&here));
    // The number that meant another question before.
    let item = edition.items().find(|item| item.id.as_str() == "6.1.3").expect("an item");
    let before = item
        .replaces
        .iter()
        .find(|one| one.edition == "dspt-social-care-2021-22")
        .expect("an earlier number");
    assert_eq!(before.items.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["6.1.4"]);
}
