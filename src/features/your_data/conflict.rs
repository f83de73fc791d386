//! The choice where the assessment of an opened file is on this device already.

use super::each_change::{DisclosureButton, EachChange};
use super::merge_preview::MergePreview;
use super::offer_button::OfferButton;
use crate::components::{ButtonVariant, Hint};
use crate::platform::clock;
use crate::store::{Exchange, Existing, Offer};
use leptos::prelude::*;
use standards_met_core::assessment::{Difference, Id, MergeOutcome};
use standards_met_core::catalogue::{Edition, ItemId};
use std::cmp::Ordering;
use std::sync::Arc;

/// What would change, and the choice.
#[component]
pub fn OfferConflict<'a>(
    offer: &'a Offer,
    /// The assessment on this device.
    existing: &'a Existing,
    /// The ways that have to do with reviewing, as buttons.
    review_buttons: Callback<Id, AnyView>,
) -> impl IntoView + use<> {
    let exchange = expect_context::<Exchange>();
    let differs = !existing.difference.is_empty();
    let merge = exchange.merge_preview(offer).filter(|_| differs);
    let merge = merge.map(|outcome| (offer.read.document.edition.clone(), Arc::new(outcome)));
    let merge_open = RwSignal::new(false);
    let merge_button = merge.is_some().then(|| {
        view! {
            <DisclosureButton variant=ButtonVariant::Primary open=merge_open place="#merge-heading">
                "Merge"
            </DisclosureButton>
        }
    });
    let keep_both = if merge.is_some() { ButtonVariant::Secondary } else { ButtonVariant::Primary };
    let preview = merge.map(|(edition, outcome)| view! { <OpenedPreview open=merge_open edition outcome /> });
    let changes = differs.then(|| view! { <Changes difference=&existing.difference /> });
    view! {
        <p>{conflict_words(offer, existing)}</p>
        {changes}
        <div class="app-buttons">
            {merge_button} <OfferButton variant=keep_both choose=Exchange::accept_beside>
                "Keep both"
            </OfferButton> <OfferButton variant=ButtonVariant::Secondary choose=Exchange::accept_instead>
                "Replace"
            </OfferButton> {review_buttons.run(offer.read.document.assessment.id.clone())}
            <OfferButton variant=ButtonVariant::Secondary choose=Exchange::decline_offer>
                "Leave it"
            </OfferButton>
        </div>
        <Hint>"If you replace it, the present one is set aside and can be put back."</Hint>
        {preview}
    }
}

#[component]
fn OpenedPreview(open: RwSignal<bool>, edition: Arc<Edition>, outcome: Arc<MergeOutcome>) -> impl IntoView {
    view! {
        <Show when=move || open.get()>
            <MergePreview edition=&edition outcome=&outcome />
        </Show>
    }
}

fn conflict_words(offer: &Offer, existing: &Existing) -> String {
    let Existing { name, edited_at, difference } = existing;
    let here = format!("This assessment is on this device already, as {name}");
    let (day, time) = (clock::day_of(*edited_at).in_words(), clock::time_of_day(*edited_at));
    let age = match offer.read.document.assessment.edited_at.cmp(edited_at) {
        Ordering::Less => format!("The file is older: here it was last changed on {day} at {time}."),
        Ordering::Equal => String::new(),
        Ordering::Greater => format!("The file is newer: here it was last changed on {day} at {time}."),
    };
    match difference.len() {
        0 if difference.is_empty() => format!("{here}, with exactly the same answers."),
        0 => format!("{here}, with the same answers. {age} If you replace it, this would change:"),
        1 => format!("{here}. {age} If you replace it, 1 item would change:"),
        count => format!("{here}. {age} If you replace it, {count} items would change:"),
    }
}

/// What would change if the file took the place of what is here.
#[component]
fn Changes<'a>(difference: &'a Difference) -> impl IntoView + use<> {
    let list = |items: &[ItemId], what: &str| {
        let ids = items.iter().map(ItemId::as_str).collect::<Vec<_>>().join(", ");
        (!items.is_empty()).then(|| view! { <li>{format!("{what}: {ids}")}</li> })
    };
    let open = RwSignal::new(false);
    view! {
        <ul>
            {list(&difference.changed, "answered differently in the file")}
            {list(&difference.added, "answered only in the file")}
            {list(&difference.absent, "answered only on this device, and not in the file")}
            {difference.interview.then(|| view! { <li>"what was told about your organisation"</li> })}
        </ul>
        <DisclosureButton variant=ButtonVariant::Small open place="#each-change">
            "See each change"
        </DisclosureButton>
        <Show when=move || open.get()>
            <EachChange />
        </Show>
    }
}
