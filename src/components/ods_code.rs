//! A field for an ODS code.

use super::{TextField, focus_soon};
use leptos::prelude::*;
use standards_met_core::assessment::could_be_ods_code;

/// What is typed as an ODS code, and whether a form has doubted it.
#[derive(Clone, Copy, Debug)]
pub struct OdsCode {
    pub value: RwSignal<String>,
    is_doubted: RwSignal<bool>,
}

impl OdsCode {
    /// A field that begins with this code.
    #[must_use]
    pub fn new(code: String) -> Self {
        Self { value: RwSignal::new(code), is_doubted: RwSignal::new(false) }
    }

    /// Returns whether a form may keep the code. What does not look like one is doubted the first time, in the field of this
    /// `id`, which gets the focus. Pressing again keeps it.
    ///
    /// Not as soon as the field is left: what appears then would move the button away from under the finger that leaves it.
    #[must_use]
    pub fn is_accepted(self, id: &str) -> bool {
        let was_doubted = self.is_doubted.get_untracked();
        let is_accepted = was_doubted || self.value.with_untracked(|code| could_be_ods_code(code));
        self.is_doubted.set(!is_accepted);
        if !is_accepted {
            focus_soon(format!("#{id}"));
        }
        is_accepted
    }
}

/// The box for the code.
#[component]
pub fn OdsCodeField(
    id: &'static str,
    #[prop(default = "ODS code (optional)")] label: &'static str,
    hint: &'static str,
    /// The words on the button of the form.
    button: &'static str,
    code: OdsCode,
) -> impl IntoView {
    let error = move || {
        code.is_doubted.get().then(|| {
            format!(
                "This does not look like an ODS code. It has 3 to 10 letters and numbers, such as VM1AB. Correct it, or press \
                 “{button}” again to keep it."
            )
        })
    };
    view! {
        <TextField
            id
            label
            hint
            error=Signal::derive(error)
            capitals="characters"
            value=code.value
            on_input=move |text| {
                code.is_doubted.set(false);
                code.value.set(text);
            }
        />
    }
}
