//! What is said once everything is answered.

use crate::components::{Button, ButtonLink, ButtonVariant};
use crate::route::Route;
use crate::store::Exchange;
use leptos::either::Either;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// When nothing is left to answer.
#[component]
pub fn AllDone(
    id: Id,
    /// How many items are neither met nor not applicable.
    planned: usize,
    is_sheet: bool,
) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let text = match planned {
        _ if is_sheet => "Every question is answered. Export the file, and send it back to the home that asked.".to_owned(),
        0 => "Every item is met or does not apply. Export a file, and copy your answers into the official toolkit."
            .to_owned(),
        1 => "Every item is answered, and one has an action planned. See what is still to be done.".to_owned(),
        _ => format!("Every item is answered, and {planned} have an action planned. See what is still to be done."),
    };
    let way = match planned {
        0 => Either::Left(view! {
            <Button variant=ButtonVariant::Primary on_press=move |()| exchange.export_soon(&id)>
                "Export the file to hand on"
            </Button>
        }),
        _ => Either::Right(view! {
            <ButtonLink variant=ButtonVariant::Primary href=Route::ActionPlan(id).href()>
                "See the action plan"
            </ButtonLink>
        }),
    };
    view! {
        <p class="app-caption">"You have been through everything"</p>
        <h2>"Well done"</h2>
        <p>{text}</p>
        {way}
    }
}
