//! The summary of one file in a table of many homes: how far the home has got, and none of its answers.

use crate::assessment::{Action, Assessment, Date, Id, Response, Review, Status, Tally, Timestamp, findings};
use crate::catalogue::{Edition, EvidenceItem, ItemId};
use std::cmp::Reverse;

/// The most due dates of open actions that a summary holds, the earliest first. It is more than a home has, and no more
/// than a table of many homes can hold.
const MOST_DAYS: usize = 100;

/// The progress of one home, according to one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The assessment's own identifier. Two files with the same identifier are of the same home.
    pub id: Id,
    pub name: String,
    /// Empty when not given.
    pub ods_code: String,
    /// The edition that it answers: its identifier and the hash of its wording, with a `/` between them.
    pub edition: String,
    /// The status of each item, in the order of the edition.
    pub statuses: Vec<Status>,
    /// The number of findings on the day on which the file was read.
    pub findings: usize,
    /// The number of actions still to be done.
    pub open: usize,
    /// The due dates of the open actions that have one, the earliest first. At most `MOST_DAYS` of them.
    pub due: Vec<Date>,
    /// For a worked example, the day on which it is set. `None` for a real home.
    pub example: Option<Date>,
    pub edited_at: Timestamp,
    /// The last review in the file. `None` when it has none.
    pub reviewed: Option<LastReview>,
    pub origin: SourceFile,
}

/// The last review of a home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastReview {
    /// The name of the reviewer.
    pub by: String,
    pub at: Timestamp,
    /// The number of items whose response changed after their review, or was first given after the last review.
    pub changed: usize,
}

/// The file that a summary was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The name of the file.
    pub file: String,
    /// In bytes.
    pub size: usize,
    /// The check code of the content.
    pub check_code: String,
    /// Whether the file states another check code, which means that it was changed after it was exported.
    pub altered: bool,
    /// The day on which it was read.
    pub read_on: Date,
}

/// The parts and items of an edition, as far as a table needs them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The toolkit's year, such as `2021-22`.
    pub year: String,
    pub parts: Vec<OutlinePart>,
}

/// A part with the number and the question of each of its items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlinePart {
    pub number: u8,
    pub title: String,
    pub items: Vec<(ItemId, String)>,
}

impl Outline {
    /// Returns the outline of an edition.
    #[must_use]
    pub fn of(edition: &Edition) -> Self {
        let parts = edition.parts.iter().map(|part| OutlinePart {
            number: part.number,
            title: part.title.clone(),
            items: part.items.iter().map(|item| (item.id.clone(), item.question.clone())).collect(),
        });
        Self { year: edition.year.clone(), parts: parts.collect() }
    }

    /// Returns every item with its question, in printed order.
    pub fn items(&self) -> impl Iterator<Item = &(ItemId, String)> {
        self.parts.iter().flat_map(|part| &part.items)
    }
}

/// Returns the identifier in [`Summary::edition`], without the hash of the wording.
pub(super) fn id_in(edition: &str) -> &str {
    edition.split('/').next().unwrap_or_default()
}

impl SourceFile {
    /// Returns whether the table names this file rather than another one with the same content. The file that was read
    /// last goes first, because its findings are of a later day. Otherwise the first file name does.
    pub(super) fn goes_before(&self, other: &Self) -> bool {
        let order = |origin: &Self| (Reverse(origin.read_on), origin.file.clone(), origin.check_code.clone());
        order(self) < order(other)
    }
}

impl Summary {
    /// Returns the summary of an assessment that was read from the file `origin`.
    #[must_use]
    pub fn of(edition: &Edition, assessment: &Assessment, origin: SourceFile) -> Self {
        let today = assessment.today(origin.read_on);
        let status_of = |item: &EvidenceItem| assessment.status(edition, item);
        let (open, due) = actions(edition, assessment);
        Self {
            id: assessment.id.clone(),
            name: assessment.organisation.name.clone(),
            ods_code: assessment.organisation.ods_code.clone(),
            edition: format!("{}/{}", edition.id, edition.hash),
            statuses: edition.items().map(status_of).collect(),
            findings: findings(edition, assessment, today).len(),
            open,
            due,
            example: assessment.example,
            edited_at: assessment.edited_at,
            reviewed: reviewed(edition, assessment),
            origin,
        }
    }

