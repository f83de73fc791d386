//! Redacted copies: making one, and what is said of one that is opened.

use crate::state::{AppState, Exported};
use crate::ui::components::{Weight, button, fold, paragraph, tick};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::Redaction;
use std::rc::Rc;

/// Asks what to leave out, and hands out the copy.
pub fn redacted_copy(state: AppState, id: &Id) -> El {
    let parts = state.peek(id, |document| parts(&document.edition)).unwrap_or_default();
    let (names, comments) = (RwSignal::new(true), RwSignal::new(true));
    let tried = RwSignal::new(false);
    let parts: Vec<(u8, String, RwSignal<bool>)> =
        parts.into_iter().map(|(number, title)| (number, title, RwSignal::new(false))).collect();
    let rows: Vec<El> = parts
        .iter()
        .map(|(number, title, left)| {
            tick_for(&format!("redact-{id}-{number}"), &format!("Part {number}: {title}"), *left)
        })
        .collect();
    let left_out: Vec<(u8, RwSignal<bool>)> =
        parts.iter().map(|(number, _, left)| (*number, *left)).collect();
    let leave = move || Redaction {
        names: names.get(),
        comments: comments.get(),
        parts: left_out.iter().filter(|(_, left)| left.get()).map(|(number, _)| *number).collect(),
    };
    let first = format!("redact-{id}-names");
    let nothing = {
        let leave = leave.clone();
        move || tried.get() && leave().is_empty()
    };
    let (of, field) = (id.clone(), format!("[id='{first}']"));
    let export = move || {
        let leave = untrack(&leave);
        tried.set(true);
        if leave.is_empty() {
            focus(&field);
        } else {
            state.export_redacted(&of, &leave);
        }
    };
    fold("Export a redacted copy", false)
        .child(paragraph(
            "For somebody who may not see everything. It opens beside what they have and can never take the place of this \
             assessment.",
        ))
        .child(
            el("fieldset")
                .class("nhsuk-fieldset")
                .child(el("legend").class("app-label").text("Leave out"))
                .child(tick_for(&first, "People’s names (who does an action, who reviewed)", names))
                .child(tick_for(&format!("redact-{id}-comments"), "Comments (yours and the reviewers’)", comments))
                .children(rows),
        )
        .child(
            el("p").class("app-warning").child(el("b").text("Please note: ")).text(
                "names that are written in an answer, a reason, a document or an action cannot be told from other words, \
                 and stay. Read through the copy before you hand it on, or leave out the whole part.",
            ),
        )
        .child(el("div").attr("role", "alert").show_if(nothing, || {
            el("p")
                .class("nhsuk-error-message")
                .text("Choose what to leave out, or use “Export a file” for all of it")
        }))
        .child(button(Weight::Second, "Export the redacted copy", export))
}

fn parts(edition: &Edition) -> Vec<(u8, String)> {
    edition.parts.iter().map(|part| (part.number, part.title.clone())).collect()
}

fn tick_for(id: &str, label: &str, ticked: RwSignal<bool>) -> El {
    tick(id, label, move || ticked.get(), Rc::new(move |now| ticked.set(now)))
}

/// What is said of a redacted copy that was opened.
pub fn redacted_note(leave: &Redaction) -> El {
    let mut left: Vec<String> = Vec::new();
    for (is_left, what) in [(leave.names, "people’s names"), (leave.comments, "comments")] {
        left.extend(is_left.then(|| what.to_owned()));
    }
    left.extend(leave.parts.iter().map(|number| format!("part {number}")));
    let what = match left.as_slice() {
        [] => "something".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    };
    el("p").class("app-warning").child(el("b").text("This is a redacted copy: ")).text(&format!(
        "it leaves out {what}. It can be added beside what is here, and never take its place."
    ))
}

/// What is told after a redacted copy was handed out.
pub fn redacted_words(exported: &Exported) -> El {
    let ready = el("b").text(&format!("Your redacted copy is ready: {}. ", exported.file_name));
    fragment().child(
        el("p")
            .child(ready)
            .text("Look for it in your downloads, and read through it before you hand it on. Check code ")
            .child(el("span").class("app-code").text(&exported.check_code))
            .text(". It is not a copy to keep for yourself: what you left out is not in it."),
    )
}
