//! The items that are "not yet" and have nothing planned, each with one press to change that.

use super::plan::Plan;
use crate::components::{Button, ButtonVariant, Card, Heading, Hint, focus_soon};
use crate::platform::random;
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::catalogue::ItemId;

/// What is not planned yet; nothing where everything is.
#[component]
pub fn Unplanned(plan: Plan) -> impl IntoView {
    let items = plan.unplanned;
    let heading = move || format!("Not planned yet ({})", items.with(Vec::len));
    view! {
        <Show when=move || items.with(|items| !items.is_empty())>
            <Heading>{heading}</Heading>
            <Card>
                <Hint>"You answered “Not yet”, but there is no action yet."</Hint>
                <ul class="app-suggested">
                    <For
                        each=move || items.get()
                        key=|(item, _)| item.clone()
                        children=move |(item, topic)| view! { <UnplannedItem plan item topic /> }
                    />
                </ul>
            </Card>
        </Show>
    }
}

#[component]
fn UnplannedItem(plan: Plan, item: ItemId, topic: String) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let name = item.to_string();
    let href = Route::Item(plan.assessment.get_value(), item.clone()).href();
    let capital = format!(" {}", words::capital(&topic));
    let what = format!("Sort out {topic}");
    let begin = move |()| {
        let action = random::new_id();
        // It passes no filter yet.
        plan.filter.clear();
        plan.begun.set_value(Some(action.clone()));
        assessments.plan(&plan.assessment.get_value(), &item, action.clone(), &what);
        focus_soon(format!("[id='action-{item}-{action}-what']"));
    };
    view! {
        <li>
            <p>
                <a class="app-tap" href=href>
                    {name.clone()}
                </a>
                {capital}
            </p>
            {(!plan.is_read_only)
                .then(|| {
                    view! {
                        <Button variant=ButtonVariant::Small on_press=begin>
                            {format!("Plan {name}")}
                        </Button>
                    }
                })}
        </li>
    }
}
