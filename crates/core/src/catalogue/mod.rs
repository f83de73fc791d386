//! The catalogue: an edition of the toolkit, with its parts and evidence items.
//!
//! An edition is data (`*.json` beside this file). Every exported document contains its edition, so that an older or
//! newer page shows the questions that were answered.

mod form;
mod guidance;
mod item_id;
mod levels;
mod link;
mod read;
mod recency;
mod toolkit_year;

pub(crate) use form::item as item_number;
pub use guidance::{
    Certainty, Contradiction, EditionSource, InterviewQuestion, JudgedItem, Level, OpenPoint, Predecessors,
    Role, Wording, WordingChange,
};
pub use item_id::ItemId;
pub use link::Link;
pub use recency::Recency;
pub use toolkit_year::{DEADLINE, EditionAge, ToolkitYear};

use crate::calendar::Date;
use crate::json::{Extra, spelled};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The `format` of an edition.
pub const EDITION_FORMAT: &str = "standards-met/edition";
/// The newest version of the edition's form that this page knows.
pub const EDITION_VERSION: u64 = 1;

/// The catalogue of one year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Edition {
    /// Always [`EDITION_FORMAT`].
    pub format: String,
    /// The version of the edition's own form, not of the toolkit.
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
    /// Whose words the questions and the tooltips are.
    #[serde(default)]
    pub wording: Wording,
    /// The day on which the toolkit of this year opened; `None` where the edition does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens: Option<Date>,
    /// The last day to publish for this year; `None` where the edition does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closes: Option<Date>,
    /// What it was made from, beside `source`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<EditionSource>,
    /// What is not certain of it as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unsure: Vec<OpenPoint>,
    pub parts: Vec<Part>,
    /// The questions about the organisation that are asked before anything else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interview: Vec<InterviewQuestion>,
    /// The judgements that cannot both be right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contradictions: Vec<Contradiction>,
    /// The edition as its file has it, including unknown fields. It is stored and exported unchanged.
    #[serde(skip)]
    pub whole: Extra,
    /// A shortened SHA-256 of `whole`, which distinguishes two wordings of one edition.
    #[serde(skip)]
    pub hash: String,
}

/// A part of the toolkit, such as "Staffing and Roles".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The number of the part, counted from 1.
    pub number: u8,
    pub title: String,
    pub items: Vec<EvidenceItem>,
}

/// One evidence item: a question of the toolkit with its tooltip.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EvidenceItem {
    #[serde(deserialize_with = "form::item")]
    pub id: ItemId,
    /// The question, word for word the official one unless the edition's [`Wording`] is ours.
    pub question: String,
    /// The guidance, in the same wording. A blank line separates paragraphs; a line that starts with `- ` is a list
    /// item.
    pub tooltip: String,
    /// The text of the Action column in the source: the item's number in the previous edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printed_action: Option<String>,
    pub kind: AnswerKind,
    /// When the official toolkit accepts "Not applicable"; `None` where it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_applicable: Option<NotApplicableRule>,
    /// Whether the tooltip says that the IT supplier may have to be asked.
    #[serde(default)]
    pub ask_it_supplier: bool,
    /// How recent the evidence has to be, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freshness: Option<String>,
    /// A condition that the tooltip prints and that decides what to type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    #[serde(default)]
    pub links: Vec<Link>,
    /// Our own help in plain English, never the official wording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_short: Option<String>,
    /// What an IT supplier is asked, of an item that may be asked of one. Our own wording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub for_it_supplier: Option<String>,
    /// What the item is about, in a few words such as "your list of staff and roles". Our own wording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// How a small, invented home could answer. Our own wording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// What counts as evidence. Our own wording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<String>,
    /// About how many minutes the answer takes where the thing itself already exists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u8>,
    /// Who can answer the item; empty for nobody in particular.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<Role>,
    /// The items that this one builds on.
    #[serde(default, deserialize_with = "form::items", skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<ItemId>,
    /// How recent the evidence has to be.
    #[serde(default, deserialize_with = "form::recency", skip_serializing_if = "Option::is_none")]
    pub recent: Option<Recency>,
    /// The share of people that the item asks for, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<u8>,
    /// The levels for which the item has to be met; empty where the edition does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// The items of earlier editions that this one continues, for carrying over answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<Predecessors>,
    /// How sure its number and its levels are; `None` where there is no doubt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// The keys of the sources that speak of it.
    #[serde(default, deserialize_with = "form::names", skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// What is not certain of it, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsure: Option<String>,
}

