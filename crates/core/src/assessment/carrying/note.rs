//! The note on a response that came from another edition.

use crate::assessment::{Action, Assessment, Id, Judgement, Response, Timestamp};
use crate::catalogue::ItemId;
use crate::json::{Extra, from_object, spelled, to_object};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The field of a response that was carried over, or that was left alone when others were.
pub(super) const CARRIED: &str = "carried";
/// The field of an assessment into which responses were carried over.
const CARRIED_FROM: &str = "carried_from";
const CHOICE: &str = "choice";
const CONFIRMED_AT: &str = "confirmed_at";
/// A digest of what the choice made, where there was nothing before. Only with it is the content known not to be the
/// home's own.
pub(super) const MADE: &str = "made";
/// What the choice brought beside what was there: which texts and how, which documents and which actions.
pub(super) const BROUGHT: &str = "brought";
/// A text that was brought into an empty field.
pub(super) const ALONE: &str = "alone";
/// A text that was brought below the home's own.
pub(super) const BELOW: &str = "below";
/// The judgement that nobody has given since the choice: the one that was carried over or, for
/// [`CarryOverChoice::Check`], the one that was there.
pub(super) const JUDGEMENT: &str = "judgement";

/// What a person chose to do with last year's response to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum CarryOverChoice {
    /// Carries over everything.
    Carry,
    /// Carries over everything except the judgement, which is to be given again.
    Check,
    /// Carries over nothing.
    Leave,
}

spelled!(CarryOverChoice { Carry = "carry", Check = "check", Leave = "leave" });

/// The note on a response that came from another edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarryOverNote {
    /// The edition that it came from: its identifier and its hash, with a `/` between them.
    #[serde(default)]
    pub edition: String,
    /// The year of that edition.
    #[serde(default)]
    pub year: String,
    /// The items of that edition.
    #[serde(default)]
    pub items: Vec<ItemId>,
    pub choice: CarryOverChoice,
    /// When the choice was made.
    #[serde(default)]
    pub at: Timestamp,
    /// When somebody confirmed that the response still holds. `None` while nobody has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed_at: Option<Timestamp>,
}

/// The assessment from which responses were carried over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CarryOverSource {
    pub assessment: Id,
    /// Its edition: the identifier and the hash, with a `/` between them.
    pub edition: String,
    /// The title of that edition.
    pub title: String,
    /// The year of that edition.
    pub year: String,
}

impl CarryOverNote {
    /// Returns the note as the fields of a JSON object.
    pub(super) fn write(&self) -> Extra {
        to_object(self)
    }
}

/// Returns a text field of a note. Empty when it is missing.
pub(super) fn text<'a>(note: &'a Extra, field: &str) -> &'a str {
    note.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn time(note: &Extra, field: &str) -> Option<Timestamp> {
    Timestamp::parse(text(note, field))
}

impl Response {
    /// Returns the year from which a response was carried over, while nobody has confirmed that it still holds. `None`
    /// otherwise.
    pub(in crate::assessment) fn unconfirmed_year(&self) -> Option<String> {
        let note = self.note().filter(|_| self.awaits_confirmation())?;
        Some(text(note, "year").into())
    }

    /// Returns the fields of the note. `None` when the response has none.
    pub(super) fn note(&self) -> Option<&Extra> {
        self.extra.get(CARRIED)?.as_object()
    }

    /// Returns the note on where the response came from. `None` when there is no note that can be read.
    #[must_use]
    pub fn carried(&self) -> Option<CarryOverNote> {
        from_object(self.note()?).ok()
    }

    /// Returns whether the response was carried over and nobody has confirmed yet that it still holds. For
    /// [`CarryOverChoice::Check`], a judgement given since then confirms it.
    #[must_use]
    pub fn awaits_confirmation(&self) -> bool {
        let Some(note) = self.note() else { return false };
        // Every item page calls this, in the first part of the program that is loaded: keep it as short as possible.
        let awaits = match text(note, CHOICE) {
            "carry" => true,
            "check" => self.judgement.is_none_or(|now| now.name() == text(note, JUDGEMENT)),
            _ => false,
        };
        awaits && text(note, CONFIRMED_AT).is_empty()
    }

    /// Returns the judgement that was carried over and is still there, if nobody has confirmed it.
    pub(super) fn borrowed_judgement(&self) -> Option<Judgement> {
        let note = self.note()?;
        let came = self.judgement.filter(|now| now.name() == text(note, JUDGEMENT));
        came.filter(|_| {
            text(note, CHOICE) == CarryOverChoice::Carry.name() && time(note, CONFIRMED_AT).is_none()
        })
    }
}

impl Assessment {
    /// Returns the assessment from which responses were carried over. `None` when none were.
    #[must_use]
    pub fn carried_from(&self) -> Option<CarryOverSource> {
        from_object(self.extra.get(CARRIED_FROM)?.as_object()?).ok()
    }

    /// Notes the assessment from which responses are carried over.
    pub fn begin_from(&mut self, from: &CarryOverSource) {
        self.extra.insert(CARRIED_FROM.into(), Value::Object(to_object(from)));
    }

    /// Returns whether last year's responses are still on their way into this assessment: none was decided on, or one was
    /// carried over and nobody has confirmed it.
    #[must_use]
    pub fn is_carrying_over(&self) -> bool {
        let noted = || self.responses.iter().filter(|response| response.note().is_some());
        self.carried_from().is_some()
            && (noted().next().is_none() || noted().any(Response::awaits_confirmation))
    }

    /// Carries over the open actions that belong to last year's assessment as a whole, and to no item that could be decided
    /// on by itself.
    pub fn carry_whole(&mut self, older: &Self, now: Timestamp) {
        let whole = ItemId::whole();
        let given = older.response(&whole).map(|response| response.actions.as_slice()).unwrap_or_default();
        let open: Vec<Action> =
            given.iter().filter(|action| !action.done && !action.is_blank()).cloned().collect();
        if !open.is_empty() {
            self.touch(&whole, now, |response| response.actions = open);
        }
    }

    /// Confirms that what was carried over to the item still holds. Does nothing when nothing was carried over, or when
    /// it was confirmed before.
    pub fn confirm_carried(&mut self, item: &ItemId, now: Timestamp) {
        let note = self.response(item).and_then(Response::note);
        let is_open = |note: &Extra| {
            text(note, CHOICE) != CarryOverChoice::Leave.name() && time(note, CONFIRMED_AT).is_none()
        };
        if !note.is_some_and(is_open) {
            return;
        }
        self.touch(item, now, |response| {
            if let Some(Value::Object(note)) = response.extra.get_mut(CARRIED) {
                note.insert(CONFIRMED_AT.into(), Value::String(now.to_string()));
            }
        });
    }
}
