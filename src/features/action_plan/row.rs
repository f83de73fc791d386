//! One action: in short, and opened to be edited in place.

use super::plan::{Plan, parts};
use crate::components::{ActionForm, Fold, focus_soon};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Action, Date, Edit, Id};

/// The names of the columns, for those who see them beside each other.
#[component]
pub fn RowHead() -> impl IntoView {
    let names = ["No.", "What will be done", "Owner", "Due date", "Priority", "Status"];
    let names = names.map(|name| view! { <span>{name}</span> }).collect_view();
    view! {
        <div class="app-plan-row app-plan-head" aria-hidden="true">
            {names}
        </div>
    }
}

/// An action; opened for editing where it is the one that was only just begun.
#[component]
pub fn Row(
    plan: Plan,
    /// What the row is known by.
    key: Id,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (item, id) = parts(&key);
    let begun = plan.begun.with_value(|begun| begun.as_ref() == Some(&id));
    let opened = RwSignal::new(begun);
    let (of_item, of) = (item.clone(), id.clone());
    // Empty once it is gone.
    let action = Memo::new(move |_| {
        let found = assessments.with(&plan.assessment.get_value(), |document| {
            let response = document.assessment.response(&of_item)?;
            response.actions.iter().find(|action| action.id == of).cloned()
        });
        found.flatten().unwrap_or_default()
    });
    // What belongs to the whole comes from what reviewers say of it.
    let href = match item.is_whole() {
        true => Route::Review(plan.assessment.get_value()),
        false => Route::Item(plan.assessment.get_value(), item.clone()),
    }
    .href();
    let title = assessments.with_untracked(&plan.assessment.get_value(), |document| {
        document.edition.item(&item).map(words::short_title)
    });
    let title = title.flatten();
    let (key, place) = (format!("{item}-{id}"), words::place_name(&item));
    let (group, summary, name) =
        (format!("Action of {place}"), format!("Change this action of {place}"), words::row_name(&item));
    let edit = Callback::new(move |edit| assessments.edit(&plan.assessment.get_value(), &item, edit));
    let changed = id.clone();
    let on_edit = Callback::new(move |one| edit.run(Edit::Action(changed.clone(), one)));
    let on_remove = Callback::new(move |()| {
        edit.run(Edit::RemoveAction(id.clone()));
        // The row goes, and the focus would go with it.
        focus_soon("h1");
    });
    // Made when it is opened, and kept: forty editors at once would be slow.
    let form = (!plan.is_read_only).then(|| {
        view! {
            <Fold summary open=begun on_toggle=move |()| opened.set(true)>
                <Show when=move || opened.get()>
                    <ActionForm
                        key=key.clone()
                        action=action.into()
                        on_edit
                        on_remove
                        can_remove=true
                        today=plan.today
                    />
                </Show>
            </Fold>
        }
    });
    view! {
        <div class="app-plan-one" role="group" aria-label=group>
            <InShort action today=plan.today name title href />
            {form}
        </div>
    }
}

/// The columns of an action.
#[component]
fn InShort(
    action: Memo<Action>,
    today: Date,
    /// The item, what it is about, and its page.
    name: String,
    title: Option<String>,
    href: String,
) -> impl IntoView {
    let what = move || action.with(|action| otherwise(&action.what, "(not said yet)"));
    let owner = move || action.with(|action| otherwise(&action.owner, "No one assigned"));
    let due = move || action.with(|action| action.due.map_or("No date".into(), Date::in_words));
    let priority = move || action.with(|action| action.priority.map_or("No priority", words::priority));
    // What the checks ask for.
    let lacks_owner = move || action.with(|action| !action.done && action.owner.trim().is_empty());
    let lacks_due = move || action.with(|action| !action.done && action.due.is_none());
    let is_overdue = move || action.with(|action| !action.done && action.due.is_some_and(|due| due < today));
    let state = move || match action.with(|action| (action.done, action.done_on)) {
        (true, Some(day)) => format!("Done on {}", day.in_words()),
        (true, None) => "Done".into(),
        (false, _) if is_overdue() => "Overdue".into(),
        (false, _) => "To do".into(),
    };
    view! {
        <div class="app-plan-row">
            <span class="app-plan-item">
                <a class="app-tap" href=href>
                    {name}
                </a>
            </span>
            <span class="app-plan-what">
                <span class="app-plan-name"></span>
                {title.map(|title| view! { <span class="app-plan-topic">{title}</span> })}
                {what}
            </span>
            <span class="app-plan-cell">
                <span class="app-plan-name">"Owner"</span>
                <span class:app-plan-lack=lacks_owner>{owner}</span>
            </span>
            <span class="app-plan-cell">
                <span class="app-plan-name">"Due date"</span>
                <span class:app-plan-lack=lacks_due>{due}</span>
            </span>
            <span class="app-plan-cell">
                <span class="app-plan-name">"Priority"</span>
                {priority}
            </span>
            <span class="app-plan-state" class:app-overdue=is_overdue>
                <span class="app-plan-name"></span>
                {state}
            </span>
        </div>
    }
}

fn otherwise(text: &str, otherwise: &str) -> String {
    if text.trim().is_empty() { otherwise.into() } else { text.into() }
}
