//! The day on which a home plans to publish.

use super::Assessments;
use crate::platform::clock;
use standards_met_core::assessment::{Finding, Id, findings_when_published};
use standards_met_core::date_parts::DateEntry;

impl Assessments {
    /// Sets the day on which the home plans to publish, as far as it is typed.
    pub fn plan_to_publish(self, id: &Id, entry: DateEntry) {
        self.change_all(id, |assessment| assessment.plan_to_publish(entry, clock::now()));
    }

    /// Does not ask for that day again.
    pub fn put_off_publish_day(self, id: &Id) {
        self.change(id, |assessment| {
            let entry = assessment.publish_entry();
            assessment.plan_to_publish(entry, clock::now());
        });
        self.flush();
    }

    /// What is recent enough today and will be too old on that day, followed.
    #[must_use]
    pub fn findings_when_published(self, id: &Id) -> Vec<Finding> {
        let found = self.with(id, |document| {
            let today = document.assessment.today(clock::today());
            findings_when_published(&document.edition, &document.assessment, today)
        });
        found.unwrap_or_default()
    }
}
