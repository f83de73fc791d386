//! What a report is made of.

use super::ReportRequest;
use crate::assessment::{Assessment, Date, Timestamp};
use crate::catalogue::Edition;

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct ReportSource<'a> {
    pub edition: &'a Edition,
    pub assessment: &'a Assessment,
    /// Whether it is a redacted copy, in which something was left out.
    pub redacted: bool,
    pub request: &'a ReportRequest,
}

/// How much is in a report: what the person is told when they get it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReportCounts {
    pub items: usize,
    pub actions: usize,
}

impl ReportSource<'_> {
    /// The day of a moment, where the device is.
    #[must_use]
    pub fn day(&self, moment: Timestamp) -> Date {
        Timestamp::from_millis(moment.millis() + f64::from(self.request.ahead) * 60_000.0).date()
    }
}