    /// Returns the identifier of the edition, without the hash of its wording.
    #[must_use]
    pub fn edition_id(&self) -> &str {
        id_in(&self.edition)
    }

    /// Returns how many items have each status.
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.statuses.iter().copied().collect()
    }

    /// Returns the same counts for each part: the part's number and its tally.
    #[must_use]
    pub fn parts(&self, outline: &Outline) -> Vec<(u8, Tally)> {
        let mut rest = self.statuses.iter().copied();
        let part = |part: &OutlinePart| (part.number, rest.by_ref().take(part.items.len()).collect());
        outline.parts.iter().map(part).collect()
    }

    /// Returns the number of open actions that were due before today. For a worked example, today is the day on which
    /// it is set.
    #[must_use]
    pub fn overdue(&self, today: Date) -> usize {
        let today = self.example.unwrap_or(today);
        self.due.iter().filter(|day| **day < today).count()
    }

    /// Returns whether another summary has the same content. That is the same document, or one that says the same of
    /// the home at the same moment, such as a second export without a change in between.
    pub(super) fn holds_the_same_as(&self, other: &Self) -> bool {
        // The check code is of the answers: it says nothing of reviews, nor of when something was changed.
        let same_document = self.origin.check_code == other.origin.check_code
            && self.reviewed == other.reviewed
            && self.edited_at == other.edited_at;
        same_document
            || (self.edited_at == other.edited_at
                && self.origin.altered == other.origin.altered
                && self.name == other.name
                && self.ods_code == other.ods_code
                && self.edition == other.edition
                && self.statuses == other.statuses
                && self.open == other.open
                && self.due == other.due
                && self.reviewed == other.reviewed)
    }
}

/// Returns the number of open actions, and their due dates.
fn actions(edition: &Edition, assessment: &Assessment) -> (usize, Vec<Date>) {
    let whole = ItemId::whole();
    let ids = edition.items().map(|item| &item.id).chain([&whole]);
    let responses = ids.filter_map(|item| assessment.response(item));
    let is_open = |action: &&Action| !action.done && !action.is_blank();
    let open: Vec<&Action> = responses.flat_map(|response| &response.actions).filter(is_open).collect();
    let mut due: Vec<Date> = open.iter().filter_map(|action| action.due).collect();
    due.sort_unstable();
    due.truncate(MOST_DAYS);
    (open.len(), due)
}

/// Returns the last review, and how many items have changed since. `None` when there is no review.
fn reviewed(edition: &Edition, assessment: &Assessment) -> Option<LastReview> {
    let all = assessment.responses.iter().flat_map(|response| &response.reviews);
    let last = all.filter(|review| !review.is_blank()).max_by_key(|review| review.reviewed_at)?;
    let responses = edition.items().filter_map(|item| assessment.response(&item.id));
    let changed = responses.filter(|response| has_changed(response, last.reviewed_at)).count();
    Some(LastReview { by: last.by().name, at: last.reviewed_at, changed })
}

fn has_changed(response: &Response, last: Timestamp) -> bool {
    let about_it = |review: &&Review| !review.is_blank() && !review.is_wider();
    let own = response.reviews.iter().filter(about_it).max_by_key(|review| review.reviewed_at);
    match own {
        Some(review) if !review.answer_sha256().is_empty() => review.is_outdated(response),
        Some(review) => response.edited_at > review.reviewed_at,
        // A review of a part is stored with one of its items, and importing it counts as an edit of that item's
        // response.
        None => response.reviews.is_empty() && !response.is_blank() && response.edited_at > last,
    }
}
