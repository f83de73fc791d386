//! Hands an assessment to another app.

use crate::components::{Button, ButtonVariant};
use crate::store::AppState;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// The button that shares an assessment; nothing where this browser cannot do that.
#[component]
pub fn ShareButton(id: Id) -> impl IntoView {
    let state = expect_context::<AppState>();
    state.sharing_form().map(|_| {
        view! {
            <Button variant=ButtonVariant::Secondary on_press=move |()| state.share(&id)>
                "Share"
            </Button>
        }
    })
}
