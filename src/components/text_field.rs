//! Fields for text, with their labels.

use leptos::prelude::*;

/// The label of a field, and the hint below it.
#[component]
pub(super) fn Label(
    id: String,
    #[prop(into)] label: String,
    #[prop(optional_no_strip)] hint: Option<String>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let hint = hint.map(|hint| {
        view! {
            <div class="nhsuk-hint" id=hint_id>
                {hint}
            </div>
        }
    });
    view! {
        <label class="nhsuk-label app-label" for=id>
            {label}
        </label>
        {hint}
    }
}

/// A box for several lines, which grows with its text.
#[component]
pub fn TextArea(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    rows: u8,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
) -> impl IntoView {
    let described_by = hint.is_some().then(|| format!("{id}-hint"));
    view! {
        <div class="nhsuk-form-group">
            <Label id=id.clone() label hint />
            <textarea
                class="nhsuk-textarea app-textarea"
                id=id
                rows=rows.to_string()
                aria-describedby=described_by
                prop:value=value
                on:input:target=move |event| on_input.run(event.target().value())
            ></textarea>
        </div>
    }
}

/// A box for one line.
#[component]
pub fn TextField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    /// What is wrong with what is in it, if anything is.
    #[prop(optional, into)]
    error: Option<Signal<Option<String>>>,
    /// What a keyboard on the screen capitalises: `none`, `sentences`, `words`, `characters`.
    capitals: &'static str,
    /// `text`, `password` and so on.
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
) -> impl IntoView {
    let error = move || error.and_then(|error| error.get());
    let hint_id = hint.as_ref().map(|_| format!("{id}-hint"));
    let error_id = format!("{id}-error");
    let wrong_id = error_id.clone();
    let described_by = move || match (&hint_id, error()) {
        (Some(hint), Some(_)) => Some(format!("{hint} {wrong_id}")),
        (None, Some(_)) => Some(wrong_id.clone()),
        (hint, None) => hint.clone(),
    };
    let message = move || {
        error().map(|error| {
            view! {
                <span class="nhsuk-error-message" id=error_id.clone()>
                    <span class="nhsuk-u-visually-hidden">"Error: "</span>
                    {error}
                </span>
            }
        })
    };
    view! {
        <div class="nhsuk-form-group" class:nhsuk-form-group--error=move || error().is_some()>
            <Label id=id.clone() label hint />
            {message}
            <input
                class="nhsuk-input"
                id=id
                type=kind
                autocomplete="off"
                autocapitalize=capitals
                aria-describedby=described_by
                aria-invalid=move || error().map(|_| "true")
                prop:value=value
                on:input:target=move |event| on_input.run(event.target().value())
            />
        </div>
    }
}
