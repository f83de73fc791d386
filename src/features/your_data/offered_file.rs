//! A file that was opened: what is in it, what would change, and the choice.

use super::conflict::OfferConflict;
use super::import_warnings::ImportWarnings;
use super::offer_button::OfferButton;
use super::redacted_copy::RedactedNote;
use super::returned_sheet::ReturnedSheet;
use crate::components::{ButtonVariant, Card, StatusBar, StatusKey};
use crate::platform::clock;
use crate::store::{Assessments, Exchange, Offer};
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// The card of a file that waits for a choice.
#[component]
pub fn OfferedFile<'a>(
    offer: &'a Offer,
    /// The ways of an offered assessment that have to do with reviewing, as buttons.
    review_buttons: Callback<Id, AnyView>,
) -> impl IntoView + use<> {
    let assessments = expect_context::<Assessments>();
    let document = &offer.read.document;
    // A sheet that comes back is not an assessment to keep, but answers to take over.
    let asked =
        document.assessment.sheet_of.as_ref().filter(|of| assessments.with_untracked(of, |_| ()).is_some());
    if let Some(of) = asked {
        return view! { <ReturnedSheet of=of.clone() offer /> }.into_any();
    }
    let organisation = &document.assessment.organisation;
    let edited = document.assessment.edited_at;
    let tally = offer.tally;
    let name = match organisation.ods_code.as_str() {
        "" => organisation.name.clone(),
        code => format!("{} ({code})", organisation.name),
    };
    let caption = format!("You opened {}", offer.file);
    let summary = format!(
        "{} of {} items answered, last changed on {} at {}. {}. Check code {}.",
        tally.started(),
        tally.total(),
        clock::day_of(edited).in_words(),
        clock::time_of_day(edited),
        document.edition.title,
        offer.read.check_code,
    );
    let warnings = view! { <ImportWarnings warnings=&offer.read.warnings /> };
    let redacted = document.redacted();
    let note = redacted.as_ref().map(|redaction| view! { <RedactedNote redaction /> });
    let choice = match offer.existing.as_ref().filter(|_| redacted.is_none()) {
        None => view! { <NewAssessment id=document.assessment.id.clone() review_buttons /> }.into_any(),
        Some(existing) => view! { <OfferConflict offer existing review_buttons /> }.into_any(),
    };
    view! {
        <Card class="app-card--next" attr:aria-labelledby="offer-heading">
            <p class="app-caption">{caption}</p>
            <h2 id="offer-heading" tabindex="-1">
                {name}
            </h2>
            <p>{summary}</p>
            <StatusBar tally=tally />
            <StatusKey tally=tally />
            {warnings}
            {note}
            {choice}
        </Card>
    }
    .into_any()
}

/// The choice where the assessment is not on this device yet.
#[component]
fn NewAssessment(id: Id, review_buttons: Callback<Id, AnyView>) -> impl IntoView {
    view! {
        <p>
            "It is added beside what is already on this device. Nothing that is there changes. Add it to go on with \
             it as yours; or review it, to comment on the answers without changing any of them."
        </p>
        <div class="app-buttons">
            <OfferButton variant=ButtonVariant::Primary choose=Exchange::accept_beside>
                "Add it"
            </OfferButton>
            {review_buttons.run(id)}
            <OfferButton variant=ButtonVariant::Secondary choose=Exchange::decline_offer>
                "Leave it"
            </OfferButton>
        </div>
    }
}
