//! The second copy on the device: kept up to date, and compared with the first when the page starts.

use super::{Assessments, Notice, SaveStatus, SecondCopy, cleared};
use crate::platform::changes;
use crate::platform::second::Second;
use crate::platform::storage::Device;
use crate::platform::{clock, page};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::{Id, edit_times};
use standards_met_core::storage::{self, HistoryReason, Reconciliation};
use standards_met_core::storage::{StorageError, Store};

/// When the second copy refused something, it is tried again after so long.
const RETRY_AFTER_MS: u32 = 5_000;
/// When it could not be opened, which may last for as long as the window, after so long.
const OPEN_AGAIN_AFTER_MS: u32 = 30_000;
/// A browser that has not answered after so long will not answer any more.
const GIVE_UP_AFTER_MS: u32 = 15_000;

impl Assessments {
    /// Nothing is called saved while the second copy is on its way; but nobody waits for it for ever.
    pub(super) fn give_second_its_time(self) {
        let late = move || {
            if self.saving.second.with_untracked(|second| *second == SecondCopy::Opening) {
                self.go_without_second();
            }
        };
        Timeout::new(GIVE_UP_AFTER_MS, late).forget();
    }

    /// Opens the second copy and compares it with the first; and asks how long the browser keeps either.
    pub fn open_second(self) {
        self.saving.look_at_lasting();
        changes::on_change(move || self.mirror());
        page::on_emptied(move || self.meet_emptied());
        // A page that a browser had put to sleep was told nothing of what other tabs wrote.
        page::on_return(move || self.meet_everything());
        // As callbacks: who calls them is in the program's first part, and they are not.
        let mut mirror = self.mirror.write_value();
        mirror.compare = Some(Callback::new(move |()| self.compare_copies()));
        mirror.keep_beside = Some(Callback::new(move |id| self.keep_beside(&id)));
        mirror.write_history = Some(Callback::new(move |()| self.write_history()));
        drop(mirror);
        self.compare_copies();
    }

    /// Opens the second copy, and gives each copy what only the other has.
    fn compare_copies(self) {
        spawn_local(async move {
            let opened = async {
                let second = Second::open().await?;
                let (texts, files) = second.read().await?;
                Ok::<_, StorageError>((second, texts, files))
            };
            let opened = opened.await;
            if cleared::is_cleared() {
                // Too late: what was opened would keep the database from being deleted.
                if let Ok((second, ..)) = &opened {
                    second.close();
                }
                return;
            }
            match opened {
                Ok((second, texts, files)) => {
                    self.replace_second(second);
                    let (device, now) = (Device::open(), clock::now());
                    let found = self.documents.with_untracked(|ours| {
                        storage::reconcile(&device, &texts, ours, &device.gone(), &self.built_in(), now)
                    });
                    self.take_from_second(found, device.is_missing());
                    if !std::mem::replace(&mut self.mirror.write_value().met, true) {
                        self.find_files(files);
                    }
                    self.mirror();
                }
                Err(_) => {
                    self.go_without_second();
                    self.tell_of_damage(&[]);
                    let again = Timeout::new(OPEN_AGAIN_AFTER_MS, move || self.compare_copies());
                    self.mirror.write_value().retry = Some(again);
                }
            }
            self.keep_history();
        });
    }

    /// Goes on with another connection. What the former was writing is written once more.
    fn replace_second(self, second: Second) {
        let mut mirror = self.mirror.write_value();
        changes::put_back(std::mem::take(&mut mirror.under_way));
        let (before, busy) = (mirror.second.replace(second), mirror.busy.take());
        drop(mirror);
        drop(busy);
        if let Some(before) = before {
            before.close();
        }
    }

    fn take_from_second(self, found: Reconciliation, first_is_missing: bool) {
        let (device, mut recovered) = (Device::open(), Vec::new());
        self.set_aside.update(|all| {
            all.retain(|one| !found.set_aside.iter().any(|new| new.id == one.id));
            all.extend(found.set_aside);
        });
        for (id, lost) in found.superseded {
            self.remember(&id, HistoryReason::Elsewhere, lost);
        }
        self.keep(|keeping| {
            for one in found.earlier {
                if !keeping.earlier.contains(&one) {
                    keeping.earlier.push(one);
                }
            }
        });
        let mut absorbed = found.absorbed;
        let anything = !found.newer.is_empty();
        for aside in found.recovery {
            // Without the room for it, it is here until the page is closed.
            let _ = storage::keep_aside(&device, &aside);
            self.set_aside.update(|all| all.push(aside));
        }
        for (document, kept) in found.newer {
            let id = document.assessment.id.clone();
            // What the first copy had refused, the second has taken and said so: nothing was lost.
            let was_refused = absorbed.iter().any(|key| storage::assessment_of(key).as_ref() == Some(&id));
            if !was_refused {
                recovered.push(document.assessment.organisation.name.clone());
            }
            if self.with_untracked(&id, |_| ()).is_some() {
                self.take_in(&id, &document.assessment, storage::sequence_of(kept.as_ref()));
            } else {
                self.know(&id, kept, edit_times(&document.assessment));
                self.documents.update(|documents| documents.push(document));
            }
            self.schedule_save(&id);
        }
        found.behind.iter().for_each(|key| changes::written(key));
        device.gone().iter().for_each(|key| changes::removed(key));
        if anything {
            self.flush();
        }
        // What this tab itself left there is not in the first copy yet, and goes when it is.
        absorbed.retain(|key| !changes::is_own(key));
        self.mirror.write_value().absorbed = absorbed;
        self.open_waiting();
        if !recovered.is_empty() && !first_is_missing {
            self.notices.tell(Notice::Recovered(recovered), None);
        } else {
            self.tell_of_damage(&found.whole);
        }
    }

