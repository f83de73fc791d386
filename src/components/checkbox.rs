//! A box to tick.

use leptos::prelude::*;

/// A box with its label.
#[component]
pub fn Checkbox(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <span class="app-check">
            <input
                type="checkbox"
                id=id.clone()
                prop:checked=checked
                on:change:target=move |event| on_change.run(event.target().checked())
            />
            <label for=id>{label}</label>
        </span>
    }
}
