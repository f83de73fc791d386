//! Every action of the assessment: what is not planned yet, what is to do, what is done.

mod filter;
mod filters;
mod order;
mod plan;
mod progress;
mod row;
mod unplanned;

use crate::components::{Card, NotFound, PageHeading};
use crate::route::Route;
use crate::store::Assessments;
use filters::Filters;
use leptos::prelude::*;
use plan::Plan;
use progress::Progress;
use row::{Row, RowHead};
use standards_met_core::assessment::Id;
use standards_met_core::report::ReportKind;
use unplanned::Unplanned;

/// The page of the action plan.
#[component]
pub fn ActionPlanPage(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let Some(organisation) =
        assessments.with_untracked(&id, |document| document.assessment.organisation.name.clone())
    else {
        return view! { <NotFound what="assessment" current=assessments.current_here() /> }.into_any();
    };
    let plan = Plan::new(assessments, id.clone());
    let empty = match untrack(|| assessments.is_under_review(&id)) {
        true => "The home has no actions in its plan.",
        false => "Nothing to do yet. When you answer a question “Not yet”, its action appears here.",
    };
    let nothing = move || plan.count(|_| true) == 0 && plan.unplanned.with(Vec::is_empty);
    view! {
        <p class="app-caption">
            <a href=Route::Overview(id.clone()).href()>{organisation}</a>
        </p>
        <PageHeading>"Action plan"</PageHeading>
        <p class="app-no-print">
            <a href=Route::Report(id.clone(), ReportKind::ActionPlan)
                .href()>"Print it, or save it for Word or Excel"</a>
            " · "
            <a href=Route::Report(id, ReportKind::Calendar).href()>"Put its dates into a calendar"</a>
        </p>
        <Show when=nothing>
            <Card>
                <p>{empty}</p>
            </Card>
        </Show>
        <Unplanned plan />
        <Filters plan />
        <Actions plan done=false />
        <Actions plan done=true />
        <Progress plan />
    }
    .into_any()
}

/// The actions that are to do or done, as the filter shows and sorts them.
#[component]
fn Actions(plan: Plan, done: bool) -> impl IntoView {
    let keys = Memo::new(move |_| plan.order.with(|order| order.rows(done)));
    let words = if done { "Done" } else { "To do" };
    let counted = move || format!("{words} ({})", plan.count(|one| one.action.done == done));
    view! {
        <Show when=move || keys.with(|keys| !keys.is_empty())>
            <h2 class="app-heading">{counted}</h2>
            <Card class="app-plan-table">
                <RowHead />
                <div>
                    <For
                        each=move || keys.get()
                        key=Id::clone
                        children=move |key| view! { <Row plan key /> }
                    />
                </div>
            </Card>
        </Show>
    }
}
