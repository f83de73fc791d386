//! One part: its items, each with its status.

use crate::components::{
    ButtonLink, ButtonVariant, Card, CommentMark, NotFound, PageHeading, RowTitle, StatusMark,
};
use crate::route::Route;
use crate::store::{Assessments, status_of};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::{Certainty, EvidenceItem};

/// The page of a part.
#[component]
pub fn PartPage(id: Id, number: u8) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let Some((organisation, part, others, place)) = assessments.with_untracked(&id, |document| {
        let edition = &document.edition;
        let others = [number.checked_sub(1), number.checked_add(1)].map(|number| {
            number.and_then(|number| edition.part(number)).map(|part| (part.number, part.title.clone()))
        });
        let organisation = document.assessment.organisation.name.clone();
        // A sheet for an IT supplier may hold one of four parts.
        let place =
            edition.parts.iter().position(|part| part.number == number).filter(|_| edition.parts.len() > 1);
        let place = place.map(|place| format!(" · part {} of {}", place + 1, edition.parts.len()));
        (organisation, edition.part(number).cloned(), others, place)
    }) else {
        return view! { <NotFound what="assessment" current=assessments.current_here() /> }.into_any();
    };
    let Some(part) = part else {
        return view! { <NotFound what="part" current=assessments.current_here() /> }.into_any();
    };
    let rows = part.items.iter().map(|item| view! { <ItemRow id=id.clone() item /> }).collect_view();
    let [before, after] = others;
    let link = |other: Option<(u8, String)>, variant, words: &str| {
        other.map(|(number, title)| {
            view! {
                <ButtonLink variant href=Route::Part(id.clone(), number).href()>
                    {format!("{words} {title}")}
                </ButtonLink>
            }
        })
    };
    view! {
        <p class="app-caption">
            <a href=Route::Overview(id.clone()).href()>{organisation}</a>
            {place}
        </p>
        <PageHeading>{part.title}</PageHeading>
        <Card>
            <ul class="app-rows">{rows}</ul>
        </Card>
        <nav class="app-foot" aria-label="Parts">
            {link(before, ButtonVariant::Secondary, "Previous part:")}
            {link(after, ButtonVariant::Primary, "Next part:")}
        </nav>
    }
    .into_any()
}

#[component]
fn ItemRow<'a>(id: Id, item: &'a EvidenceItem) -> impl IntoView + use<> {
    let assessments = expect_context::<Assessments>();
    let status = status_of(assessments, id.clone(), item.id.clone());
    let (of, of_item) = (id.clone(), item.id.clone());
    let waiting = Memo::new(move |_| assessments.waiting_comments(&of, &of_item));
    view! {
        <li>
            <a href=Route::Item(id, item.id.clone()).href()>
                <b>{item.id.to_string()}</b>
                <RowTitle
                    title=words::short_title(item)
                    question=item.question.clone()
                    is_unsure=item.certainty == Some(Certainty::Inferred)
                />
                <StatusMark status />
                <CommentMark waiting />
            </a>
        </li>
    }
}
