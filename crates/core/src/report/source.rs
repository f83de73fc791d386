//! What a report is made from.

use super::ReportRequest;
use crate::assessment::{Assessment, Date, Timestamp};
use crate::catalogue::Edition;

/// What a report is made from.
#[derive(Clone, Copy, Debug)]
pub struct ReportSource<'a> {
    /// The edition that the assessment answers.
    pub edition: &'a Edition,
    /// The assessment.
    pub assessment: &'a Assessment,
    /// Whether the document is a redacted copy, in which something was left out.
    pub redacted: bool,
    /// The request for the report.
    pub request: &'a ReportRequest,
}

/// How many items and actions a report contains. The person is told when the report is ready.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReportCounts {
    pub items: usize,
    pub actions: usize,
}

impl ReportSource<'_> {
    /// Returns the date of a moment where the device is.
    #[must_use]
    pub fn day(&self, moment: Timestamp) -> Date {
        Timestamp::from_millis(moment.millis() + f64::from(self.request.ahead) * 60_000.0).date()
    }
}
