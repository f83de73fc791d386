//! The next few actions by date.

use crate::components::Card;
use crate::route::Route;
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::{Date, Id, PlannedAction, next_deadline, planned};

/// How many actions are shown.
const COMING_UP: usize = 4;

/// The day by which to publish, with what is left until then, and the actions that are due next.
#[component]
pub fn ComingUp(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let of = id.clone();
    let left = Memo::new(move |_| {
        let left = assessments.with(&of, |document| {
            let tally = document.assessment.tally(&document.edition);
            tally.total() - tally.settled()
        });
        left.unwrap_or_default()
    });
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
    let deadline = {
        let id = id.clone();
        move || deadline_words(assessments.today(&id), left.get())
    };
    let rows = move || {
        let today = assessments.today(&id);
        open.with(|open| {
            let row = |planned: &PlannedAction| view! { <Row id=id.clone() planned today /> };
            open.iter().map(row).collect::<Vec<_>>()
        })
    };
    view! {
        <Card>
            <h2>"Coming up"</h2>
            <p>{deadline}</p>
            <ul class="app-coming">{rows}</ul>
        </Card>
    }
}

/// The next deadline, how long it is until then, and what is left to do.
fn deadline_words(today: Date, left: usize) -> String {
    let day = next_deadline(today);
    let when = match today.days_to(day) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {days} days"),
    };
    let left = match left {
        0 => "Every question is done.".to_owned(),
        1 => "1 question is not done yet.".to_owned(),
        left => format!("{left} questions are not done yet."),
    };
    format!("Publish by {}, {when}. {left}", day.in_words())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deadline_says_how_long_it_is_and_what_is_left() {
        let words = |today: &str, left| deadline_words(Date::parse(today).expect(today), left);
        assert_eq!(
            words("2026-11-28", 24),
            "Publish by 30 June 2027, in 214 days. 24 questions are not done yet."
        );
        assert_eq!(words("2027-06-30", 1), "Publish by 30 June 2027, today. 1 question is not done yet.");
        assert_eq!(words("2027-06-29", 0), "Publish by 30 June 2027, tomorrow. Every question is done.");
    }
}
