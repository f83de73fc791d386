//! The two copies on the device, compared when the page starts.

use super::Kept;
use super::aside::{Reason, SetAside, all};
use super::generations::{self, assessment_of};
use super::load::load_one;
use crate::assessment::{Id, Timestamp, newest_of_each};
use crate::browser::storage::Store;
use crate::catalogue::Edition;
use crate::exchange::{Document, LINE};
use std::sync::Arc;

/// What the second copy has to give.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reconciled {
    /// Assessments that the second copy has and the first has not, or has older. Of each item the newest.
    pub newer: Vec<(Document, Option<Kept>)>,
    /// What each of the two has that is not shown, to be kept as recovery copies.
    pub recovery: Vec<SetAside>,
    /// What was set aside, where the first copy has lost everything.
    pub set_aside: Vec<SetAside>,
    /// Keys whose text in the second copy is missing or another.
    pub behind: Vec<String>,
}

/// Compares the two copies. `ours` is what the first one gave. Where it gave nothing at all, the second takes its place.
pub fn reconcile(
    first: &impl Store,
    second: &impl Store,
    ours: &[Document],
    built_in: &Arc<Edition>,
    now: Timestamp,
) -> Reconciled {
    let mut found = Reconciled::default();
    let (here, there) = (first.keys(), second.keys());
    let emptied = here.is_empty();
    if emptied {
        for key in &there {
            if let Some(text) = second.get(key) {
                // Without the room for it, it is in the second copy still.
                let _ = first.set(key, &text);
            }
        }
        found.set_aside = all(second, now);
    }
    let removed: Vec<(Id, Timestamp)> =
        all(first, now).iter().filter_map(|aside| Some((aside.whose()?, aside.at))).collect();
    let mut seen: Vec<Id> = Vec::new();
    for id in there.iter().filter_map(|key| assessment_of(key)) {
        if seen.contains(&id)
            || same(first, second, &there, &id) && !emptied
            || generations::is_newer(first, &id)
        {
            continue;
        }
        seen.push(id.clone());
        let one = load_one(second, &id, built_in, now);
        let Some(theirs) = one.document else { continue };
        let Some(ours) = ours.iter().find(|ours| ours.assessment.id == id) else {
            let edited_at = theirs.assessment.edited_at;
            // Removed here a moment before the page was closed, and not there yet.
            if !removed.iter().any(|(known, at)| *known == id && *at >= edited_at) {
                found.newer.push((theirs, one.kept));
            }
            continue;
        };
        let both = newest_of_each(&ours.assessment, &theirs.assessment);
        if both == ours.assessment {
            continue;
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
    for key in here.iter().chain(&there) {
        if !found.behind.contains(key)
            && (first.size(key) != second.size(key) || first.start(key, LINE) != second.start(key, LINE))
        {
            found.behind.push(key.clone());
        }
    }
    found
}

/// Whether both copies hold the same saves of an assessment.
fn same(first: &impl Store, second: &impl Store, there: &[String], id: &Id) -> bool {
    let mut keys = there.iter().filter(|key| assessment_of(key).as_ref() == Some(id));
    keys.all(|key| first.start(key, LINE) == second.start(key, LINE) && first.size(key) == second.size(key))
}
