//! What a check finds.

use super::Date;
use super::private::PersonalData;
use crate::catalogue::{ItemId, Recency};

/// Something in one item that may be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub item: ItemId,
    pub kind: FindingKind,
}

/// The kind of a finding, with its details.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// The judgements of this item and of `other` cannot both be right. `because` is the reason that the edition gives.
    Contradicts {
        other: ItemId,
        because: String,
    },
    /// Judged not applicable, although an interview question that settles the item was answered with yes. `question` is
    /// the wording of that question.
    AppliesByInterview {
        question: String,
    },
    /// Judged not applicable, although an interview question that settles the item was answered with "not sure". `question` is
    /// the wording of that question.
    UnsureByInterview {
        question: String,
    },
    /// Judged met or not yet, although the interview settles the item as not applicable.
    DoesNotApplyByInterview,
    /// Judged met, although the highest share of people in the texts is below the one that the item asks for. Both are in
    /// whole percent.
    ShareTooLow {
        highest: u32,
        needed: u8,
    },
    /// The date that decides is too old or, for [`Recency::By`], too late. `newest` is that date, and `limit` is the
    /// date that would be accepted.
    OutOfDate {
        newest: Date,
        rule: Recency,
        limit: Date,
    },
    /// The date that decides is recent enough today, and will be more than `months` months old on `publish_on`, the day on
    /// which the organisation plans to publish. `limit` is the earliest date that will be accepted then.
    OutOfDateWhenPublished {
        newest: Date,
        months: u8,
        limit: Date,
        publish_on: Date,
    },
    /// The date of a document, or the day on which an action was done, is in the future.
    InTheFuture {
        day: Date,
    },
    /// A document without a location. `title` may be empty.
    DocumentWithoutLocation {
        title: String,
    },
    ActionWithoutOwner {
        what: String,
    },
    ActionWithoutDate {
        what: String,
    },
    ActionOverdue {
        what: String,
        due: Date,
    },
    /// Judged met, although one of its texts says "not applicable".
    SaysNotApplicable,
    /// Carried over from another year, and not yet confirmed by anybody as still valid.
    NotConfirmed {
        year: String,
    },
    /// A text looks like something that should not be typed here.
    Private(PersonalData),
}
