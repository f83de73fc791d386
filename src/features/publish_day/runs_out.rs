//! What of the evidence will be too old on the day.

use crate::components::{Card, Hint};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::either::EitherOf3;
use leptos::prelude::*;
use standards_met_core::assessment::{Finding, Id};

/// The list of what will be too old, each with the way to its question.
#[component]
pub fn RunsOut(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let of = id.clone();
    let found = Memo::new(move |_| assessments.findings_when_published(&of));
    let of = id.clone();
    let is_planned = Memo::new(move |_| {
        let today = assessments.today(&of);
        let planned = assessments.with(&of, |document| document.assessment.publishes_on(today).is_some());
        planned.unwrap_or_default()
    });
    let list = move || match (is_planned.get(), found.get()) {
        (false, _) => EitherOf3::A(
            view! { <Hint>"Enter a day in the future to see what will be too old by then."</Hint> },
        ),
        (true, found) if found.is_empty() => {
            EitherOf3::B(view! { <p>"Nothing that you have answered so far will be too old by then."</p> })
        }
        (true, found) => {
            let rows = found.into_iter().map(|finding| view! { <Row id=id.clone() finding /> });
            EitherOf3::C(view! { <ul class="app-coming">{rows.collect_view()}</ul> })
        }
    };
    view! {
        <Card>
            <h2>"What will be too old by then"</h2>
            {list}
        </Card>
    }
}

#[component]
fn Row(id: Id, finding: Finding) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let Finding { item, kind } = finding;
    let title =
        assessments.with_untracked(&id, |document| document.edition.item(&item).map(words::short_title));
    let name = format!("{item} {}", title.flatten().unwrap_or_default());
    view! {
        <li>
            <a class="app-tap" href=Route::Item(id, item).href()>
                {name}
            </a>
            <span class="app-hint">{words::finding(&kind)}</span>
        </li>
    }
}
