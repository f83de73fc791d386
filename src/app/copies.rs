//! What belongs to a file that was just handed over: its text for browsers that refuse downloads, and a check of it.

use crate::components::{CopyButton, FileField, Fold};
use crate::platform::files::File;
use crate::store::Exchange;
use leptos::prelude::*;
use std::sync::Arc;

/// The text of a file, for browsers that refuse downloads.
#[component]
pub fn ExportedText(text: Arc<str>) -> impl IntoView {
    let opened = RwSignal::new(false);
    let text = StoredValue::new(text);
    // A megabyte of text takes a browser a second to lay out: only for who wants to see it.
    view! {
        <Fold summary="No file appeared?" on_toggle=move |()| opened.set(true)>
            <Show when=move || opened.get()>
                <AsText text=text.get_value() />
            </Show>
        </Fold>
    }
}

/// The export as a text that can be copied.
#[component]
fn AsText(text: Arc<str>) -> impl IntoView {
    let copied = text.clone();
    view! {
        <p>
            "Copy the text below into an empty document or a message to yourself, and save it with a name that \
             ends in “.json”."
        </p>
        <CopyButton label="Copy the text" text=Signal::derive(move || copied.to_string()) />
        <textarea
            class="nhsuk-textarea app-export-text"
            readonly
            rows="4"
            aria-label="The exported text"
            prop:value=text.to_string()
        ></textarea>
    }
}

/// Reads the file back from where it was put.
#[component]
pub fn CheckCopy() -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    view! {
        <Fold summary="Check my copy">
            <p>
                "Choose the file where you put it: on this device, a memory stick or a shared drive. It is read back and compared \
                 with what is here. Nothing changes."
            </p>
            <FileField
                id="check-file"
                label="Choose the copy"
                on_choose=move |file| exchange.check_copy(File::from(file))
            />
        </Fold>
    }
}
