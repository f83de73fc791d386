//! Every action of the assessment: what is not planned yet, what is to do, what is done.

mod filters;
mod order;
mod progress;
mod row;

use super::not_found;
use super::up_to_overview;
use crate::browser::random;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{Weight, button, card, heading, hint, link, paragraph, title};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use filters::{Filter, filters};
use leptos::prelude::*;
use order::Order;
use progress::progress;
use row::row;
use standards_met_core::assessment::{Date, Id, PlannedAction, planned, unplanned};
use standards_met_core::catalogue::ItemId;
use standards_met_core::report::ReportKind;
use std::cell::RefCell;
use std::rc::Rc;

/// Every action of the assessment, asked for in many places.
type Plan = Memo<Vec<PlannedAction>>;

pub fn action_plan(state: AppState, id: &Id) -> El {
    let Some(organisation) = state.peek(id, |document| document.assessment.organisation.name.clone()) else {
        return not_found(state, "assessment");
    };
    let filter = Filter::new();
    let of = id.clone();
    let all: Plan = Memo::new(move |_| {
        state.with(&of, |document| planned(&document.edition, &document.assessment)).unwrap_or_default()
    });
    // The action that was begun here with a press.
    let begun: Begun = Rc::default();
    let rows = Rows { all, filter, today: state.today(id), order: Rc::default(), begun: begun.clone() };
    let (of, at) = (id.clone(), id.clone());
    let without = move || {
        let found = state.with(&of, |document| {
            let found = unplanned(&document.edition, &document.assessment);
            let topic = |item: &standards_met_core::catalogue::EvidenceItem| {
                item.topic.clone().unwrap_or_else(|| item.question.clone())
            };
            found.into_iter().map(|item| (item.id.clone(), topic(item))).collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    };
    let none_without = without.clone();
    let every = all;
    let nothing =
        move || every.get().iter().all(|planned| planned.action.is_blank()) && none_without().is_empty();
    fragment()
        .child(up_to_overview(id, &organisation))
        .child(title("Action plan"))
        .child(
            el("p")
                .class("app-no-print")
                .child(link(
                    &Route::Report(id.clone(), ReportKind::ActionPlan).href(),
                    "Print it, or save it for Word or Excel",
                ))
                .text(" · ")
                .child(link(
                    &Route::Report(id.clone(), ReportKind::Calendar).href(),
                    "Put its dates into a calendar",
                )),
        )
        .show_if(nothing, || {
            card().child(paragraph(
                "Nothing is waiting to be done. Answer an item with “Not yet” and its action appears here.",
            ))
        })
        .swap(without, move |items| not_planned(state, &at, items, filter, &begun))
        .child(progress(state, id, all))
        .child(filters(state, id, filter, all, state.today(id)))
        .child(list(state, id, &rows, false))
        .child(list(state, id, &rows, true))
}

/// The items that are "not yet" and have nothing planned, each with one press to change that.
fn not_planned(state: AppState, id: &Id, items: &[(ItemId, String)], filter: Filter, begun: &Begun) -> El {
    if items.is_empty() {
        return fragment();
    }
    let row = |(item, topic): &(ItemId, String)| {
        let (of, at, what, begun) = (id.clone(), item.clone(), format!("Sort out {topic}"), begun.clone());
        let plan = button(Weight::Small, &format!("Plan {item}"), move || {
            let action = random::new_id();
            // It passes no filter yet.
            filter.clear();
            begun.replace(Some(action.clone()));
            state.plan(&of, &at, action.clone(), &what);
            focus(&format!("[id='action-{at}-{action}-what']"));
        });
        el("li")
            .child(
                el("p")
                    .child(
                        link(&Route::Item(id.clone(), item.clone()).href(), item.as_str()).class("app-tap"),
                    )
                    .text(&format!(" {}", words::capital(topic))),
            )
            .child(plan)
    };
    fragment().child(heading(&format!("Not planned yet ({})", items.len()))).child(
        card()
            .child(hint("You answered “not yet”, and nothing says what will be done."))
            .child(el("ul").class("app-suggested").children(items.iter().map(row))),
    )
}

/// The actions that are to do or done, as the filter shows and sorts them.
fn list(state: AppState, id: &Id, rows: &Rows, done: bool) -> El {
    let words = if done { "Done" } else { "To do" };
    let (some, keys, count) = (rows.clone(), rows.clone(), rows.clone());
    let of = id.clone();
    let view = move || {
        let (count, keys, of) = (count.clone(), keys.clone(), of.clone());
        let counted = move || {
            let all = count.all.get();
            let of_these = all.iter().filter(|one| one.action.done == done && !one.action.is_blank());
            let count = of_these.count();
            format!("{words} ({count})")
        };
        let (begun, today) = (keys.begun.clone(), keys.today);
        let one = move |key| row(state, &of, &key, today, begun.borrow().as_ref());
        fragment().child(el("h2").class("app-heading").live_text(counted)).child(
            card()
                .class("app-card app-plan-table")
                .child(row::head())
                .child(el("div").each(move || keys.keys(done), one)),
        )
    };
    fragment().show_if(move || !some.keys(done).is_empty(), view)
}

/// The action that was begun with a press while the page was open.
type Begun = Rc<RefCell<Option<Id>>>;

/// The rows of both lists.
#[derive(Clone)]
struct Rows {
    all: Plan,
    filter: Filter,
    today: Date,
    order: Rc<RefCell<Order>>,
    begun: Begun,
}

impl Rows {
    fn keys(&self, done: bool) -> Vec<Id> {
        let all = self.all.get();
        let existing: Vec<Id> = all.iter().map(row::key).collect();
        let passing = self.filter.apply(&all, self.today);
        // One that was emptied keeps its row: somebody is typing there.
        let passing = passing.into_iter().filter(|planned| !planned.action.is_blank());
        let passing = passing.map(|planned| (row::key(planned), planned.action.done)).collect();
        let mut order = self.order.borrow_mut();
        order.update(&self.filter.name(), &existing, passing);
        order.rows(done)
    }
}
