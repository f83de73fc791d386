//! What is kept on the device: assessments, the editions they use, and what was set aside.
//!
//! | Key under `standards-met/` | Holds |
//! |---|---|
//! | `kept/<id>/0`, `kept/<id>/1` | the last two saves of an assessment in turn: a document that names its edition, in an envelope |
//! | `assessment/<id>` | an assessment in the first form, without an envelope; once it was taken over, a note |
//! | `edition/<edition id>/<hash>` | an edition, once for all assessments that use it |
//! | `editions`, `editions-damaged` | which editions a person put here, and where from (`editions.rs`) |
//! | `set-aside/<id>` | what was removed, replaced, damaged or put by, below a line that says what it is |
//! | `history/<id>` | earlier responses of an assessment, a line each |
//! | `copy/<id>` | when the last copy was made as a file |
//! | `homes`, `homes-other`, `homes-damaged` | the table of many homes, without their files (`state/homes.rs`) |
//! | `reports` | what was chosen of each report (`state/reporting.rs`) |
//! | `reviewer` | who reviews on this device (`state/reviewing/who.rs`) |
//! | `kept/<id>/tab-…`, `history/<id>/tab-…` | what only the second copy took of these, a tab each; in IndexedDB alone (`browser/changes.rs`) |
//! | `gone` | what was removed here and may be in the second copy still; in local storage alone (`browser/storage.rs`) |
//! | `file/<id>` | which file follows the changes of an assessment; in IndexedDB alone (`browser/second.rs`) |
//!
//! Everything here works on any [`Store`], so that every fault of a device can be tried on the host.

mod aside;
mod copy;
mod editions;
mod generations;
mod history;
pub mod homes_table;
mod load;
mod reconcile;
mod save;
mod space;
mod store;

pub use aside::{Reason, SetAside, aside_of, forget_aside, keep_aside, take_off};
pub use copy::{copied_at, keep_copied_at};
pub use editions::{Added, Origin, add_edition, added_editions, drop_edition, kept_edition};
pub use generations::{Kept, Theirs, assessment_of, sequence_of};
pub use history::{Earlier, Why, earlier, keep_earlier};
pub use load::{Loaded, LoadedOne, Trouble, load, load_one, open_kept};
pub use reconcile::{Reconciled, reconcile};
pub use save::{HandedOver, Prepared, Ready, Saved, Sealed, Spelled, hand_over, prepare, save};
pub use space::{LIMIT, SHARE, Space, space, thin};
pub use store::{HISTORY, KEPT, OF_A_TAB, PREFIX, StorageError, Store};

use crate::assessment::Timestamp;
use crate::catalogue::Edition;
use crate::exchange::EditionRef;
use save::set;
use std::sync::Arc;

/// The key of the table of many homes.
pub const HOMES: &str = "standards-met/homes";

/// Where another copy of that table is put that is not the same: whoever shows the table takes both in.
pub const OTHER_HOMES: &str = "standards-met/homes-other";

/// How the keys of editions begin.
const EDITIONS: &str = "standards-met/edition/";

fn edition_key(edition: &EditionRef) -> String {
    format!("{EDITIONS}{}", edition.0)
}

/// Finds the edition that a text names: on the device, or else the built-in one of the same identifier.
pub fn find_edition(
    store: &impl Store,
    wanted: &EditionRef,
    built_in: &Arc<Edition>,
) -> Option<Arc<Edition>> {
    if *wanted == EditionRef::of(built_in) {
        return Some(built_in.clone());
    }
    let same = || wanted.0.split('/').next() == Some(built_in.id.as_str());
    kept_edition(store, wanted).map(Arc::new).or_else(|| same().then(|| built_in.clone()))
}

/// Puts one more into a list that goes from the oldest to the newest. A browser gives its keys in any order.
fn in_order<T>(list: &mut Vec<T>, one: T, at: fn(&T) -> Timestamp) {
    let place = list.partition_point(|earlier| at(earlier) <= at(&one));
    list.insert(place, one);
}

/// Removes the editions that no text names, whether or not this version can read the text; and what belongs to an
/// assessment that is neither here nor set aside any more.
fn drop_unused(store: &impl Store) {
    let (mut leaning, mut texts, mut ids) = (Vec::new(), Vec::new(), Vec::new());
    for key in store.keys() {
        let name = key.strip_prefix(EDITIONS).or_else(|| history::owner(&key)).or_else(|| copy::owner(&key));
        if let Some(name) = name {
            leaning.push((name.to_owned(), key));
        } else if !key.starts_with(HOMES) {
            // The table names assessments and editions, and needs none of them.
            texts.extend(store.get(&key));
            ids.extend(assessment_of(&key));
        }
    }
    for (name, key) in leaning {
        let names =
            |text: &String| text.as_bytes().windows(name.len().max(1)).any(|part| part == name.as_bytes());
        if !texts.iter().any(names) && !ids.iter().any(|id| id.as_str() == name) {
            store.remove(&key);
        }
    }
}
