//! A box for a passphrase, and what belongs to its form.

use crate::components::{Checkbox, Hint};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

/// What is said where this browser does not lock files.
pub(super) const IMPOSSIBLE: &str = "This browser locks and opens such files only where the address of the page begins with “https”. \
                                     Open the page there, or in another browser.";

/// A box for a passphrase.
#[component]
pub fn PassphraseField(
    #[prop(into)] id: String,
    label: &'static str,
    #[prop(optional)] hint: Option<&'static str>,
    /// What the browser may fill in.
    autocomplete: &'static str,
    /// Whether it can be read on the screen.
    shown: RwSignal<bool>,
    /// What is wrong with it.
    #[prop(into)]
    error: Signal<Option<&'static str>>,
    value: RwSignal<String>,
) -> impl IntoView {
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described_by = if hint.is_some() { format!("{hint_id} {error_id}") } else { error_id.clone() };
    let hint = hint.map(|hint| {
        view! {
            <div class="nhsuk-hint" id=hint_id>
                {hint}
            </div>
        }
    });
    let message = move || error.get().map(|error| view! { <p class="nhsuk-error-message">{error}</p> });
    view! {
        <div class="nhsuk-form-group">
            <label class="nhsuk-label app-label" for=id.clone()>
                {label}
            </label>
            {hint}
            <div id=error_id role="alert">
                {message}
            </div>
            <input
                class="nhsuk-input"
                id=id
                type=move || if shown.get() { "text" } else { "password" }
                autocomplete=autocomplete
                autocapitalize="none"
                spellcheck="false"
                aria-describedby=described_by
                aria-invalid=move || error.get().map(|_| "true")
                prop:value=value
                on:input:target=move |event| value.set(event.target().value())
                {..custom_attribute("autocorrect", "off")}
            />
        </div>
    }
}

/// The choice to read on the screen what is typed.
#[component]
pub fn ShowPassphrase(#[prop(into)] id: String, shown: RwSignal<bool>) -> impl IntoView {
    view! {
        <div>
            <Checkbox id label="Show the passphrase" checked=shown on_change=move |now| shown.set(now) />
        </div>
    }
}

/// What is said while the browser works on a key.
#[component]
pub fn BusyStatus(busy: RwSignal<bool>, words: &'static str) -> impl IntoView {
    view! {
        <div role="status">
            <Show when=move || busy.get()>
                <Hint>{words}</Hint>
            </Show>
        </div>
    }
}
