//! The words of the table of many homes.

use crate::store::{Assessments, Outcome, Reading, Refused, TableKept};
use crate::words;
use standards_met_core::assessment::homes::{AddEffect, HomesFilter, HomesSort};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::{ImportError, LOCKED, REVIEW_FORMAT};

/// A number with commas, as in `1,000`.
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// So many of something, as in `1 home` or `1,000 homes`.
#[must_use]
pub fn many(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{} {one}s", grouped(count)) }
}

/// What a question is about, in short. The table keeps the questions alone: where the toolkit of this page asks the same one, its
/// short title is known.
#[must_use]
pub fn short_title(assessments: Assessments, item: &ItemId, question: &str) -> String {
    let built_in = assessments.built_in();
    let known = built_in.item(item).filter(|known| known.question == question);
    known.map_or_else(|| question.to_owned(), words::short_title)
}

#[must_use]
pub fn sort(sort: HomesSort) -> &'static str {
    match sort {
        HomesSort::Name => "Home",
        HomesSort::Settled => "Done",
        HomesSort::Findings => "Findings",
        HomesSort::Overdue => "Overdue",
        HomesSort::Changed => "Last change",
        HomesSort::Reviewed => "Last review",
    }
}

/// What the choice of an order says, with what comes first.
#[must_use]
pub fn sorted(sort: HomesSort) -> &'static str {
    match sort {
        HomesSort::Name => "Name",
        HomesSort::Settled => "Done, the fewest first",
        HomesSort::Findings => "Findings, the most first",
        HomesSort::Overdue => "Overdue actions, the most first",
        HomesSort::Changed => "Last change, the latest first",
        HomesSort::Reviewed => "Last review, the longest ago first",
    }
}

#[must_use]
pub fn only(only: HomesFilter) -> &'static str {
    match only {
        HomesFilter::Findings => "With findings",
        HomesFilter::Overdue => "With overdue actions",
        HomesFilter::NotReviewed => "Not reviewed",
        HomesFilter::ChangedSince => "Changed since the last review",
    }
}

/// Why a file is not in the table.
#[must_use]
pub fn refused(refused: &Refused) -> String {
    match refused {
        Refused::Sheet => {
            "It is a sheet of questions for an IT supplier, and not a home’s assessment. Open it by itself under “Your \
             data”."
                .into()
        }
        Refused::Import(ImportError::OtherFormat { format }) if format == LOCKED => {
            "It is locked with a passphrase, so it has to be opened by itself, under “Your data”.".into()
        }
        Refused::Import(ImportError::OtherFormat { format }) if format == REVIEW_FORMAT => {
            "It is a review, and not a home’s assessment. Open it by itself under “Your data”.".into()
        }
        Refused::Import(error) => words::import_error(error),
    }
}

/// How a file stands to what was in the table. `None` where there is nothing to say of it.
#[must_use]
pub fn told(file: &str, how: &AddEffect, home: &str) -> Option<String> {
    match how {
        AddEffect::New | AddEffect::Known => None,
        AddEffect::Newer => Some(format!("“{file}” is a newer version of {home}. It is shown now.")),
        AddEffect::Earlier => Some(format!("“{file}” is another version of {home}, and not the newest.")),
        AddEffect::Duplicate(other) => Some(format!("“{file}” holds the same as “{other}” ({home}).")),
    }
}

/// How far a reading is, for who sees it.
#[must_use]
pub fn reading(reading: &Reading) -> String {
    format!("{} of {} read", grouped(reading.done), many(reading.of, "file"))
}

/// The same for who hears it: at the start, and at each quarter.
#[must_use]
pub fn heard(reading: &Reading) -> String {
    match reading.done.saturating_mul(4).checked_div(reading.of) {
        Some(0) => format!("Reading {}.", many(reading.of, "file")),
        Some(1) => "A quarter of the files has been read.".into(),
        Some(2) => "Half of the files have been read.".into(),
        Some(3) => "Three quarters of the files have been read.".into(),
        _ => String::new(),
    }
}

