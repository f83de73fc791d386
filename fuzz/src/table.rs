//! A spreadsheet of any form, and the edition that is made of it.

use spreadsheet::read;
use standards_met_core::catalogue::Edition;
use standards_met_core::kit::{
    EditionDetails, Problem, Workbook, check, guess, guess_about, likely_sheet, make,
};
use std::sync::LazyLock;

/// Whose parts the questions are put in where a table has none.
static KNOWN: LazyLock<Edition> = LazyLock::new(Edition::built_in);

/// Whether the bytes are a spreadsheet, whatever they are called.
pub fn attack(bytes: &[u8]) -> bool {
    let named = ["Items 2022-23.csv", "a.xlsx"].map(|name| is_book(name, bytes));
    named.contains(&true)
}

/// Whether it is read; if it is, the page gets it as it is, and an edition is made of it, or nobody is left without the
/// reason.
pub fn is_book(name: &str, bytes: &[u8]) -> bool {
    let book = match read(name, bytes) {
        Ok(book) => book,
        Err(unread) => {
            assert!(unread.to_string().ends_with('.'), "{unread}");
            return false;
        }
    };
    assert!(book.sheets.iter().any(|sheet| !sheet.rows.is_empty()), "nothing is in it");
    assert!(Workbook::read(&book.write()).as_ref() == Some(&book), "the page gets another one");
    let likely = likely_sheet(&book, &[&KNOWN]);
    assert!(likely.sentence(&book).is_none_or(|sentence| sentence.ends_with('.')));
    edition_of(name, &book, likely.sheet);
    true
}

fn edition_of(name: &str, book: &Workbook, sheet: usize) {
    let Some(table) = book.sheets.get(sheet) else { return };
    let (choice, about) = (guess(table), guess_about(name, book, sheet));
    let filled = EditionDetails {
        id: "fuzz-2022-23".into(),
        title: "A made-up toolkit".into(),
        year: "2022-23".into(),
        source: String::new(),
        before: "fuzz-2021-22".into(),
        with_optional: true,
        ..about.clone()
    };
    for about in [&about, &filled] {
        let made = make(table, &choice, about, &[&KNOWN]);
        made.problems.iter().for_each(|problem| assert!(!problem.sentence().is_empty()));
        let Some(edition) = made.edition else {
            assert!(made.problems.iter().any(Problem::is_serious), "nobody is told why there is none");
            continue;
        };
        assert!(Edition::read(made.whole).as_ref() == Ok(&edition), "an edition is not what it spells out");
        assert_eq!(made.rows.len(), edition.items().count());
        let written = serde_json::to_string(&edition.whole).expect("a text");
        let (checked, problems) = check(&written);
        assert!(checked.is_some(), "the page would not take what it has made: {problems:?}");
    }
}
