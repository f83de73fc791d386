//! Editions: the toolkit of each year.

mod add;
mod edition;
mod kit;
mod kit_columns;
mod kit_details;
mod kit_result;
mod list;
mod offer;
mod phrases;
mod problems;
mod source;
mod spreadsheet;

use crate::components::{Button, ButtonVariant, Heading, Redraw, Title, focus_soon};
use crate::store::{Editions, Exchange};
use add::AddEdition;
pub use edition::EditionPage;
pub use kit::EditionKitPage;
use leptos::prelude::*;
pub use list::BeginFormOf;
use list::EditionList;
use offer::Offer;

/// Every edition on this device, and the ways to put another one here.
#[component]
pub fn EditionsPage(begin_form: BeginFormOf) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    exchange.editions_held().map(|held| {
        held.leave();
        look_into_waiting(exchange, held);
        view! {
            <Title>"Editions"</Title>
            <p class="app-lead">
                "An edition is one year’s toolkit: its parts, questions and guidance. Put next year’s edition here when it \
                 comes out, and carry this year’s answers over into it."
            </p>
            <LastAction held />
            <Redraw on=move || held.opened.track()>
                <Offer held />
            </Redraw>
            <Heading>"On this device"</Heading>
            <Redraw on=move || held.list.track()>
                <EditionList begin_form />
            </Redraw>
            <Heading>"Put an edition here"</Heading>
            <AddEdition held />
        }
    })
}

/// Looks into a file that waits, also while the page is shown already.
fn look_into_waiting(exchange: Exchange, held: Editions) {
    let effect = RenderEffect::new(move |_: Option<()>| {
        held.waiting.track();
        untrack(|| {
            exchange.look_into_waiting();
            if held.opened.with_untracked(Option::is_some) {
                focus_soon("#offer-heading");
            }
        });
    });
    // The owner drops the effect with the page.
    StoredValue::new(effect);
}

/// What was done last, said once.
#[component]
fn LastAction(held: Editions) -> impl IntoView {
    let track = move || {
        held.said.track();
        held.taken_off.track();
    };
    view! {
        <p id="editions-said" class="app-report-outcome" role="status" tabindex="-1">
            <Redraw on=track>
                <LastActionWords held />
            </Redraw>
        </p>
    }
}

#[component]
fn LastActionWords(held: Editions) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    held.tell_once();
    let told = held.said.with_untracked(|said| {
        let said = said.as_ref()?;
        let words = phrases::said(said);
        Some(if phrases::is_trouble(said) {
            view! { <span class="nhsuk-error-message">{words}</span> }.into_any()
        } else {
            view! { <b>{words}</b> }.into_any()
        })
    });
    let put_back = move |()| {
        exchange.put_edition_back();
        focus_soon("#editions-said");
    };
    let back = held.taken_off.with_untracked(Option::is_some).then(|| {
        view! {
            <Button variant=ButtonVariant::Small on_press=put_back>
                "Put it back"
            </Button>
        }
    });
    view! {
        {told}
        " "
        {back}
    }
}
