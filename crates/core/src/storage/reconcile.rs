//! The comparison of the two copies on the device when the program starts: the first copy in local storage, and the
//! second copy in IndexedDB.
//!
//! Nothing that only the second copy has is taken for removed. It was lost in the first copy, unless the first copy
//! says that it was removed there.

use super::aside::{Reason, SET_ASIDE, SetAside, all, keep_aside};
use super::earlier::HistoryEntry;
use super::editions::{self, kept_edition};
use super::generations::SavePoint;
use super::generations::{self, assessment_of};
use super::history;
use super::keys::{EDITIONS, HOMES, OTHER_HOMES, history_owner, is_history_of_a_tab};
use super::load::load_one;
use crate::assessment::{Id, Response, Timestamp, newest_of_each};
use crate::catalogue::Edition;
use crate::exchange::{Document, EditionRef, Envelope, LINE};
use crate::storage::{HISTORY, KEPT, Store};
use serde_json::Value;
use std::sync::Arc;

/// What the second copy has to contribute.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reconciliation {
    /// Assessments that the second copy has and the first copy lacks, or has in an older state. Of each item the newest
    /// response.
    pub newer: Vec<(Document, Option<SavePoint>)>,
    /// What each of the two copies has that is not shown, to be stored as recovery copies.
    pub recovery: Vec<SetAside>,
    /// Set-aside entries that the first copy has lost.
    pub set_aside: Vec<SetAside>,
    /// Responses that two tabs had changed at once, and that are not shown. They belong in the history.
    pub superseded: Vec<(Id, Vec<Response>)>,
    /// Earlier responses that are only in the second copy, and that the first copy has not taken.
    pub earlier: Vec<(Id, HistoryEntry)>,
    /// Keys whose text in the second copy is missing or different.
    pub behind: Vec<String>,
    /// Keys of tabs whose content was read. They may be removed once that content is in a store.
    pub absorbed: Vec<String>,
    /// Assessments of which the second copy has every save undamaged, where the first copy has another save or none.
    pub whole: Vec<Id>,
}

/// Compares the two copies. `ours` is what was loaded from the first copy, `gone` the keys that were removed from it.
pub fn reconcile<R: PartialEq>(
    first: &impl Store<Raw = R>,
    second: &impl Store<Raw = R>,
    ours: &[Document],
    gone: &[String],
    built_in: &Arc<Edition>,
    now: Timestamp,
) -> Reconciliation {
    for key in gone {
        second.remove(key);
    }
    let mut found = Reconciliation::default();
    let there = second.keys();
    let aside = all(second, now);
    let whose = |key: &str| aside.iter().find(|one| key.strip_prefix(SET_ASIDE) == Some(one.id.as_str()));
    for key in there.iter().filter(|key| assessment_of(key).is_none()) {
        let text = second.get(key).unwrap_or_default();
        if is_history_of_a_tab(key) {
            let of = history_owner(key).map(|id| Id(id.into()));
            let named = |key: &String| assessment_of(key) == of;
            // Nothing comes back of an assessment that was deleted for good.
            if there.iter().any(named)
                || first.keys().iter().any(named)
                || aside.iter().any(|one| one.whose() == of)
            {
                found.earlier.extend(history::of(key, &text));
            }
            found.absorbed.push(key.clone());
        } else if !first.has(key) {
            // Without the room for it, it is still in the second copy.
            let _ = first.set(key, &text);
            found.set_aside.extend(whose(key).cloned());
        } else if !differs(first, second, key) {
            // The same in both.
        } else if key.starts_with(HISTORY) {
            if history::take_in(first, key, &text).is_err() {
                found.earlier.extend(history::of(key, &text));
            }
        } else if key == editions::LIST {
            let _ = editions::take_in(first, &text);
        } else if is_damaged(first, key, built_in) && !is_damaged(second, key, built_in) {
            let _ = first.set(key, &text);
            found.set_aside.extend(whose(key).cloned());
        } else if key == HOMES && !is_damaged(second, key, built_in) {
            // Whoever shows the table merges the two.
            let _ = first.set(OTHER_HOMES, &text);
        }
    }
    // Do this before the second copy is loaded, which moves what is damaged out of its place there.
    let newer = |key: &String| assessment_of(key).is_some_and(|id| generations::is_newer(second, &id));
    for key in first.keys() {
        // Do not overwrite what a newer version of the program could write only to the second copy, and do not replace
        // a text there by a damaged one.
        let whole_or_nothing = |key: &str| key.starts_with(EDITIONS) || key.starts_with(SET_ASIDE);
        let is_worse = || {
            second.has(&key)
                && is_damaged(first, &key, built_in)
                && (whole_or_nothing(&key) || !is_damaged(second, &key, built_in))
        };
        if differs(first, second, &key) && !newer(&key) && !is_worse() {
            found.behind.push(key);
        }
    }
    let mut seen: Vec<Id> = Vec::new();
    for id in there.iter().filter_map(|key| assessment_of(key)) {
        if seen.contains(&id) || generations::is_newer(first, &id) {
            continue;
        }
        // When the first copy gave no document, it may lack the edition, which the second copy may have.
        if ours.iter().any(|one| one.assessment.id == id) && same(first, second, &there, &id) {
            continue;
        }
        seen.push(id.clone());
        compare(&mut found, (first, second), ours, &id, built_in, now);
    }
    found
}

