//! Checks: what may be wrong, item by item.

use crate::components::{Card, CommentMark, FindingsList, NotFound, PageHeading};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::either::Either;
use leptos::prelude::*;
use standards_met_core::assessment::{Finding, Id};
use standards_met_core::catalogue::ItemId;

/// The page of checks.
#[component]
pub fn ChecksPage(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let Some(organisation) =
        assessments.with_untracked(&id, |document| document.assessment.organisation.name.clone())
    else {
        return Either::Left(view! { <NotFound what="assessment" current=assessments.current_here() /> });
    };
    let of = id.clone();
    let findings = Memo::new(move |_| assessments.findings(&of));
    let overview = Route::Overview(id.clone()).href();
    let lead = match untrack(|| assessments.is_under_review(&id)) {
        true => {
            "What the checks found in the home’s answers. Ask about anything that matters to your review."
        }
        false => "You can leave any of these as they are.",
    };
    Either::Right(view! {
        <p class="app-caption">
            <a href=overview>{organisation}</a>
        </p>
        <PageHeading>"Checks"</PageHeading>
        {move || view! { <Findings id=id.clone() findings=findings.get() lead /> }}
    })
}

/// The findings, a card for each item.
#[component]
fn Findings(
    id: Id,
    findings: Vec<Finding>,
    /// What to do with them.
    lead: &'static str,
) -> impl IntoView {
    let count = words::count(findings.len(), "thing");
    let by_item = by_item(findings);
    if by_item.is_empty() {
        return Either::Left(view! {
            <Card>
                <h2>"Nothing to check"</h2>
                <p>"The answers, dates and actions fit together."</p>
            </Card>
        });
    }
    let in_items = words::count(by_item.len(), "question");
    let cards = by_item.into_iter().map(|(item, findings)| {
        view! { <ItemFindings id=id.clone() item findings /> }
    });
    Either::Right(view! {
        <p class="app-lead">{lead}</p>
        <p role="status">{format!("{count} to check, in {in_items}.")}</p>
        {cards.collect_view()}
    })
}

/// The items that anything was found in, each with its findings, in the order in which they were found.
fn by_item(findings: Vec<Finding>) -> Vec<(ItemId, Vec<Finding>)> {
    let mut items: Vec<(ItemId, Vec<Finding>)> = Vec::new();
    for finding in findings {
        match items.iter_mut().find(|(item, _)| *item == finding.item) {
            Some((_, found)) => found.push(finding),
            None => items.push((finding.item.clone(), vec![finding])),
        }
    }
    items
}

#[component]
fn ItemFindings(id: Id, item: ItemId, findings: Vec<Finding>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let topic = assessments
        .with_untracked(&id, |document| document.edition.item(&item).and_then(|found| found.topic.clone()));
    let topic = topic.flatten().map(|topic| words::capital(&topic)).unwrap_or_default();
    let (of, of_item) = (id.clone(), item.clone());
    let waiting = Memo::new(move |_| assessments.waiting_comments(&of, &of_item));
    view! {
        <Card label=item.to_string()>
            <h2>
                <span class="app-id">{item.to_string()}</span>
                {format!(" {topic}")}
            </h2>
            <CommentMark waiting />
            <FindingsList findings />
            <p>
                <a class="app-tap" href=Route::Item(id, item.clone()).href()>
                    {format!("Go to {item}")}
                </a>
            </p>
        </Card>
    }
}
