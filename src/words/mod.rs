//! The words for every closed set: one exhaustive match each, so that a new case cannot be forgotten.

mod finding;
mod guidance;
mod last_copy;
pub mod levels;
mod publishing;
mod response;
pub mod review;
pub mod years;

pub use finding::{finding, private_in_short};
pub use guidance::{by, place as official_place, role, why};
pub use last_copy::last_copy;
pub use publishing::{deadline, publishing};
pub use response::response_lines;
pub use standards_met_core::words::{
    capital, count, counted, judgement, kind, level, list, number, owned, placed, priority, reviewer, status,
    told, verdict, wrong_form,
};

use standards_met_core::assessment::{Gap, Status};
use standards_met_core::catalogue::{AnswerKind, EvidenceItem, ItemId, NotApplicableBox};
use standards_met_core::exchange::{ImportError, ImportWarning};
use standards_met_core::storage::Reason;
use standards_met_core::storage::StorageError;

/// What an item is called in the middle of a sentence: its number.
#[must_use]
pub fn place_name(item: &ItemId) -> String {
    if item.is_whole() { "the assessment as a whole".into() } else { item.to_string() }
}

/// What a question is about, in short: its topic, or the question itself where it has none.
#[must_use]
pub fn short_title(item: &EvidenceItem) -> String {
    item.topic.as_ref().map_or_else(|| item.question.clone(), |topic| capital(topic))
}

/// What an item is called in a list: its number.
#[must_use]
pub fn row_name(item: &ItemId) -> String {
    if item.is_whole() { "All".into() } else { item.to_string() }
}

/// The `format` of a file with everything that is stored in a browser, which `public/recover.js` writes.
const RECOVERY: &str = "standards-met/recovery";

/// The last word of a colour class, such as `is-met`.
#[must_use]
pub fn colour(status: Status) -> &'static str {
    match status {
        Status::Met => "is-met",
        Status::NotApplicable => "is-na",
        Status::ToConfirm => "is-confirm",
        Status::ActionPlanned => "is-planned",
        Status::ActionNeeded => "is-needed",
        Status::Incomplete => "is-part",
        Status::NotStarted => "is-none",
    }
}

/// What to do about something that an item lacks.
#[must_use]
pub fn missing(missing: Gap) -> &'static str {
    match missing {
        Gap::Judgement => "choose an answer to “Is this in place?”",
        Gap::Answer => "write your answer",
        Gap::Evidence => "name at least one document and where it is kept",
        Gap::EvidenceTitle => "give each document a title",
        Gap::EvidenceLocation => "say where each document is kept, or give a link",
        Gap::Reason => "give the reason why it does not apply",
        Gap::NotApplicableRule => "choose yes or not yet: this item cannot be “not applicable”",
        Gap::ActionWhat => "say what will be done",
        Gap::ActionOwner => "say who will do it",
        Gap::ActionDue => "say by when",
        Gap::Explanation => "say why your answer is right all the same",
        Gap::JudgementAfterActions => "every action is done, so check whether your answer is now yes",
    }
}

/// What the judgement "yes" means for the official toolkit.
#[must_use]
pub fn yes_means(kind: AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Text => "This is in place. Describe it in your answer below.",
        AnswerKind::Tick => "This is in place. You can tick this question in the official toolkit.",
        AnswerKind::Document => "This is in place. Name the document and where it is kept below.",
    }
}

/// How to say "not applicable" in the official toolkit.
#[must_use]
pub fn where_to_write(write: NotApplicableBox) -> &'static str {
    match write {
        NotApplicableBox::Text => "write “Not applicable” in the text box",
        NotApplicableBox::Comments => "tick the item and write “Not applicable” in the comments box",
        NotApplicableBox::DocumentLocation => {
            "write “Not applicable” in “Enter text describing document location”"
        }
    }
}

/// Why something is not kept on the device, what is safe, and what to do.
#[must_use]
pub fn storage_error(error: &StorageError) -> &'static str {
    match error {
        StorageError::Unavailable => {
            "This browser is not letting the page keep anything on this device. You can go on typing, and your \
             answers stay here until you close the page. Export a file before you close it, or open this page in \
             a window that is not private."
        }
        StorageError::Full => {
            "There is no room left on this device for your latest changes. They are still here while the page \
             stays open, and earlier answers are safe. Export a file now, then remove assessments that you no \
             longer need: “Your data”, then “More”."
        }
        StorageError::Newer => {
            "A newer version of this page has been opened on this device, so this one has stopped saving. What was saved \
             is safe, and what you typed since is under “Saved versions and removed items”. Reload the page to go on."
        }
        StorageError::NotKept => {
            "This device did not keep your latest changes. They are here while the page stays open. Export a file now, \
             then reload the page."
        }
    }
}

