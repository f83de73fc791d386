//! An edition as the manager will see it.

use super::phrases;
use super::source::Source;
use crate::components::{Fold, Hint, InShort, NotFound, PageHeading, Tooltip};
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use crate::words;
use leptos::prelude::*;
use standards_met_core::catalogue::{Edition, EvidenceItem, Part};
use standards_met_core::exchange::EditionRef;

/// The page of one edition on this device.
#[component]
pub fn EditionPage(name: EditionRef) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let Some(edition) = exchange.edition_here(&name) else {
        return view! { <NotFound what="edition" current=assessments.current_here() /> }.into_any();
    };
    let title = edition.title.clone();
    view! {
        <p class="app-caption">
            <a href=Route::Editions.href()>"Editions"</a>
        </p>
        <PageHeading>{title}</PageHeading>
        <p class="app-lead">{phrases::size(&edition)}</p>
        <Source edition=&edition />
        <EditionParts edition=&edition />
    }
    .into_any()
}

/// The parts of an edition with their items, each folded away but for its question.
#[component]
pub fn EditionParts<'a>(
    edition: &'a Edition,
    /// Whether they stand below a heading of their own: their titles are a level lower then.
    #[prop(optional)]
    nested: bool,
) -> impl IntoView + use<> {
    let parts = edition.parts.iter().map(|part| view! { <EditionPart part nested /> }).collect_view();
    // What is asked about the organisation first.
    let interview = (!edition.interview.is_empty()).then(|| {
        let questions = edition.interview.iter().map(|one| view! { <li>{one.question.clone()}</li> });
        let questions = questions.collect_view();
        view! {
            <Fold summary="Asked about the organisation first">
                <ul>{questions}</ul>
            </Fold>
        }
    });
    view! {
        {parts}
        {interview}
    }
}

#[component]
fn EditionPart<'a>(part: &'a Part, nested: bool) -> impl IntoView + use<> {
    let title = format!("{} {}", part.number, part.title);
    let heading = if nested {
        view! { <h3 class="app-heading">{title}</h3> }.into_any()
    } else {
        view! { <h2 class="app-heading">{title}</h2> }.into_any()
    };
    let count = words::count(part.items.len(), "item");
    let items = part.items.iter().map(|item| view! { <Item item /> }).collect_view();
    view! { <section>{heading} <Hint>{count}</Hint> {items}</section> }
}

#[component]
fn Item<'a>(item: &'a EvidenceItem) -> impl IntoView + use<> {
    // Made when it is opened: a thousand tooltips at once would be slow.
    let opened = RwSignal::new(false);
    let summary = format!("{} {}", item.id, item.question);
    let item = item.clone();
    view! {
        <Fold class="app-more app-look" summary on_toggle=move |()| opened.set(true)>
            <Show when=move || opened.get()>
                <InShort item=&item says_who=true />
                <div class="app-guide">
                    <h3>"Official guidance"</h3>
                    <Tooltip item=&item />
                </div>
                <Facts item=&item />
            </Show>
        </Fold>
    }
}

/// What the edition says of an item beside its wording.
#[component]
fn Facts<'a>(item: &'a EvidenceItem) -> impl IntoView + use<> {
    let facts = phrases::facts(item).into_iter().map(|fact| view! { <li>{fact}</li> });
    view! { <ul class="app-facts">{facts.collect_view()}</ul> }
}