    /// What is kept of an assessment under the keys of other tabs goes with it.
    pub(super) fn forget_absorbed(self, id: &Id) {
        let of = |key: &String| storage::assessment_of(key).as_ref() == Some(id);
        let gone: Vec<String> =
            self.mirror.read_value().absorbed.iter().filter(|key| of(key)).cloned().collect();
        gone.iter().for_each(|key| Device::open().remove(key));
        self.mirror.write_value().absorbed.retain(|key| !gone.contains(key));
    }

    /// Writes to the second copy what is not in it yet, unless that is under way.
    fn mirror(self) {
        let second = {
            let mut mirror = self.mirror.write_value();
            if mirror.busy.is_some() {
                return;
            }
            let Some(second) = mirror.second.clone() else {
                drop(mirror);
                self.write_files_soon();
                return;
            };
            mirror.busy = Some(Timeout::new(GIVE_UP_AFTER_MS, move || self.lose_second()));
            second
        };
        spawn_local(async move {
            let written = loop {
                let changed = changes::take_changed();
                if changed.is_empty() {
                    break true;
                }
                self.saving.show_second(SecondCopy::Behind);
                self.mirror.write_value().under_way.clone_from(&changed);
                let written = second.write(&changed).await;
                if !self.mirror.read_value().second.as_ref().is_some_and(|now| now.is(&second)) {
                    // It was given up meanwhile: what was on its way was put back, and whoever goes on writes it.
                    return;
                }
                if written.is_err() {
                    break false;
                }
                self.mirror.write_value().under_way.clear();
                Device::open().confirm(&changed);
            };
            if written {
                self.mirror.write_value().busy = None;
                self.saving.show_second(SecondCopy::UpToDate);
                self.saved_in_second();
            } else {
                self.lose_second();
            }
        });
    }

    /// The second copy takes nothing, or does not answer. It is opened again after a while.
    fn lose_second(self) {
        self.go_without_second();
        self.write_files_soon();
        // The browser may have made it anew: what is in it has to be seen.
        let again = Timeout::new(RETRY_AFTER_MS, move || self.compare_copies());
        let mut mirror = self.mirror.write_value();
        if let Some(second) = mirror.second.take() {
            second.close();
        }
        changes::put_back(std::mem::take(&mut mirror.under_way));
        // The one that rings now is of no use any more; it is dropped after this.
        let rung = mirror.busy.take();
        mirror.retry = Some(again);
        drop(mirror);
        drop(rung);
    }

    /// There is no second copy, or it takes nothing: what the first one has is saved.
    pub fn go_without_second(self) {
        self.saving.show_second(SecondCopy::Refused);
        let waits = self.saving.status.with_untracked(|saving| *saving == SaveStatus::Waiting);
        match self.keep(|keeping| keeping.outcome()).filter(|_| waits) {
            Some(Ok(())) => self.saving.show(SaveStatus::Saved(clock::now())),
            Some(Err(error)) => self.saving.show(SaveStatus::Failed(error)),
            None => {}
        }
    }

    /// Everything that changed is in the second copy now, and with it what the first copy refused.
    fn saved_in_second(self) {
        self.write_files_soon();
        // What a newer page's presence kept this one from saving was not offered anywhere.
        if self.keep(|keeping| keeping.outcome()).is_some_and(|outcome| outcome != Err(StorageError::Newer)) {
            let absorbed = std::mem::take(&mut self.mirror.write_value().absorbed);
            absorbed.iter().for_each(|key| Device::open().remove(key));
        }
        let shown = self.saving.status.get_untracked();
        match (self.keep(|keeping| keeping.outcome()), shown) {
            (Some(Ok(())), SaveStatus::Waiting) => self.saving.show(SaveStatus::Saved(clock::now())),
            (Some(Err(error)), SaveStatus::Waiting | SaveStatus::Failed(_))
                if error != StorageError::Newer =>
            {
                self.saving.show(SaveStatus::SecondOnly(clock::now(), error));
            }
            _ => {}
        }
    }
}
