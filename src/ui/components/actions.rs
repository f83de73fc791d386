//! What will be done, by whom and by when.

use super::growing::{GrowingList, growing_list};
use super::{
    DateField, Select, TextArea, TextField, Weight, button, date_field, select, text_area, text_field,
};
use crate::ui::closure::{Command, Live};
use crate::ui::element::{El, el};
use crate::words;
use standards_met_core::assessment::{Action, ActionEdit, Date, Id, Priority};
use std::rc::Rc;

/// The actions of one item.
pub struct Actions {
    pub actions: Live<Vec<Action>>,
    pub on_edit: Command<(Id, ActionEdit)>,
    pub on_remove: Command<Id>,
    pub new_id: fn() -> Id,
    /// The day on which something that is ticked now is done.
    pub today: Live<Date>,
}

pub fn actions(list: Actions) -> El {
    let Actions { actions, on_edit, on_remove, new_id, today } = list;
    let all = actions.clone();
    growing_list(GrowingList {
        existing: Rc::new(move || all.ask().into_iter().map(|action| action.id).collect()),
        first_field: |key| format!("action-{key}-what"),
        add: "Add another action",
        new_id,
        on_remove,
        entry: Box::new(move |id, on_remove| {
            let (actions, on_edit, of) = (actions.clone(), on_edit.clone(), id.clone());
            let action =
                Rc::new(move || actions.ask().into_iter().find(|action| action.id == of).unwrap_or_default());
            let key = id.0.clone();
            let on_edit = Rc::new(move |edit| on_edit.run((id.clone(), edit)));
            one_action(&key, action, on_edit, on_remove, today.clone())
        }),
    })
}

/// The fields of one action.
pub fn one_action(
    key: &str,
    action: Live<Action>,
    on_edit: Command<ActionEdit>,
    on_remove: Live<()>,
    today: Live<Date>,
) -> El {
    let id = |field: &str| format!("action-{key}-{field}");
    let text = |look: fn(Action) -> String| -> Live<String> {
        let action = action.clone();
        Rc::new(move || look(action.ask()))
    };
    let typed = |edit: fn(String) -> ActionEdit| -> Command<String> {
        let on_edit = on_edit.clone();
        Rc::new(move |text| on_edit.run(edit(text)))
    };
    let (on_due, on_priority, on_done) = (on_edit.clone(), on_edit.clone(), on_edit.clone());
    let done = action.clone();

    let choice = |priority: Priority| (priority.name().into(), words::priority(priority).into());
    let priority = select(Select {
        id: id("priority"),
        label: "Priority",
        none: "Not set",
        choices: [Priority::High, Priority::Medium, Priority::Low].map(choice).into(),
        value: text(|action| action.priority.map_or("", Priority::name).into()),
        on_choose: Rc::new(move |name: String| on_priority.run(ActionEdit::Priority(Priority::parse(&name)))),
    });

    let tick = el("input").attr("type", "checkbox").id(&id("done")).live_checked(move || done.ask().done);
    let ticked = tick.node().clone();
    let tick =
        tick.on("change", move |_| on_done.run(ActionEdit::Done(ticked.is_checked().then(|| today.ask()))));
    let done_on = text(|action| {
        action.done_on.filter(|_| action.done).map(|day| format!("on {}", day.in_words())).unwrap_or_default()
    });

    el("div")
        .class("app-plan__entry")
        .attr("role", "group")
        .attr("aria-label", "Action")
        .child(text_area(TextArea {
            id: id("what"),
            label: "What will be done",
            hint: None,
            rows: 3,
            value: text(|action| action.what),
            on_input: typed(ActionEdit::What),
        }))
        .child(
            el("div")
                .class("app-row")
                .child(text_field(TextField {
                    id: id("owner"),
                    label: "Who will do it",
                    hint: None,
                    error: None,
                    capitals: "words",
                    value: text(|action| action.owner),
                    on_input: typed(ActionEdit::Owner),
                }))
                .child(date_field(DateField {
                    id: id("due"),
                    label: "By when",
                    value: Rc::new(move || action.ask().due),
                    on_input: Rc::new(move |day| on_due.run(ActionEdit::Due(day))),
                }))
                .child(priority),
        )
        .child(
            el("div")
                .class("app-row app-row--between")
                .child(
                    el("span")
                        .class("app-check")
                        .child(tick)
                        .child(el("label").attr("for", &id("done")).text("Done"))
                        .child(el("span").class("app-hint").live_text(move || done_on.ask())),
                )
                .child(button(Weight::Small, "Remove this action", move || on_remove.ask())),
        )
}
