//! Files outside the browser that are kept up to date by themselves.

use super::{Assessments, FileKept, FileStatus};
use crate::platform::clock;
use crate::platform::kept_file::KeptFile;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::{Id, Timestamp};

/// A file follows a save after so long.
const WRITE_AFTER_MS: u32 = 2_000;

impl Assessments {
    /// The file that an assessment is written to, if there is one.
    #[must_use]
    pub fn file_of(self, id: &Id) -> Option<FileKept> {
        self.saving.files.with(|files| files.iter().find(|kept| kept.of == *id).cloned())
    }

    /// Whether this browser can keep a file up to date.
    #[must_use]
    pub fn can_keep_file(self) -> bool {
        KeptFile::is_possible()
    }

    /// Lets the person choose a file, writes the assessment to it, and keeps it up to date from now on.
    pub fn keep_file(self, id: &Id) {
        self.leave_field();
        let Some(name) = self.with_untracked(id, |document| document.file_name(clock::local_time())) else {
            return;
        };
        let id = id.clone();
        spawn_local(async move {
            let Some(file) = KeptFile::choose(&name).await else { return };
            self.remember_file(&id, Some(&file)).await;
            let kept = FileKept {
                of: id.clone(),
                file,
                status: FileStatus::AskAgain,
                edited_at: Timestamp::default(),
            };
            self.saving.files.update(|files| {
                files.retain(|kept| kept.of != id);
                files.push(kept);
            });
            self.write_file(id).await;
        });
    }

    /// Asks the browser for leave to go on writing to the file.
    pub fn go_on_with_file(self, id: &Id) {
        let Some(kept) = self.file_of(id) else { return };
        let id = id.clone();
        spawn_local(async move {
            if kept.file.may_write(true).await {
                self.write_file(id).await;
            }
        });
    }

    /// Leaves the file as it is from now on.
    pub fn stop_keeping_file(self, id: &Id) {
        self.saving.files.update(|files| files.retain(|kept| kept.of != *id));
        let id = id.clone();
        spawn_local(async move { self.remember_file(&id, None).await });
    }

    async fn remember_file(self, id: &Id, file: Option<&KeptFile>) {
        let second = self.mirror.read_value().second.clone();
        if let Some(second) = second {
            // Without the second copy, it has to be chosen again after the page is closed.
            let _ = second.keep_file(id.as_str(), file).await;
        }
    }

    /// Finds the files of earlier sittings.
    pub(super) fn find_files(self, found: Vec<(String, KeptFile)>) {
        for (id, file) in found {
            spawn_local(async move {
                let (of, may) = (Id(id), file.may_write(false).await);
                let edited_at = Timestamp::default();
                let kept = FileKept { of: of.clone(), file, status: FileStatus::AskAgain, edited_at };
                self.saving.files.update(|files| files.push(kept));
                if may {
                    self.write_file(of).await;
                }
            });
        }
    }

    /// Writes the files in a moment: a save is made many times while somebody types.
    pub(super) fn write_files_soon(self) {
        if self.saving.files.with_untracked(Vec::is_empty) {
            return;
        }
        let mut mirror = self.mirror.write_value();
        if mirror.files_due.is_none() {
            mirror.files_due = Some(Timeout::new(WRITE_AFTER_MS, move || self.write_files()));
        }
    }

    /// Writes every file that is behind, one after the other, unless the person has to be asked first.
    fn write_files(self) {
        let behind = self.saving.files.with_untracked(|files| {
            let behind = files.iter().filter(|kept| {
                let now = self.with_untracked(&kept.of, |document| document.assessment.edited_at);
                kept.status != FileStatus::AskAgain && now.is_some_and(|now| now != kept.edited_at)
            });
            behind.map(|kept| kept.of.clone()).collect::<Vec<_>>()
        });
        spawn_local(async move {
            for id in &behind {
                self.write_file(id.clone()).await;
            }
            // What was typed meanwhile follows.
            self.mirror.write_value().files_due = None;
            if !behind.is_empty() {
                self.write_files_soon();
            }
        });
    }

    async fn write_file(self, id: Id) {
        let file = self
            .saving
            .files
            .with_untracked(|files| files.iter().find(|kept| kept.of == id).map(|kept| kept.file.clone()));
        let (Some(file), Some(document)) = (file, self.with_untracked(&id, Clone::clone)) else { return };
        // The copy is of now, however long the writing takes.
        let (at, edited_at) = (clock::now(), document.assessment.edited_at);
        let copied = document.assessment.copied(at);
        let exported = self.make_export(document).await;
        let written = match exported {
            Some(exported) => file.write(&exported.text).await,
            None => false,
        };
        if written {
            self.copy_was_made(&id, &copied);
        }
        self.saving.files.update(|files| {
            for kept in files.iter_mut().filter(|kept| kept.of == id) {
                kept.status = if written { FileStatus::Written(at) } else { FileStatus::Failed };
                kept.edited_at = edited_at;
            }
        });
    }
}
