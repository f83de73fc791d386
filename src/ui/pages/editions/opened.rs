//! An edition that was read out of a file: what it is, what is wrong with it, and the choice.

use super::here::source;
use super::look::parts;
use crate::state::{AppState, Editions};
use crate::ui::components::{Weight, button, buttons, card, fold, heading, paragraph};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::kit::Problem;

/// So many problems are listed.
const LINES: usize = 200;

pub fn opened(state: AppState, held: Editions) -> El {
    let Some(opened) = held.opened.get_untracked() else { return fragment() };
    let leave = move |words: &str| {
        button(Weight::Second, words, move || {
            state.decline_edition();
            focus("h1");
        })
    };
    let around = card()
        .class("app-card app-card--next")
        .attr("aria-labelledby", "offer-heading")
        .child(paragraph(&format!("You opened {}", opened.file)).class("app-caption"));
    let heading = |text: &str| el("h2").id("offer-heading").attr("tabindex", "-1").text(text);
    let Some(edition) = &opened.edition else {
        return around
            .child(heading("There is no edition in this file that can be used"))
            .child(problems(&opened.problems))
            .child(paragraph("Nothing on this device has changed."))
            .child(buttons().child(leave("Close")));
    };
    let add = button(Weight::Main, "Put it on this device", move || {
        state.accept_edition();
        focus("#editions-said");
    });
    around
        .child(heading(&edition.title))
        .child(paragraph(&words::editions::size(edition)))
        .child(source(&edition.source, &edition.hash))
        .child(paragraph(
            "It is put beside the editions that are here. No assessment changes: each keeps the edition that it was begun with.",
        ))
        .child(problems(&opened.problems))
        .child(buttons().child(add).child(leave("Leave it")))
        .child(fold("Look at it first", false).child(parts(edition, "h3")))
}

/// What is wrong, each with its row where it has one.
pub fn problems(problems: &[Problem]) -> El {
    if problems.is_empty() {
        return fragment();
    }
    let line = |problem: &Problem| {
        // The sentence says its row; the item helps whoever looks for it in the list.
        let item = problem.item.as_ref().filter(|_| problem.row.is_some());
        let item = item.map(|item| el("span").class("app-id").text(item.as_str()));
        let mark = if problem.is_serious() { "app-problem app-problem--serious" } else { "app-problem" };
        el("li").class(mark).text(&problem.sentence()).text(" ").maybe(item)
    };
    let more = problems.len().saturating_sub(LINES);
    let more = (more > 0).then(|| el("li").text(&format!("and {more} more")));
    // What keeps an item out comes first.
    let (serious, others): (Vec<&Problem>, Vec<&Problem>) =
        problems.iter().partition(|problem| problem.is_serious());
    let all = serious.into_iter().chain(others).take(LINES).map(line);
    el("div")
        .child(heading(&words::count(problems.len(), "problem")))
        .child(el("ul").class("app-problems").children(all).maybe(more))
}
