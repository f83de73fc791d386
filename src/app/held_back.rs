//! Asks before something leaves the device in which a check sees what should not be in it.

use crate::components::{Button, ButtonLink, ButtonVariant, focus_soon};
use crate::route::Route;
use crate::store::{Exchange, HeldBack, Navigation};
use crate::words;
use leptos::prelude::*;
use standards_met_core::catalogue::ItemId;

/// The question. Nothing where nothing waits for a word.
#[component]
pub fn HeldBackQuestion() -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let navigation = expect_context::<Navigation>();
    // Whoever goes on to another page has given it up. A command, because nothing else hears of every way to another page.
    Effect::new(move |_| exchange.keep_held_back_on(&navigation.route.get()));
    view! { <div role="alert">{move || exchange.held_back.get().map(|held| view! { <Question held /> })}</div> }
}

#[component]
fn Question(held: HeldBack) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    focus_soon("#held-back");
    let HeldBack { assessment, found, .. } = held;
    let named: Vec<String> = found
        .iter()
        .map(|(item, kind)| format!("{} in {}", words::private_in_short(*kind), words::place_name(item)))
        .collect();
    // The assessment as a whole has its actions in the action plan.
    let first = found.into_iter().next().map(|(item, _)| item).unwrap_or_else(ItemId::whole);
    let look = format!("Look at {} first", words::place_name(&first));
    let href = match first.is_whole() {
        true => Route::ActionPlan(assessment).href(),
        false => Route::Item(assessment, first).href(),
    };
    let close = move |()| {
        exchange.held_back.set(None);
        focus_soon("h1");
    };
    view! {
        <div class="app-notice app-notice--bad app-no-print" id="held-back" tabindex="-1">
            <h2>"Check this before it leaves this device"</h2>
            <p>
                {format!(
                    "There may be {}. Take it out first if you can: everyone who gets this can read it.",
                    words::list(&named),
                )}
            </p>
            <div class="app-buttons">
                <ButtonLink variant=ButtonVariant::Primary href>
                    {look}
                </ButtonLink>
                <Button variant=ButtonVariant::Secondary on_press=move |()| exchange.go_on_anyway()>
                    "Go on anyway"
                </Button>
                <Button variant=ButtonVariant::Small on_press=close>
                    "Cancel"
                </Button>
            </div>
        </div>
    }
}
