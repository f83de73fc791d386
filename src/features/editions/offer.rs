//! An edition that was read out of a file: what it is, what is wrong with it, and the choice.

use super::edition::EditionParts;
use super::phrases;
use super::problems::ProblemList;
use super::source::SourceNote;
use crate::components::{Button, ButtonVariant, Card, Fold, focus_soon};
use crate::store::{Editions, Exchange, Opened};
use leptos::prelude::*;
use standards_met_core::catalogue::Edition;
use std::sync::Arc;

/// The choice, where a file was opened.
#[component]
pub fn Offer(editions: Editions) -> impl IntoView {
    editions.opened.get_untracked().map(|opened| {
        let Opened { file, edition, problems, .. } = opened;
        let problems = view! { <ProblemList problems=&problems /> };
        let inside = match edition {
            Some(edition) => view! { <UsableEdition edition>{problems}</UsableEdition> }.into_any(),
            None => view! {
                <OfferHeading>"There is no edition in this file that can be used"</OfferHeading>
                {problems}
                <p>"Nothing on this device has changed."</p>
                <div class="app-buttons">
                    <LeaveButton>"Close"</LeaveButton>
                </div>
            }
            .into_any(),
        };
        view! {
            <Card class="app-card--next" attr:aria-labelledby="offer-heading">
                <p class="app-caption">{format!("You opened {file}")}</p>
                {inside}
            </Card>
        }
    })
}

#[component]
fn UsableEdition(edition: Arc<Edition>, children: Children) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let accept = move |()| {
        exchange.accept_edition();
        focus_soon("#editions-said");
    };
    let title = edition.title.clone();
    let parts = view! { <EditionParts edition=&edition nested=true /> };
    view! {
        <OfferHeading>{title}</OfferHeading>
        <p>{phrases::size(&edition)}</p>
        <SourceNote edition=&edition />
        <p>
            "It is put beside the editions that are here. No assessment changes: each keeps the edition that it was begun with."
        </p>
        {children()}
        <div class="app-buttons">
            <Button variant=ButtonVariant::Primary on_press=accept>
                "Put it on this device"
            </Button>
            <LeaveButton>"Cancel"</LeaveButton>
        </div>
        <Fold summary="Look at it first">{parts}</Fold>
    }
}

#[component]
fn OfferHeading(children: Children) -> impl IntoView {
    view! {
        <h2 id="offer-heading" tabindex="-1">
            {children()}
        </h2>
    }
}

#[component]
fn LeaveButton(children: Children) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let leave = move |()| {
        exchange.decline_edition();
        focus_soon("h1");
    };
    view! {
        <Button variant=ButtonVariant::Secondary on_press=leave>
            {children()}
        </Button>
    }
}
