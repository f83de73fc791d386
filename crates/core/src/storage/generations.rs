//! The two places in which an assessment is kept in turn, so that a write never touches the newest that is whole.
//!
//! Before there were two, there was one, under another key and without an envelope. What is found there is taken over,
//! and stays until the first save in the new form has been read back. Then a note takes its place by which the old page,
//! should it still be open in another tab, knows that somebody newer has been here: it stops writing.

use crate::assessment::{Assessment, Id, newest_of_each};
use crate::exchange::{Envelope, ImportError, LINE, read};
use crate::storage::{KEPT, PREFIX, Store};

/// How the keys of the first form begin.
pub(super) const FIRST_FORM: &str = "standards-met/assessment/";
/// What the first page version takes for a document that is too new for it.
pub(super) const MOVED: &str =
    "{\"format\":\"standards-met/assessment\",\"version\":1000000,\"moved\":\"standards-met/kept/\"}";

/// Which save of an assessment, and where: what a tab last read or wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavePoint {
    /// 0 or 1; 2 for what only the second copy took, under a key of one tab.
    pub place: u8,
    pub envelope: Envelope,
}

/// The number for a save that is not counted with those in the two places.
const APART: u64 = u64::MAX;

impl SavePoint {
    /// Its number among the saves in the two places. What only the second copy took is counted by each tab for itself,
    /// and goes for later than all of these.
    #[must_use]
    pub fn sequence(&self) -> u64 {
        if self.place < 2 { self.envelope.sequence } else { APART }
    }
}

/// The number of a save; where there is none, it goes for later than all of them.
#[must_use]
pub fn sequence_of(kept: Option<&SavePoint>) -> u64 {
    kept.map_or(APART, SavePoint::sequence)
}

/// What another tab has written.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherTabSave {
    pub assessment: Assessment,
    /// The number of its save; of several that were made one, the lowest.
    pub sequence: u64,
}

impl OtherTabSave {
    pub(super) fn of_save(assessment: Assessment, kept: &SavePoint) -> Self {
        Self { assessment, sequence: kept.sequence() }
    }

    pub(super) fn of_first_form(assessment: Assessment) -> Self {
        Self { assessment, sequence: APART }
    }

    pub(super) fn and(self, other: Self) -> Self {
        let assessment = newest_of_each(&self.assessment, &other.assessment);
        Self { assessment, sequence: self.sequence.min(other.sequence) }
    }
}

/// What is found in one place, the text not looked at yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SlotContent {
    /// A save of this version, or of an older one.
    Save { key: String, kept: SavePoint },
    /// Not a save at all, or one that has lost its line.
    Broken { key: String },
    /// From a newer version of this page.
    Newer { key: String },
    /// From before there were envelopes; or the note that it has moved.
    FirstForm { key: String },
}

impl SlotContent {
    pub(super) fn key(&self) -> &str {
        match self {
            Self::Save { key, .. } | Self::Broken { key } | Self::Newer { key } | Self::FirstForm { key } => {
                key
            }
        }
    }

    /// The highest number counts. Of two saves with one number, from two tabs, both count; this settles which is named.
    fn rank(&self) -> (u64, &str) {
        match self {
            Self::Save { kept, .. } => (kept.envelope.sequence, &kept.envelope.sha256),
            // What cannot say which it is, is looked at before anything is lost behind it.
            _ => (u64::MAX, ""),
        }
    }
}

pub(super) fn key(id: &Id, place: u8) -> String {
    format!("{PREFIX}kept/{id}/{place}")
}

pub(super) fn first_form_key(id: &Id) -> String {
    format!("{PREFIX}assessment/{id}")
}

/// The assessment that a key belongs to.
#[must_use]
pub fn assessment_of(key: &str) -> Option<Id> {
    let id = match key.strip_prefix(KEPT) {
        Some(rest) => rest.rsplit_once('/')?.0,
        None => key.strip_prefix(FIRST_FORM)?,
    };
    Some(Id(id.into()))
}

/// Which of the two places a key is. `None` for a key of the first form.
pub(super) fn place_of(key: &str) -> Option<u8> {
    let place = key.strip_prefix(KEPT)?.rsplit_once('/')?.1;
    Some(match place {
        "0" => 0,
        "1" => 1,
        _ => 2,
    })
}

/// What is in the places of an assessment, the newest first. Reads no more than the line of each.
pub(super) fn open(store: &impl Store, id: &Id) -> Vec<SlotContent> {
    let mut found = Vec::new();
    let own = format!("{KEPT}{id}/");
    for key in store.keys() {
        let Some(place) = key.strip_prefix(&own).map(|_| place_of(&key).unwrap_or_default()) else {
            continue;
        };
        let Some(start) = store.start(&key, LINE) else { continue };
        found.push(match Envelope::parse(&start) {
            Some(envelope) if envelope.is_newer() => SlotContent::Newer { key },
            Some(envelope) => SlotContent::Save { key, kept: SavePoint { place, envelope } },
            None => SlotContent::Broken { key },
        });
    }
    found.sort_by(|one, other| other.rank().cmp(&one.rank()));
    let key = first_form_key(id);
    if store.has(&key) {
        found.push(SlotContent::FirstForm { key });
    }
    found
}

/// Whether a newer version of this page has been at an assessment.
pub(super) fn is_newer(store: &impl Store, id: &Id) -> bool {
    open(store, id).iter().any(|opened| match opened {
        SlotContent::Newer { .. } => true,
        SlotContent::FirstForm { key } => store.get(key).is_some_and(|text| {
            // Only the version matters here, so no edition is looked for.
            text != MOVED && matches!(read(&text, |_| None), Err(ImportError::NewerVersion { .. }))
        }),
        SlotContent::Save { .. } | SlotContent::Broken { .. } => false,
    })
}

/// Where to write next, and as which save: not over the newest that is whole.
pub(super) fn next(found: &[SlotContent], newest: Option<&SavePoint>) -> (u8, u64) {
    let saves = found.iter().filter_map(|opened| match opened {
        SlotContent::Save { kept, .. } => Some(kept.envelope.sequence),
        _ => None,
    });
    // In a store that has lost everything, one counts on from what one knows.
    let known = newest.map_or(0, |newest| newest.envelope.sequence);
    let highest = saves.max().unwrap_or_default().max(known);
    let place = newest.map_or(0, |newest| u8::from(newest.place == 0));
    (place, highest.saturating_add(1))
}
