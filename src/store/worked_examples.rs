//! The worked examples: how a made-up home answered, one file for each toolkit year that has one.

use super::Exchange;
use crate::platform::{files, random};
use crate::route::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::{Document, ImportError, read_stored, text_of};
use std::sync::Arc;

/// The identifiers of the editions that have a worked example, and the delivered file with it.
const FILES: [(&str, &str); 2] =
    [("dspt-social-care-2021-22", "example.json"), ("dspt-social-care-2025-26", "example-2025-26.json")];

fn file_of(edition: &Edition) -> Option<&'static str> {
    FILES.into_iter().find_map(|(id, file)| (id == edition.id).then_some(file))
}

impl Exchange {
    /// Whether there is a worked example of this edition.
    #[must_use]
    pub fn has_example(self, edition: &Edition) -> bool {
        file_of(edition).is_some()
    }

    /// Opens the worked example of an edition, fetching it the first time.
    pub fn open_example(self, edition: &Arc<Edition>) {
        let Some(file) = file_of(edition) else { return };
        // Both years' examples may be here, and they have one name.
        let is_it = |one: &Document| one.assessment.example.is_some() && one.edition.id == edition.id;
        let here = |one: &Document| is_it(one).then(|| one.assessment.id.clone());
        let found = self.assessments.documents.with_untracked(|all| all.iter().find_map(here));
        if let Some(id) = found {
            return self.navigation.go(&Route::Overview(id));
        }
        let edition = edition.clone();
        spawn_local(async move {
            match read_example(&files::own_file(file).await, edition) {
                Ok(example) => self.show_example(example),
                Err(error) => self.refuse_file(file.into(), error),
            }
        });
    }

    fn show_example(self, mut example: Document) {
        // The one that was opened before may be somebody's own work by now, with its identifier.
        if self.assessments.with_untracked(&example.assessment.id, |_| ()).is_some() {
            example.assessment.id = random::new_id();
        }
        let id = example.assessment.id.clone();
        self.assessments.bring_in(example);
        self.navigation.go(&Route::Overview(id));
    }
}

/// Reads an example, whose file names its edition by the identifier alone.
fn read_example(
    bytes: &Result<Vec<u8>, ImportError>,
    edition: Arc<Edition>,
) -> Result<Document, ImportError> {
    let text = text_of(bytes.as_ref().map_err(Clone::clone)?)?;
    read_stored(text, |name| (name.0 == edition.id).then(|| edition.clone()))
}
