//! Find: every question, tooltip, answer and action, by words and by filters.

use super::not_found;
use super::up_to_overview;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{
    Select, TextField, Weight, button, card, link, select, status_mark, text_field, title,
};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Hit, Id, Query, Status, search, status};
use standards_met_core::catalogue::AnswerKind;
use std::rc::Rc;

const KINDS: [AnswerKind; 3] = [AnswerKind::Text, AnswerKind::Tick, AnswerKind::Document];

pub fn find(state: AppState, id: &Id) -> El {
    let Some((organisation, parts)) = state.peek(id, |document| {
        let parts =
            document.edition.parts.iter().map(|part| (part.number, part.title.clone())).collect::<Vec<_>>();
        (document.assessment.organisation.name.clone(), parts)
    }) else {
        return not_found(state, "assessment");
    };
    let (of, at) = (id.clone(), id.clone());
    let found = Memo::new(move |_| {
        let hits = state
            .query
            .with(|query| state.with(&of, |document| search(&document.edition, &document.assessment, query)));
        hits.unwrap_or_default()
    });
    let said = move || match found.with(Vec::len) {
        0 => "Nothing found. Try fewer words, or take a filter off.".into(),
        count => format!("{} found", words::count(count, "item")),
    };
    fragment()
        .child(up_to_overview(id, &organisation))
        .child(title("Find"))
        .child(card().child(fields(state, parts)))
        .child(el("p").attr("role", "status").live_text(said))
        .swap(move || found.get(), move |hits| list(state, &at, hits))
}

fn fields(state: AppState, parts: Vec<(u8, String)>) -> El {
    let change = move |change: &dyn Fn(&mut Query)| state.query.update(|query| change(query));
    let text = |id: &str, label, hint, look: fn(&Query) -> String, edit: fn(&mut Query, String)| {
        text_field(TextField {
            id: id.into(),
            label,
            hint,
            error: None,
            capitals: "none",
            value: Rc::new(move || state.query.with(look)),
            on_input: Rc::new(move |text: String| change(&|query| edit(query, text.clone()))),
        })
    };
    let choice = |id: &str,
                  label,
                  choices: Vec<(String, String)>,
                  look: fn(&Query) -> String,
                  edit: fn(&mut Query, &str)| {
        select(Select {
            id: id.into(),
            label,
            none: "All",
            choices,
            value: Rc::new(move || state.query.with(look)),
            on_choose: Rc::new(move |value: String| change(&|query| edit(query, &value))),
        })
    };
    let parts =
        parts.into_iter().map(|(number, title)| (number.to_string(), format!("{number} {title}"))).collect();
    let statuses = Status::ALL.map(|status| (words::status(status).into(), words::status(status).into()));
    let kinds = KINDS.map(|kind| (kind.name().into(), words::kind(kind).into()));
    let clear = move || {
        state.query.set(Query::default());
        focus("#find-words");
    };
    el("div")
        .child(text(
            "find-words",
            "Words",
            Some("In the questions, the guidance, your answers and your actions."),
            |query| query.words.clone(),
            |query, words| query.words = words,
        ))
        .child(
            el("div")
                .class("app-filters")
                .child(choice(
                    "find-part",
                    "Part",
                    parts,
                    |query| query.part.map(|part| part.to_string()).unwrap_or_default(),
                    |query, part| query.part = part.parse().ok(),
                ))
                .child(choice(
                    "find-standing",
                    "Where it stands",
                    statuses.into(),
                    |query| query.status.map(words::status).unwrap_or_default().into(),
                    |query, name| {
                        query.status = Status::ALL.into_iter().find(|one| words::status(*one) == name);
                    },
                ))
                .child(choice(
                    "find-kind",
                    "Kind of answer",
                    kinds.into(),
                    |query| query.kind.map(AnswerKind::name).unwrap_or_default().into(),
                    |query, name| query.kind = AnswerKind::parse(name),
                ))
                .child(text(
                    "find-owner",
                    "Who has an action",
                    None,
                    |query| query.owner.clone(),
                    |query, owner| query.owner = owner,
                )),
        )
        .show_if(
            move || state.query.with(|query| !query.is_empty()),
            move || button(Weight::Small, "Clear all", clear),
        )
}

fn list(state: AppState, id: &Id, hits: &[Hit]) -> El {
    if hits.is_empty() {
        return fragment();
    }
    let row = |hit: &Hit| {
        let (question, status) = state
            .peek(id, |document| {
                let item = document.edition.item(&hit.item)?;
                Some((item.question.clone(), status(item, document.assessment.response(&item.id))))
            })
            .flatten()
            .unwrap_or((String::new(), Status::NotStarted));
        let around = hit.around.as_ref().map(|around| el("span").class("app-rows__detail").text(around));
        let link = link(&Route::Item(id.clone(), hit.item.clone()).href(), "")
            .child(el("b").text(hit.item.as_str()))
            .child(el("span").class("app-rows__question").text(&question))
            .child(status_mark(move || status))
            .maybe(around);
        el("li").child(link)
    };
    card().child(el("ul").class("app-rows app-rows--found").children(hits.iter().map(row)))
}
