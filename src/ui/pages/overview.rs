//! The whole assessment: where to carry on, the four parts, where you stand.

use super::not_found::not_found;
use crate::assessment::{Id, Tally};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{
    Weight, button, button_link, card, heading, hint, link, paragraph, standing_bar, standing_key, title,
};
use crate::ui::element::{El, Live, el, fragment};
use std::rc::Rc;

pub fn overview(state: AppState, id: &Id) -> El {
    let Some((edition, organisation, parts)) = state.peek(id, |document| {
        let parts = document.edition.parts.iter().map(|part| (part.number, part.title.clone()));
        let name = document.assessment.organisation.name.clone();
        (document.edition.title.clone(), name, parts.collect::<Vec<_>>())
    }) else {
        return not_found(state, "assessment");
    };
    let of = id.clone();
    let tally: Live<Tally> =
        Rc::new(move || state.with(&of, |d| d.assessment.tally(&d.edition)).unwrap_or_default());
    let (settled, total, export_id) = (tally.clone(), tally.clone(), id.clone());
    let stand = card()
        .child(el("h2").text("Where you stand"))
        .child(
            el("p")
                .class("app-big-line")
                .child(el("span").class("app-big").live_text(move || settled().settled().to_string()))
                .live_text(move || format!(" of {} settled", total().total())),
        )
        .child(standing_bar(tally.clone()))
        .child(standing_key(tally.clone()))
        .child(hint("Settled is what is met or does not apply. A plan for the rest is a good answer too."));
    let keep = card()
        .child(el("h2").text("Keep a copy"))
        .child(paragraph(
            "Your answers are only on this device. Export a file now and then, and when you are ready to hand it to a \
             reviewer.",
        ))
        .child(button(Weight::Second, "Export a file", move || state.export(&export_id)));
    let parts = el("div")
        .class("app-parts")
        .children(parts.into_iter().map(|(number, title)| part_card(state, id, number, &title)));
    let first =
        el("div").child(carry_on_card(state, id, tally)).child(heading("The four parts")).child(parts);
    fragment()
        .child(paragraph(&edition).class("app-caption"))
        .child(title(&organisation))
        .child(el("div").class("app-two").child(first).child(el("aside").child(stand).child(keep)))
}

fn carry_on_card(state: AppState, id: &Id, tally: Live<Tally>) -> El {
    let (of, at) = (id.clone(), id.clone());
    let view = move |next: &Option<crate::catalogue::ItemId>| {
        let Some(item) = next else { return all_done(state, &at, &tally()) };
        let question = state
            .peek(&at, |document| document.edition.item(item).map(|item| item.question.clone()))
            .flatten();
        let (caption, button) = if tally().started() > 0 {
            ("Carry on with", "Carry on")
        } else {
            ("Your first question", "Start with this one")
        };
        fragment()
            .child(paragraph(caption).class("app-caption"))
            .child(
                el("h2")
                    .child(el("span").class("app-id").text(item.as_str()))
                    .text(&format!(" {}", question.unwrap_or_default())),
            )
            .child(button_link(Weight::Main, &Route::Item(at.clone(), item.clone()).href(), button))
    };
    card().class("app-card app-card--next").swap(move || state.carry_on_at(&of), view)
}

fn all_done(state: AppState, id: &Id, tally: &Tally) -> El {
    let planned = tally.total() - tally.settled();
    let text = match planned {
        0 => "Every item is met or does not apply. Export a file, and copy your answers into the official toolkit."
            .to_owned(),
        1 => "Every item is answered, and one has an action planned. See what is still to be done.".to_owned(),
        _ => format!("Every item is answered, and {planned} have an action planned. See what is still to be done."),
    };
    fragment()
        .child(paragraph("You have been through everything").class("app-caption"))
        .child(el("h2").text("Well done"))
        .child(paragraph(&text))
        .child(match planned {
            0 => {
                let id = id.clone();
                button(Weight::Main, "Export the file to hand on", move || state.export(&id))
            }
            _ => button_link(Weight::Main, &Route::ActionPlan(id.clone()).href(), "See the action plan"),
        })
}

fn part_card(state: AppState, id: &Id, number: u8, title: &str) -> El {
    let of = id.clone();
    let tally: Live<Tally> = Rc::new(move || {
        state
            .with(&of, |document| document.assessment.part_tally(&document.edition, number))
            .unwrap_or_default()
    });
    let counted = tally.clone();
    link(&Route::Part(id.clone(), number).href(), "")
        .class("app-part")
        .child(el("span").class("app-part__title").text(&format!("{number} {title}")))
        .child(el("span").class("app-part__count").live_text(move || {
            let tally = counted();
            format!("{} of {} settled", tally.settled(), tally.total())
        }))
        .child(standing_bar(tally))
}
