//! One action: in short, and opened to be edited in place.

use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{fold, link, one_action};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Action, ActionEdit, Date, Edit, Id, PlannedAction};
use standards_met_core::catalogue::ItemId;
use std::rc::Rc;

/// What a row is known by: the item and the action, because two items may hold actions of one identifier.
pub fn key(planned: &PlannedAction) -> Id {
    Id(format!("{}/{}", planned.item, planned.action.id))
}

fn parts(key: &Id) -> (ItemId, Id) {
    let (item, action) = key.as_str().split_once('/').unwrap_or_default();
    (ItemId(item.into()), Id(action.into()))
}

/// The names of the columns, for those who see them beside each other.
pub fn head() -> El {
    let names = ["Item", "What will be done", "Who", "By when", "Priority", "State"];
    el("div")
        .class("app-plan-row app-plan-head")
        .attr("aria-hidden", "true")
        .children(names.map(|name| el("span").text(name)))
}

/// Opened for editing where it is the one that was only just begun.
pub fn row(state: AppState, id: &Id, key: &Id, today: Date, begun: Option<&Id>) -> El {
    let (item, action) = parts(key);
    let open = begun == Some(&action);
    let found = Found { state, id: id.clone(), item, action };
    let (shown, typed) = (found.clone(), found.clone());
    let href = Route::Item(id.clone(), found.item.clone()).href();
    let name = found.item.0.clone();
    let opened = RwSignal::new(open);
    // Where somebody types, the text follows by itself: a row made anew at every letter would be laid out anew too.
    let short = fragment().swap(
        move || {
            let (mut action, opened) = (shown.action(), opened.get());
            if opened {
                action.what.clear();
            }
            (action, opened)
        },
        move |(action, opened)| {
            let typed = typed.clone();
            let what = el("span").class("app-plan-what").child(el("span").class("app-plan-name"));
            let what = if *opened {
                what.live_text(move || said(&typed.action().what).into())
            } else {
                what.text(said(&action.what))
            };
            in_short(action, what, today, link(&href, &name).class("app-tap"))
        },
    );
    let name = format!("Change this action of {}", found.item);
    let one = el("div")
        .class("app-plan-one")
        .attr("role", "group")
        .attr("aria-label", &format!("Action of {}", found.item))
        .child(short);
    // Made when it is opened, and kept: forty editors at once would be slow.
    let fold = fold(&name, open)
        .on("toggle", move |_| opened.set(true))
        .show_if(move || opened.get(), move || found.editor(today));
    one.child(fold)
}

/// What will be done, as it is said in short.
fn said(what: &str) -> &str {
    otherwise(what, "(not said yet)")
}

fn in_short(action: &Action, what: El, today: Date, item: El) -> El {
    let cell = |class: &str, name: &str, text: &str| {
        el("span").class(class).child(el("span").class("app-plan-name").text(name)).text(text)
    };
    let overdue = !action.done && action.due.is_some_and(|due| due < today);
    let state = match (action.done, action.done_on) {
        (true, Some(day)) => format!("Done on {}", day.in_words()),
        (true, None) => "Done".into(),
        (false, _) if overdue => "Overdue".into(),
        (false, _) => "To do".into(),
    };
    let due = action.due.map_or("No date".into(), Date::in_words);
    el("div")
        .class("app-plan-row")
        .child(el("span").class("app-plan-item").child(item))
        .child(what)
        .child(cell("app-plan-cell", "Who", otherwise(&action.owner, "Nobody yet")))
        .child(cell("app-plan-cell", "By when", &due))
        .child(cell("app-plan-cell", "Priority", action.priority.map_or("Not set", words::priority)))
        .child(cell(if overdue { "app-plan-state app-overdue" } else { "app-plan-state" }, "", &state))
}

fn otherwise<'a>(text: &'a str, otherwise: &'a str) -> &'a str {
    if text.trim().is_empty() { otherwise } else { text }
}

/// Where an action is.
#[derive(Clone)]
struct Found {
    state: AppState,
    id: Id,
    item: ItemId,
    action: Id,
}

impl Found {
    /// The action as it is now, followed; an empty one once it is gone.
    fn action(&self) -> Action {
        let found = self.state.with(&self.id, |document| {
            let response = document.assessment.response(&self.item)?;
            response.actions.iter().find(|action| action.id == self.action).cloned()
        });
        found.flatten().unwrap_or_default()
    }

    fn edit(&self, edit: Edit) {
        self.state.edit(&self.id, &self.item, edit);
    }

    fn editor(&self, today: Date) -> El {
        let (action, edited, removed) = (self.clone(), self.clone(), self.clone());
        one_action(
            &format!("{}-{}", self.item, self.action),
            Rc::new(move || action.action()),
            Rc::new(move |edit: ActionEdit| edited.edit(Edit::Action(edited.action.clone(), edit))),
            Rc::new(move || {
                removed.edit(Edit::RemoveAction(removed.action.clone()));
                // The row goes, and the focus would go with it.
                focus("h1");
            }),
            Rc::new(move || today),
        )
    }
}
