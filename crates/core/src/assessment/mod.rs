//! One organisation's assessment: what people gave, the edits on it, and what is derived from it.
//!
//! Everything here is total: no function fails, and the time and new identifiers are arguments.

mod carrying;
mod change;
mod changed;
mod checks;
mod codec;
mod dates;
mod edit;
pub mod homes;
mod id;
mod interview;
mod merge;
mod next;
mod official;
mod plan;
mod private;
mod remarks;
mod renamed;
mod response;
mod returned;
mod reviewing;
mod risk;
mod search;
mod share;
mod status;
mod suggestions;
mod superseded;
mod text;
mod three_way;
mod words;

pub use carrying::{
    CarryOverChoice, CarryOverNote, CarryOverSource, EditionMapping, ItemMatch, MatchReason, OpenAction,
    PartYears, StatusChange, Year, YearStep, Years, is_year_after, matching, years,
};
pub use change::Change;
pub use changed::{Changes, FieldChange, changes};
pub use checks::{Finding, FindingKind, findings, findings_of};
pub use codec::AssessmentError;
pub use edit::{ActionEdit, Edit, EvidenceEdit};
pub use id::Id;
pub use interview::{InterviewAnswer, YesNoUnsure};
pub use merge::{Difference, difference, newest_of_each, replace};
pub use next::{NextItem, NextReason, next};
pub use official::{EntryStatus, OfficialBox, OfficialEntry, entry};
pub use plan::{PlannedAction, planned, unplanned};
pub use private::{PersonalData, private};
pub use remarks::{Handling, Remark, Reviewer, Subject, merge_reviews};
pub use response::{Action, Evidence, Judgement, Priority, Response, Review, Verdict};
pub use returned::ReturnOutcome;
pub use reviewing::{
    Progress, ReviewEdit, ReviewFilter, ReviewOrigin, SHORT, ShownAnswer, Weakness, to_see, weakness,
};
pub use risk::{ChangesSinceCopy, CopyNeed, LastCopy};
pub use search::{Hit, Query, search};
pub use share::Share;
pub use status::{Gap, Status, Tally, missing, status};
pub use suggestions::suggestions;
pub use superseded::{KnownEdits, edit_times, superseded};
pub use three_way::{Conflict, MergeBase, MergeOutcome, MergeSide, merge_sides, three_way};
pub use words::{DiffRun, word_changes};

pub use crate::calendar::{Date, Timestamp};

use crate::catalogue::{Edition, ItemId, Level};
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
    /// For the worked example of a made-up home, which is nobody's own work: the day on which it is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<Date>,
    /// For a sheet with some of the questions that somebody else fills in: the assessment that asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet_of: Option<Id>,
    /// What was told about the organisation, at most once for each question, in the order of the questions' identifiers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interview: Vec<InterviewAnswer>,
    /// At most one for each item, in the order of the items' numbers as text, so that the same answers are the same
    /// file however they came together. Items without anything have none. Responses to items that the edition does not
    /// hold are kept.
    #[serde(default)]
    pub responses: Vec<Response>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// Whom the assessment is about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    pub name: String,
    /// The Organisation Data Service's code, such as `VM1AB`; empty when not given.
    #[serde(default)]
    pub ods_code: String,
    /// When the name or the code was last changed, if it ever was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renamed_at: Option<Timestamp>,
    #[serde(flatten)]
    pub extra: Extra,
}

impl Assessment {
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
            interview: Vec::new(),
            responses: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// Today, as far as this assessment is concerned: the worked example is set on a day of its own.
    #[must_use]
    pub fn today(&self, today: Date) -> Date {
        self.example.unwrap_or(today)
    }

    /// What was given for the item, if anything was.
    #[must_use]
    pub fn response(&self, item: &ItemId) -> Option<&Response> {
        self.responses.iter().find(|response| response.item == *item)
    }

    /// Applies one edit to the item's response, which comes into being with it. Where something was removed, gives the
    /// edit that puts it back.
    pub fn edit(&mut self, item: &ItemId, edit: Edit, now: Timestamp) -> Option<Edit> {
        let response = self.response_or_empty(item)?;
        response.edited_at = now.after(response.edited_at);
        let undo = response.apply(edit);
        self.edited_at = now.after(self.edited_at);
        undo
    }

    /// The response to the item, which comes into being in its place. Always there.
    fn response_or_empty(&mut self, item: &ItemId) -> Option<&mut Response> {
        let place =
            self.responses.binary_search_by(|response| response.item.cmp(item)).unwrap_or_else(|place| {
                self.responses.insert(place, Response::empty(item.clone()));
                place
            });
        self.responses.get_mut(place)
    }

    /// Changes the organisation's name and code.
    pub fn rename(&mut self, name: &str, ods_code: &str, now: Timestamp) {
        self.organisation.name = name.trim().into();
        self.organisation.ods_code = ods_code.trim().into();
        self.organisation.renamed_at = Some(now.after(self.organisation.renamed_at.unwrap_or_default()));
        self.edited_at = now.after(self.edited_at);
    }

    /// The standing of each item of the edition, counted.
    #[must_use]
    pub fn tally(&self, edition: &Edition) -> Tally {
        edition.items().map(|item| status(item, self.response(&item.id))).collect()
    }

    /// The standing of each item of one part, counted.
    #[must_use]
    pub fn part_tally(&self, edition: &Edition, number: u8) -> Tally {
        let items = edition.part(number).map(|part| part.items.as_slice()).unwrap_or_default();
        items.iter().map(|item| status(item, self.response(&item.id))).collect()
    }

    /// The standing of each item that a level needs, counted; none where the edition does not say.
    #[must_use]
    pub fn level_tally(&self, edition: &Edition, level: Level) -> Tally {
        let needed = edition.items().filter(|item| item.levels.contains(&level));
        needed.map(|item| status(item, self.response(&item.id))).collect()
    }

    /// The items answered here that the edition does not hold.
    #[must_use]
    pub fn unknown_items(&self, edition: &Edition) -> Vec<ItemId> {
        let unknown = self.responses.iter().filter(|response| edition.item(&response.item).is_none());
        unknown.map(|response| response.item.clone()).collect()
    }
}
