//! The text of a file that was handed over, for browsers that refuse downloads.

use super::copy_button::CopyButton;
use super::fold::Fold;
use leptos::prelude::*;
use std::sync::Arc;

/// The text, folded away until it is asked for.
#[component]
pub fn FileText(
    text: Arc<str>,
    /// What the text is, for who does not see it.
    label: &'static str,
) -> impl IntoView {
    let opened = RwSignal::new(false);
    let text = StoredValue::new(text);
    let copied = Signal::derive(move || text.with_value(ToString::to_string));
    // A megabyte of text takes a browser a second to lay out: only for who wants to see it.
    view! {
        <Fold summary="No file appeared?" on_toggle=move |()| opened.set(true)>
            <Show when=move || opened.get()>
                <p>
                    "Copy the text below into an empty document or a message to yourself, and save it with a name that \
                     ends in “.json”."
                </p>
                <CopyButton label="Copy the text" text=copied />
                <textarea
                    class="nhsuk-textarea app-export-text"
                    readonly
                    rows="4"
                    aria-label=label
                    prop:value=text.with_value(ToString::to_string)
                ></textarea>
            </Show>
        </Fold>
    }
}
