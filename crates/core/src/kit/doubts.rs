//! How certain an item is, and from which sources; and what can be wrong with that.

use super::meaning::{list, plain};
use super::reading::RowReader;
use super::{Column, EditionDetails, Problem, ProblemKind, Row, Workbook};
use crate::calendar::Date;
use crate::catalogue::{Certainty, Edition, EditionSource, EvidenceItem};
use std::collections::BTreeSet;

/// What a row says of how certain it is.
#[derive(Default)]
pub(crate) struct RowDoubts {
    pub certainty: Option<Certainty>,
    pub sources: Vec<String>,
    pub unsure: Option<String>,
}

/// Reads the columns on certainty, and reports what cannot be used.
pub(crate) fn read(reading: &mut RowReader<'_>, about: &EditionDetails) -> RowDoubts {
    let word = reading.line(Column::Certainty);
    let certainty = Certainty::parse(&plain(&word));
    if certainty.is_none() && !word.is_empty() {
        reading.tell(ProblemKind::CertaintyUnknown, Column::Certainty, &word);
    }
    let mut sources: Vec<String> = Vec::new();
    for key in list(&reading.raw(Column::Sources)) {
        let listed = about.sources.iter().find(|source| source.key.eq_ignore_ascii_case(&key));
        match listed {
            Some(source) if sources.contains(&source.key) => {}
            Some(source) => sources.push(source.key.clone()),
            None => reading.tell(ProblemKind::SourceUnknown, Column::Sources, &key),
        }
    }
    let unsure = Some(reading.line(Column::Unsure)).filter(|text| !text.is_empty());
    RowDoubts { certainty, sources, unsure }
}

/// Returns what is wrong with the days and the sources of an edition.
pub(crate) fn of_the_edition(
    opens: Option<Date>,
    closes: Option<Date>,
    sources: &[EditionSource],
) -> Vec<Problem> {
    let mut problems = Vec::new();
    if let Some((opens, closes)) = opens.zip(closes).filter(|(opens, closes)| closes < opens) {
        let problem = Problem::of(ProblemKind::ClosesBeforeOpens);
        problems.push(problem.said(&closes.in_words()).taken(&opens.in_words()));
    }
    let mut keys = BTreeSet::new();
    for source in sources.iter().filter(|source| !keys.insert(source.key.as_str())) {
        problems.push(Problem::of(ProblemKind::SourceTwice).said(&source.key));
    }
    problems
}

/// Returns the sources of an item that its edition does not list.
pub(crate) fn unlisted(item: &EvidenceItem, edition: &Edition) -> Vec<Problem> {
    let is_listed = |key: &&String| edition.sources.iter().any(|source| source.key == **key);
    let problem = |key: &String| {
        Problem::of(ProblemKind::SourceUnknown).item(&item.id).column(Column::Sources).said(key)
    };
    item.sources.iter().filter(|key| !is_listed(key)).map(problem).collect()
}

/// Returns the sources that a sheet with the name "Sources" lists: a short name, a title and an address in each row.
pub(crate) fn listed(book: &Workbook) -> Vec<EditionSource> {
    let sheet = book.sheets.iter().find(|table| plain(&table.name) == "sources");
    let rows = sheet.map(|table| table.rows.as_slice()).unwrap_or_default();
    let source = |row: &Row| {
        let [key, title, href] = [0, 1, 2].map(|place| row.text(place));
        let is_address = href.starts_with("https://") || href.starts_with("http://");
        (is_address && !key.is_empty()).then(|| EditionSource {
            key: key.into(),
            title: title.into(),
            href: href.into(),
        })
    };
    rows.iter().filter_map(source).collect()
}
