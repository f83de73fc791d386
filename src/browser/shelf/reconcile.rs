//! The two copies on the device, compared when the page starts.
//!
//! Nothing that only the second copy has is taken for removed: it was lost in the first one, unless the first one says
//! that it was removed there.

use super::aside::{Reason, SET_ASIDE, SetAside, all};
use super::generations::{self, assessment_of};
use super::history::{self, HISTORY};
use super::load::load_one;
use super::{EDITIONS, Kept, kept_edition};
use crate::assessment::{Id, Timestamp, newest_of_each};
use crate::browser::storage::Store;
use crate::catalogue::Edition;
use crate::exchange::{Document, EditionRef, LINE};
use std::sync::Arc;

/// What the second copy has to give.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reconciled {
    /// Assessments that the second copy has and the first has not, or has older. Of each item the newest.
    pub newer: Vec<(Document, Option<Kept>)>,
    /// What each of the two has that is not shown, to be kept as recovery copies.
    pub recovery: Vec<SetAside>,
    /// What was set aside, and the first copy has lost.
    pub set_aside: Vec<SetAside>,
    /// Keys whose text in the second copy is missing or another; and those that were removed from the first.
    pub behind: Vec<String>,
    /// Keys of tabs that are taken in, and may go once that is in a store.
    pub absorbed: Vec<String>,
    /// Assessments of which the second copy has every save whole, where the first has another or none.
    pub whole: Vec<Id>,
}

/// Compares the two copies. `ours` is what the first one gave, `gone` the keys that were removed from it.
pub fn reconcile(
    first: &impl Store,
    second: &impl Store,
    ours: &[Document],
    gone: &[String],
    built_in: &Arc<Edition>,
    now: Timestamp,
) -> Reconciled {
    for key in gone {
        second.remove(key);
    }
    let mut found = Reconciled { behind: gone.to_vec(), ..Reconciled::default() };
    let there = second.keys();
    let aside = all(second, now);
    for key in there.iter().filter(|key| assessment_of(key).is_none()) {
        let text = second.get(key).unwrap_or_default();
        if !first.has(key) {
            // Without the room for it, it is in the second copy still.
            let _ = first.set(key, &text);
            let lost = aside.iter().find(|one| key.strip_prefix(SET_ASIDE) == Some(one.id.as_str()));
            found.set_aside.extend(lost.cloned());
        } else if key.starts_with(HISTORY) {
            let _ = history::take_in(first, key, &text);
        } else if is_damaged(first, key, built_in) && !is_damaged(second, key, built_in) {
            let _ = first.set(key, &text);
        }
    }
    let mut seen: Vec<Id> = Vec::new();
    for id in there.iter().filter_map(|key| assessment_of(key)) {
        if seen.contains(&id) || same(first, second, &there, &id) || generations::is_newer(first, &id) {
            continue;
        }
        seen.push(id.clone());
        compare(&mut found, second, ours, &id, built_in, now);
        let own = there
            .iter()
            .filter(|key| assessment_of(key).as_ref() == Some(&id) && generations::place_of(key) == Some(2));
        found.absorbed.extend(own.cloned());
    }
    let newer = |key: &String| assessment_of(key).is_some_and(|id| generations::is_newer(second, &id));
    for key in first.keys() {
        let differs =
            first.size(&key) != second.size(&key) || first.start(&key, LINE) != second.start(&key, LINE);
        // What a newer version of this page could only write there is not written over either, nor a text by a damaged one.
        if differs && !newer(&key) && !(second.has(&key) && is_damaged(first, &key, built_in)) {
            found.behind.push(key);
        }
    }
    found
}

/// What the second copy has of one assessment, beside what the first gave.
fn compare(
    found: &mut Reconciled,
    second: &impl Store,
    ours: &[Document],
    id: &Id,
    built_in: &Arc<Edition>,
    now: Timestamp,
) {
    let one = load_one(second, id, built_in, now);
    let Some(theirs) = one.document else { return };
    if one.set_aside.is_empty() {
        found.whole.push(id.clone());
    }
    let Some(ours) = ours.iter().find(|ours| ours.assessment.id == *id) else {
        found.newer.push((theirs, one.kept));
        return;
    };
    let both = newest_of_each(&ours.assessment, &theirs.assessment);
    if both == ours.assessment {
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

/// Whether a text is the edition's that its key names, and is not what the key says. The built-in one comes with the page.
fn is_damaged(store: &impl Store, key: &str, built_in: &Arc<Edition>) -> bool {
    let name = key.strip_prefix(EDITIONS).map(|name| EditionRef(name.into()));
    name.is_some_and(|name| name != EditionRef::of(built_in) && kept_edition(store, &name).is_none())
}

/// Whether both copies hold the same saves of an assessment.
fn same(first: &impl Store, second: &impl Store, there: &[String], id: &Id) -> bool {
    let mut keys = there.iter().filter(|key| assessment_of(key).as_ref() == Some(id));
    keys.all(|key| first.start(key, LINE) == second.start(key, LINE) && first.size(key) == second.size(key))
}
