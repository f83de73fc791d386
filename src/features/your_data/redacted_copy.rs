//! What is said of a redacted copy.

use crate::store::Exported;
use crate::words;
use leptos::prelude::*;
use standards_met_core::exchange::Redaction;

/// What is said of a redacted copy that was opened.
#[component]
pub fn RedactedNote<'a>(redaction: &'a Redaction) -> impl IntoView + use<> {
    let mut left: Vec<String> = Vec::new();
    for (is_left, what) in [(redaction.names, "people’s names"), (redaction.comments, "comments")] {
        left.extend(is_left.then(|| what.to_owned()));
    }
    left.extend(redaction.parts.iter().map(|number| format!("part {number}")));
    let what = if left.is_empty() { "something".to_owned() } else { words::list(&left) };
    view! {
        <p class="app-warning">
            <b>"This is a redacted copy: "</b>
            {format!("it leaves out {what}. It opens as a separate copy and cannot replace what is here.")}
        </p>
    }
}

/// What is told after a redacted copy was handed out.
#[component]
pub fn RedactedNotice<'a>(exported: &'a Exported) -> impl IntoView + use<> {
    view! {
        <p>
            <b>{format!("Your redacted copy is ready: {}. ", exported.file_name)}</b>
            "It is in your downloads. Read it before you send it. Check code "
            <span class="app-code">{exported.check_code.clone()}</span>
            ". Do not keep it as your own copy: what you left out is not in it."
        </p>
    }
}
