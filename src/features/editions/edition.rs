//! An edition as the manager will see it.

use super::phrases;
use super::source::SourceNote;
use crate::components::{
    Button, ButtonVariant, Card, CertaintyNote, Fold, Heading, Hint, InShort, NotFound, OutsideLink,
    PageHeading, Redraw, Tooltip,
};
use crate::platform::page as tab;
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use crate::words;
use leptos::prelude::*;
use standards_met_core::catalogue::{Edition, EditionSource, EvidenceItem, Part, Wording};
use standards_met_core::exchange::EditionRef;
use standards_met_core::words::{IN_OUR_WORDS, guidance_heading};
use std::sync::Arc;
use std::time::Duration;

/// The page of one edition on this device.
#[component]
pub fn EditionPage(name: EditionRef) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    exchange.include_offered();
    let list = exchange.editions_context().list;
    let shown = move || match exchange.edition_here(&name) {
        None => view! { <NotFound what="edition" current=assessments.current_here() /> }.into_any(),
        Some(edition) => view! { <OneEdition edition /> }.into_any(),
    };
    view! { <Redraw on=move || list.track()>{shown()}</Redraw> }
}

#[component]
fn OneEdition(edition: Arc<Edition>) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let title = edition.title.clone();
    // The table of pages does not look into editions: that is not in the first part of the program.
    let tab_title = format!("{title} – Standards Met");
    set_timeout(move || tab::set_title(&tab_title), Duration::ZERO);
    let wording =
        (edition.wording == Wording::Ours).then(|| view! { <p class="app-wording">{IN_OUR_WORDS}</p> });
    let example = exchange.has_example(&edition).then(|| view! { <WorkedExample edition=edition.clone() /> });
    view! {
        <p class="app-caption">
            <a href=Route::Editions.href()>"Editions"</a>
        </p>
        <PageHeading>{title}</PageHeading>
        {wording}
        <p class="app-lead">{phrases::size(&edition)}</p>
        <SourceNote edition=&edition />
        {example}
        <OpenPoints edition=&edition />
        <EditionParts edition=&edition />
    }
}

/// How a made-up home answered the questions of this year.
#[component]
fn WorkedExample(edition: Arc<Edition>) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let year = &edition.year;
    let lead =
        format!("See how a made-up home, Rosewood House, answered in {year}. You can change anything in it.");
    let open = format!("Open the worked example of {year}");
    view! {
        <Card>
            <h2>"A worked example"</h2>
            <p>{lead}</p>
            <Button variant=ButtonVariant::Secondary on_press=move |()| exchange.open_example(&edition)>
                {open}
            </Button>
        </Card>
    }
}

/// What is not certain of the edition, how to settle it, and what it was made from.
#[component]
fn OpenPoints<'a>(edition: &'a Edition) -> impl IntoView + use<> {
    let points = edition.unsure.iter().map(|point| {
        view! {
            <li>
                <b>{point.about.clone()}</b>
                " "
                {point.settle.clone()}
            </li>
        }
    });
    let points = points.collect_view();
    let unsure = (!edition.unsure.is_empty()).then(|| {
        view! {
            <Heading>"What we are not sure of"</Heading>
            <ul>{points}</ul>
        }
    });
    let sources = edition.sources.iter().map(|source| {
        let (href, title) = (source.href.clone(), source.title.clone());
        view! {
            <li>
                <OutsideLink href>{title}</OutsideLink>
            </li>
        }
    });
    let sources = sources.collect_view();
    let sources = (!edition.sources.is_empty()).then(|| {
        view! {
            <Fold summary="What this list was made from">
                <ul>{sources}</ul>
            </Fold>
        }
    });
    view! {
        {unsure}
        {sources}
    }
}

/// The parts of an edition with their items, each folded away but for its question.
#[component]
pub fn EditionParts<'a>(
    edition: &'a Edition,
    /// Whether they stand below a heading of their own: their titles are a level lower then.
    #[prop(optional)]
    nested: bool,
) -> impl IntoView + use<> {
    let parts = edition
        .parts
        .iter()
        .map(|part| view! { <EditionPart part nested wording=edition.wording sources=&edition.sources /> })
        .collect_view();
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
fn EditionPart<'a>(
    part: &'a Part,
    nested: bool,
    wording: Wording,
    sources: &'a [EditionSource],
) -> impl IntoView + use<> {
    let title = format!("{} {}", part.number, part.title);
    let heading = if nested {
        view! { <h3 class="app-heading">{title}</h3> }.into_any()
    } else {
        view! { <h2 class="app-heading">{title}</h2> }.into_any()
    };
    let count = words::count(part.items.len(), "item");
    let items = part.items.iter().map(|item| view! { <Item item wording sources /> }).collect_view();
    view! { <section>{heading} <Hint>{count}</Hint> {items}</section> }
}

#[component]
fn Item<'a>(item: &'a EvidenceItem, wording: Wording, sources: &'a [EditionSource]) -> impl IntoView + use<> {
    let sources = sources.to_vec();
    // Made when it is opened: a thousand tooltips at once would be slow.
    let opened = RwSignal::new(false);
    let summary = format!("{} {}", item.id, item.question);
    let item = item.clone();
    view! {
        <Fold class="app-more app-look" summary on_toggle=move |()| opened.set(true)>
            <Show when=move || opened.get()>
                <InShort item=&item says_who=true />
                <div class="app-guide">
                    <h3>{guidance_heading(wording)}</h3>
                    <Tooltip item=&item />
                </div>
                <CertaintyNote item=&item />
                <Facts item=&item sources=&sources />
            </Show>
        </Fold>
    }
}

/// What the edition says of an item beside its wording.
#[component]
fn Facts<'a>(item: &'a EvidenceItem, sources: &'a [EditionSource]) -> impl IntoView + use<> {
    let facts = phrases::facts(item, sources).into_iter().map(|fact| view! { <li>{fact}</li> });
    view! { <ul class="app-facts">{facts.collect_view()}</ul> }
}
