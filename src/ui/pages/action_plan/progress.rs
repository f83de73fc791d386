//! How far the actions are: by part, and month by month.

use super::Plan;
use crate::state::AppState;
use crate::ui::components::card;
use crate::ui::element::{El, el, fragment};
use leptos::prelude::*;
use standards_met_core::assessment::{Date, Id, PlannedAction};

/// How many months back and ahead the picture reaches.
const MONTHS: u8 = 3;

pub fn progress(state: AppState, id: &Id, all: Plan) -> El {
    let (of, today) = (id.clone(), state.today(id));
    let plan = move || {
        let all = all.get();
        let plan: Vec<&PlannedAction> = all.iter().filter(|planned| !planned.action.is_blank()).collect();
        let found = state.peek(&of, |document| {
            let parts = document.edition.parts.iter().map(|part| (part.number, part.title.clone()));
            let part = |(number, title): (u8, String)| {
                let of_part: Vec<&PlannedAction> =
                    plan.iter().copied().filter(|planned| planned.part == number).collect();
                let done = of_part.iter().filter(|planned| planned.action.done).count();
                (format!("{number} {title}"), done, of_part.len())
            };
            let parts = parts.map(part).filter(|(_, _, all)| *all > 0).collect::<Vec<_>>();
            (parts, months(&plan, today))
        });
        found.unwrap_or_default()
    };
    fragment().swap(plan, |(parts, months)| {
        if parts.is_empty() {
            return fragment();
        }
        let most = parts.iter().map(|(_, _, all)| *all).max().unwrap_or(1);
        let by_part = parts.iter().map(|(title, done, all)| bar(title, *done, *all - *done, most));
        let most = months.iter().map(|(_, done, due)| done + due).max().unwrap_or(1).max(1);
        let some = months.iter().any(|(_, done, due)| done + due > 0);
        let by_month = months.iter().map(|(month, done, due)| bar(month, *done, *due, most));
        let picture = |name: &str, bars: Vec<El>| {
            el("div").child(el("h2").text(name)).child(el("ul").class("app-progress").children(bars))
        };
        card().child(
            el("div")
                .class("app-beside")
                .child(picture("By part", by_part.collect()))
                .maybe(some.then(|| picture("By month", by_month.collect()))),
        )
    })
}

/// For each month around today: how many actions were done in it, and how many are due in it and not done.
fn months(plan: &[&PlannedAction], today: Date) -> Vec<(String, usize, usize)> {
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
        let due =
            plan.iter().filter(|planned| !planned.action.done && is_in(planned.action.due, month)).count();
        (format!("{} {}", Date::month_name(month.1), month.0), done, due)
    };
    (0..=2 * MONTHS).map(one).collect()
}

/// A bar with its numbers in words beside it.
fn bar(name: &str, done: usize, to_do: usize, most: usize) -> El {
    let stretch = |class: &str, count: usize| el("span").class(class).style("flex-grow", &count.to_string());
    let said = match (done, to_do) {
        (0, 0) => "–".into(),
        (done, 0) => format!("{done} done"),
        (0, to_do) => format!("{to_do} to do"),
        (done, to_do) => format!("{done} done, {to_do} to do"),
    };
    let drawn = el("span")
        .class("app-bar")
        .attr("aria-hidden", "true")
        .children((done > 0).then(|| stretch("is-met", done)))
        .children((to_do > 0).then(|| stretch("is-planned", to_do)))
        .child(stretch("app-bar__rest", most - done - to_do));
    el("li").child(el("span").text(name)).child(el("span").class("app-hint").text(&said)).child(drawn)
}
