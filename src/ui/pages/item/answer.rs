//! What the person gives for an item: reason, answer, documents, comments, actions.

use super::super::editing::Editing;
use crate::browser::random;
use crate::ui::closure::Live;
use crate::ui::components::{
    Actions, EvidenceList, TextArea, Weight, actions, button, evidence_list, fold, heading, hint, text_area,
};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::ui::{later, words};
use leptos::prelude::untrack;
use standards_met_core::assessment::{Edit, Judgement};
use standards_met_core::catalogue::{AnswerKind, NotApplicableRule};

pub fn answer(editing: &Editing, judgement: &Live<Option<Judgement>>) -> El {
    let rule = editing.item.not_applicable.clone();
    let (of_reason, of_plan, of_other) = (editing.clone(), editing.clone(), editing.clone());
    let is = |wanted: Judgement| {
        let judgement = judgement.clone();
        move || judgement.ask() == Some(wanted)
    };
    let not_yet = is(Judgement::NotYet);
    let main = match editing.item.kind {
        AnswerKind::Text => {
            // Where "Not applicable" goes into the same box, an empty answer would only puzzle. What is typed stays, and
            // the box stays while it is emptied.
            let (judged, typed) =
                (is(Judgement::NotApplicable), editing.look(|response| !response.answer.is_empty()));
            let editing = editing.clone();
            fragment().show_if(move || !judged() || untrack(|| typed.ask()), move || answer_text(&editing))
        }
        AnswerKind::Document => fragment()
            .child(heading("Documents"))
            .child(hint(
                "Name each document and say where it is kept. The document itself stays where it is.",
            ))
            .child(documents(editing)),
        AnswerKind::Tick => fragment(),
    };
    let other_documents = (editing.item.kind != AnswerKind::Document).then(|| {
        let named = editing.look(|response| response.evidence.iter().any(|one| !one.is_blank()));
        fold("Documents that show this (optional)", untrack(|| named.ask())).child(documents(editing))
    });
    fragment()
        .show_if(is(Judgement::NotApplicable), move || {
            rule.as_ref().map_or_else(fragment, |rule| reason(&of_reason, rule))
        })
        .show_if(is(Judgement::NotYet), move || fragment().child(heading("Action")).child(plan(&of_plan)))
        .child(main)
        .maybe(editing.item.share.map(|_| later::share(editing.state, &editing.id, &editing.item.id)))
        .child(comments(editing))
        .maybe(other_documents)
        .show_if(
            move || !not_yet(),
            move || {
                let planned = of_other.look(|response| response.actions.iter().any(|one| !one.is_blank()));
                fold("Actions (optional)", untrack(|| planned.ask())).child(plan(&of_other))
            },
        )
}

fn answer_text(editing: &Editing) -> El {
    let place = "Goes into the text box of the official toolkit.";
    let field = TextArea {
        id: "answer".into(),
        label: "Your answer",
        hint: Some(
            editing.item.hint.as_ref().map_or_else(|| place.to_owned(), |hint| format!("{place} {hint}")),
        ),
        rows: 5,
        value: editing.look(|response| response.answer.clone()),
        on_input: editing.on(Edit::Answer),
    };
    text_area(field)
}

fn comments(editing: &Editing) -> El {
    let field = TextArea {
        id: "comments".into(),
        label: "Comments (optional)",
        hint: Some("Goes into the comments box of the official toolkit.".into()),
        rows: 3,
        value: editing.look(|response| response.comments.clone()),
        on_input: editing.on(Edit::Comments),
    };
    text_area(field)
}

fn reason(editing: &Editing, rule: &NotApplicableRule) -> El {
    let value = editing.look(|response| response.not_applicable_reason.clone());
    let (given, offered, offering) = (value.clone(), rule.reason.clone(), editing.clone());
    let field = TextArea {
        id: "reason".into(),
        label: "Why it does not apply to you",
        hint: None,
        rows: 2,
        value,
        on_input: editing.on(Edit::Reason),
    };
    el("div")
        .class("app-plan")
        .child(text_area(field))
        .show_if(
            move || given.ask().trim().is_empty(),
            move || {
                let (offering, ready) = (offering.clone(), offered.clone());
                el("p")
                    .class("app-ready")
                    .child(button(Weight::Small, "Use this reason", move || {
                        offering.edit(Edit::Reason(ready.clone()));
                        focus("#reason");
                    }))
                    .child(el("span").text(&format!("“{offered}”")))
            },
        )
        .child(
            el("p")
                .class("app-hint")
                .text(&format!("In the official toolkit, {}.", words::where_to_write(rule.write))),
        )
}

fn documents(editing: &Editing) -> El {
    evidence_list(EvidenceList {
        evidence: editing.look(|response| response.evidence.clone()),
        on_edit: editing.on(|(id, edit)| Edit::Evidence(id, edit)),
        on_remove: editing.on(Edit::RemoveEvidence),
        new_id: random::new_id,
    })
}

fn plan(editing: &Editing) -> El {
    actions(Actions {
        actions: editing.look(|response| response.actions.clone()),
        on_edit: editing.on(|(id, edit)| Edit::Action(id, edit)),
        on_remove: editing.on(Edit::RemoveAction),
        new_id: random::new_id,
        today: editing.today(),
    })
}