/// What holds while only the second copy on the device takes what is typed.
#[must_use]
pub fn in_second_only(error: &StorageError) -> &'static str {
    match error {
        StorageError::Full => "There is no room in this browser’s main storage. ",
        StorageError::Unavailable => "This browser does not let this page use its main storage. ",
        StorageError::NotKept | StorageError::Newer => {
            "This browser’s main storage does not keep what it is given. "
        }
    }
}

/// What that means, and what to do.
pub const IN_SECOND_ONLY: &str = "Your answers are kept in the second copy on this device, and are loaded from there \
                                  next time. Export a file now, so that you do not depend on one copy alone.";

/// Why a file could not be read, and what to do. What is safe is said beside it.
#[must_use]
pub fn import_error(error: &ImportError) -> String {
    match error {
        ImportError::TooLarge { bytes } => format!(
            "It is {} MB, and a file for this page is never larger than 8 MB. Check that you chose the right one.",
            bytes.div_ceil(1_000_000)
        ),
        ImportError::Unreadable => {
            "The browser could not read it. If it is on a memory stick or in a cloud folder, save it on this \
             device first and try again."
                .into()
        }
        ImportError::NotText => "It is not a text file: perhaps a document, a picture or a zip file. Choose the \
             file whose name ends in “.json”."
            .into(),
        ImportError::Empty => "It is empty. Ask for it to be exported and sent again.".into(),
        ImportError::NotJson { line } => format!(
            "It is not a file that this page made, or it was changed by hand (line {line}). Choose the file whose \
             name ends in “.json”, or ask for it to be exported again."
        ),
        ImportError::Truncated => {
            "The end of it is missing: it was probably cut off while it was being copied or sent. Ask for it to \
             be sent again."
                .into()
        }
        ImportError::ControlCharacter { line } => format!(
            "It has a damaged character on line {line}: this can happen when a file is pasted into a message. Ask \
             for it to be sent as an attachment."
        ),
        ImportError::TooDeep => {
            "It is not an assessment: its contents are nested far deeper than an assessment's. Check that you \
             chose the right file."
                .into()
        }
        ImportError::OtherJson => {
            "It is a data file, but not one from Standards Met. Check that you chose the right file.".into()
        }
        ImportError::OtherFormat { format } if format == RECOVERY => {
            "It is a recovery file, with everything that was stored in a browser. Each assessment in it can be saved \
             alone, as a file that opens here: press “Save this” beside it on the recovery page of that browser."
                .into()
        }
        ImportError::OtherFormat { format } => format!(
            "It is a Standards Met file of another kind ({format}), not an assessment. Choose an exported \
             assessment."
        ),
        ImportError::NewerVersion { version } => format!(
            "It was made by a newer version of this page (form {version}). Reload this page to get the newest \
             version, then open the file again."
        ),
        ImportError::WrongForm { place, wrong } => format!(
            "{} Another program probably changed the file. Ask for a new copy.",
            wrong_form(place, wrong)
        ),
        ImportError::DuplicateItem { item } => format!(
            "It answers item {item} twice, so it is not clear which answer counts. It was probably changed by \
             hand; ask for it to be exported again."
        ),
        ImportError::EditionMissing { .. } => {
            "It leaves out the questions that it answers, so it is not a whole export. Ask for it to be exported \
             again, or put the edition with its questions on this device first, on the page “Editions”."
                .into()
        }
        ImportError::ReviewOfAnother { organisation } => format!(
            "It is a review of {organisation}, which is not on this device. Open the file of that assessment first, \
             or open the review where the assessment is."
        ),
    }
}

/// What was odd in a file that could be read.
#[must_use]
pub fn warning(warning: &ImportWarning) -> String {
    match warning {
        ImportWarning::CheckCode { printed, actual } => format!(
            "This file was changed after it was exported: its check code says {printed}, but its contents make \
             {actual}. If nobody changed it on purpose, ask for it to be sent again."
        ),
        ImportWarning::NoCheckCode => {
            "This file has no check code, so it cannot be told whether it was changed after it was exported."
                .into()
        }
        ImportWarning::UnknownItems(items) => {
            let items = items.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            format!(
                "It answers items that its list of questions does not hold ({items}). They are kept and will be \
                 exported again, but not shown."
            )
        }
    }
}

/// Why something is kept aside.
#[must_use]
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Removed => "removed",
        Reason::Replaced => "automatic backup from before a larger change",
        Reason::Unreadable => "could not be read, and was moved aside untouched",
        Reason::Snapshot => "a version that you saved",
        Reason::Recovery => "a recovery copy from when the two copies on this device differed",
        Reason::Newer => "made by a newer version of this page: reload the page to open it",
        Reason::Unsaved => "typed in an older version of this page, which could not save it any more",
        Reason::NoEdition => {
            "whole, but its questions are not on this device: put their edition here on the page “Editions”, and it opens"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_file_is_said_in_whole_megabytes() {
        assert!(import_error(&ImportError::TooLarge { bytes: 20_000_000 }).starts_with("It is 20 MB,"));
    }
}
