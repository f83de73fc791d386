//! What changed: an assessment beside another version of it, from a file or from what is kept aside.

use super::{Assessments, Exchange};
use crate::platform::files::{self, File};
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::{Changes, Id, Timestamp, changes};
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::{Document, ImportError};
use standards_met_core::storage::{Reason, SetAside};
use std::sync::Arc;

/// A version of an assessment that is kept aside.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Under which identifier it is set aside.
    pub aside: Id,
    pub name: String,
    pub reason: Reason,
    /// When it was set aside.
    pub at: Timestamp,
}

/// What differs between an assessment and another version of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What the other version is called: a file's name, or what it is kept aside as.
    pub with: String,
    /// When the other version was last changed.
    pub edited_at: Timestamp,
    /// Whether the other version is the newer: then it is what the changes lead to, and otherwise where they begin.
    pub is_newer: bool,
    /// Whose the other version is, where it is another assessment altogether.
    pub of_other: Option<String>,
    pub edition: Arc<Edition>,
    pub changes: Changes,
}

impl Assessments {
    /// The versions of an assessment that are kept aside, the newest first.
    #[must_use]
    pub fn versions(self, id: &Id) -> Vec<Version> {
        self.set_aside.with_untracked(|all| {
            let of_this = all
                .iter()
                .rev()
                .filter(|one| one.reason.can_be_put_back() && one.whose().is_some_and(|whose| whose == *id));
            let version = |one: &SetAside| Version {
                aside: one.id.clone(),
                name: one.name.clone(),
                reason: one.reason,
                at: one.at,
            };
            of_this.map(version).collect()
        })
    }

    /// Compares an assessment with what is kept aside. `None` where that cannot be read.
    #[must_use]
    pub fn compare_with_version(self, id: &Id, aside: &Id) -> Option<Comparison> {
        let found = self.set_aside.with_untracked(|all| all.iter().find(|one| one.id == *aside).cloned())?;
        let read = self.read_text(&found.text).ok()?;
        self.comparison(id, found.name, &read.document)
    }

    fn comparison(self, id: &Id, with: String, other: &Document) -> Option<Comparison> {
        let theirs = &other.assessment;
        self.with_untracked(id, |here| {
            let ours = &here.assessment;
            let is_newer = theirs.edited_at > ours.edited_at;
            let (old, new) = if is_newer { (ours, theirs) } else { (theirs, ours) };
            Comparison {
                with,
                edited_at: theirs.edited_at,
                is_newer,
                of_other: (theirs.id != ours.id).then(|| theirs.organisation.name.clone()),
                edition: here.edition.clone(),
                changes: changes(&here.edition, old, new),
            }
        })
    }
}

impl Exchange {
    /// Reads a file and compares an assessment with what is in it. Nothing here changes.
    pub fn compare_with_file(
        self,
        id: &Id,
        file: File,
        done: impl FnOnce(Result<Comparison, ImportError>) + 'static,
    ) {
        let id = id.clone();
        spawn_local(async move {
            let read = self.assessments.read_file(&files::read(&file).await).await;
            let compared = read.and_then(|read| {
                // Removed meanwhile in another tab, it is not there to be compared with.
                self.assessments.comparison(&id, file.name(), &read.document).ok_or(ImportError::Unreadable)
            });
            done(compared);
        });
    }

    /// What would change here if the offered file took the place of the assessment that it is of.
    #[must_use]
    pub fn changes_offered(self) -> Option<(Arc<Edition>, Changes)> {
        self.offer.with_untracked(|offer| {
            let theirs = &offer.as_ref()?.read.document.assessment;
            self.assessments.with_untracked(&theirs.id, |here| {
                (here.edition.clone(), changes(&here.edition, &here.assessment, theirs))
            })
        })
    }
}
