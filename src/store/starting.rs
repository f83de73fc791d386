//! Starting an assessment with the questions of a year that are fetched first.

use super::{Assessments, NewAssessment, StartFailed};
use crate::platform::files;
use crate::route::Route;
use leptos::prelude::*;
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::text_of;
use standards_met_core::kit::ListedEdition;
use std::sync::Arc;

impl Assessments {
    /// The years that can be started beside the built-in one, the newest first.
    #[must_use]
    pub fn offered_years(self) -> Vec<ListedEdition> {
        self.offered.get_value()
    }

    /// Starts an assessment with the built-in questions and opens it.
    pub fn start(self, name: &str, ods_code: &str) {
        let route = self.create(self.built_in(), name, ods_code);
        self.navigation.go(&route);
    }

    /// Goes to the page that fetches the questions of a year and starts an assessment with them.
    pub fn start_with(self, new: NewAssessment) {
        self.new.set_value(Some(new));
        self.navigation.go(&Route::Begin);
    }

    /// What is to be started. `None` once it is.
    #[must_use]
    pub fn to_start(self) -> Option<NewAssessment> {
        self.new.get_value()
    }

    /// Fetches the questions of what is to be started, starts it, and opens it in the place of the page that waits.
    ///
    /// # Errors
    /// [`StartFailed`]; nothing is started then.
    pub async fn fetch_and_start(self, new: NewAssessment) -> Result<(), StartFailed> {
        let edition = fetch_offered(&new.year).await?;
        self.start_in_place(&new, Arc::new(edition));
        Ok(())
    }

    /// Starts with the built-in questions what was to be started with others.
    pub fn start_with_built_in(self, new: &NewAssessment) {
        self.start_in_place(new, self.built_in());
    }

    /// Starts it, and shows it in the place of the page that waits, which is no step to come back to. Nothing where it is started
    /// already, or where the person has left that page meanwhile.
    fn start_in_place(self, new: &NewAssessment, edition: Arc<Edition>) {
        let is_waited_for = self.navigation.route.with_untracked(|route| *route == Route::Begin)
            && self.new.with_value(|wanted| wanted.as_ref() == Some(new));
        if is_waited_for {
            self.new.set_value(None);
            let route = self.create(edition, &new.name, &new.ods_code);
            self.navigation.replace(&route);
        }
    }
}

/// Fetches an edition that the page offers.
pub(super) async fn fetch_offered(listed: &ListedEdition) -> Result<Edition, StartFailed> {
    let bytes = files::own_file(&format!("editions/{}", listed.file)).await;
    let bytes = bytes.map_err(|_| StartFailed::Unreachable)?;
    let text = text_of(&bytes).ok().filter(|text| listed.is(text));
    text.and_then(Edition::from_text).ok_or(StartFailed::NotTheQuestions)
}
