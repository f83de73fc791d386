//! A button that puts a text on the clipboard.

use super::{Button, ButtonVariant};
use leptos::prelude::*;

/// A text for the clipboard, and what is told whether the browser took it.
pub struct CopyRequest {
    pub text: String,
    pub on_done: Callback<bool>,
}

/// Copies a text and says whether that worked.
#[component]
pub fn CopyButton(
    #[prop(into)] label: String,
    #[prop(into)] text: Signal<String>,
    on_copy: Callback<CopyRequest>,
) -> impl IntoView {
    let outcome = RwSignal::new("");
    let on_done = Callback::new(move |copied| {
        let words = if copied {
            "Copied"
        } else {
            "This browser does not let the page copy. Select the text and copy it yourself."
        };
        // The page may have moved on meanwhile.
        let _ = outcome.try_set(words);
    });
    let copy = move |()| on_copy.run(CopyRequest { text: text.get_untracked(), on_done });
    view! {
        <span class="app-copy">
            <Button variant=ButtonVariant::Small on_press=copy>
                {label}
            </Button>
            <span role="status">{outcome}</span>
        </span>
    }
}
