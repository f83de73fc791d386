//! What to look at, as a list.

use crate::ui::element::{El, el};
use crate::words;
use standards_met_core::assessment::Finding;

/// The findings of one item.
pub fn findings_list(findings: &[Finding]) -> El {
    let one = |finding: &Finding| el("li").text(&words::finding(&finding.kind));
    el("ul").class("app-findings").children(findings.iter().map(one))
}
