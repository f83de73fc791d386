//! The two copies on the device, compared when the page starts.
//!
//! Nothing that only the second copy has is taken for removed: it was lost in the first one, unless the first one says
//! that it was removed there.

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

/// What the second copy has to give.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reconciliation {
    /// Assessments that the second copy has and the first has not, or has older. Of each item the newest.
    pub newer: Vec<(Document, Option<SavePoint>)>,
    /// What each of the two has that is not shown, to be kept as recovery copies.
    pub recovery: Vec<SetAside>,
    /// What was set aside, and the first copy has lost.
    pub set_aside: Vec<SetAside>,
    /// Responses that two tabs had changed at once, and that are not shown: they belong into the history.
    pub superseded: Vec<(Id, Vec<Response>)>,
    /// Earlier responses that are only in the second copy, and that the first has not taken.
    pub earlier: Vec<(Id, HistoryEntry)>,
    /// Keys whose text in the second copy is missing or another.
    pub behind: Vec<String>,
    /// Keys of tabs that are taken in, and may go once that is in a store.
    pub absorbed: Vec<String>,
    /// Assessments of which the second copy has every save whole, where the first has another or none.
    pub whole: Vec<Id>,
}

/// Compares the two copies. `ours` is what the first one gave, `gone` the keys that were removed from it.
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
            // Of what was deleted for good, nothing comes back.
            if there.iter().any(named)
                || first.keys().iter().any(named)
                || aside.iter().any(|one| one.whose() == of)
            {
                found.earlier.extend(history::of(key, &text));
            }
            found.absorbed.push(key.clone());
        } else if !first.has(key) {
            // Without the room for it, it is in the second copy still.
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
            // Whoever shows the table takes both in.
            let _ = first.set(OTHER_HOMES, &text);
        }
    }
    // Before the second is read for good, which takes what is damaged out of its place there.
    let newer = |key: &String| assessment_of(key).is_some_and(|id| generations::is_newer(second, &id));
    for key in first.keys() {
        // What a newer version of this page could only write there is not written over either, nor a text by a damaged one.
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
        // Where the first gave nothing, it lacks the questions of it, which the second may have.
        if ours.iter().any(|one| one.assessment.id == id) && same(first, second, &there, &id) {
            continue;
        }
        seen.push(id.clone());
        compare(&mut found, (first, second), ours, &id, built_in, now);
    }
    found
}

/// What the second copy has of one assessment, beside what the first gave.
fn compare(
    found: &mut Reconciliation,
    (first, second): (&impl Store, &impl Store),
    ours: &[Document],
    id: &Id,
    built_in: &Arc<Edition>,
    now: Timestamp,
) {
    let one = load_one(second, id, built_in, now);
    // Only what was read may go from where it is; and what is damaged, once it is kept elsewhere.
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
            // It has gone from the first copy under the open page, and the second may have an older state of it.
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

/// Whether the two hold different texts under a key. Of what has no digest, as far as their lengths and beginnings tell:
/// which of the two is damaged could not be told.
fn differs<R: PartialEq>(first: &impl Store<Raw = R>, second: &impl Store<Raw = R>, key: &str) -> bool {
    if key.starts_with(KEPT) || key.starts_with(EDITIONS) {
        return first.raw(key) != second.raw(key);
    }
    first.size(key) != second.size(key) || first.start(key, LINE) != second.start(key, LINE)
}

/// Whether what is under a key is not what it should be: of an edition, what the key says; of a save, what its line says; of
/// what was set aside, a document below its line; of everything else but histories and the first form, JSON.
fn is_damaged(store: &impl Store, key: &str, built_in: &Arc<Edition>) -> bool {
    if let Some(name) = key.strip_prefix(EDITIONS) {
        let name = EditionRef(name.into());
        // The built-in one comes with the page.
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

/// Whether both copies hold the same saves of an assessment.
fn same<R: PartialEq>(
    first: &impl Store<Raw = R>,
    second: &impl Store<Raw = R>,
    there: &[String],
    id: &Id,
) -> bool {
    let mut keys = there.iter().filter(|key| assessment_of(key).as_ref() == Some(id));
    keys.all(|key| !differs(first, second, key))
}
