//! A sheet that came back: each answer beside the present one, to take over item by item.

use crate::state::{AppState, Offer};
use crate::ui::components::{Weight, button, buttons, card, hint, paragraph};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use standards_met_core::assessment::{Id, Response};

/// `of` is the assessment on this device that asked.
pub fn returned_sheet(state: AppState, of: &Id, offer: &Offer) -> El {
    let document = &offer.read.document;
    let name = state.peek(of, |ours| ours.assessment.organisation.name.clone()).unwrap_or_default();
    let answered = document.assessment.responses.iter().filter(|response| !response.is_blank());
    let rows: Vec<El> = answered.map(|theirs| one(state, of, theirs)).collect();
    let words = match rows.len() {
        0 => "Nothing is answered in it yet.".to_owned(),
        count => format!(
            "{} answered. Take over what you want, one by one. Your own documents and actions stay, and so does what you do not take.",
            words::count(count, "question")
        ),
    };
    let warnings = offer.read.warnings.iter().map(|warning| {
        el("p").class("app-warning").child(el("b").text("Please note: ")).text(&words::warning(warning))
    });
    card()
        .class("app-card app-card--next")
        .child(el("p").class("app-caption").text(&format!("You opened {}", offer.file)))
        .child(
            el("h2")
                .id("offer-heading")
                .attr("tabindex", "-1")
                .text(&format!("Answers for {name} from your IT supplier")),
        )
        .child(paragraph(&words))
        .children(warnings)
        .children(rows)
        .child(buttons().child(button(Weight::Main, "I have finished with this file", move || {
            state.decline_offer();
            focus("h1");
        })))
        .child(hint("The file itself is not kept here. You can open it again at any time."))
}

fn one(state: AppState, of: &Id, theirs: &Response) -> El {
    let item = theirs.item.clone();
    let question =
        state.peek(of, |ours| ours.edition.item(&item).map(|item| item.question.clone())).flatten();
    let (here, id) = (theirs.clone(), of.clone());
    let ours = {
        let (id, item) = (of.clone(), item.clone());
        move || {
            let found = state.with(&id, |document| document.assessment.response(&item).cloned()).flatten();
            found.filter(|response| !response.is_blank())
        }
    };
    let (is_taken, same) = (ours.clone(), theirs.clone());
    // Once taking it over would change nothing, it is taken.
    let taken = move || is_taken().is_some_and(|ours| ours.with_theirs(&same) == ours);
    let button_words = format!("Use their answer to {item}");
    let row = format!("[id='sheet-{item}']");
    let take = move |taken: &bool| {
        if *taken {
            return el("p").child(el("b").text("This is your answer now."));
        }
        let (id, theirs, row) = (id.clone(), here.clone(), row.clone());
        button(Weight::Second, &button_words, move || {
            state.take_over(&id, &theirs);
            focus(&row);
        })
    };
    let present = move |ours: &Option<Response>| match ours {
        None => hint("Nothing yet."),
        Some(response) => lines(response),
    };
    el("div")
        .class("app-aside-row")
        .id(&format!("sheet-{item}"))
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-label", item.as_str())
        .child(
            el("h3")
                .child(el("span").class("app-id").text(item.as_str()))
                .text(&format!(" {}", question.unwrap_or_default())),
        )
        .child(
            el("div")
                .class("app-beside")
                .child(el("div").child(el("h4").text("Theirs")).child(lines(theirs)))
                .child(el("div").child(el("h4").text("Yours")).swap(ours, present)),
        )
        .swap(taken, take)
}

fn lines(response: &Response) -> El {
    fragment().children(said(response).iter().map(|line| paragraph(line)))
}

/// What a response says, in words.
pub(super) fn said(response: &Response) -> Vec<String> {
    let mut said = Vec::new();
    said.extend(response.judgement.map(|judgement| words::judgement(judgement).to_owned()));
    for text in [&response.answer, &response.not_applicable_reason, &response.comments] {
        if !text.trim().is_empty() {
            said.push(text.clone());
        }
    }
    for one in response.evidence.iter().filter(|one| !one.is_blank()) {
        let approved =
            one.approved_on.map(|day| format!(", approved {}", day.in_words())).unwrap_or_default();
        said.push(format!("Document: {}, {}{approved}", one.title, one.location));
    }
    for action in response.actions.iter().filter(|action| !action.is_blank()) {
        let due = action.due.map(|day| format!(", by {}", day.in_words())).unwrap_or_default();
        said.push(format!("Action: {} ({}){due}", action.what, action.owner));
    }
    said
}
