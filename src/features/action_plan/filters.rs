//! The choices of which actions are shown, and in which order.

use super::filter::Filter;
use super::plan::Plan;
use crate::components::{Button, ButtonVariant, Card, Choice, Select, focus_soon};
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::PlannedAction;

const WHEN: [(&str, &str); 2] = [("overdue", "Overdue"), ("month", "This month")];
const SORT: [(&str, &str); 3] = [("item", "Question"), ("owner", "Owner"), ("priority", "Priority")];

/// What there is to choose from.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Offered {
    /// How many actions there are.
    count: usize,
    owners: Vec<String>,
    parts: Vec<Choice>,
}

/// The choices; nothing while there is nothing to choose from.
#[component]
pub fn Filters(plan: Plan) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let filter = plan.filter;
    let offered = Memo::new(move |_| {
        let parts = assessments.with_untracked(&plan.assessment.get_value(), |document| {
            let parts = document.edition.parts.iter();
            parts.map(|part| (part.number.to_string(), format!("{} {}", part.number, part.title))).collect()
        });
        plan.actions.with(|all| Offered {
            count: all.len(),
            owners: owners(all),
            parts: parts.unwrap_or_default(),
        })
    });
    let some = move || Some(offered.get()).filter(|offered| offered.count > 1 || untrack(|| filter.is_set()));
    let said = move || {
        let count = plan.count(|_| true);
        format!("{} of {count} actions shown. ", plan.count_shown())
    };
    let show_all = Callback::new(move |()| {
        filter.clear();
        focus_soon("#plan-when");
    });
    view! {
        <div>
            // Anew with other choices: a list whose options become others keeps the place of what was chosen, not its value.
            <For each=some key=Offered::clone children=move |offered| view! { <Choices filter offered /> } />
        </div>
        <Show when=move || filter.is_set()>
            <p>
                <span role="status">{said}</span>
                <Button variant=ButtonVariant::Small on_press=show_all>
                    "Show all"
                </Button>
            </p>
        </Show>
    }
}

/// Whoever has something to do, in the order of the alphabet.
fn owners(all: &[PlannedAction]) -> Vec<String> {
    let mut owners: Vec<String> = Vec::new();
    for owner in all.iter().map(|planned| planned.action.owner.trim()).filter(|owner| !owner.is_empty()) {
        if let Err(place) = owners.binary_search_by(|known| known.as_str().cmp(owner)) {
            owners.insert(place, owner.into());
        }
    }
    owners
}

#[component]
fn Choices(filter: Filter, offered: Offered) -> impl IntoView {
    let fixed = |choices: &[(&str, &str)]| -> Vec<Choice> {
        choices.iter().map(|(value, words)| ((*value).into(), (*words).into())).collect()
    };
    let owners = offered.owners.into_iter().map(|owner| (owner.clone(), owner)).collect();
    view! {
        <Card class="app-filters">
            <Select
                id="plan-when"
                label="Show"
                none="All"
                choices=fixed(&WHEN)
                value=filter.when
                on_choose=move |chosen| filter.when.set(chosen)
            />
            <Select
                id="plan-owner"
                label="Owner"
                none="Everyone"
                choices=owners
                value=filter.owner
                on_choose=move |chosen| filter.owner.set(chosen)
            />
            <Select
                id="plan-part"
                label="Part"
                none="All parts"
                choices=offered.parts
                value=filter.part
                on_choose=move |chosen| filter.part.set(chosen)
            />
            <Select
                id="plan-sort"
                label="Sort by"
                none="Due date"
                choices=fixed(&SORT)
                value=filter.sort
                on_choose=move |chosen| filter.sort.set(chosen)
            />
        </Card>
    }
}
