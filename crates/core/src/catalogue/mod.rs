//! The catalogue: an edition of the toolkit, with its parts and evidence items.
//!
//! An edition is data (`*.json` beside this file). It travels inside every exported document, so that an older or
//! newer page shows the questions that were answered.

mod form;
mod guidance;
mod item_id;
mod read;
mod recency;

pub(crate) use form::item as item_number;
pub use guidance::{Contradiction, InterviewQuestion, JudgedItem, Level, Predecessors, Role};
pub use item_id::ItemId;
pub use recency::Recency;

use crate::json::{Extra, spelled};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The `format` of an edition.
pub const EDITION_FORMAT: &str = "standards-met/edition";
/// The newest version of the form of an edition that this page knows.
pub const EDITION_VERSION: u64 = 1;

/// One year's catalogue.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Edition {
    /// Always [`EDITION_FORMAT`].
    pub format: String,
    /// Version of the edition's own form, not of the toolkit.
    pub version: u8,
    /// Stable identifier, such as `dspt-social-care-2021-22`.
    #[serde(deserialize_with = "form::edition_id")]
    pub id: String,
    /// The toolkit's title with its year.
    pub title: String,
    /// The toolkit's year, such as `2021-22`, as used in file names.
    pub year: String,
    /// Where the wording comes from.
    pub source: String,
    pub parts: Vec<Part>,
    /// What is asked about the organisation before anything else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interview: Vec<InterviewQuestion>,
    /// Which judgements cannot both be right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contradictions: Vec<Contradiction>,
    /// The edition as its file spells it out, unknown fields and all. Stored and exported as it is.
    #[serde(skip)]
    pub whole: Extra,
    /// A short form of the SHA-256 of `whole`, which tells two wordings of one edition apart.
    #[serde(skip)]
    pub hash: String,
}

/// A part of the toolkit, such as "Staffing and Roles".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Counted from 1.
    pub number: u8,
    pub title: String,
    pub items: Vec<EvidenceItem>,
}

/// One evidence item: a question of the toolkit with its tooltip.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EvidenceItem {
    #[serde(deserialize_with = "form::item")]
    pub id: ItemId,
    /// The official question, word for word.
    pub question: String,
    /// The official guidance, word for word. A blank line parts paragraphs; a line that starts with `- ` is a
    /// list item.
    pub tooltip: String,
    /// What the source prints in its Action column: the item's number in the edition before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printed_action: Option<String>,
    pub kind: AnswerKind,
    /// When the official toolkit accepts "Not applicable"; absent where it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_applicable: Option<NotApplicableRule>,
    /// Whether the tooltip says that the IT supplier may have to be asked.
    #[serde(default)]
    pub ask_it_supplier: bool,
    /// How recent the item wants its evidence to be, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freshness: Option<String>,
    /// A condition that the tooltip prints and that decides what to type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    #[serde(default)]
    pub links: Vec<Link>,
    /// Our own plain-English help, never the official wording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_short: Option<String>,
    /// What the item is about, in a few words such as "your list of staff and roles". Ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// How a small, made-up home could answer. Ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// What counts as evidence. Ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<String>,
    /// About how long the answer takes where the thing itself exists, in minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u8>,
    /// Who can answer it; nobody in particular where it is empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<Role>,
    /// Items that this one builds on.
    #[serde(default, deserialize_with = "form::items", skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<ItemId>,
    /// How recent the evidence has to be.
    #[serde(default, deserialize_with = "form::recency", skip_serializing_if = "Option::is_none")]
    pub recent: Option<Recency>,
    /// The share of people, in percent, that the item asks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<u8>,
    /// The levels for which the item has to be met; empty where the edition does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// What it continues of earlier editions, for carrying answers over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<Predecessors>,
}

/// The form in which the official toolkit takes the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum AnswerKind {
    /// A text box.
    Text,
    /// A tick with a comments box.
    Tick,
    /// Documents: uploaded, linked, or "where it is kept".
    Document,
}

