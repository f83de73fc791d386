//! Editions: the toolkit of each year.

mod add;
mod edition;
mod kit;
mod kit_columns;
mod kit_details;
mod kit_result;
mod list;
mod next_note;
mod offer;
mod phrases;
mod problems;
mod source;
mod spreadsheet;

use crate::components::{Button, ButtonVariant, Heading, PageHeading, Redraw, focus_soon};
use crate::store::{Editions, Exchange};
use add::AddEdition;
pub use edition::EditionPage;
pub use kit::EditionKitPage;
use leptos::prelude::*;
pub use list::BeginFormOf;
use list::EditionList;
use next_note::NextNote;
use offer::Offer;

/// Every edition on this device, and the ways to put another one here.
#[component]
pub fn EditionsPage(begin_form: BeginFormOf) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let editions = exchange.editions_context();
    editions.leave();
    exchange.include_offered();
    look_into_waiting(exchange, editions);
    view! {
        <PageHeading>"Editions"</PageHeading>
        <p class="app-lead">
            "An edition is one year’s toolkit: its parts, questions and guidance. Add next year’s when it comes out, and carry \
             this year’s answers over into it."
        </p>
        <LastAction editions />
        <NextNote editions />
        <Redraw on=move || editions.opened.track()>
            <Offer editions />
        </Redraw>
        <Heading>"On this device"</Heading>
        <EditionList begin_form />
        <Heading>"Add an edition"</Heading>
        <AddEdition editions />
    }
}

/// Looks into a file that waits, also while the page is shown already.
fn look_into_waiting(exchange: Exchange, editions: Editions) {
    let effect = RenderEffect::new(move |_: Option<()>| {
        editions.waiting.track();
        untrack(|| {
            exchange.look_into_waiting();
            if editions.opened.with_untracked(Option::is_some) {
                focus_soon("#offer-heading");
            }
        });
    });
    // The owner drops the effect with the page.
    StoredValue::new(effect);
}

/// What was done last, said once.
#[component]
fn LastAction(editions: Editions) -> impl IntoView {
    let track = move || {
        editions.said.track();
        editions.taken_off.track();
    };
    view! {
        <p id="editions-said" class="app-report-outcome" role="status" tabindex="-1">
            <Redraw on=track>
                <LastActionWords editions />
            </Redraw>
        </p>
    }
}

#[component]
fn LastActionWords(editions: Editions) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    editions.tell_once();
    let told = editions.said.with_untracked(|said| {
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
    let back = editions.taken_off.with_untracked(Option::is_some).then(|| {
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
