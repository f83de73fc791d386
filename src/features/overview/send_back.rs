//! For whoever fills a sheet in for a home: the way back.

use crate::components::{Button, ButtonVariant, Card};
use crate::store::Exchange;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// The card that says where the answers go.
#[component]
pub fn SendBack(
    id: Id,
    /// The name of the home that asked.
    home: String,
) -> impl IntoView {
    let words = format!(
        "When you have answered what you can, send the file back to {home}. They see each of your answers beside their own."
    );
    view! {
        <Card>
            <h2>"Send it back"</h2>
            <p>{words}</p>
            <SendBackButton id home variant=ButtonVariant::Secondary />
        </Card>
    }
}

/// Hands the file to another app, such as the mail, or saves it.
#[component]
pub fn SendBackButton(id: Id, home: String, variant: ButtonVariant) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    view! {
        <Button variant on_press=move |()| exchange.share_soon(&id)>
            {format!("Send this file back to {home}")}
        </Button>
    }
}
