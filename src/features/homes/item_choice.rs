//! The choice of a question that is looked at across all homes.

use super::phrases::short_title;
use crate::components::{Button, ButtonVariant, Card, Select, focus_soon};
use crate::route::Route;
use crate::store::{Assessments, Exchange, Navigation};
use leptos::prelude::*;
use standards_met_core::catalogue::ItemId;

/// A choice of one of the items, and a button that leads to its page.
#[component]
pub fn ItemChoice(
    /// The item whose page it is on.
    #[prop(optional, into)]
    present: Option<ItemId>,
) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let navigation = expect_context::<Navigation>();
    let outline = untrack(|| exchange.homes_outline());
    let chosen = RwSignal::new(present.map(|item| item.0).unwrap_or_default());
    let show = move |()| match ItemId::parse(&chosen.get_untracked()) {
        Some(item) => navigation.go(&Route::HomesItem(item)),
        None => focus_soon("#homes-item"),
    };
    let assessments = expect_context::<Assessments>();
    let choices = outline.items().map(|(item, question)| {
        (item.0.clone(), format!("{item} {}", short_title(assessments, item, question)))
    });
    let choices = choices.collect();
    view! {
        <Card>
            <Select
                id="homes-item"
                label="Question"
                none="Choose a question"
                choices
                value=chosen
                on_choose=move |item| chosen.set(item)
            />
            <div class="app-buttons">
                <Button variant=ButtonVariant::Secondary on_press=show>
                    "Show this question"
                </Button>
            </div>
        </Card>
    }
}