/// The form in which the official toolkit takes the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum AnswerKind {
    /// A text box.
    Text,
    /// A tick with a comments box.
    Tick,
    /// Documents: uploaded, linked, or a description of where they are kept.
    Document,
}

/// When an item may be answered "Not applicable", and how to say so in the official toolkit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotApplicableRule {
    /// The printed condition, as a clause that follows "Only if".
    pub when: String,
    /// The printed condition, worded as a ready-made reason.
    pub reason: String,
    /// The box of the official toolkit that takes the words "Not applicable".
    pub write: NotApplicableBox,
    /// The interview questions that settle it, if all of them are answered with no. Empty where no question does.
    #[serde(default, deserialize_with = "form::names")]
    pub if_no_to: Vec<String>,
    /// Whether the item may also not apply for a reason that no question asks about.
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

spelled!(AnswerKind { Text = "text", Tick = "tick", Document = "document" });
spelled!(NotApplicableBox { Text = "text", Comments = "comments", DocumentLocation = "document_location" });

impl Edition {
    /// Returns the edition that is delivered with the page.
    ///
    /// The page itself does not call this. It reads the edition from its own HTML document
    /// (`platform::page::delivered_edition`), into which `boot.js` has put the same file. Inside the program, the
    /// edition would be a tenth of what must be loaded before anything happens.
    #[must_use]
    pub fn built_in() -> Self {
        Self::from_text(include_str!("dspt-social-care-2021-22.json")).unwrap_or_default()
    }

    /// Returns the edition with only the items that may be asked of an IT supplier, in the words for them, for a sheet that
    /// the supplier fills in. Parts that become empty are removed. So are the interview and the contradictions, which are about
    /// the whole edition, and what speaks to the home. Returns `None` where the result cannot be read as an edition.
    #[must_use]
    pub fn for_it_supplier(&self) -> Option<Self> {
        let mut whole = self.whole.clone();
        let kept = |item: &mut Value| {
            let asked = item.get("ask_it_supplier").and_then(Value::as_bool).unwrap_or_default();
            if let Some(fields) = item.as_object_mut() {
                ["counts", "example", "who"].into_iter().for_each(|ours| drop(fields.remove(ours)));
                if let Some(words) = fields.remove("for_it_supplier") {
                    fields.insert("in_short".into(), words);
                }
            }
            asked
        };
        if let Some(Value::Array(parts)) = whole.get_mut("parts") {
            for items in parts.iter_mut().filter_map(|part| part.get_mut("items")?.as_array_mut()) {
                items.retain_mut(kept);
            }
            parts.retain(|part| {
                part.get("items").and_then(Value::as_array).is_some_and(|items| !items.is_empty())
            });
        }
        whole.remove("interview");
        whole.remove("contradictions");
        Self::read(whole).ok()
    }

    /// Returns the interview question with this identifier.
    #[must_use]
    pub fn interview_question(&self, id: &str) -> Option<&InterviewQuestion> {
        self.interview.iter().find(|question| question.id == id)
    }

    /// Returns every evidence item in printed order.
    pub fn items(&self) -> impl Iterator<Item = &EvidenceItem> {
        self.parts.iter().flat_map(|part| &part.items)
    }

    /// Returns the evidence item with this number.
    #[must_use]
    pub fn item(&self, id: &ItemId) -> Option<&EvidenceItem> {
        self.items().find(|item| item.id == *id)
    }

    /// Returns the part with this number.
    #[must_use]
    pub fn part(&self, number: u8) -> Option<&Part> {
        self.parts.iter().find(|part| part.number == number)
    }

    /// Returns the part that contains the item.
    #[must_use]
    pub fn part_of(&self, id: &ItemId) -> Option<&Part> {
        self.parts.iter().find(|part| part.items.iter().any(|item| item.id == *id))
    }

    /// Returns the item's position in the whole edition, counted from 1.
    #[must_use]
    pub fn place_of(&self, id: &ItemId) -> Option<usize> {
        self.items().position(|item| item.id == *id).map(|index| index + 1)
    }

    /// Returns the items printed just before and just after this one.
    #[must_use]
    pub fn neighbours(&self, id: &ItemId) -> (Option<&EvidenceItem>, Option<&EvidenceItem>) {
        let Some(place) = self.place_of(id) else {
            return (None, None);
        };
        let before = place.checked_sub(2).and_then(|index| self.items().nth(index));
        (before, self.items().nth(place))
    }
}
