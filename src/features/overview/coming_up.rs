//! When to publish, and the next few actions by date.

use crate::components::Card;
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Date, Id, PlannedAction, last_day, planned};
use standards_met_core::exchange::Document;

/// How many actions are shown.
const COMING_UP: usize = 4;

/// When to publish, with what is left until then, and the actions that are due next.
#[component]
pub fn ComingUp(
    id: Id,
    /// Whether it is a sheet for somebody else to fill in, who publishes nothing.
    is_sheet: bool,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let of = id.clone();
    let open = Memo::new(move |_| {
        let found = assessments.with(&of, |document| {
            let plan = planned(&document.edition, &document.assessment).into_iter();
            plan.filter(|planned| !planned.action.done && planned.action.due.is_some())
                .take(COMING_UP)
                .collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    });
    let of = id.clone();
    let rows = move || {
        let today = assessments.today(&of);
        open.with(|open| {
            let row = |planned: &PlannedAction| view! { <Row id=of.clone() planned today /> };
            open.iter().map(row).collect::<Vec<_>>()
        })
    };
    view! {
        <Card>
            <h2>"Coming up"</h2>
            <WhenToPublish id is_sheet />
            <ul class="app-coming">{rows}</ul>
        </Card>
    }
}

/// The day on which the home plans to publish, or the deadline, and the way to choose the day.
#[component]
fn WhenToPublish(id: Id, is_sheet: bool) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (of, to) = (id.clone(), Route::PublishDay(id).href());
    let found = Memo::new(move |_| {
        let today = assessments.today(&of);
        assessments.with(&of, |document| {
            let Document { edition, assessment, .. } = document;
            let tally = assessment.tally(edition);
            let left = tally.total() - tally.settled();
            match assessment.publish_on {
                Some(day) => (words::publishing(today, day, last_day(edition, today), left), true),
                None => (words::deadline(today, left), false),
            }
        })
    });
    let sentences = move || found.get().map(|(sentences, _)| sentences);
    let way = move || match found.get() {
        Some((_, true)) => "Change the day",
        _ => "Choose the day you plan to publish",
    };
    view! {
        <p>{sentences}</p>
        {(!is_sheet)
            .then(|| {
                view! {
                    <p>
                        <a class="app-tap" href=to>
                            {way}
                        </a>
                    </p>
                }
            })}
    }
}

#[component]
fn Row<'a>(id: Id, planned: &'a PlannedAction, today: Date) -> impl IntoView + use<> {
    let day = planned.action.due.map(|due| due.in_words()).unwrap_or_default();
    let is_late = planned.is_overdue(today);
    let what = match planned.action.what.trim() {
        "" => "(not said yet)",
        what => what,
    };
    let to = match planned.item.is_whole() {
        true => Route::ActionPlan(id),
        false => Route::Item(id, planned.item.clone()),
    };
    view! {
        <li>
            <span class="app-hint">
                {is_late.then(|| view! { <strong class="app-overdue">"Overdue · "</strong> })} {day}
            </span>
            <a class="app-tap" href=to.href()>
                {what.to_owned()}
            </a>
        </li>
    }
}
