//! What to look at, as a list.

use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Finding;

/// The findings of one item.
#[component]
pub fn FindingsList(findings: Vec<Finding>) -> impl IntoView {
    let rows = findings.iter().map(|finding| view! { <li>{words::finding(&finding.kind)}</li> });
    view! { <ul class="app-findings">{rows.collect_view()}</ul> }
}
