//! What helps a person with an item beyond its official wording: all of it ours, and data of the edition.

use super::form;
use super::item_id::ItemId;
use crate::json::spelled;
use serde::{Deserialize, Serialize};

/// Who in or around a home can answer an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Role {
    /// The registered manager.
    Manager,
    /// Whoever looks after staff records, contracts and training.
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
    pub const ALL: [Self; 2] = [Self::Approaching, Self::Met];
}

spelled!(Level { Approaching = "approaching", Met = "met" });

/// What an item continues: items of an earlier edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predecessors {
    /// The identifier of that edition, of whatever wording.
    #[serde(deserialize_with = "form::edition_id")]
    pub edition: String,
    /// Their numbers there: several where they were made one.
    #[serde(default, deserialize_with = "form::items")]
    pub items: Vec<ItemId>,
    /// What has changed, for the person who carries the answers over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A question about the organisation that settles which items do not apply to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterviewQuestion {
    /// Stable identifier, such as `it_systems`, which the rules name.
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
    /// Why not, as a whole sentence.
    pub because: String,
}

/// An item that is judged in one of these ways, each spelled as the document spells a judgement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgedItem {
    #[serde(deserialize_with = "form::item")]
    pub item: ItemId,
    #[serde(default, deserialize_with = "form::judgements")]
    pub is: Vec<String>,
}
