//! A file that was opened: what it is and for whom, and what can be done with it.

use super::arrival_words::{heading, lead};
use super::differences::Differences;
use super::import_warnings::ImportWarnings;
use super::offer_choices::OfferChoices;
use super::redacted_copy::RedactedNote;
use super::returned_sheet::ReturnedSheet;
use crate::components::{Card, StatusBar, StatusKey};
use crate::platform::clock;
use crate::store::Offer;
use leptos::prelude::*;
use standards_met_core::exchange::Arrival;

/// The card of a file that waits for a choice.
#[component]
pub fn OfferedFile<'a>(offer: &'a Offer) -> impl IntoView + use<> {
    let document = &offer.read.document;
    // A sheet that comes back is not an assessment to keep, but answers to take over.
    if let (Arrival::Answers { .. }, Some(of)) = (offer.arrival, document.assessment.sheet_of.clone()) {
        return view! { <ReturnedSheet of offer /> }.into_any();
    }
    let warnings = view! { <ImportWarnings warnings=&offer.read.warnings /> };
    let redacted = document.redacted();
    let note = redacted.as_ref().map(|redaction| view! { <RedactedNote redaction /> });
    let contents = view! { <Contents offer /> };
    let has_same_answers =
        matches!(offer.arrival, Arrival::Newer { changed: 0 } | Arrival::Older { changed: 0 });
    // Where two people's work is merged, the merge says what becomes of it.
    let is_merged = matches!(offer.arrival, Arrival::Both { .. });
    let differs = offer.existing.as_ref().filter(|existing| {
        redacted.is_none() && !existing.difference.is_empty() && !has_same_answers && !is_merged
    });
    let changes = differs.map(|existing| view! { <Differences difference=&existing.difference /> });
    let caption = format!("You opened {}", offer.file);
    let (heading, lead) = (heading(offer), lead(offer));
    let choices = view! { <OfferChoices offer /> };
    view! {
        <Card class="app-card--next" attr:aria-labelledby="offer-heading">
            <p class="app-caption">{caption}</p>
            <h2 id="offer-heading" tabindex="-1">
                {heading}
            </h2>
            <p>{lead}</p>
            {warnings}
            {note}
            {choices}
            {contents}
            {changes}
        </Card>
    }
    .into_any()
}

/// How much is in the file, and how to know it again.
#[component]
fn Contents<'a>(offer: &'a Offer) -> impl IntoView + use<> {
    let (document, tally) = (&offer.read.document, offer.tally);
    let edited = document.assessment.edited_at;
    let summary = format!(
        "{} of {} questions answered, last changed on {} at {}. {}. Check code {}, the same on every file and printout of these answers.",
        tally.started(),
        tally.total(),
        clock::day_of(edited).in_words(),
        clock::time_of_day(edited),
        document.edition.title,
        offer.read.check_code,
    );
    view! {
        <h3>"What is in the file"</h3>
        <p>{summary}</p>
        <StatusBar tally=tally />
        <StatusKey tally=tally />
    }
}
