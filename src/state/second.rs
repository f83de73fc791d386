//! The second copy on the device: kept up to date, and compared with the first when the page starts.

use super::{AppState, Notice, Saving};
use crate::browser::clock;
use crate::browser::second::Second;
use crate::browser::shelf::{self, Reconciled};
use crate::browser::storage::{self, Device, StorageError};
use gloo_timers::callback::Timeout;
use leptos::task::spawn_local;

/// When the second copy refused something, it is tried again after so long.
const RETRY_AFTER_MS: u32 = 10_000;

/// How things are with the second copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondCopy {
    /// It is being opened.
    Opening,
    /// Everything is in it.
    UpToDate,
    /// Something is on its way to it.
    Behind,
    /// The browser does not give one, or it takes nothing.
    Refused,
}

/// The second copy, once it is open, and whether something is being written to it.
#[derive(Default)]
pub(super) struct Mirror {
    pub(super) second: Option<Second>,
    busy: bool,
}

impl AppState {
    /// Opens the second copy and compares it with the first; and asks how long the browser keeps either.
    pub fn open_second(self) {
        self.look_at_lasting();
        storage::on_change(move || self.mirror());
        spawn_local(async move {
            let opened = async {
                let second = Second::open().await?;
                let (texts, files) = second.read().await?;
                Ok::<_, StorageError>((second, texts, files))
            };
            match opened.await {
                Ok((second, texts, files)) => {
                    self.mirror.borrow_mut().second = Some(second);
                    let (device, now) = (Device::open(), clock::now());
                    let found = self
                        .documents
                        .with_untracked(|ours| shelf::reconcile(&device, &texts, ours, self.built_in, now));
                    self.take_from_second(found);
                    self.find_files(files);
                    self.mirror();
                }
                Err(_) => self.go_without_second(),
            }
        });
    }

    fn take_from_second(self, found: Reconciled) {
        let (device, mut recovered) = (Device::open(), Vec::new());
        self.set_aside.update(|all| all.extend(found.set_aside));
        for aside in found.recovery {
            // Without the room for it, it is here until the page is closed.
            let _ = shelf::keep_aside(&device, &aside);
            self.set_aside.update(|all| all.push(aside));
        }
        for (document, kept) in found.newer {
            let id = document.assessment.id.clone();
            recovered.push(document.assessment.organisation.name.clone());
            if self.peek(&id, |_| ()).is_some() {
                self.take_in(&id, &document.assessment);
            } else {
                self.know(&id, kept, &document.assessment);
                self.documents.update(|documents| documents.push(document));
            }
            self.schedule_save(&id);
        }
        found.behind.iter().for_each(|key| storage::changed(key));
        if !recovered.is_empty() {
            self.flush();
            self.tell(Notice::Recovered(recovered), None);
        }
    }

    /// Writes to the second copy what is not in it yet, unless that is under way.
    fn mirror(self) {
        let second = {
            let mut mirror = self.mirror.borrow_mut();
            if mirror.busy {
                return;
            }
            let Some(second) = mirror.second.clone() else { return };
            mirror.busy = true;
            second
        };
        spawn_local(async move {
            let written = loop {
                let changed = storage::take_changed();
                if changed.is_empty() {
                    break true;
                }
                self.show_second(SecondCopy::Behind);
                if second.write(&changed).await.is_err() {
                    storage::put_back(changed);
                    break false;
                }
            };
            self.mirror.borrow_mut().busy = false;
            if written {
                self.show_second(SecondCopy::UpToDate);
                self.saved_in_second();
            } else {
                self.go_without_second();
                Timeout::new(RETRY_AFTER_MS, move || self.mirror()).forget();
            }
        });
    }

    fn show_second(self, now: SecondCopy) {
        if self.second.with_untracked(|before| *before != now) {
            self.second.set(now);
        }
    }

    /// There is no second copy, or it takes nothing: what the first one has is saved.
    pub fn go_without_second(self) {
        self.show_second(SecondCopy::Refused);
        let waits = self.saving.with_untracked(|saving| *saving == Saving::Waiting);
        match self.keep(|keeping| keeping.outcome()).filter(|_| waits) {
            Some(Ok(())) => self.show_saving(Saving::Saved(clock::now())),
            Some(Err(error)) => self.show_saving(Saving::Failed(error)),
            None => {}
        }
    }

    /// Everything that changed is in the second copy now, and with it what the first copy refused.
    fn saved_in_second(self) {
        self.write_files();
        let shown = self.saving.get_untracked();
        match (self.keep(|keeping| keeping.outcome()), shown) {
            (Some(Ok(())), Saving::Waiting) => self.show_saving(Saving::Saved(clock::now())),
            (Some(Err(error)), Saving::Waiting | Saving::Failed(_)) if error != StorageError::Newer => {
                self.show_saving(Saving::SecondOnly(clock::now(), error));
            }
            _ => {}
        }
    }
}
