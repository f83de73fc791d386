//! Hands an assessment to another app.

use crate::components::{Button, ButtonVariant};
use crate::store::Exchange;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// The button that shares an assessment; nothing where this browser cannot do that.
#[component]
pub fn ShareButton(id: Id) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    exchange.sharing_form().map(|_| {
        view! {
            <Button variant=ButtonVariant::Secondary on_press=move |()| exchange.share(&id)>
                "Share"
            </Button>
        }
    })
}
