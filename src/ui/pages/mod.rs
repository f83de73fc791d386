//! A file a screen.

mod about;
mod action_plan;
mod data;
mod item;
mod not_found;
mod offer;
mod overview;
mod part;
mod start;

use super::element::El;
use crate::route::Route;
use crate::state::AppState;

/// The page of a route.
pub fn show(state: AppState, route: &Route) -> El {
    match route {
        Route::Start => start::start(state),
        Route::Data => data::data(state),
        Route::About => about::about(),
        Route::Overview(id) => overview::overview(state, id),
        Route::ActionPlan(id) => action_plan::action_plan(state, id),
        Route::Part(id, number) => part::part(state, id, *number),
        Route::Item(id, item) => item::item(state, id, item),
        Route::Unknown(_) => not_found::not_found(state, "page"),
    }
}

/// What the tab is called.
#[must_use]
pub fn title(state: AppState, route: &Route) -> String {
    let home =
        |id| state.peek(id, |document| document.assessment.organisation.name.clone()).unwrap_or_default();
    let page = match route {
        Route::Start => return "Standards Met: the data security toolkit for care homes".into(),
        Route::Data => "Your data".into(),
        Route::About => "About".into(),
        Route::Overview(id) => home(id),
        Route::ActionPlan(id) => format!("Action plan, {}", home(id)),
        Route::Part(id, number) => format!("Part {number}, {}", home(id)),
        Route::Item(id, item) => format!("{item}, {}", home(id)),
        Route::Unknown(_) => "Page not found".into(),
    };
    format!("{page} – Standards Met")
}
