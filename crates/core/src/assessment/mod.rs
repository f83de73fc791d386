//! One organisation's assessment: the answers, the edits to them, and what is derived from them.
//!
//! Everything here is total: only reading can fail, and it returns an error. The current time and new identifiers are
//! passed as arguments.

mod answer_digest;
mod carrying;
mod change;
mod changed;
mod checks;
mod codec;
mod dates;
mod deadline;
mod edit;
mod figures;
mod finding;
pub mod homes;
mod id;
mod interview;
mod levels;
mod merge;
mod merged_reviews;
mod next;
mod ods_code;
mod official;
mod plan;
mod private;
mod publish_day;
mod remarks;
mod renamed;
mod response;
mod returned;
mod review_list;
mod review_progress;
mod reviewing;
mod risk;
mod rules;
mod search;
mod search_words;
mod share;
mod status;
mod suggestions;
mod superseded;
mod tally;
mod text;
mod three_way;
mod words;

pub use carrying::{
    AnswersAhead, CarryOverChoice, CarryOverNote, CarryOverSource, EditionMapping, EditionNews, ItemMatch,
    ItemNews, ItemOrigin, MatchReason, OpenAction, PartYears, StatusChange, Year, YearStep, Years,
    edition_before, edition_news, is_year_after, matching, older_first, years,
};
pub use change::Change;
pub use changed::{Changes, FieldChange, changes};
pub use checks::{findings, findings_of, findings_when_published};
pub use codec::AssessmentError;
pub use deadline::{last_day, next_deadline};
pub use edit::{ActionEdit, Edit, EvidenceEdit};
pub use finding::{Finding, FindingKind};
pub use id::Id;
pub use interview::{InterviewAnswer, YesNoUnsure};
pub use levels::{LevelProgress, PlanGaps, nearer_level};
pub use merge::{Difference, difference, newest_of_each, replace};
pub use merged_reviews::merge_reviews;
pub use next::{NextItem, NextReason, next};
pub use ods_code::could_be_ods_code;
pub use official::{EntryStatus, OfficialBox, OfficialEntry, entry};
pub use plan::{MonthCount, PlanMonth, PlannedAction, by_month, planned, unplanned};
pub use private::{PersonalData, private};
pub use publish_day::Pace;
pub use remarks::{Handling, Remark, Reviewer, Subject};
pub use response::{Action, Evidence, Fields, Judgement, Priority, Response, Review, Verdict};
pub use returned::ReturnOutcome;
pub use review_list::{ReviewFilter, SHORT, Weakness, to_see, weakness};
pub use review_progress::{LastRemark, NextToReview, Progress, ReviewReason};
pub use reviewing::{ReviewEdit, ReviewOrigin, ShownAnswer};
pub use risk::{ChangesSinceCopy, CopyNeed, LastCopy};
pub use search::{Hit, Query, search};
pub use search_words::SearchWords;
pub use share::Share;
pub use status::{Gap, Status};
pub use suggestions::suggestions;
pub use superseded::{KnownEdits, edit_times, superseded};
pub use tally::Tally;
pub use three_way::{Conflict, MERGE_BASE, MergeBase, MergeOutcome, MergeSide, merge_sides, three_way};
pub use words::{DiffRun, word_changes};

pub use crate::calendar::{Date, Timestamp};

use crate::catalogue::{Edition, ItemId};
use crate::json::Extra;
use serde::{Deserialize, Serialize};

