//! One evidence item: question, tooltip, answer, evidence, action.

use super::not_found::not_found;
use super::part::standing_of;
use crate::assessment::{Edit, Id, Judgement, Response, missing};
use crate::browser::random;
use crate::catalogue::{AnswerKind, EvidenceItem, ItemId, NotApplicableRule};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{
    Actions, Copy, EvidenceList, TextArea, Weight, actions, button, button_link, copy_button, evidence_list,
    fold, heading, hint, in_official_toolkit, judgement_choice, link, paragraph, standing_mark, text_area,
    tooltip,
};
use crate::ui::element::{Command, El, Live, el, fragment};
use crate::ui::shell::focus;
use crate::ui::words;
use leptos::prelude::untrack;
use std::rc::Rc;

/// What the sections of the page share: which response they show, and how they change it.
#[derive(Clone)]
struct Editing {
    state: AppState,
    id: Id,
    item: Rc<EvidenceItem>,
}

impl Editing {
    /// A value of the response, following it; of an empty one where there is none.
    fn look<T: 'static>(&self, look: fn(&Response) -> T) -> Live<T> {
        let (state, id, item) = (self.state, self.id.clone(), self.item.id.clone());
        Rc::new(move || {
            let found = state.with(&id, |document| document.assessment.response(&item).map(look)).flatten();
            found.unwrap_or_else(|| look(&Response::empty(item.clone())))
        })
    }

    fn edit(&self, edit: Edit) {
        self.state.edit(&self.id, &self.item.id, edit);
    }

    fn on<T: 'static>(&self, edit: fn(T) -> Edit) -> Command<T> {
        let editing = self.clone();
        Rc::new(move |value| editing.edit(edit(value)))
    }

    fn on_copy(&self) -> Copy {
        let state = self.state;
        Rc::new(move |text, done| state.copy(text, done))
    }
}

pub fn item(state: AppState, id: &Id, item: &ItemId) -> El {
    let Some(found) = state.peek(id, |document| {
        let edition = &document.edition;
        let found = edition.item(item).cloned()?;
        let (before, after) = edition.neighbours(item);
        let neighbours = [before, after].map(|item| item.map(|item| item.id.clone()));
        let part = edition.part_of(item).map(|part| (part.number, part.title.clone()))?;
        Some((found, part, edition.place_of(item)?, edition.items().count(), neighbours))
    }) else {
        return not_found(state, "assessment");
    };
    let Some((found, (part, part_title), place, total, [before, after])) = found else {
        return not_found(state, "item");
    };
    let editing = Editing { state, id: id.clone(), item: Rc::new(found) };
    let caption = el("p")
        .class("app-caption")
        .child(link(&Route::Part(id.clone(), part).href(), &format!("{part} {part_title}")))
        .text(&format!(" · item {place} of {total}"));
    let question = el("h1")
        .class("app-title")
        .attr("tabindex", "-1")
        .child(el("span").class("app-id").text(item.as_str()))
        .text(" ")
        .text(&editing.item.question);
    let in_short =
        editing.item.in_short.as_ref().map(|text| {
            el("section").class("app-short").child(el("h2").text("In short")).child(paragraph(text))
        });
    let guide = fold(&format!("Tooltip: the official guidance for {item}"), false)
        .class("app-guide-tap")
        .child(el("div").class("app-guide").child(tooltip(&editing.item)));
    let beside = el("aside")
        .class("app-guide app-guide--beside")
        .attr("aria-label", "Tooltip: the official guidance")
        .child(el("h2").text("Official guidance"))
        .child(tooltip(&editing.item));
    let judgement = editing.look(|response| response.judgement);
    let answering = el("div")
        .maybe(in_short)
        .child(guide)
        .child(judgement_choice(&editing.item, &judgement, &editing.on(Edit::Judge)))
        .child(still_missing(&editing))
        .child(answer(&editing, &judgement));
    fragment()
        .child(caption)
        .child(question)
        .child(el("p").class("app-standing").child(standing_mark(standing_of(state, id, item))))
        .child(el("div").class("app-two").child(answering).child(beside))
        .child(ways(id, before, after))
}

/// To the item before and the item after.
fn ways(id: &Id, before: Option<ItemId>, after: Option<ItemId>) -> El {
    let overview = Route::Overview(id.clone());
    let way = |item: Option<ItemId>, weight, words: &str, otherwise: &str| match item {
        Some(item) => {
            let words = format!("{words} {item}");
            button_link(weight, &Route::Item(id.clone(), item).href(), &words)
        }
        None => button_link(weight, &overview.href(), otherwise),
    };
    el("nav")
        .class("app-foot")
        .attr("aria-label", "Items")
        .child(way(before, Weight::Second, "Back to", "Back to the overview"))
        .child(way(after, Weight::Main, "Next:", "Finish: to the overview"))
}

/// What the item still lacks, once something has been given.
fn still_missing(editing: &Editing) -> El {
    let (look, item) = (editing.look(Clone::clone), editing.item.clone());
    let lacks = move || {
        let response = look();
        if response.is_blank() { Vec::new() } else { missing(&item, Some(&response)) }
    };
    el("div").attr("role", "status").swap(lacks, |lacks| {
        if lacks.is_empty() {
            return fragment();
        }
        let words: Vec<_> = lacks.iter().map(|lack| words::missing(*lack)).collect();
        el("p")
            .class("app-missing")
            .child(el("b").text("Still to do: "))
            .text(&format!("{}.", words.join("; ")))
    })
}

fn answer(editing: &Editing, judgement: &Live<Option<Judgement>>) -> El {
    let rule = editing.item.not_applicable.clone();
    let (of_reason, of_plan, of_other) = (editing.clone(), editing.clone(), editing.clone());
    let is = |wanted: Judgement| {
        let judgement = judgement.clone();
        move || judgement() == Some(wanted)
    };
    let not_yet = is(Judgement::NotYet);
    let main = match editing.item.kind {
        AnswerKind::Text => {
            // Where "Not applicable" goes into the same box, an empty answer would only puzzle. What is typed stays.
            let (judged, typed) =
                (is(Judgement::NotApplicable), editing.look(|response| !response.answer.is_empty()));
            let editing = editing.clone();
            fragment().show_if(move || !judged() || typed(), move || answer_text(&editing))
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
        fold("Documents that show this (optional)", untrack(|| named())).child(documents(editing))
    });
    fragment()
        .show_if(is(Judgement::NotApplicable), move || {
            rule.as_ref().map_or_else(fragment, |rule| reason(&of_reason, rule))
        })
        .show_if(is(Judgement::NotYet), move || fragment().child(heading("Action")).child(plan(&of_plan)))
        .child(main)
        .child(comments(editing))
        .maybe(other_documents)
        .show_if(
            move || !not_yet(),
            move || {
                let planned = of_other.look(|response| response.actions.iter().any(|one| !one.is_blank()));
                fold("Actions (optional)", untrack(|| planned())).child(plan(&of_other))
            },
        )
}

/// A text that goes into a box of the official toolkit, with a button to copy it there.
fn official_text(editing: &Editing, field: TextArea, copy: &'static str) -> El {
    let (filled, text, on_copy) = (field.value.clone(), field.value.clone(), editing.on_copy());
    fragment().child(text_area(field)).show_if(
        move || !filled().trim().is_empty(),
        move || copy_button(copy, text.clone(), on_copy.clone()),
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
    official_text(editing, field, "Copy your answer")
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
    official_text(editing, field, "Copy your comments")
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
            move || given().trim().is_empty(),
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
        .child(in_official_toolkit(&editing.item.id, rule, editing.on_copy()))
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
    })
}