/// Compares what the second copy has of one assessment with what the first copy gave.
fn compare(
    found: &mut Reconciliation,
    (first, second): (&impl Store, &impl Store),
    ours: &[Document],
    id: &Id,
    built_in: &Arc<Edition>,
    now: Timestamp,
) {
    let one = load_one(second, id, built_in, now);
    // Only what was read may be removed from its place, and what is damaged only once it is stored elsewhere.
    found.absorbed.extend(one.read.into_iter().filter(|key| generations::place_of(key) == Some(2)));
    let of_a_tab = |aside: &&SetAside| {
        aside.reason == Reason::Unreadable && generations::place_of(&aside.name) == Some(2)
    };
    for aside in one.set_aside.iter().filter(of_a_tab) {
        if keep_aside(first, aside).is_ok() {
            found.absorbed.push(aside.name.clone());
        }
        found.set_aside.push(aside.clone());
    }
    let Some(theirs) = one.document else { return };
    if !one.superseded.is_empty() {
        found.superseded.push((id.clone(), one.superseded));
    }
    if one.set_aside.is_empty() {
        found.whole.push(id.clone());
    }
    let Some(ours) = ours.iter().find(|ours| ours.assessment.id == *id) else {
        found.newer.push((theirs, one.kept));
        return;
    };
    let both = newest_of_each(&ours.assessment, &theirs.assessment);
    if both == ours.assessment {
        if !first.keys().iter().any(|key| assessment_of(key).as_ref() == Some(id)) {
            // It disappeared from the first copy while the page was open, and the second copy may have an older state
            // of it.
            found.newer.push((ours.clone(), None));
        }
        return;
    }
    for (part, document) in [("1", ours), ("2", &theirs)] {
        if both != document.assessment {
            found.recovery.push(SetAside {
                id: Id(format!("{id}-{part}-{now}")),
                reason: Reason::Recovery,
                at: now,
                name: document.assessment.organisation.name.clone(),
                text: document.to_stored(now),
            });
        }
    }
    let newer = Document { assessment: both, ..ours.clone() };
    found.newer.push((newer, None));
}

/// Returns whether the two copies hold different texts under a key. A text without a digest is compared only by its
/// length and beginning, because it could not be told which of the two is damaged.
fn differs<R: PartialEq>(first: &impl Store<Raw = R>, second: &impl Store<Raw = R>, key: &str) -> bool {
    if key.starts_with(KEPT) || key.starts_with(EDITIONS) {
        return first.raw(key) != second.raw(key);
    }
    first.size(key) != second.size(key) || first.start(key, LINE) != second.start(key, LINE)
}

/// Returns whether what is under a key is not what it should be. An edition has to be the one that its key names, and a
/// save has to match its header line. A set-aside entry that can be put back needs JSON below its header line.
/// Everything else has to be JSON, except histories and the first storage format, which are not checked.
fn is_damaged(store: &impl Store, key: &str, built_in: &Arc<Edition>) -> bool {
    if let Some(name) = key.strip_prefix(EDITIONS) {
        let name = EditionRef(name.into());
        // The built-in edition comes with the program.
        return name != EditionRef::of(built_in) && kept_edition(store, &name).is_none();
    }
    let text = store.get(key).unwrap_or_default();
    if key.starts_with(KEPT) {
        return Envelope::parse(&text).is_none_or(|line| !line.is_newer() && line.open(&text).is_none());
    }
    if assessment_of(key).is_some() || key.starts_with(HISTORY) {
        return false;
    }
    let is_json = |text: &str| serde_json::from_str::<Value>(text).is_ok();
    match SetAside::read(&text).filter(|_| key.starts_with(SET_ASIDE)) {
        Some(aside) => aside.reason.can_be_put_back() && !is_json(&aside.text),
        None => !is_json(&text),
    }
}

/// Returns whether both copies hold the same saves of an assessment.
fn same<R: PartialEq>(
    first: &impl Store<Raw = R>,
    second: &impl Store<Raw = R>,
    there: &[String],
    id: &Id,
) -> bool {
    let mut keys = there.iter().filter(|key| assessment_of(key).as_ref() == Some(id));
    keys.all(|key| !differs(first, second, key))
}