/// One organisation's answers to one edition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    pub id: Id,
    pub organisation: Organisation,
    pub created_at: Timestamp,
    /// When anything in the assessment last changed.
    pub edited_at: Timestamp,
    /// The day on which the worked example of a fictional home takes place. `None` for any other assessment: only the
    /// example is not somebody's own work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<Date>,
    /// The assessment that a sheet was made from. A sheet holds some of the questions, for somebody else to answer.
    /// `None` for an assessment that is not a sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet_of: Option<Id>,
    /// The day on which the organisation plans to publish. `None` if not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publish_on: Option<Date>,
    /// What was typed of that day while it is not whole, as in [`Evidence::approved_draft`]. Empty otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub publish_draft: String,
    /// When the day was last changed or taken away, or somebody did not want to be asked for it. `None` if nobody was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publish_changed_at: Option<Timestamp>,
    /// The answers to the interview: at most one for each question, sorted by the identifier of the question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interview: Vec<InterviewAnswer>,
    /// At most one response for each item, sorted by item number as text, so that the same answers make the same file
    /// in whatever order they were merged. Items without any content have none. Responses to items that the edition
    /// does not hold are kept.
    #[serde(default)]
    pub responses: Vec<Response>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// The organisation that the assessment is about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    pub name: String,
    /// The code of the Organisation Data Service, such as `VM1AB`. Empty if not given.
    #[serde(default)]
    pub ods_code: String,
    /// When the name or the code was last changed. `None` if it never was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renamed_at: Option<Timestamp>,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Assessment {
    /// Returns an assessment without any answers. Trims the name and the code.
    #[must_use]
    pub fn new(id: Id, name: &str, ods_code: &str, now: Timestamp) -> Self {
        let organisation = Organisation {
            name: name.trim().into(),
            ods_code: ods_code.trim().into(),
            ..Organisation::default()
        };
        Self {
            id,
            organisation,
            created_at: now,
            edited_at: now,
            example: None,
            sheet_of: None,
            publish_on: None,
            publish_draft: String::new(),
            publish_changed_at: None,
            interview: Vec::new(),
            responses: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// Returns the day that counts as today for this assessment: the fixed day of the worked example, and `today`
    /// otherwise.
    #[must_use]
    pub fn today(&self, today: Date) -> Date {
        self.example.unwrap_or(today)
    }

    /// Returns the response to the item. `None` if there is none.
    #[must_use]
    pub fn response(&self, item: &ItemId) -> Option<&Response> {
        self.responses.iter().find(|response| response.item == *item)
    }

    /// Applies one edit to the response to the item, which is created if there is none. If the edit removed or took
    /// over something, returns the edit that reverses that.
    pub fn edit(&mut self, item: &ItemId, edit: Edit, now: Timestamp) -> Option<Edit> {
        let response = self.response_or_empty(item)?;
        response.edited_at = now.after(response.edited_at);
        let undo = response.apply(edit);
        self.edited_at = now.after(self.edited_at);
        undo
    }

    /// Returns the response to the item, creating an empty one in its sorted place if there is none. Always `Some`.
    fn response_or_empty(&mut self, item: &ItemId) -> Option<&mut Response> {
        let place =
            self.responses.binary_search_by(|response| response.item.cmp(item)).unwrap_or_else(|place| {
                self.responses.insert(place, Response::empty(item.clone()));
                place
            });
        self.responses.get_mut(place)
    }

    /// Changes the organisation's name and code, which are trimmed. The worked example becomes somebody's own work with it.
    pub fn rename(&mut self, name: &str, ods_code: &str, now: Timestamp) {
        self.organisation.name = name.trim().into();
        self.organisation.ods_code = ods_code.trim().into();
        self.organisation.renamed_at = Some(now.after(self.organisation.renamed_at.unwrap_or_default()));
        self.edited_at = now.after(self.edited_at);
        self.own_what_was_named();
    }

    /// Takes the mark of the worked example off what somebody has named: a copy of it, or the example under another name.
    /// The first versions of this page left it there.
    pub(crate) fn own_what_was_named(&mut self) {
        if self.organisation.renamed_at.is_some() {
            self.example = None;
        }
    }

    /// Returns whether this is the worked example as it is delivered, in which nobody has changed anything: its last edit
    /// is of the day on which it is set.
    #[must_use]
    pub fn is_untouched_example(&self) -> bool {
        self.example.is_some_and(|day| self.edited_at.date() <= day)
    }

    /// Returns the items with a response that the edition does not hold.
    #[must_use]
    pub fn unknown_items(&self, edition: &Edition) -> Vec<ItemId> {
        let unknown = self
            .responses
            .iter()
            .filter(|response| edition.item(&response.item).is_none() && !response.item.is_whole());
        unknown.map(|response| response.item.clone()).collect()
    }
}
