//! What can be done with a file that was opened: what this person most likely wants as the one main button, and the rest
//! below it.

use super::each_change::DisclosureButton;
use super::merge_preview::MergePreview;
use crate::components::{Button, ButtonLink, ButtonVariant, focus_soon};
use crate::route::Route;
use crate::store::{Assessments, Exchange, Offer};
use leptos::prelude::*;
use standards_met_core::assessment::{Id, MergeOutcome};
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::Arrival;
use std::sync::Arc;

/// Something that can be done with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OfferChoice {
    /// Adds it, to go on with it here.
    Add,
    /// Adds a sheet of questions, and goes to the first of them.
    Answer,
    /// Adds it under another name, beside the one that is here.
    KeepBoth,
    /// Puts it in the place of the one that is here.
    Replace,
    Merge,
    /// Takes in what reviewers say in it.
    TakeReviews,
    /// Looks at what reviewers say in it, one by one.
    LookAtReviews,
    Review,
    /// Goes to the one that is here.
    GoToOurs,
    Leave,
}

use OfferChoice::{
    Add, Answer, GoToOurs, KeepBoth, Leave, LookAtReviews, Merge, Replace, Review, TakeReviews,
};

/// The choices for a file, the main one first.
fn choices(arrival: Arrival, reviews_here: bool) -> Vec<OfferChoice> {
    match arrival {
        Arrival::Questions { .. } => vec![Answer, Leave],
        Arrival::Answers { .. } => vec![Leave],
        Arrival::Reviews { .. } => vec![TakeReviews, LookAtReviews, KeepBoth, Replace, Leave],
        Arrival::Same => vec![GoToOurs, KeepBoth, Review, Leave],
        Arrival::Newer { .. } => vec![Replace, Merge, KeepBoth, Review, Leave],
        Arrival::Older { .. } => vec![GoToOurs, Merge, KeepBoth, Replace, Review, Leave],
        Arrival::Both { .. } | Arrival::OtherState => vec![Merge, KeepBoth, Replace, Review, Leave],
        Arrival::OtherEdition => vec![KeepBoth, Replace, Review, Leave],
        Arrival::NextRound | Arrival::SameRound => vec![Review, Add, Leave],
        Arrival::Redacted => vec![Review, Add, Leave],
        Arrival::NotHere | Arrival::StartedApart if reviews_here => vec![Review, Add, Leave],
        Arrival::NotHere | Arrival::StartedApart => vec![Add, Review, Leave],
    }
}

/// What the button of a choice says, and what is said beside it.
fn said(choice: OfferChoice, offer: &Offer) -> (String, &'static str) {
    let (words, line) = match choice {
        Add if offer.arrival == Arrival::StartedApart => {
            ("Open it as well", "Both stay on this device, and nothing in them changes.")
        }
        Add => ("Open and carry on", "This does not change anything already on this device."),
        Answer => ("Answer the questions", "It is kept on this device while you do."),
        KeepBoth => ("Keep both", "The file is opened under another name. Nothing here changes."),
        Replace if matches!(offer.arrival, Arrival::Newer { .. }) => {
            ("Use the newer version", "You can undo this.")
        }
        Replace => ("Replace", "The file replaces what is here. You can undo this."),
        Merge => ("Merge", "See what each of you changed, then combine both."),
        TakeReviews => ("Add the comments", "Your answers do not change."),
        LookAtReviews => {
            ("See the comments first", "Read each one beside your answer, and choose which to add.")
        }
        Review if matches!(offer.arrival, Arrival::NextRound | Arrival::SameRound) => {
            ("Continue your review", "Your earlier comments are kept.")
        }
        Review => ("Review and comment", "You cannot change any of the answers."),
        GoToOurs => ("Carry on with what is here", "Nothing changes."),
        Leave => ("Cancel", "Nothing changes on this device."),
    };
    (words.to_owned(), line)
}

/// The main button, and below it the others with a line each.
#[component]
pub fn OfferChoices<'a>(offer: &'a Offer) -> impl IntoView + use<> {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let reviews_here = !assessments.reviewer().name.trim().is_empty();
    let merge = exchange.merge_preview(offer);
    let merge = merge.map(|outcome| (offer.read.document.edition.clone(), Arc::new(outcome)));
    let merge_open = RwSignal::new(false);
    let id = offer.read.document.assessment.id.clone();
    let mut all = choices(offer.arrival, reviews_here);
    let reviews = exchange.remarks_in_offer().len();
    if reviews > 0 && !all.contains(&LookAtReviews) {
        all.insert(1, LookAtReviews);
    }
    let mut all = all.into_iter();
    let Some(first) = all.next() else { return ().into_any() };
    let (words, line) = said(first, offer);
    let main = view! {
        <div class="app-buttons">
            <ChoiceButton choice=first variant=ButtonVariant::Primary id=id.clone() merge_open words />
        </div>
        <p class="app-hint">{line}</p>
    };
    let rows = all.map(|choice| {
        let (words, line) = said(choice, offer);
        view! {
            <li>
                <ChoiceButton choice variant=ButtonVariant::Small id=id.clone() merge_open words />
                <span class="app-hint">{line}</span>
            </li>
        }
    });
    let rows = rows.collect_view();
    let preview = merge.map(|(edition, outcome)| view! { <OpenedPreview open=merge_open edition outcome /> });
    view! {
        {main}
        <h3>"Other choices"</h3>
        <ul class="app-coming app-others">{rows}</ul>
        {preview}
    }
    .into_any()
}

#[component]
fn ChoiceButton(
    choice: OfferChoice,
    variant: ButtonVariant,
    /// The assessment in the file.
    id: Id,
    merge_open: RwSignal<bool>,
    words: String,
) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    if choice == Merge {
        return view! {
            <DisclosureButton variant open=merge_open place="#merge-heading">
                {words}
            </DisclosureButton>
        }
        .into_any();
    }
    if choice == GoToOurs {
        let go = move |_| exchange.decline_offer();
        return view! {
            <ButtonLink variant href=Route::Overview(id).href() on:click=go>
                {words}
            </ButtonLink>
        }
        .into_any();
    }
    let choose: fn(Exchange) = match choice {
        Add | Answer | KeepBoth => Exchange::accept_beside,
        Replace => Exchange::accept_instead,
        TakeReviews => Exchange::take_remarks_in_offer,
        LookAtReviews => Exchange::look_at_remarks_in_offer,
        Review => Exchange::review_offered,
        Leave | Merge | GoToOurs => Exchange::decline_offer,
    };
    let press = move |()| {
        choose(exchange);
        // Where the page stays, the pressed button goes.
        focus_soon("h1");
    };
    view! {
        <Button variant on_press=press>
            {words}
        </Button>
    }
    .into_any()
}

#[component]
fn OpenedPreview(open: RwSignal<bool>, edition: Arc<Edition>, outcome: Arc<MergeOutcome>) -> impl IntoView {
    view! {
        <Show when=move || open.get()>
            <MergePreview edition=&edition outcome=&outcome />
        </Show>
    }
}
