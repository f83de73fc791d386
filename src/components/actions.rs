//! What will be done, by whom and by when.

use super::{Button, ButtonVariant, DateField, GrowingList, Select, TextArea, TextField};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Action, ActionEdit, Date, Id, Priority};
use standards_met_core::date_parts::DateEntry;

/// The actions of one item.
#[component]
pub fn ActionList(
    #[prop(into)] actions: Signal<Vec<Action>>,
    on_edit: Callback<(Id, ActionEdit)>,
    on_remove: Callback<Id>,
    new_id: fn() -> Id,
    /// The day on which something that is ticked now is done.
    #[prop(into)]
    today: Signal<Date>,
) -> impl IntoView {
    let existing = move || actions.with(|all| all.iter().map(|action| action.id.clone()).collect::<Vec<_>>());
    let entry = move |id: Id, on_remove, is_only: Signal<bool>| {
        let (of, key) = (id.clone(), id.0.clone());
        let action = move || {
            actions.with(|all| all.iter().find(|action| action.id == of).cloned().unwrap_or_default())
        };
        let on_edit = Callback::new(move |edit| on_edit.run((id.clone(), edit)));
        let action = Signal::derive(action);
        // There is nothing to remove in a form that nobody has used.
        let can_remove = Signal::derive(move || !is_only.get() || !action.with(Action::is_blank));
        view! { <ActionForm key action on_edit on_remove can_remove today /> }
    };
    view! {
        <GrowingList
            existing=Signal::derive(existing)
            first_field=|id| format!("action-{id}-what")
            add="Add another action"
            new_id
            on_remove
            entry
        />
    }
}

/// The fields of one action.
#[component]
pub fn ActionForm(
    /// What the fields are called apart from those of other actions.
    key: String,
    action: Signal<Action>,
    on_edit: Callback<ActionEdit>,
    on_remove: Callback<()>,
    #[prop(into)] can_remove: Signal<bool>,
    #[prop(into)] today: Signal<Date>,
) -> impl IntoView {
    let id = |field: &str| format!("action-{key}-{field}");
    let choice = |priority: Priority| (priority.name().into(), words::priority(priority).into());
    let choices = [Priority::High, Priority::Medium, Priority::Low].map(choice).into();
    let priority = move || action.with(|action| action.priority.map_or("", Priority::name).to_owned());
    let done_on = move || {
        action
            .with(|action| action.done_on.filter(|_| action.done).map(|day| format!("on {}", day.in_words())))
    };
    let tick = move |done: bool| on_edit.run(ActionEdit::Done(done.then(|| today.get_untracked())));
    view! {
        <div class="app-plan__entry" role="group" aria-label="Action">
            <TextArea
                id=id("what")
                label="What will be done"
                rows=3
                value=Signal::derive(move || action.with(|action| action.what.clone()))
                on_input=move |text| on_edit.run(ActionEdit::What(text))
            />
            <div class="app-row">
                <TextField
                    id=id("owner")
                    label="Who will do it"
                    capitals="words"
                    value=Signal::derive(move || action.with(|action| action.owner.clone()))
                    on_input=move |text| on_edit.run(ActionEdit::Owner(text))
                />
                <DateField
                    id=id("due")
                    label="By when"
                    value=Signal::derive(move || action.with(|action| action.due))
                    draft=Signal::derive(move || action.with(|action| action.due_draft.clone()))
                    on_input=move |entry| {
                        on_edit
                            .run(
                                match entry {
                                    DateEntry::Date(day) => ActionEdit::Due(day),
                                    DateEntry::Draft(text) => ActionEdit::DueDraft(text),
                                },
                            )
                    }
                />
                <Select
                    id=id("priority")
                    label="Priority"
                    none="Not set"
                    choices
                    value=Signal::derive(priority)
                    on_choose=move |name: String| on_edit.run(ActionEdit::Priority(Priority::parse(&name)))
                />
            </div>
            <div class="app-row app-row--between">
                <span class="app-check">
                    <input
                        type="checkbox"
                        id=id("done")
                        prop:checked=move || action.with(|action| action.done)
                        on:change:target=move |event| tick(event.target().checked())
                    />
                    <label for=id("done")>"Done"</label>
                    <span class="app-hint">{done_on}</span>
                </span>
                <Show when=move || can_remove.get()>
                    <Button variant=ButtonVariant::Small on_press=on_remove>
                        "Remove this action"
                    </Button>
                </Show>
            </div>
        </div>
    }
}
