//! The stored form of a table of homes: one text, with each edition once and one letter per item of a home.

use super::{Homes, LastReview, Outline, OutlinePart, SourceFile, Summary};
use crate::assessment::{Date, Id, Status, Timestamp};
use crate::catalogue::{ItemId, item_number};
use crate::json::{Extra, ascii, from_object, to_text};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The value of the `format` field of a stored table.
const FORMAT: &str = "standards-met/homes";
/// The version of the stored form that this program reads and writes.
const VERSION: u64 = 1;

/// Why a stored table cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HomesTableError {
    /// The text is damaged.
    Broken,
    /// A newer version of the program wrote it.
    Newer,
}

/// Returns the letter that represents a status in the stored text.
fn letter(status: Status) -> char {
    match status {
        Status::Met => 'M',
        Status::NotApplicable => 'N',
        Status::ToConfirm => 'C',
        Status::ActionPlanned => 'P',
        Status::ActionNeeded => 'A',
        Status::Incomplete => 'I',
        Status::NotStarted => '-',
    }
}

/// The statuses of a home, one letter per item.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
struct StatusLetters(Vec<Status>);

impl TryFrom<String> for StatusLetters {
    type Error = &'static str;

    fn try_from(letters: String) -> Result<Self, Self::Error> {
        let status = |found: char| Status::ALL.into_iter().find(|status| letter(*status) == found);
        letters.chars().map(status).collect::<Option<_>>().map(Self).ok_or("should be a letter for each item")
    }
}

impl From<StatusLetters> for String {
    fn from(StatusLetters(statuses): StatusLetters) -> Self {
        statuses.into_iter().map(letter).collect()
    }
}

/// The whole table, as it is written.
#[derive(Serialize)]
struct StoredTable {
    format: &'static str,
    version: u64,
    editions: Vec<StoredGroup>,
}

/// The fields that are read once `format` and `version` have been checked.
#[derive(Deserialize)]
struct StoredGroups {
    editions: Vec<StoredGroup>,
}

/// An edition with the homes that answer it.
#[derive(Serialize, Deserialize)]
struct StoredGroup {
    edition: String,
    #[serde(default)]
    year: String,
    parts: Vec<StoredPart>,
    homes: Vec<StoredHome>,
}

#[derive(Serialize, Deserialize)]
struct StoredPart {
    number: u8,
    #[serde(default)]
    title: String,
    items: Vec<StoredItem>,
}

#[derive(Serialize, Deserialize)]
struct StoredItem {
    #[serde(deserialize_with = "item_number")]
    id: ItemId,
    #[serde(default)]
    question: String,
}

/// One version of a home. Empty fields are left out, because there may be a thousand homes.
#[derive(Serialize, Deserialize)]
struct StoredHome {
    id: Id,
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    ods: String,
    #[serde(rename = "standings")]
    statuses: StatusLetters,
    #[serde(default, skip_serializing_if = "is_none")]
    findings: usize,
    #[serde(default, skip_serializing_if = "is_none")]
    open: usize,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    due: Vec<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<Date>,
    edited_at: Timestamp,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reviewed_by: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewed_at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "is_none")]
    changed: usize,
    file: String,
    #[serde(default, skip_serializing_if = "is_none")]
    size: usize,
    code: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    altered: bool,
    read_on: Date,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // the signature that serde calls
fn is_none(count: &usize) -> bool {
    *count == 0
}

impl Homes {
    /// Returns the text to store.
    #[must_use]
    pub fn write(&self) -> String {
        let group = |(edition, outline): (&String, &Outline)| {
            let all = self.versions.values().flatten();
            let homes = all.filter(|summary| summary.edition == *edition).map(StoredHome::of).collect();
            let parts = outline.parts.iter().map(StoredPart::of).collect();
            StoredGroup { edition: edition.clone(), year: outline.year.clone(), parts, homes }
        };
        let editions = self.outlines.iter().map(group).collect();
        ascii(to_text(&StoredTable { format: FORMAT, version: VERSION, editions }))
    }

    /// Reads a stored text. Fields that this version does not know are dropped.
    ///
    /// # Errors
    /// [`HomesTableError`] when the text is damaged, or was written by a newer version of the program.
    pub fn read(text: &str) -> Result<Self, HomesTableError> {
        let fields: Extra = serde_json::from_str(text).map_err(|_| HomesTableError::Broken)?;
        if fields.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(HomesTableError::Broken);
        }
        match fields.get("version").and_then(Value::as_u64) {
            Some(VERSION) => {}
            Some(version) if version > VERSION => return Err(HomesTableError::Newer),
            _ => return Err(HomesTableError::Broken),
        }
        let StoredGroups { editions } = from_object(&fields).map_err(|_| HomesTableError::Broken)?;
        let mut homes = Self::default();
        for StoredGroup { edition, year, parts, homes: versions } in editions {
            for home in versions {
                homes.put(home.summary(&edition));
            }
            let parts = parts.into_iter().map(StoredPart::outline).collect();
            homes.outlines.insert(edition, Outline { year, parts });
        }
        Ok(homes)
    }
}

impl StoredPart {
    fn of(part: &OutlinePart) -> Self {
        let item =
            |(id, question): &(ItemId, String)| StoredItem { id: id.clone(), question: question.clone() };
        Self { number: part.number, title: part.title.clone(), items: part.items.iter().map(item).collect() }
    }

    fn outline(self) -> OutlinePart {
        let items = self.items.into_iter().map(|item| (item.id, item.question)).collect();
        OutlinePart { number: self.number, title: self.title, items }
    }
}

impl StoredHome {
    fn of(summary: &Summary) -> Self {
        let Summary { origin, reviewed, .. } = summary.clone();
        let (reviewed_by, reviewed_at, changed) = reviewed
            .map_or_else(Default::default, |reviewed| (reviewed.by, Some(reviewed.at), reviewed.changed));
        Self {
            id: summary.id.clone(),
            name: summary.name.clone(),
            ods: summary.ods_code.clone(),
            statuses: StatusLetters(summary.statuses.clone()),
            findings: summary.findings,
            open: summary.open,
            due: summary.due.clone(),
            example: summary.example,
            edited_at: summary.edited_at,
            reviewed_by,
            reviewed_at,
            changed,
            file: origin.file,
            size: origin.size,
            code: origin.check_code,
            altered: origin.altered,
            read_on: origin.read_on,
        }
    }

    fn summary(self, edition: &str) -> Summary {
        let (by, changed) = (self.reviewed_by, self.changed);
        Summary {
            id: self.id,
            name: self.name,
            ods_code: self.ods,
            edition: edition.into(),
            statuses: self.statuses.0,
            findings: self.findings,
            open: self.open,
            due: self.due,
            example: self.example,
            edited_at: self.edited_at,
            reviewed: self.reviewed_at.map(|at| LastReview { by, at, changed }),
            origin: SourceFile {
                file: self.file,
                size: self.size,
                check_code: self.code,
                altered: self.altered,
                read_on: self.read_on,
            },
        }
    }
}