/// What came of a reading.
#[must_use]
pub fn outcome(outcome: &Outcome) -> String {
    let Outcome { read, new, known, told, refused, left_alone, not_read } = outcome;
    let mut words = String::new();
    if *not_read > 0 {
        words.push_str(&format!("Cancelled: {} not read. ", were(*not_read, "file")));
    }
    words.push_str(&format!("{} read", many(*read, "file")));
    let same = told.iter().filter(|(_, how, _)| matches!(how, AddEffect::Duplicate(_))).count();
    let mut mark = ": ";
    for (count, what) in [
        (*new, "new home"),
        (*known, "known file"),
        (same, "duplicate"),
        (told.len() - same, "other version"),
    ] {
        if count > 0 {
            words.push_str(&format!("{mark}{}", many(count, what)));
            mark = ", ";
        }
    }
    words.push('.');
    if !refused.is_empty() {
        words.push_str(&format!(" {} could not be added.", many(refused.len(), "file")));
    }
    if *left_alone > 0 {
        let names = if *left_alone == 1 { "its name does" } else { "their names do" };
        words.push_str(&format!(
            " {} ignored, because {names} not end in .json or .txt.",
            were(*left_alone, "file")
        ));
    }
    words
}

fn were(count: usize, one: &str) -> String {
    format!("{} {}", many(count, one), if count == 1 { "was" } else { "were" })
}

/// Where the table is, if there is anything to say of it.
#[must_use]
pub fn kept(kept: TableKept) -> Option<&'static str> {
    match kept {
        TableKept::OnDevice => None,
        TableKept::TooLarge => Some(
            "This table is too large to be kept on the device beside answers. It is here until you close the page: save it \
             as a spreadsheet if you want it again.",
        ),
        TableKept::Refused => Some(
            "This device does not keep the table: it has no room for it, or the browser does not let the page. It is here \
             until you close the page: save it as a spreadsheet if you want it again.",
        ),
        TableKept::Broken => Some(
            "The table that was kept on this device cannot be read. Choose the files again to make it anew.",
        ),
        TableKept::Newer => Some(
            "The table on this device was made by a newer version of this page, and is not written over. What you read now \
             is here until you close the page. Reload the page to get the newest version.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_have_commas() {
        for (number, expected) in
            [(0, "0"), (999, "999"), (1000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(number), expected);
        }
        assert_eq!((many(1, "home"), many(1000, "home")), ("1 home".into(), "1,000 homes".into()));
    }

    #[test]
    fn an_outcome_counts_only_what_there_is() {
        let told = |how| ("a.json".to_owned(), how, "Rosewood".to_owned());
        let whole = Outcome {
            read: 1002,
            new: 1000,
            known: 0,
            told: vec![told(AddEffect::Duplicate("b.json".into())), told(AddEffect::Earlier)],
            refused: vec![("c.json".into(), Refused::Sheet)],
            left_alone: 3,
            not_read: 0,
        };
        assert_eq!(
            outcome(&whole),
            "1,002 files read: 1,000 new homes, 1 duplicate, 1 other version. 1 file could not be added. 3 files were \
             ignored, because their names do not end in .json or .txt."
        );
        let cancelled = Outcome { read: 1, known: 1, not_read: 1, ..Outcome::default() };
        assert_eq!(outcome(&cancelled), "Cancelled: 1 file was not read. 1 file read: 1 known file.");
        assert_eq!(outcome(&Outcome::default()), "0 files read.");
    }

    #[test]
    fn a_reading_is_heard_at_each_quarter() {
        let at = |done| heard(&Reading { done, of: 1000, file: String::new() });
        assert_eq!(at(0), "Reading 1,000 files.");
        assert_eq!(at(249), at(0));
        assert_eq!(at(250), at(499));
        assert_eq!((at(1000), heard(&Reading::default())), (String::new(), String::new()));
    }

    #[test]
    fn a_locked_file_and_a_review_are_told_from_other_files() {
        let of = |format: &str| refused(&Refused::Import(ImportError::OtherFormat { format: format.into() }));
        assert!(of(LOCKED).starts_with("It is locked"));
        assert!(of(REVIEW_FORMAT).starts_with("It is a review"));
        assert!(of("standards-met/edition").contains("(standards-met/edition)"));
    }
}
