//! What to look for: words, and what narrows the search.

use crate::components::{Button, ButtonVariant, Choice, Select, TextField, focus_soon};
use crate::store::Navigation;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Query, Status};
use standards_met_core::catalogue::AnswerKind;

const KINDS: [AnswerKind; 3] = [AnswerKind::Text, AnswerKind::Tick, AnswerKind::Document];

/// The fields of the query.
#[component]
pub fn QueryFields(
    /// The number of each part, and its title.
    parts: Vec<(u8, String)>,
) -> impl IntoView {
    let query = expect_context::<Navigation>().query;
    let parts = parts.into_iter().map(|(number, title)| (number.to_string(), format!("{number} {title}")));
    let statuses =
        Status::ALL.map(|status| (words::status(status).to_owned(), words::status(status).to_owned()));
    let kinds = KINDS.map(|kind| (kind.name().to_owned(), words::kind(kind).to_owned()));
    let clear = move |()| {
        query.set(Query::default());
        focus_soon("#find-words");
    };
    view! {
        <div>
            <TextField
                id="find-words"
                label="Words"
                hint="In the questions, the guidance, the answers and the actions."
                capitals="none"
                value=Signal::derive(move || query.with(|query| query.words.clone()))
                on_input=move |words| query.update(|query| query.words = words)
            />
            <div class="app-filters">
                <Filter
                    id="find-part"
                    label="Part"
                    choices=parts.collect()
                    look=|query| query.part.map(|part| part.to_string()).unwrap_or_default()
                    edit=|query, part| query.part = part.parse().ok()
                />
                <Filter
                    id="find-status"
                    label="Status"
                    choices=statuses.into()
                    look=|query| query.status.map(words::status).unwrap_or_default().to_owned()
                    edit=|query, name| {
                        query.status = Status::ALL.into_iter().find(|status| words::status(*status) == name);
                    }
                />
                <Filter
                    id="find-kind"
                    label="Kind of answer"
                    choices=kinds.into()
                    look=|query| query.kind.map(AnswerKind::name).unwrap_or_default().to_owned()
                    edit=|query, name| query.kind = AnswerKind::parse(name)
                />
                <TextField
                    id="find-owner"
                    label="Owner of an action"
                    capitals="none"
                    value=Signal::derive(move || query.with(|query| query.owner.clone()))
                    on_input=move |owner| query.update(|query| query.owner = owner)
                />
            </div>
            <Show when=move || query.with(|query| !query.is_empty())>
                <Button variant=ButtonVariant::Small on_press=clear>
                    "Clear all"
                </Button>
            </Show>
        </div>
    }
}

/// A choice that narrows the search.
#[component]
fn Filter(
    id: &'static str,
    label: &'static str,
    choices: Vec<Choice>,
    /// The value of the choice that the query has; an empty one stands for all.
    look: fn(&Query) -> String,
    /// Puts the value of a choice into the query.
    edit: fn(&mut Query, &str),
) -> impl IntoView {
    let query = expect_context::<Navigation>().query;
    view! {
        <Select
            id
            label
            none="All"
            choices
            value=Signal::derive(move || query.with(look))
            on_choose=move |value: String| query.update(|query| edit(query, &value))
        />
    }
}
