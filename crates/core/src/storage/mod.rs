//! What is stored on the device: assessments, the editions they use, and what was set aside.
//!
//! | Key under `standards-met/` | Holds |
//! |---|---|
//! | `kept/<id>/0`, `kept/<id>/1` | an assessment's last two saves in turn: a document that names its edition, in an envelope |
//! | `assessment/<id>` | an assessment in the first storage format, without an envelope; once it was taken over, a note |
//! | `edition/<edition id>/<hash>` | an edition, once for all assessments that use it |
//! | `editions`, `editions-damaged` | which editions a person put here, and where from (`editions.rs`) |
//! | `set-aside/<id>` | what was removed, replaced, damaged or saved on purpose, below a header line that describes it |
//! | `history/<id>` | earlier responses of an assessment, one per line |
//! | `copy/<id>` | when the last copy was exported to a file |
//! | `homes`, `homes-other`, `homes-damaged` | the table of many homes, without their files (`store/homes.rs`) |
//! | `reports` | what was chosen for each report (`store/reporting.rs`) |
//! | `reviewer` | who reviews on this device (`store/reviewing/who.rs`) |
//! | `kept/<id>/tab-…`, `history/<id>/tab-…` | what only the second copy (IndexedDB) took, per tab (`platform/changes.rs`) |
//! | `gone` | what was removed here and may still be in the second copy; in local storage alone (`platform/storage.rs`) |
//! | `file/<id>` | which file follows the changes of an assessment; in IndexedDB alone (`platform/second.rs`) |
//!
//! Everything here works on any [`Store`], so that every fault of a device can be tested on the host.

mod aside;
mod copy;
mod earlier;
mod editions;
mod generations;
mod history;
pub mod homes_table;
mod keys;
mod load;
mod reconcile;
mod save;
mod space;
mod store;
mod unused;
mod write;

pub use aside::{Reason, SetAside, aside_of, forget_aside, keep_aside, take_off};
pub use copy::{copied_at, keep_copied_at};
pub use earlier::{HistoryEntry, HistoryReason};
pub use editions::{
    EditionOrigin, StoredEdition, add_edition, added_editions, drop_edition, find_edition, kept_edition,
};
pub use generations::{OtherTabSave, SavePoint, assessment_of, sequence_of};
pub use history::{earlier, keep_earlier};
pub use keys::{HISTORY, HOMES, KEPT, OF_A_TAB, OTHER_HOMES, PREFIX};
pub use load::{LoadError, LoadedAssessment, LoadedStore, load, load_one, open_kept};
pub use reconcile::{Reconciliation, reconcile};
pub use save::{
    PendingSave, PreparedSave, ReadySave, SaveOutcome, SealedSave, SerializedSave, hand_over, prepare, save,
};
pub use space::{LIMIT, SHARE, StorageSpace, space, thin};
pub use store::{StorageError, Store};
