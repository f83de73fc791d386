//! For the official toolkit: what to enter where, one part at a time, with what has been entered.

mod entry;

use crate::components::{
    ButtonLink, ButtonVariant, Card, CommentMark, NotFound, OfficialToolkitLink, PageHeading,
};
use crate::route::Route;
use crate::store::{Assessments, OpenItem};
use crate::words;
pub use entry::ItemEntry;
use leptos::prelude::*;
use standards_met_core::assessment::{EntryStatus, Id};
use standards_met_core::catalogue::EvidenceItem;
use standards_met_core::exchange::Document;
use std::sync::Arc;

/// The page of what to enter of a part.
#[component]
pub fn OfficialPage(id: Id, number: u8) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let Some((organisation, part, parts)) = assessments.with_untracked(&id, |document| {
        let edition = &document.edition;
        let parts = edition.parts.iter().map(|part| (part.number, part.title.clone())).collect::<Vec<_>>();
        (document.assessment.organisation.name.clone(), edition.part(number).cloned(), parts)
    }) else {
        return view! { <NotFound what="assessment" current=assessments.current_here() /> }.into_any();
    };
    let Some(part) = part else {
        return view! { <NotFound what="part" current=assessments.current_here() /> }.into_any();
    };
    let of = id.clone();
    let done = move || {
        let counts = assessments.with(&of, |document| counts(document, number)).unwrap_or_default();
        format!("{} of {} entered; {} ready to enter.", counts.0, counts.1, counts.2)
    };
    let href = |number: u8| Route::Official(id.clone(), number).href();
    let next = parts.iter().find(|(other, _)| *other > number).map(|(other, title)| {
        view! {
            <nav class="app-foot" aria-label="Next step">
                <ButtonLink variant=ButtonVariant::Primary href=href(*other)>
                    {format!("Next part: {title}")}
                </ButtonLink>
            </nav>
        }
    });
    let tabs = parts.iter().map(|(other, title)| {
        let current = (*other == number).then_some("page");
        view! {
            <li>
                <a class="app-tap" href=href(*other) aria-current=current>
                    {format!("{other} {title}")}
                </a>
            </li>
        }
    });
    let items = part.items.into_iter().map(|item| {
        let open = OpenItem::new(assessments, id.clone(), Arc::new(item));
        view! { <Item open /> }
    });
    view! {
        <p class="app-caption">
            <a href=Route::Overview(id.clone()).href()>{organisation}</a>
        </p>
        <PageHeading>{format!("For the official toolkit: {}", part.title)}</PageHeading>
        <p class="app-lead">
            "Copy each answer into the official toolkit, then tick it off here. You can stop at any moment and carry on later."
        </p>
        <p>
            <OfficialToolkitLink />
        </p>
        <nav aria-label="Parts">
            <ul class="app-inline">{tabs.collect_view()}</ul>
        </nav>
        <p role="status">{done}</p>
        {items.collect_view()}
        {next}
    }
    .into_any()
}

#[component]
fn Item(open: OpenItem) -> impl IntoView {
    let item = open.item();
    let title = words::short_title(&item);
    let href = Route::Item(open.assessment(), item.id.clone()).href();
    let id = item.id.to_string();
    let assessments = expect_context::<Assessments>();
    let waiting = Memo::new(move |_| assessments.waiting_comments(&open.assessment(), &open.item().id));
    view! {
        <Card label=id.clone()>
            <h2>
                <a class="app-id" href=href>
                    {id}
                </a>
                {format!(" {title}")}
            </h2>
            <CommentMark waiting />
            <ItemEntry open />
        </Card>
    }
}

/// How many items of a part are entered as they stand, how many there are, and how many could be entered.
fn counts(document: &Document, number: u8) -> (usize, usize, usize) {
    let items = document.edition.part(number).map(|part| part.items.as_slice()).unwrap_or_default();
    let of = |item: &EvidenceItem| {
        let entry = document.assessment.official_entry(&document.edition, item);
        (entry.entered(document.assessment.response(&item.id)) == EntryStatus::Yes, !entry.is_empty())
    };
    let entered = items.iter().filter(|item| of(item).0).count();
    let ready = items.iter().filter(|item| of(item) == (false, true)).count();
    (entered, items.len(), ready)
}
