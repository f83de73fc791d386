//! The first page: what this is, carry on, begin, open a file.

use crate::browser::install::{self, Place};
use crate::browser::page;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{
    TextField, Weight, button, card, file_field, form, heading, link, paragraph, status_bar, submit,
    text_field, title,
};
use crate::ui::element::{El, el, fragment};
use crate::ui::later;
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::exchange::Document;
use std::rc::Rc;

const PROMISES: [&str; 4] = [
    "You can stop at any moment. Every word is kept as you type.",
    "Everything stays on this device. Nothing is sent anywhere, and there is no account.",
    "Nobody expects every answer to be yes. “Not yet” with a plan is a good answer.",
    "When you are done, export one file for whoever checks it.",
];

pub fn start(state: AppState) -> El {
    let own = |document: &Document| document.assessment.example.is_none();
    let any = move || state.documents.with(|documents| documents.iter().any(own));
    let before = card()
        .child(el("h2").text("Before you begin"))
        .child(el("ul").class("app-ticks").children(PROMISES.map(|text| el("li").text(text))));
    let open = card()
        .child(el("h2").text("Open a file"))
        .child(paragraph("An assessment that you or a colleague exported."))
        .child(file_field("start-file", "Choose a file", move |file| later::open(state, Some(file))));
    let example = card()
        .child(el("h2").text("Just looking?"))
        .child(paragraph("See how a made-up home, Rosewood House, answered. You can change anything in it."))
        .child(button(Weight::Second, "Open the worked example", move || later::open(state, None)));
    let edition = state.built_in();
    let (parts, items) = (edition.parts.len(), edition.items().count());
    let lead = format!(
        "Work through the Data Security and Protection Toolkit at your own pace: {} parts, {items} questions, with the official \
         guidance beside each one and a plain explanation of what it is asking.",
        words::number(parts)
    );
    let aside = el("aside").child(before).child(open).child(example);
    fragment()
        .child(title("Get your care home to Standards Met"))
        .child(paragraph(&lead).class("app-lead"))
        .child(where_it_is_kept(state))
        .show_if(any, move || carry_on(state))
        .child(el("div").class("app-two").child(new_assessment(state, !untrack(any))).child(aside))
}

/// Before the first answer: that this browser does not keep it for long, and what to do about it; and in the app, where the
/// work may be that is not here. In the first part of the program, because coming later it would push the form down.
fn where_it_is_kept(state: AppState) -> El {
    let nothing_yet =
        move || state.documents.with(|all| all.iter().all(|one| one.assessment.example.is_some()));
    let words = move || {
        let (what, words, how) = if install::place() == Place::App {
            (
                "Did you begin in the browser? ",
                "Then your work is still there: the app may have a store of its own. ",
                "How to bring it here",
            )
        } else if state.is_short_lived() && !page::is_one_file() {
            (
                "Before your first answer: add this page to the home screen. ",
                "This browser deletes what a page keeps after seven days without a visit, unless it is on the home screen. ",
                "How it is done",
            )
        } else {
            return fragment();
        };
        let how = link(&Route::HomeScreen.href(), how);
        el("p").class("app-notice").child(el("b").text(what)).text(words).child(how)
    };
    fragment().show_if(nothing_yet, words)
}

/// Every assessment on this device, the one changed last first.
fn carry_on(state: AppState) -> El {
    let ids = move || {
        state.documents.with(|documents| {
            let changed = |document: &Document| document.assessment.edited_at;
            let mut newest_first: Vec<&Document> = Vec::new();
            // The worked example is nobody's work, and is opened from its own card.
            for document in documents.iter().filter(|document| document.assessment.example.is_none()) {
                let place = newest_first.partition_point(|other| changed(other) >= changed(document));
                newest_first.insert(place, document);
            }
            newest_first.into_iter().map(|document| document.assessment.id.clone()).collect::<Vec<_>>()
        })
    };
    let card = move |id: standards_met_core::assessment::Id| {
        let found = state.peek(&id, |document| {
            let assessment = &document.assessment;
            let tally = assessment.tally(&document.edition);
            (assessment.organisation.name.clone(), tally, document.edition.title.clone())
        });
        let (name, tally, edition) = found.unwrap_or_default();
        let detail = format!("{} of {} settled · {edition}", tally.settled(), tally.total());
        link(&Route::Overview(id).href(), "")
            .class("app-part")
            .child(el("span").class("app-part__title").text(&name))
            .child(el("span").class("app-part__count").text(&detail))
            .child(status_bar(Rc::new(move || tally)))
    };
    fragment().child(heading("Carry on")).child(el("div").class("app-parts").each(ids, card))
}

fn new_assessment(state: AppState, first: bool) -> El {
    let (name, ods_code) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let tried = RwSignal::new(false);
    let blank = move || name.with(|name| name.trim().is_empty());
    let begin = move || {
        tried.set(true);
        if untrack(blank) {
            focus("#organisation");
        } else {
            state.create(&name.get_untracked(), &ods_code.get_untracked());
        }
    };
    let form = form(begin)
        .child(text_field(TextField {
            id: "organisation".into(),
            label: "Name of your care home or organisation",
            hint: None,
            error: Some(Rc::new(move || (tried.get() && blank()).then_some("Enter the name of your care home"))),
            capitals: "words",
            value: Rc::new(move || name.get()),
            on_input: Rc::new(move |text| name.set(text)),
        }))
        .child(text_field(TextField {
            id: "ods".into(),
            label: "ODS code, if you know it (optional)",
            hint: Some(
                "A short code such as VM1AB, which the official toolkit shows at the top. You can add it later, under “Your data”.",
            ),
            error: None,
            capitals: "characters",
            value: Rc::new(move || ods_code.get()),
            on_input: Rc::new(move |text| ods_code.set(text)),
        }))
        .child(submit("Start"));
    card()
        .class("app-card app-card--next")
        .child(el("h2").text(if first { "Start your assessment" } else { "Start another assessment" }))
        .child(form)
        .child(
            el("p")
                .class("app-hint")
                .text(&format!("It is for {}. ", state.built_in().year))
                .child(link(&Route::Editions.href(), "Another year, or last year’s answers")),
        )
}
