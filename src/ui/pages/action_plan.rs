//! Every action of the assessment in one list, by date.

use super::not_found::not_found;
use crate::assessment::{Action, Date, Id};
use crate::browser::clock;
use crate::catalogue::ItemId;
use crate::exchange::Document;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{card, heading, link, paragraph, title};
use crate::ui::element::{El, el, fragment};
use crate::ui::words;

pub fn action_plan(state: AppState, id: &Id) -> El {
    let Some((organisation, actions)) =
        state.peek(id, |document| (document.assessment.organisation.name.clone(), actions(document)))
    else {
        return not_found(state, "assessment");
    };
    let today = clock::today();
    let (done, open): (Vec<_>, Vec<_>) = actions.into_iter().partition(|(_, action)| action.done);
    let list = |words: &str, actions: &[(ItemId, Action)]| {
        if actions.is_empty() {
            return fragment();
        }
        let rows = actions.iter().map(|(item, action)| row(id, item, action, today));
        let rows = el("ul").class("app-rows app-rows--actions").children(rows);
        fragment().child(heading(&format!("{words} ({})", actions.len()))).child(card().child(rows))
    };
    let nothing = open.is_empty().then(|| {
        card().child(paragraph(
            "Nothing is waiting to be done. Answer an item with “Not yet” and its action appears here.",
        ))
    });
    fragment()
        .child(el("p").class("app-caption").child(link(&Route::Overview(id.clone()).href(), &organisation)))
        .child(title("Action plan"))
        .maybe(nothing)
        .child(list("To do", &open))
        .child(list("Done", &done))
}

fn actions(document: &Document) -> Vec<(ItemId, Action)> {
    let of = |item: &ItemId| {
        let response = document.assessment.response(item);
        let actions = response.map(|response| response.actions.clone()).unwrap_or_default();
        let item = item.clone();
        actions.into_iter().filter(|action| !action.is_blank()).map(move |action| (item.clone(), action))
    };
    let when = |action: &Action| (action.due.is_none(), action.due);
    let mut by_date: Vec<(ItemId, Action)> = Vec::new();
    for (item, action) in document.edition.items().flat_map(|item| of(&item.id)) {
        let place = by_date.partition_point(|(_, other)| when(other) <= when(&action));
        by_date.insert(place, (item, action));
    }
    by_date
}

fn row(id: &Id, item: &ItemId, action: &Action, today: Date) -> El {
    let overdue = !action.done && action.due.is_some_and(|due| due < today);
    let due = action.due.map_or_else(|| "No date".to_owned(), Date::in_words);
    let said = |text: &str, otherwise: &str| {
        if text.trim().is_empty() { otherwise.to_owned() } else { text.to_owned() }
    };
    let priority = action
        .priority
        .map(|priority| format!(" · {} priority", words::priority(priority)))
        .unwrap_or_default();
    let detail = el("span")
        .class("app-rows__detail")
        .maybe(overdue.then(|| el("strong").class("app-overdue").text("Overdue · ")))
        .text(&format!("{due} · {}{priority}", said(&action.owner, "Nobody yet")));
    let link = link(&Route::Item(id.clone(), item.clone()).href(), "")
        .child(el("b").text(item.as_str()))
        .child(el("span").class("app-rows__question").text(&said(&action.what, "(not said yet)")))
        .child(detail);
    el("li").child(link)
}
