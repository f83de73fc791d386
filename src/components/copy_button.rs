//! A button that puts a text on the clipboard.

use super::{Button, ButtonVariant};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

/// Copies a text and says whether that worked.
#[component]
pub fn CopyButton(#[prop(into)] label: String, #[prop(into)] text: Signal<String>) -> impl IntoView {
    let outcome = RwSignal::new("");
    let copy = move |()| {
        let text = text.get_untracked();
        spawn_local(async move {
            let words = if write_to_clipboard(&text).await {
                "Copied"
            } else {
                "This browser does not let the page copy. Select the text and copy it yourself."
            };
            // The page may have moved on meanwhile.
            let _ = outcome.try_set(words);
        });
    };
    view! {
        <span class="app-copy">
            <Button variant=ButtonVariant::Small on_press=copy>
                {label}
            </Button>
            <span role="status">{outcome}</span>
        </span>
    }
}

/// Puts a text on the clipboard. Gives whether the browser let it.
async fn write_to_clipboard(text: &str) -> bool {
    // The clipboard is missing on pages without https; `navigator.clipboard` is then undefined.
    let clipboard = window().navigator().clipboard();
    !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
