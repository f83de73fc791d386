//! A second assessment with the same answers, told apart by its name.

use super::{Assessments, Notice, Undo};
use crate::platform::{clock, random};
use crate::route::Route;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::exchange::Document;

/// How the name of the worked example ends.
const EXAMPLE: &str = " (worked example)";

impl Assessments {
    /// Makes a second assessment with the same answers, and shows both on "Your data".
    pub fn duplicate(self, id: &Id) {
        let Some(mut document) = self.with_untracked(id, Clone::clone) else { return };
        self.set_apart(&mut document, "copy");
        let (new, name) = (document.assessment.id.clone(), document.assessment.organisation.name.clone());
        self.add(document);
        let undo = Some(Undo::TakeAway(new));
        self.notices.tell_on(self.navigation, &Route::Data, Notice::Duplicated { name }, undo);
    }

    /// Gives a document an identity and a name of its own.
    pub(super) fn set_apart(self, document: &mut Document, mark: &str) {
        let now = clock::now();
        document.assessment.id = random::new_id();
        document.assessment.created_at = now;
        let organisation = document.assessment.organisation.clone();
        let taken = |name: &String| {
            self.documents
                .with_untracked(|all| all.iter().any(|one| one.assessment.organisation.name == *name))
        };
        // What is somebody's own is not called an example.
        let whose = organisation.name.strip_suffix(EXAMPLE).unwrap_or(&organisation.name);
        let mut name = format!("{whose} ({mark})");
        let mut number = 1;
        while taken(&name) {
            number += 1;
            name = format!("{whose} ({mark} {number})");
        }
        document.assessment.rename(&name, &organisation.ods_code, now);
    }
}
