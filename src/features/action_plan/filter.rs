//! What was chosen of which actions are shown, and in which order.

use leptos::prelude::*;
use standards_met_core::assessment::{Date, PlannedAction, Priority};

/// Kept while the page is shown.
#[derive(Clone, Copy)]
pub struct Filter {
    pub(super) when: RwSignal<String>,
    pub(super) owner: RwSignal<String>,
    pub(super) part: RwSignal<String>,
    pub(super) sort: RwSignal<String>,
}

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
        let sort = self.sort.get();
        let after = |one: &PlannedAction, other: &PlannedAction| match sort.as_str() {
            "item" => one.place > other.place,
            "owner" => one.action.owner.trim() > other.action.owner.trim(),
            "priority" => rank(one.action.priority) > rank(other.action.priority),
            _ => false,
        };
        let mut sorted: Vec<&PlannedAction> = Vec::new();
        for planned in plan {
            let place = sorted.partition_point(|other| !after(other, planned));
            sorted.insert(place, planned);
        }
        sorted
    }
}
