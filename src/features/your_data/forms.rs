//! The forms in the card of an assessment.

use crate::components::{Button, ButtonVariant, focus_soon};
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    Rename,
    Snapshot,
    Removal,
}

/// The form that is open, and its assessment. One at a time, so that none is confirmed by mistake.
pub type OpenForm = RwSignal<Option<(FormKind, Id)>>;

/// Whether a form of an assessment is open.
pub fn is_open(open_form: OpenForm, kind: FormKind, id: Id) -> Memo<bool> {
    Memo::new(move |_| {
        open_form.with(|open| open.as_ref().is_some_and(|(open, of)| *open == kind && *of == id))
    })
}

/// The button that opens a form, and closes it again.
#[component]
pub fn FormButton(
    id: Id,
    kind: FormKind,
    open_form: OpenForm,
    /// The selector of the first field in the form.
    first_field: &'static str,
    children: Children,
) -> impl IntoView {
    let is_open = is_open(open_form, kind, id.clone());
    let toggle = move |()| {
        open_form.set((!is_open.get_untracked()).then(|| (kind, id.clone())));
        focus_soon(first_field);
    };
    view! {
        <Button
            variant=ButtonVariant::Secondary
            on_press=toggle
            attr:aria-expanded=move || is_open.get().to_string()
        >
            {children()}
        </Button>
    }
}

/// The button that closes the open form.
#[component]
pub fn CancelButton(open_form: OpenForm) -> impl IntoView {
    let cancel = move |()| {
        open_form.set(None);
        focus_soon("h1");
    };
    view! {
        <Button variant=ButtonVariant::Secondary on_press=cancel>
            "Cancel"
        </Button>
    }
}
