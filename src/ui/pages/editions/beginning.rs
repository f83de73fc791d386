//! Beginning an assessment with an edition: an empty one, or one with last year's answers.

use crate::state::AppState;
use crate::ui::closure::Ask;
use crate::ui::components::{
    Select, TextField, Weight, button, buttons, form, hint, select, submit, text_field,
};
use crate::ui::element::El;
use crate::ui::shell::focus;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::EditionRef;
use std::rc::Rc;
use std::sync::Arc;

pub fn beginning(state: AppState, edition: &Arc<Edition>, close: Rc<dyn Ask<()>>) -> El {
    let (name, ods_code) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (from, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let earlier = earlier(state, edition);
    let next_of =
        state.editions_held().and_then(|held| held.next_of.get_untracked()).map(|id| id.to_string());
    let next_of = next_of.filter(|id| earlier.iter().any(|(known, _)| known == id));
    let blank = move || name.with(|name| name.trim().is_empty());
    let begun = edition.clone();
    let begin = move || {
        tried.set(true);
        if untrack(blank) {
            focus("#begin-name");
            return;
        }
        let from = Some(from.get_untracked()).filter(|from| !from.is_empty()).map(Id);
        let (name, ods_code) = (name.get_untracked(), ods_code.get_untracked());
        state.begin_with(begun.clone(), &name, &ods_code, from.as_ref());
    };
    let choose = move |chosen: String| {
        // Whose it is need not be typed again.
        let found = state.peek(&Id(chosen.clone()), |old| {
            let organisation = &old.assessment.organisation;
            (organisation.name.clone(), organisation.ods_code.clone())
        });
        if let Some((found, code)) = found {
            for (typed, found) in [(name, found), (ods_code, code)] {
                if typed.with_untracked(|typed| typed.trim().is_empty()) {
                    typed.set(found);
                }
            }
        }
        from.set(chosen);
    };
    if let Some(next_of) = next_of {
        choose(next_of);
    }
    let choice = if earlier.is_empty() {
        hint(
            "No assessment of another year is on this device. If you have the file of last year’s, open it first, under \
             “Your data”: then its answers can be carried over.",
        )
    } else {
        select(Select {
            id: "begin-from".into(),
            label: "Last year’s answers",
            none: "Begin empty",
            choices: earlier,
            value: Rc::new(move || from.get()),
            on_choose: Rc::new(choose),
        })
    };
    let carried = move || {
        hint(
            "You go through them one by one, with the old question beside the new one, and nothing comes over that you do not \
             choose. Last year’s assessment stays as it is.",
        )
    };
    form(begin)
        .class("app-plan")
        .child(choice)
        .show_if(move || from.with(|from| !from.is_empty()), carried)
        .child(text_field(TextField {
            id: "begin-name".into(),
            label: "Name of your care home or organisation",
            hint: None,
            error: Some(Rc::new(move || {
                (tried.get() && blank()).then_some("Enter the name of your care home")
            })),
            capitals: "words",
            value: Rc::new(move || name.get()),
            on_input: Rc::new(move |text| name.set(text)),
        }))
        .child(text_field(TextField {
            id: "begin-ods".into(),
            label: "ODS code (optional)",
            hint: None,
            error: None,
            capitals: "characters",
            value: Rc::new(move || ods_code.get()),
            on_input: Rc::new(move |text| ods_code.set(text)),
        }))
        .child(buttons().child(submit("Start")).child(button(Weight::Second, "Cancel", move || {
            close.ask();
            focus("h1");
        })))
}

/// The assessments on this device whose answers can be carried over: those of another edition, each with its words.
fn earlier(state: AppState, edition: &Edition) -> Vec<(String, String)> {
    let name = EditionRef::of(edition);
    state.documents.with_untracked(|documents| {
        let other = documents.iter().filter(|document| {
            let assessment = &document.assessment;
            EditionRef::of(&document.edition) != name
                && assessment.sheet_of.is_none()
                && !assessment.is_under_review()
        });
        let words = |document: &standards_met_core::exchange::Document| {
            let assessment = &document.assessment;
            let words = format!("{}, {}", assessment.organisation.name, document.edition.title);
            (assessment.id.to_string(), words)
        };
        other.map(words).collect()
    })
}
