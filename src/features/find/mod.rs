//! Find: every question, tooltip, answer and action, by words and by filters.

mod query_fields;

use crate::components::{Card, CommentMark, Marked, NotFound, PageHeading, RowTitle, StatusMark};
use crate::route::Route;
use crate::store::{Assessments, Navigation};
use crate::words;
use leptos::either::Either;
use leptos::prelude::*;
use query_fields::QueryFields;
use standards_met_core::assessment::{Hit, Id, SearchWords, Status, search};

/// The page that finds items.
#[component]
pub fn FindPage(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let navigation = expect_context::<Navigation>();
    let Some((organisation, parts)) = assessments.with_untracked(&id, |document| {
        let parts =
            document.edition.parts.iter().map(|part| (part.number, part.title.clone())).collect::<Vec<_>>();
        (document.assessment.organisation.name.clone(), parts)
    }) else {
        return Either::Left(view! { <NotFound what="assessment" current=assessments.current_here() /> });
    };
    let of = id.clone();
    let found = Memo::new(move |_| {
        let hits = navigation.query.with(|query| {
            assessments.with(&of, |document| search(&document.edition, &document.assessment, query))
        });
        hits.unwrap_or_default()
    });
    let said = move || match found.with(Vec::len) {
        0 => "Nothing found. Try fewer words, or remove a filter.".to_owned(),
        count => format!("{} found", words::count(count, "question")),
    };
    let overview = Route::Overview(id.clone()).href();
    // The same questions may be found by other words, which are marked in them then.
    let words = Memo::new(move |_| navigation.query.with(|query| SearchWords::of(&query.words)));
    let list = move || {
        let (hits, words) = (found.get(), words.get());
        (!hits.is_empty()).then(|| view! { <HitList id=id.clone() hits words /> })
    };
    Either::Right(view! {
        <p class="app-caption">
            <a href=overview>{organisation}</a>
        </p>
        <PageHeading>"Find"</PageHeading>
        <Card>
            <QueryFields parts />
        </Card>
        <p role="status">{said}</p>
        {list}
    })
}

#[component]
fn HitList(id: Id, hits: Vec<Hit>, words: SearchWords) -> impl IntoView {
    let row = |hit| view! { <HitRow id=id.clone() hit words=words.clone() /> };
    let rows = hits.into_iter().map(row).collect_view();
    view! {
        <Card>
            <ul class="app-rows app-rows--found">{rows}</ul>
        </Card>
    }
}

#[component]
fn HitRow(
    id: Id,
    hit: Hit,
    /// What was looked for.
    words: SearchWords,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let found = assessments.with_untracked(&id, |document| {
        let item = document.edition.item(&hit.item)?;
        let status = document.assessment.status(&document.edition, item);
        Some((words::short_title(item), item.question.clone(), status))
    });
    let waiting = untrack(|| assessments.waiting_comments(&id, &hit.item));
    let (title, question, status) =
        found.flatten().unwrap_or((String::new(), String::new(), Status::NotStarted));
    let looked_for = words.clone();
    let around = hit.around.map(|text| {
        view! {
            <span class="app-rows__detail">
                <Marked text words />
            </span>
        }
    });
    view! {
        <li>
            <a href=Route::Item(id, hit.item.clone()).href()>
                <b>
                    <Marked text=hit.item.to_string() words=looked_for.clone() />
                </b>
                <RowTitle title question words=looked_for />
                <StatusMark status />
                <CommentMark waiting />
                {around}
            </a>
        </li>
    }
}
