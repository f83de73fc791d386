//! What is noted of answers that came from another edition.

use crate::assessment::{Assessment, Id, Judgement, Response, Timestamp};
use crate::catalogue::ItemId;
use crate::json::{Extra, from_object, spelled, to_object};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The field of a response that came from another edition, or that was left when others came.
pub(super) const CARRIED: &str = "carried";
/// The field of an assessment that answers were carried into.
const CARRIED_FROM: &str = "carried_from";
const CHOICE: &str = "choice";
const CONFIRMED_AT: &str = "confirmed_at";
/// A digest of what the choice made, where there was nothing before: only then is it known to be nobody's own.
pub(super) const MADE: &str = "made";
/// What the choice brought, beside what was there: which texts and how, which documents and actions.
pub(super) const BROUGHT: &str = "brought";
/// A text that came where there was none.
pub(super) const ALONE: &str = "alone";
/// A text that came below one's own.
pub(super) const BELOW: &str = "below";
/// The judgement that nobody has given since: the one that came over or, where it is to be judged anew, the one that was
/// there.
pub(super) const JUDGEMENT: &str = "judgement";

/// What a person chose to do with last year's answer to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum CarryOverChoice {
    /// All of it comes.
    Carry,
    /// All of it but the judgement, which is to be given anew.
    Check,
    /// None of it comes.
    Leave,
}

spelled!(CarryOverChoice { Carry = "carry", Check = "check", Leave = "leave" });

/// What is noted in a response that came from another edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarryOverNote {
    /// The edition that it came from: its identifier and its hash, with a `/` between them.
    #[serde(default)]
    pub edition: String,
    /// That edition's year.
    #[serde(default)]
    pub year: String,
    /// The items there.
    #[serde(default)]
    pub items: Vec<ItemId>,
    pub choice: CarryOverChoice,
    /// When it was chosen.
    #[serde(default)]
    pub at: Timestamp,
    /// When somebody said that it still holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed_at: Option<Timestamp>,
}

/// Which assessment answers were carried over from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CarryOverSource {
    pub assessment: Id,
    /// Its edition: the identifier and the hash, with a `/` between them.
    pub edition: String,
    /// That edition's title.
    pub title: String,
    /// That edition's year.
    pub year: String,
}

impl CarryOverNote {
    pub(super) fn write(&self) -> Extra {
        to_object(self)
    }
}

pub(super) fn text<'a>(note: &'a Extra, field: &str) -> &'a str {
    note.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn time(note: &Extra, field: &str) -> Option<Timestamp> {
    Timestamp::parse(text(note, field))
}

impl Response {
    /// The year that an answer was carried over from, while nobody has said that it still holds.
    pub(in crate::assessment) fn unconfirmed_year(&self) -> Option<String> {
        let note = self.note().filter(|_| self.awaits_confirmation())?;
        Some(text(note, "year").into())
    }

    pub(super) fn note(&self) -> Option<&Extra> {
        self.extra.get(CARRIED)?.as_object()
    }

    /// What is noted of where it came from. `None` where there is no note that can be read.
    #[must_use]
    pub fn carried(&self) -> Option<CarryOverNote> {
        from_object(self.note()?).ok()
    }

    /// Carried over, and nobody has said yet that it still holds. Where it was to be judged anew, a judgement that was
    /// given since says so.
    #[must_use]
    pub fn awaits_confirmation(&self) -> bool {
        let Some(note) = self.note() else { return false };
        // Asked on every page of an item, in the program's first part: as short as it can be.
        let awaits = match text(note, CHOICE) {
            "carry" => true,
            "check" => self.judgement.is_none_or(|now| now.name() == text(note, JUDGEMENT)),
            _ => false,
        };
        awaits && text(note, CONFIRMED_AT).is_empty()
    }

    /// The judgement that came over and is still there, if nobody has confirmed it.
    pub(super) fn borrowed_judgement(&self) -> Option<Judgement> {
        let note = self.note()?;
        let came = self.judgement.filter(|now| now.name() == text(note, JUDGEMENT));
        came.filter(|_| {
            text(note, CHOICE) == CarryOverChoice::Carry.name() && time(note, CONFIRMED_AT).is_none()
        })
    }
}

impl Assessment {
    /// Which assessment answers were carried over from, if any were.
    #[must_use]
    pub fn carried_from(&self) -> Option<CarryOverSource> {
        from_object(self.extra.get(CARRIED_FROM)?.as_object()?).ok()
    }

    /// Notes which assessment answers are carried over from.
    pub fn begin_from(&mut self, from: &CarryOverSource) {
        self.extra.insert(CARRIED_FROM.into(), Value::Object(to_object(from)));
    }

    /// Says that what was carried over to the item still holds. Nothing where nothing was, or where it was said before.
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
