//! A button for one of the choices about a file that was opened.

use crate::components::{Button, ButtonVariant, focus_soon};
use crate::store::Exchange;
use leptos::prelude::*;

/// A button that ends the offer, and gives its focus back to the page.
#[component]
pub(super) fn OfferButton(variant: ButtonVariant, choose: fn(Exchange), children: Children) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let press = move |()| {
        choose(exchange);
        focus_soon("h1");
    };
    view! {
        <Button variant on_press=press>
            {children()}
        </Button>
    }
}
