//! Help with an item beyond its official wording. All of it is our own, and it is data of the edition.

use super::form;
use super::item_id::ItemId;
use crate::json::spelled;
use serde::{Deserialize, Serialize};

/// A person or group, in or around a home, that can answer an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Role {
    /// The registered manager.
    Manager,
    /// The person who looks after staff records, contracts and training.
    Hr,
    ItSupplier,
    /// The owner, the directors or the board.
    SeniorManagement,
}

impl Role {
    /// Every role, in the order in which choices show them.
    pub const ALL: [Self; 4] = [Self::Manager, Self::Hr, Self::ItSupplier, Self::SeniorManagement];
}

spelled!(Role {
    Manager = "manager",
    Hr = "hr",
    ItSupplier = "it_supplier",
    SeniorManagement = "senior_management",
});

/// A level of the toolkit that an organisation can reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Level {
    /// Approaching Standards: the items that are mandatory at the first publication.
    Approaching,
    /// Standards Met.
    Met,
}

impl Level {
    /// Every level, the lower one first.
    pub const ALL: [Self; 2] = [Self::Approaching, Self::Met];
}

spelled!(Level { Approaching = "approaching", Met = "met" });

/// Whose words the questions and the guidance of an edition are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Wording {
    /// The official ones, word for word.
    #[default]
    Official,
    /// Our own. Every page that shows them says so.
    Ours,
}

spelled!(Wording { Official = "official", Ours = "ours" });

/// How sure it is that an item stands in the official toolkit of the year, with this number and these levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Certainty {
    /// Inferred from other years or from a count.
    Inferred,
    /// Seen in a source about another kind of organisation, or about another year.
    Likely,
    /// Seen in a source about this year and this kind of organisation.
    Seen,
}

impl Certainty {
    /// Every certainty, the least sure first.
    pub const ALL: [Self; 3] = [Self::Inferred, Self::Likely, Self::Seen];
}

spelled!(Certainty { Inferred = "inferred", Likely = "likely", Seen = "seen" });

/// Something that an edition was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionSource {
    /// The identifier by which items name it.
    #[serde(deserialize_with = "form::not_empty")]
    pub key: String,
    pub title: String,
    #[serde(deserialize_with = "form::web_address")]
    pub href: String,
}

/// Something that is not certain of an edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenPoint {
    /// What is not certain, in a sentence or two.
    pub about: String,
    /// How somebody can find it out.
    pub settle: String,
}

/// The items of an earlier edition that an item continues.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predecessors {
    /// The identifier of that edition, in whichever wording.
    #[serde(deserialize_with = "form::edition_id")]
    pub edition: String,
    /// The numbers of the items there. There are several where they were merged into one, and none where the item is new or
    /// nobody knows which it continues.
    #[serde(default, deserialize_with = "form::items")]
    pub items: Vec<ItemId>,
    /// What has changed, for the person who carries over the answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What has changed in the toolkit's wording; `None` where comparing the texts of both editions tells it. An edition in
    /// our own words has to say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<WordingChange>,
}

/// What has changed in the wording of an item, apart from white space, quotation marks, accents and case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum WordingChange {
    Same,
    /// The question is the same and the guidance is another.
    OtherGuidance,
    OtherQuestion,
}

spelled!(WordingChange { Same = "same", OtherGuidance = "guidance", OtherQuestion = "question" });

/// A question about the organisation whose answer settles which items do not apply to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterviewQuestion {
    /// Stable identifier, such as `it_systems`, by which rules refer to the question.
    #[serde(deserialize_with = "form::not_empty")]
    pub id: String,
    /// A plain question that is answered with yes, no or not sure.
    pub question: String,
    /// What counts, where that may be unclear.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

/// Two judgements that cannot both be right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradiction {
    pub one: JudgedItem,
    pub other: JudgedItem,
    /// Why they cannot both be right, as a whole sentence.
    pub because: String,
}

/// An item with any of these judgements, each spelled as the document spells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgedItem {
    #[serde(deserialize_with = "form::item")]
    pub item: ItemId,
    #[serde(default, deserialize_with = "form::names")]
    pub is: Vec<String>,
}
