//! The reviewer's page of an assessment: how far they are, what to look at, and what they say of parts and of the whole.

use super::filters::ReviewFilters;
use super::labels::sent_name;
use super::progress::ReviewProgress;
use super::reviewer::AsReviewer;
use super::wider::WiderRemarks;
use crate::components::{Card, Heading, PageHeading, RowTitle, StatusMark};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Hit, Id, Status};

/// The page of a copy for reviewing.
#[component]
pub fn ReviewList(id: Id) -> impl IntoView {
    let title = format!("Review of {}", sent_name(expect_context(), &id));
    view! {
        <p class="app-caption">"A copy for reviewing. None of the home’s answers can be changed in it."</p>
        <PageHeading>{title}</PageHeading>
        <AsReviewer>
            <ReviewProgress id=id.clone() />
            <ItemsToSee id=id.clone() />
            <WiderRemarks id=id.clone() />
        </AsReviewer>
    }
}

/// The items that the reviewer wants to see, below what chooses them.
#[component]
fn ItemsToSee(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (of, filtered) = (id.clone(), id.clone());
    let hits = Memo::new(move |_| assessments.to_see(&of));
    let count = move || match hits.with(Vec::len) {
        0 => "No matches. Choose “All items” to see everything.".to_owned(),
        count => format!("{} shown", words::count(count, "item")),
    };
    let rows = move || {
        // The same items may be reviewed otherwise by now.
        assessments.steps.track();
        let hits = hits.get();
        (!hits.is_empty()).then(|| view! { <ItemRows id=id.clone() hits /> })
    };
    view! {
        <Heading>"Questions"</Heading>
        <Card>
            <ReviewFilters id=filtered />
        </Card>
        <p role="status">{count}</p>
        {rows}
    }
}

#[component]
fn ItemRows(id: Id, hits: Vec<Hit>) -> impl IntoView {
    let rows = hits.into_iter().map(|hit| view! { <ItemRow id=id.clone() hit /> }).collect_view();
    view! {
        <Card>
            <ul class="app-rows app-rows--found">{rows}</ul>
        </Card>
    }
}

#[component]
fn ItemRow(id: Id, hit: Hit) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let Hit { item, around } = hit;
    let found = assessments.with_untracked(&id, |document| {
        let item = document.edition.item(&item)?;
        let status = document.assessment.status(&document.edition, item);
        Some((words::short_title(item), item.question.clone(), status))
    });
    let (title, question, status) =
        found.flatten().unwrap_or((String::new(), String::new(), Status::NotStarted));
    let me = assessments.reviewer();
    let said = assessments
        .with_untracked(&id, |document| words::review::last(document.assessment.last_remark(&item, &me)));
    view! {
        <li>
            <a href=Route::ReviewItem(id, item.clone()).href()>
                <b>{item.to_string()}</b>
                <RowTitle title question />
                <StatusMark status=status />
                <span class="app-rows__detail">{said}</span>
                {around.map(|around| view! { <span class="app-rows__detail">{around}</span> })}
            </a>
        </li>
    }
}
