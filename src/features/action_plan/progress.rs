//! How far the actions are: by part, and month by month.

use super::plan::Plan;
use crate::components::Card;
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::{Date, PlannedAction};

/// How many months back and ahead the picture reaches.
const MONTHS: u8 = 3;

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
            (by_part(&all, &parts.unwrap_or_default()), by_month(&all, plan.today))
        })
    });
    move || {
        let (parts, months) = bars.get();
        let some = months.iter().any(|bar| bar.total() > 0);
        (!parts.is_empty()).then(|| {
            view! {
                <Card>
                    <div class="app-beside">
                        <Picture name="By part" bars=parts />
                        {some.then(|| view! { <Picture name="By month" bars=months /> })}
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

/// For each month around today: how many actions were done in it, and how many are due in it and not done.
fn by_month(plan: &[&PlannedAction], today: Date) -> Vec<Bar> {
    let first = Date::of(today.year(), today.month(), 1).unwrap_or(today).months_before(MONTHS);
    let month = |n: u8| {
        let months = i32::from(first.month()) - 1 + i32::from(n);
        (first.year() + months / 12, u8::try_from(months % 12 + 1).unwrap_or(1))
    };
    let is_in = |day: Option<Date>, (year, number): (i32, u8)| {
        day.is_some_and(|day| day.year() == year && day.month() == number)
    };
    let one = |n: u8| {
        let month = month(n);
        let done =
            plan.iter().filter(|planned| planned.action.done && is_in(planned.action.done_on, month)).count();
        let to_do =
            plan.iter().filter(|planned| !planned.action.done && is_in(planned.action.due, month)).count();
        Bar { name: format!("{} {}", Date::month_name(month.1), month.0), done, to_do }
    };
    (0..=2 * MONTHS).map(one).collect()
}

#[component]
fn Picture(name: &'static str, bars: Vec<Bar>) -> impl IntoView {
    let most = bars.iter().map(Bar::total).max().unwrap_or(1).max(1);
    let bars = bars.into_iter().map(|bar| view! { <DrawnBar bar most /> });
    view! {
        <div>
            <h2>{name}</h2>
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
        (0, 0) => "–".into(),
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
