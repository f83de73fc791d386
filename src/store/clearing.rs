//! Clearing the device: this tab lets go of everything, so that nothing is saved again, and then it is deleted.

use super::{Exchange, Steps, cleared};
use crate::platform::clearing::{self, Left};
use crate::platform::{changes, page};
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Exchange {
    /// Deletes everything on this device, for good, and then calls back with what could not be deleted.
    pub fn clear_device(self, done: impl FnOnce(Vec<Left>) + 'static) {
        self.let_go();
        spawn_local(async move { done(clearing::clear().await) });
    }

    /// Calls back when the device is being cleared in another tab. This one has let go of everything by then.
    pub fn on_cleared_elsewhere(self, told: impl Fn() + 'static) {
        page::on_other_tab(move |key, text| {
            if key == clearing::NOTE && text.is_some() {
                self.let_go();
                told();
            }
        });
    }

    /// Forgets every document, every timer and the second copy: what this tab does not have, it cannot save.
    fn let_go(self) {
        cleared::note();
        drop(self.assessments.keep(std::mem::take));
        changes::on_change(|| {});
        drop(changes::take_changed());
        let mirror = std::mem::take(&mut *self.assessments.mirror.write_value());
        if let Some(second) = &mirror.second {
            // Held open, it would keep whoever clears the device from deleting it.
            second.close();
        }
        drop(mirror);
        self.assessments.saving.files.update(Vec::clear);
        self.assessments.documents.update(Vec::clear);
        self.assessments.set_aside.update(Vec::clear);
        *self.assessments.steps.write_untracked() = Steps::default();
        self.offer.set(None);
        self.locked.set(None);
        self.notices.notice.set(None);
    }
}