/// When an item may be answered "Not applicable", and how to say so in the official toolkit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotApplicableRule {
    /// The printed condition, as a clause that follows "Only if".
    pub when: String,
    /// The printed condition as a ready reason.
    pub reason: String,
    /// Which box of the official toolkit takes the words "Not applicable".
    pub write: NotApplicableBox,
    /// The questions of the interview that settle it: all of them answered with no. Empty where none does.
    #[serde(default, deserialize_with = "form::names")]
    pub if_no_to: Vec<String>,
    /// Whether it may also not apply for a reason that no question asks for.
    #[serde(default)]
    pub also_otherwise: bool,
}

/// A box of the official toolkit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum NotApplicableBox {
    /// The text box of a text item.
    Text,
    /// The tick, with the comments box.
    Comments,
    /// The box "Enter text describing document location".
    DocumentLocation,
}

/// A link printed in a tooltip.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// What to show.
    pub text: String,
    /// What the tooltip prints, and the link replaces.
    #[serde(deserialize_with = "form::not_empty")]
    pub printed: String,
    /// The address, repaired where the printing lost a hyphen with certainty.
    #[serde(deserialize_with = "form::web_address")]
    pub href: String,
}

spelled!(AnswerKind { Text = "text", Tick = "tick", Document = "document" });
spelled!(NotApplicableBox { Text = "text", Comments = "comments", DocumentLocation = "document_location" });

impl Edition {
    /// The edition that is delivered with the page.
    ///
    /// The page itself reads it from its own document (`browser::page::delivered_edition`), where `boot.js` has put the
    /// same file; inside the program it would be a tenth of what has to be loaded before anything happens.
    #[must_use]
    pub fn built_in() -> Self {
        Self::from_text(include_str!("dspt-social-care-2021-22.json")).unwrap_or_default()
    }

    /// The edition with only these items, for a sheet that somebody else fills in. Parts without any of them go, and so
    /// do the interview and the contradictions, which speak of the whole.
    #[must_use]
    pub fn only(&self, keep: impl Fn(&EvidenceItem) -> bool) -> Option<Self> {
        let mut whole = self.whole.clone();
        let kept = |item: &Value| {
            let id = item.get("id").and_then(Value::as_str).unwrap_or_default();
            self.item(&ItemId(id.into())).is_some_and(&keep)
        };
        if let Some(Value::Array(parts)) = whole.get_mut("parts") {
            for items in parts.iter_mut().filter_map(|part| part.get_mut("items")?.as_array_mut()) {
                items.retain(kept);
            }
            parts.retain(|part| {
                part.get("items").and_then(Value::as_array).is_some_and(|items| !items.is_empty())
            });
        }
        whole.remove("interview");
        whole.remove("contradictions");
        Self::read(whole).ok()
    }

    #[must_use]
    pub fn interview_question(&self, id: &str) -> Option<&InterviewQuestion> {
        self.interview.iter().find(|question| question.id == id)
    }

    /// Every evidence item in printed order.
    pub fn items(&self) -> impl Iterator<Item = &EvidenceItem> {
        self.parts.iter().flat_map(|part| &part.items)
    }

    #[must_use]
    pub fn item(&self, id: &ItemId) -> Option<&EvidenceItem> {
        self.items().find(|item| item.id == *id)
    }

    #[must_use]
    pub fn part(&self, number: u8) -> Option<&Part> {
        self.parts.iter().find(|part| part.number == number)
    }

    /// The part that holds the item.
    #[must_use]
    pub fn part_of(&self, id: &ItemId) -> Option<&Part> {
        self.parts.iter().find(|part| part.items.iter().any(|item| item.id == *id))
    }

    /// The item's place in the whole edition, counted from 1.
    #[must_use]
    pub fn place_of(&self, id: &ItemId) -> Option<usize> {
        self.items().position(|item| item.id == *id).map(|index| index + 1)
    }

    /// The items printed just before and just after.
    #[must_use]
    pub fn neighbours(&self, id: &ItemId) -> (Option<&EvidenceItem>, Option<&EvidenceItem>) {
        let Some(place) = self.place_of(id) else {
            return (None, None);
        };
        let before = place.checked_sub(2).and_then(|index| self.items().nth(index));
        (before, self.items().nth(place))
    }
}
