//! Saving in several turns of the browser, which is how nearly every save is made.

use crate::platform::clock;
use crate::platform::storage::Device;
use crate::store::Assessments;
use gloo_timers::callback::Timeout;
use standards_met_core::assessment::{Id, Timestamp, edit_times};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;
use standards_met_core::storage;
use standards_met_core::storage::Store;

/// A save that the device can take as it is.
type Ready = storage::ReadySave<<Device as Store>::Text>;

impl Assessments {
    /// Saves what is not saved yet in several turns of the browser, so that a long assessment does not keep it from anything
    /// else for longer than it must: what goes into it, the text, the envelope, the browser's own form of it, the writing,
    /// and the reading back. Whatever is not as usual is left to [`Self::flush`], which does it all at once.
    pub(super) fn save_in_turns(self) {
        let alone = self.keep(|keeping| match keeping.unsaved.as_slice() {
            [id] => {
                let known = keeping.known(id).and_then(|known| known.kept.clone());
                Some((id.clone(), known, keeping.edits))
            }
            _ => None,
        });
        let prepared = alone.and_then(|(id, known, edits)| {
            let prepare = |document: &Document| {
                let prepared = storage::prepare(&Device::open(), document, known.as_ref(), clock::now())?;
                Some((prepared, edit_times(&document.assessment)))
            };
            let (prepared, edited) = self.with_untracked(&id, prepare).flatten()?;
            Some((id, prepared, edited, edits))
        });
        let Some((id, prepared, edited, edits)) = prepared else { return self.flush() };
        self.in_the_next_turn(move || {
            let spelled = prepared.spell();
            self.in_the_next_turn(move || {
                let sealed = spelled.seal();
                self.in_the_next_turn(move || {
                    let ready = sealed.ready(&Device::open());
                    self.in_the_next_turn(move || self.write_ready(id, ready, edited, edits));
                });
            });
        });
    }

    /// Begins to save what waits, without waiting for a pause in the typing.
    pub(in crate::store) fn save_soon(self) {
        if self.keep(|keeping| keeping.unsaved.is_empty()) {
            self.keep_history();
        } else {
            self.in_the_next_turn(move || self.save_in_turns());
        }
    }

    /// In the place of the timer that has rung: a flush before it is due takes its place, and does it all anew.
    fn in_the_next_turn(self, go_on: impl FnOnce() + 'static) {
        let next = Timeout::new(0, go_on);
        // The timer that rings now does nothing any more when it is dropped.
        let rung = self.keep(|keeping| keeping.timer.replace(next));
        drop(rung);
    }

    /// The last turn but one. `edits` is how many there were when the save was begun.
    fn write_ready(self, id: Id, ready: Ready, edited: Vec<(ItemId, Timestamp)>, edits: u32) {
        let Some(Ok(handed_over)) = storage::hand_over(&Device::open(), &id, ready, clock::now()) else {
            // Refused, or another tab has written.
            return self.flush();
        };
        // Known before it is read back: should it have to be done anew meanwhile, this one is not somebody else's.
        self.know(&id, Some(handed_over.kept.clone()), edited);
        self.in_the_next_turn(move || {
            if handed_over.confirm(&Device::open()).is_err() {
                return self.flush();
            }
            self.saved_in_turns(&id, edits);
        });
    }

    /// After the last turn.
    fn saved_in_turns(self, id: &Id, edits: u32) {
        let (rung, last) = self.keep(|keeping| (keeping.timer.take(), keeping.edits == edits));
        drop(rung);
        if last {
            self.keep(|keeping| keeping.unsaved.retain(|unsaved| unsaved != id));
            self.offered(None);
            self.keep_history();
        } else {
            self.schedule_save(id);
        }
    }
}
