//! The two slots in which an assessment is stored in turn, so that a write never touches the newest undamaged save.
//!
//! The first storage format had a single slot, under another key and without an envelope. What is found there is taken
//! over, and stays until the first save in the present format has been read back. Then a note replaces it. The note
//! tells an old page that is still open in another tab that a newer version has been here, and that page stops writing.

use crate::assessment::{Assessment, Id, newest_of_each};
use crate::exchange::{Envelope, ImportError, LINE, read_stored};
use crate::sorting::sort_by;
use crate::storage::{KEPT, PREFIX, Store};

/// The prefix of the keys of the first storage format.
pub(super) const FIRST_FORM: &str = "standards-met/assessment/";
/// The note, which the first version of the program takes for a document that is too new for it.
pub(super) const MOVED: &str =
    "{\"format\":\"standards-met/assessment\",\"version\":1000000,\"moved\":\"standards-met/kept/\"}";

/// A save of an assessment and its slot: what a tab last read or wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavePoint {
    /// The slot: 0 or 1, or 2 for a save that only the second copy took, under a key of one tab.
    pub place: u8,
    pub envelope: Envelope,
}

/// The number of a save that is not counted with those in the two slots.
const APART: u64 = u64::MAX;

impl SavePoint {
    /// Returns its number among the saves in the two slots. What only the second copy took is counted by each tab
    /// separately, and counts as later than all of these.
    #[must_use]
    pub fn sequence(&self) -> u64 {
        if self.place < 2 { self.envelope.sequence } else { APART }
    }
}

/// Returns the number of a save. Without a save, the number counts as later than all others.
#[must_use]
pub fn sequence_of(kept: Option<&SavePoint>) -> u64 {
    kept.map_or(APART, SavePoint::sequence)
}

/// What another tab has written.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherTabSave {
    pub assessment: Assessment,
    /// The number of its save. When several saves were merged, the lowest.
    pub sequence: u64,
}

impl OtherTabSave {
    /// Returns what another tab wrote as this save.
    pub(super) fn of_save(assessment: Assessment, kept: &SavePoint) -> Self {
        Self { assessment, sequence: kept.sequence() }
    }

    /// Returns what another tab wrote in the first storage format.
    pub(super) fn of_first_form(assessment: Assessment) -> Self {
        Self { assessment, sequence: APART }
    }

    /// Merges two of them: the newest response of each item, and the lower number.
    pub(super) fn and(self, other: Self) -> Self {
        let assessment = newest_of_each(&self.assessment, &other.assessment);
        Self { assessment, sequence: self.sequence.min(other.sequence) }
    }
}

/// What is found in one slot, before its text is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SlotContent {
    /// A save of this version, or of an older one.
    Save { key: String, kept: SavePoint },
    /// Not a save at all, or a save that has lost its header line.
    Broken { key: String },
    /// From a newer version of the program.
    Newer { key: String },
    /// From before there were envelopes, or the note that it has moved.
    FirstForm { key: String },
}

impl SlotContent {
    /// Returns the key under which it was found.
    pub(super) fn key(&self) -> &str {
        match self {
            Self::Save { key, .. } | Self::Broken { key } | Self::Newer { key } | Self::FirstForm { key } => {
                key
            }
        }
    }

    /// Returns the sort key: the save with the highest number is the newest. Two saves with the same number, from two
    /// tabs, both count, and the digest only settles which one is named.
    fn rank(&self) -> (u64, &str) {
        match self {
            Self::Save { kept, .. } => (kept.envelope.sequence, &kept.envelope.sha256),
            // A slot that cannot say which save it holds comes first, so that it is looked at before anything behind it
            // is lost.
            _ => (u64::MAX, ""),
        }
    }
}

/// Returns the key of a slot of an assessment.
pub(super) fn key(id: &Id, place: u8) -> String {
    format!("{PREFIX}kept/{id}/{place}")
}

/// Returns the key of an assessment in the first storage format.
pub(super) fn first_form_key(id: &Id) -> String {
    format!("{PREFIX}assessment/{id}")
}

/// Returns the assessment that a key belongs to. `None` for any other key.
#[must_use]
pub fn assessment_of(key: &str) -> Option<Id> {
    let id = match key.strip_prefix(KEPT) {
        Some(rest) => rest.rsplit_once('/')?.0,
        None => key.strip_prefix(FIRST_FORM)?,
    };
    Some(Id(id.into()))
}

/// Returns the slot of a key: 0 or 1, or 2 for a key of one tab. `None` for a key of the first storage format.
pub(super) fn place_of(key: &str) -> Option<u8> {
    let place = key.strip_prefix(KEPT)?.rsplit_once('/')?.1;
    Some(match place {
        "0" => 0,
        "1" => 1,
        _ => 2,
    })
}

/// Returns what is in the slots of an assessment, the newest first. Reads only the header line of each.
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
    sort_by(&mut found, |one, other| other.rank().cmp(&one.rank()));
    let key = first_form_key(id);
    if store.has(&key) {
        found.push(SlotContent::FirstForm { key });
    }
    found
}

/// Returns whether a newer version of the program has written to an assessment.
pub(super) fn is_newer(store: &impl Store, id: &Id) -> bool {
    open(store, id).iter().any(|opened| match opened {
        SlotContent::Newer { .. } => true,
        SlotContent::FirstForm { key } => store.get(key).is_some_and(|text| {
            // Only the version matters here, so no edition is looked up.
            text != MOVED && matches!(read_stored(&text, |_| None), Err(ImportError::NewerVersion { .. }))
        }),
        SlotContent::Save { .. } | SlotContent::Broken { .. } => false,
    })
}

/// Returns the slot and the number of the next save. The slot is never that of the newest undamaged save.
pub(super) fn next(found: &[SlotContent], newest: Option<&SavePoint>) -> (u8, u64) {
    let saves = found.iter().filter_map(|opened| match opened {
        SlotContent::Save { kept, .. } => Some(kept.envelope.sequence),
        _ => None,
    });
    // In a store that has lost everything, counting goes on from the last known number.
    let known = newest.map_or(0, |newest| newest.envelope.sequence);
    let highest = saves.max().unwrap_or_default().max(known);
    let place = newest.map_or(0, |newest| u8::from(newest.place == 0));
    (place, highest.saturating_add(1))
}
