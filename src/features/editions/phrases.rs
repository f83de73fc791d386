//! The words around editions.

use crate::store::{EditionHere, Said, SpreadsheetRead, Unread};
use crate::words;
use crate::words::years::ids;
use crate::words::{count, kind, level};
use standards_met_core::assessment::Timestamp;
use standards_met_core::catalogue::{Edition, EditionSource, EvidenceItem, Recency};
use standards_met_core::kit::KitResult;
use standards_met_core::storage::EditionOrigin;

/// How much is in an edition.
#[must_use]
pub fn size(edition: &Edition) -> String {
    let items = count(edition.items().count(), "item");
    let parts = count(edition.parts.len(), "part");
    let year = if edition.year.is_empty() { "No year".to_owned() } else { format!("Year {}", edition.year) };
    format!("{year} · {items} in {parts}")
}

/// How an edition came to this device.
#[must_use]
pub fn origin(here: &EditionHere, day: impl Fn(Timestamp) -> String) -> String {
    let Some(added) = &here.added else {
        let words = if here.is_included {
            "Included with this page. It cannot be removed."
        } else {
            "It came with an assessment."
        };
        return words.into();
    };
    let file = &added.file;
    let from = match added.origin {
        EditionOrigin::File => format!("From the file {file}"),
        EditionOrigin::Document => format!("From the assessment in {file}"),
        EditionOrigin::Host => format!("From this page’s site, {file}"),
        EditionOrigin::Kit => format!("Made out of the spreadsheet {file}"),
    };
    format!("{from}, put here on {}.", day(added.at))
}

#[must_use]
pub fn used_by(names: &[String]) -> String {
    if names.is_empty() {
        return "No assessment on this device uses it.".into();
    }
    format!("Used by {}.", names.join(", "))
}

#[must_use]
pub fn is_trouble(said: &Said) -> bool {
    match said {
        Said::NotKept(_)
        | Said::NotTakenOff(_)
        | Said::Sheet(_)
        | Said::Unread { .. }
        | Said::OtherThanListed(_)
        | Said::Unusable(_)
        | Said::NotGiven(_) => true,
        Said::Added(_) | Said::HereAlready(_) | Said::Removed(_) | Said::Saved(_) => false,
    }
}

#[must_use]
pub fn said(said: &Said) -> String {
    match said {
        Said::Added(title) => format!("{title} is on this device now."),
        Said::HereAlready(title) => format!("{title} is here already, with exactly these words."),
        Said::NotKept(error) => format!(
            "The edition could not be kept. {} Your answers are as they were.",
            words::storage_error(error)
        ),
        Said::NotTakenOff(title) => format!(
            "{title} could not be taken off the list: this browser did not keep the change. Nothing else has changed. Try again."
        ),
        Said::Removed(title) => {
            format!("{title} is off the list. As long as an assessment uses it, it stays on this device.")
        }
        Said::Saved(file) => format!("Saved as {file}."),
        Said::Sheet(file) => format!(
            "“{file}” is a sheet for an IT supplier and has only some of the questions, so it is no edition. Nothing on this \
             device has changed. Open the file of the whole assessment instead."
        ),
        Said::Unusable(title) => format!(
            "{title} came as the site’s list says, but has a problem that keeps it from being used. Nothing on this device has \
             changed. Tell whoever looks after the site."
        ),
        Said::Unread { file, error } => format!(
            "“{file}” could not be opened. {} Nothing on this device has changed.",
            words::import_error(error)
        ),
        Said::OtherThanListed(title) => format!(
            "What the site gave for {title} is not what its list says, so it was not kept. Nothing on this device has changed. \
             Try again later, or tell whoever looks after the site."
        ),
        Said::NotGiven(title) => format!(
            "{title} could not be fetched. Nothing on this device has changed. Check that you are connected, and try again."
        ),
    }
}

/// How far the reading of a spreadsheet is.
#[must_use]
pub fn reading(read: &SpreadsheetRead) -> String {
    match read {
        SpreadsheetRead::Nothing | SpreadsheetRead::Failed { .. } => String::new(),
        SpreadsheetRead::Reading(file, _) => format!("Reading {file}…"),
        SpreadsheetRead::Here(now) => {
            let rows = now.table().map_or(0, |table| table.rows.len());
            format!("{} was read: {}.", now.file, count(rows, "row"))
        }
    }
}

/// Why a spreadsheet could not be read.
#[must_use]
pub fn unread(read: &SpreadsheetRead) -> String {
    let SpreadsheetRead::Failed { file, why } = read else { return String::new() };
    let why = match why {
        Unread::File(error) => words::import_error(error),
        Unread::Refused(sentence) => sentence.clone(),
        Unread::NoProgram => {
            "What reads spreadsheets could not be fetched, or stopped. Check that you are connected, and try again; if it stays so, \
             save the spreadsheet as .csv and choose that."
                .into()
        }
    };
    format!("“{file}” could not be read. {why} Nothing on this device has changed.")
}

/// What came of a spreadsheet.
#[must_use]
pub fn made(made: &KitResult) -> String {
    let serious = made.problems.iter().filter(|problem| problem.is_serious()).count();
    let all = made.problems.iter().filter(|problem| !problem.is_note()).count();
    let problems = match (all, serious) {
        (0, _) => "No problems.".to_owned(),
        (all, 0) => format!("{} to look at.", count(all, "problem")),
        (all, serious) => format!("{}, {serious} of them serious.", count(all, "problem")),
    };
    match &made.edition {
        Some(edition) => format!(
            "{} in {}. {problems}",
            count(edition.items().count(), "item"),
            count(edition.parts.len(), "part")
        ),
        None => format!("No edition can be made of it yet. {problems}"),
    }
}

/// What an edition says of an item beside its wording.
#[must_use]
pub fn facts(item: &EvidenceItem, sources: &[EditionSource]) -> Vec<String> {
    let mut facts = vec![format!("Answered with: {}.", kind(item.kind))];
    facts.push(match &item.not_applicable {
        Some(rule) => format!("“Not applicable” only if {}.", rule.when),
        None => "“Not applicable” is not accepted.".into(),
    });
    let levels: Vec<&str> = item.levels.iter().map(|one| level(*one)).collect();
    if !levels.is_empty() {
        facts.push(format!("For: {}.", levels.join(", ")));
    }
    facts.extend(item.recent.map(|recent| match recent {
        Recency::Since(day) => format!("Evidence counts from {} on.", day.in_words()),
        Recency::WithinMonths(months) => format!("Evidence counts for {months} months."),
        Recency::By(day) => format!("Has to be done by {}.", day.in_words()),
    }));
    facts.extend(item.freshness.as_ref().map(|words| format!("How recent: {words}.")));
    facts.extend(item.hint.clone());
    if item.ask_it_supplier {
        facts.push("One of the questions for the IT supplier.".into());
    }
    for one in &item.replaces {
        let note = one.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
        facts.push(match (one.items.as_slice(), &one.note) {
            // What it says may be that the question is new, or what has changed in it.
            ([], Some(note)) => format!("Since {}: {note}", one.edition),
            ([], None) => format!("New since {}.", one.edition),
            (items, _) => format!("Continues {} of {}{note}.", ids(items), one.edition),
        });
    }
    let named: Vec<&str> = sources
        .iter()
        .filter(|source| item.sources.contains(&source.key))
        .map(|source| source.title.as_str())
        .collect();
    if !named.is_empty() {
        facts.push(format!("From: {}.", named.join("; ")));
    }
    facts.extend(
        item.printed_action.as_ref().map(|number| format!("Its number the year before was {number}.")),
    );
    facts
}
