//! How far the actions are: by part, and month by month.

use super::plan::Plan;
use crate::components::{Card, Heading};
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::{Date, MonthCount, PlanMonth, PlannedAction, by_month};

/// How many months back and ahead the picture reaches.
const MONTHS: i32 = 3;
/// A bar for so many actions is as wide as the picture, unless another one is longer: one action is no full bar.
const FULL: usize = 8;

/// A bar of the picture.
#[derive(Clone, PartialEq)]
struct Bar {
    name: String,
    done: usize,
    to_do: usize,
}

impl Bar {
    fn total(&self) -> usize {
        self.done + self.to_do
    }
}

/// How many actions are done and to do, by part and by month; nothing while there are none.
#[component]
pub fn Progress(plan: Plan) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let bars = Memo::new(move |_| {
        let parts = assessments.with_untracked(&plan.assessment.get_value(), |document| {
            let parts = document.edition.parts.iter();
            parts.map(|part| (part.number, part.title.clone())).collect::<Vec<_>>()
        });
        plan.actions.with(|all| {
            let all: Vec<&PlannedAction> = all.iter().filter(|planned| !planned.action.is_blank()).collect();
            (by_part(&all, &parts.unwrap_or_default()), bars_by_month(&all, plan.today))
        })
    });
    move || {
        let (parts, months) = bars.get();
        (!parts.is_empty()).then(|| {
            view! {
                <Heading>"Progress"</Heading>
                <Card>
                    <div class="app-beside">
                        <Picture name="By part" bars=parts />
                        <Picture name="By month" bars=months />
                    </div>
                </Card>
            }
        })
    }
}

fn by_part(plan: &[&PlannedAction], parts: &[(u8, String)]) -> Vec<Bar> {
    let whole = (0, "The assessment as a whole".to_owned());
    let part = |(number, title): &(u8, String)| {
        let of_part = plan.iter().filter(|planned| planned.part == *number);
        let done = of_part.clone().filter(|planned| planned.action.done).count();
        let name = if *number == 0 { title.clone() } else { format!("{number} {title}") };
        Bar { name, done, to_do: of_part.count() - done }
    };
    parts.iter().chain([&whole]).map(part).filter(|bar| bar.total() > 0).collect()
}

/// The months around today in which anything was done or is due, and what is before, after or without a date.
fn bars_by_month(plan: &[&PlannedAction], today: Date) -> Vec<Bar> {
    let bar = |count: MonthCount| {
        let name = match count.when {
            PlanMonth::Earlier => "Earlier".into(),
            PlanMonth::Month(year, month) => format!("{} {year}", Date::month_name(month)),
            PlanMonth::Later => "Later".into(),
            PlanMonth::NoDate => "No date".into(),
        };
        Bar { name, done: count.done, to_do: count.to_do }
    };
    by_month(plan, today, MONTHS).into_iter().map(bar).collect()
}

#[component]
fn Picture(name: &'static str, bars: Vec<Bar>) -> impl IntoView {
    let most = bars.iter().map(Bar::total).max().unwrap_or_default().max(FULL);
    let bars = bars.into_iter().map(|bar| view! { <DrawnBar bar most /> });
    view! {
        <div>
            <h3>{name}</h3>
            <ul class="app-progress">{bars.collect_view()}</ul>
        </div>
    }
}

/// A bar with its numbers in words beside it.
#[component]
fn DrawnBar(
    bar: Bar,
    /// The total of the longest bar.
    most: usize,
) -> impl IntoView {
    let stretch = |class: &'static str, count: usize| {
        view! { <span class=class style:flex-grow=count.to_string()></span> }
    };
    let said = match (bar.done, bar.to_do) {
        (done, 0) => format!("{done} done"),
        (0, to_do) => format!("{to_do} to do"),
        (done, to_do) => format!("{done} done, {to_do} to do"),
    };
    let rest = most.saturating_sub(bar.total());
    view! {
        <li>
            <span>{bar.name}</span>
            <span class="app-hint">{said}</span>
            <span class="app-bar" aria-hidden="true">
                {(bar.done > 0).then(|| stretch("is-met", bar.done))}
                {(bar.to_do > 0).then(|| stretch("is-planned", bar.to_do))}
                {stretch("app-bar__rest", rest)}
            </span>
        </li>
    }
}
