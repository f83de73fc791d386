//! Which actions are shown, and in which order.

use super::Plan;
use crate::state::AppState;
use crate::ui::components::{Select, Weight, button, card, select};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use leptos::prelude::*;
use standards_met_core::assessment::{Date, Id, PlannedAction, Priority};
use std::rc::Rc;

/// Kept while the page is shown.
#[derive(Clone, Copy)]
pub struct Filter {
    when: RwSignal<String>,
    owner: RwSignal<String>,
    part: RwSignal<String>,
    sort: RwSignal<String>,
}

const WHEN: [(&str, &str); 2] = [("overdue", "Overdue"), ("month", "This month")];
const SORT: [(&str, &str); 3] = [("item", "Item"), ("owner", "Who"), ("priority", "Priority")];

impl Filter {
    pub fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self { when: text(), owner: text(), part: text(), sort: text() }
    }

    /// Shows everything.
    pub fn clear(self) {
        for choice in [self.when, self.owner, self.part] {
            choice.set(String::new());
        }
    }

    /// Whether anything is left out.
    pub fn is_set(self) -> bool {
        [self.when, self.owner, self.part].into_iter().any(|choice| choice.with(|choice| !choice.is_empty()))
    }

    /// What is chosen, as one text.
    pub fn name(self) -> String {
        [self.when, self.owner, self.part, self.sort].map(|choice| choice.get()).join("/")
    }

    /// What passes the filter, sorted. They come by date, and stay so among equals.
    pub fn apply(self, plan: &[PlannedAction], today: Date) -> Vec<&PlannedAction> {
        let mut plan: Vec<&PlannedAction> = plan.iter().collect();
        let (when, owner, part) = (self.when.get(), self.owner.get(), self.part.get().parse::<u8>().ok());
        plan.retain(|planned| match when.as_str() {
            "overdue" => planned.is_overdue(today),
            "month" => planned.is_due_this_month(today),
            _ => true,
        });
        plan.retain(|planned| owner.is_empty() || planned.action.owner.trim() == owner);
        plan.retain(|planned| part.is_none_or(|number| planned.part == number));
        let rank = |priority: Option<Priority>| match priority {
            Some(Priority::High) => 0,
            Some(Priority::Medium) => 1,
            Some(Priority::Low) => 2,
            None => 3,
        };
        let after = |one: &PlannedAction, other: &PlannedAction| match self.sort.get_untracked().as_str() {
            "item" => one.place > other.place,
            "owner" => one.action.owner.trim() > other.action.owner.trim(),
            "priority" => rank(one.action.priority) > rank(other.action.priority),
            _ => false,
        };
        self.sort.track();
        let mut sorted: Vec<&PlannedAction> = Vec::new();
        for planned in plan {
            let place = sorted.partition_point(|other| !after(other, planned));
            sorted.insert(place, planned);
        }
        sorted
    }
}

/// The choices; nothing while there is nothing to choose from.
pub fn filters(state: AppState, id: &Id, filter: Filter, all: Plan, today: Date) -> El {
    let (of, plan) = (id.clone(), all);
    let offered = move || {
        let plan = plan.get();
        let found = state.peek(&of, |document| {
            let mut owners: Vec<String> = Vec::new();
            for owner in
                plan.iter().map(|planned| planned.action.owner.trim()).filter(|owner| !owner.is_empty())
            {
                if let Err(place) = owners.binary_search_by(|known| known.as_str().cmp(owner)) {
                    owners.insert(place, owner.into());
                }
            }
            let parts = document.edition.parts.iter();
            let parts =
                parts.map(|part| (part.number.to_string(), format!("{} {}", part.number, part.title)));
            (plan.len(), owners, parts.collect::<Vec<_>>())
        });
        found.unwrap_or_default()
    };
    let said = move || {
        let plan = all.get();
        let of_all = plan.iter().filter(|planned| !planned.action.is_blank()).count();
        let shown = filter.apply(&plan, today).iter().filter(|planned| !planned.action.is_blank()).count();
        format!("{shown} of {of_all} actions shown. ")
    };
    let status = move || {
        let said = said;
        el("p").child(el("span").attr("role", "status").live_text(said)).child(button(
            Weight::Small,
            "Show all",
            move || {
                filter.clear();
                focus("#plan-when");
            },
        ))
    };
    let choices = el("div").swap(offered, move |(count, owners, parts)| {
        if *count < 2 && !untrack(|| filter.is_set()) {
            return fragment();
        }
        let one = |id: &str, label, none, choices: Vec<(String, String)>, value: RwSignal<String>| {
            select(Select {
                id: id.into(),
                label,
                none,
                choices,
                value: Rc::new(move || value.get()),
                on_choose: Rc::new(move |chosen| value.set(chosen)),
            })
        };
        let fixed = |choices: &[(&str, &str)]| {
            choices.iter().map(|(value, words)| ((*value).into(), (*words).into())).collect()
        };
        let owners = owners.iter().map(|owner| (owner.clone(), owner.clone())).collect();
        card().class("app-card app-filters").children([
            one("plan-when", "Show", "All", fixed(&WHEN), filter.when),
            one("plan-owner", "Whose", "Everybody", owners, filter.owner),
            one("plan-part", "Part", "All parts", parts.clone(), filter.part),
            one("plan-sort", "Sort by", "Date", fixed(&SORT), filter.sort),
        ])
    });
    fragment().child(choices).show_if(move || filter.is_set(), status)
}
