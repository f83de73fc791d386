//! Files that are locked with a passphrase: handing one out, and opening one.

use super::{Exchange, Exported, LockedFile, Notice};
use crate::platform::{clock, files, lock};
use crate::route::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::Id;
use standards_met_core::exchange::{Locked, Strength, locked_name};
use std::sync::Arc;

impl Exchange {
    /// Whether this browser locks and unlocks files here.
    #[must_use]
    pub fn can_lock(self) -> bool {
        lock::is_possible()
    }

    /// Asks for the passphrase of a file that is locked.
    pub(super) fn ask_for_passphrase(self, file: String, bytes: &[u8]) {
        match Locked::read(bytes) {
            Ok(locked) => {
                self.notices.notice.set(None);
                self.offer.set(None);
                self.locked.set(Some(LockedFile { file, locked: Arc::new(locked) }));
                self.navigation.go(&Route::Data);
            }
            Err(error) => {
                self.locked.set(None);
                self.refuse_file(file, error);
            }
        }
    }

    /// Tries a passphrase on the file that waits for one, and offers what is in it. Calls back where it does not fit.
    pub fn unlock(self, passphrase: String, refused: impl FnOnce() + 'static) {
        let Some(waiting) = self.locked.get_untracked() else { return };
        spawn_local(async move {
            let bytes = lock::unlock(&waiting.locked, &passphrase).await;
            let waits = self.locked.with_untracked(|now| {
                now.as_ref().is_some_and(|now| Arc::ptr_eq(&now.locked, &waiting.locked))
            });
            // Meanwhile it was left, or another was opened.
            if !waits {
                return;
            }
            let Some(bytes) = bytes else { return refused() };
            self.offer_bytes(waiting.file, Ok(bytes)).await;
        });
    }

    /// Leaves the file that waits for a passphrase as it is.
    pub fn leave_locked(self) {
        self.locked.set(None);
    }

    /// How strong a passphrase is for the file of an assessment, whose home and name whoever finds it knows.
    #[must_use]
    pub fn passphrase_strength(self, id: &Id, passphrase: &str) -> Strength {
        let known = self.assessments.with_untracked(id, |document| {
            [document.assessment.organisation.name.clone(), document.file_name(clock::local_time())]
        });
        let known = known.unwrap_or_default();
        Strength::for_those_who_know(&known.each_ref().map(String::as_str), passphrase)
    }

    /// Makes the export of an assessment, locks it and hands it to the person. Calls back with whether that was done.
    ///
    /// It does not count as a copy: whoever forgets the passphrase has none.
    pub fn export_locked(self, id: &Id, passphrase: String, done: impl FnOnce(bool) + 'static) {
        self.assessments.save_soon();
        let document = self.assessments.with_untracked(id, Clone::clone);
        let is_weak = self.passphrase_strength(id, &passphrase) == Strength::Short;
        spawn_local(async move {
            let exported = match document {
                Some(document) => self.assessments.make_export(document).await,
                None => None,
            };
            let locked = match exported {
                Some(exported) => lock_export(exported, &passphrase).await,
                None => None,
            };
            done(locked.is_some());
            match locked {
                Some(exported) => {
                    files::hand_over(&exported.file_name, &exported.text);
                    self.notices.tell(Notice::ExportedLocked { exported, is_weak }, None);
                }
                None => self.notices.tell(Notice::ExportFailed, None),
            }
        });
    }
}

/// Locks an export. `None` where what was locked, read back and unlocked again, is not what it was.
async fn lock_export(exported: Exported, passphrase: &str) -> Option<Exported> {
    let text = lock::lock(&exported.text, passphrase, clock::now()).await?;
    let again = lock::unlock(&Locked::read(text.as_bytes()).ok()?, passphrase).await?;
    if again != exported.text.as_bytes() {
        return None;
    }
    let file_name = locked_name(&exported.file_name);
    Some(Exported { file_name, text: text.into(), ..exported })
}
