//! The next few actions by date.

use crate::components::Card;
use crate::route::Route;
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::{Date, Id, PlannedAction, planned};

/// How many actions are shown.
const COMING_UP: usize = 4;

/// The actions that are due next. Nothing where no action that is not done has a date.
#[component]
pub fn ComingUp(id: Id) -> impl IntoView {
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
    move || {
        let today = assessments.today(&id);
        let rows = open.with(|open| {
            let row = |planned: &PlannedAction| view! { <Row id=id.clone() planned today /> };
            open.iter().map(row).collect::<Vec<_>>()
        });
        (!rows.is_empty()).then(|| {
            view! {
                <Card>
                    <h2>"Coming up"</h2>
                    <ul class="app-coming">{rows}</ul>
                </Card>
            }
        })
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
