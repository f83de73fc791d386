//! A part that is folded away until it is pressed.

use leptos::prelude::*;

/// Details below a summary.
#[component]
pub fn Fold(
    #[prop(into)] summary: String,
    /// Whether it is open at first.
    #[prop(optional)]
    open: bool,
    #[prop(default = "app-more")] class: &'static str,
    /// Is called when it is opened or closed.
    #[prop(optional, into)]
    on_toggle: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    let toggle = move |_| {
        if let Some(on_toggle) = on_toggle {
            on_toggle.run(());
        }
    };
    view! {
        <details class=class open=open on:toggle=toggle>
            <summary>{summary}</summary>
            {children()}
        </details>
    }
}
