//! Works out which share of the people have been trained, and puts it into words.

use super::{TextField, Weight, button, fold, text_field};
use crate::ui::closure::Command;
use crate::ui::element::{El, el, fragment};
use leptos::prelude::*;
use standards_met_core::assessment::Share;
use std::rc::Rc;

/// `percent` is the share that the item asks for; `on_use` takes a ready sentence.
pub fn share_calculator(percent: u8, on_use: Command<String>) -> El {
    let (people, trained) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let number = |id: &str, label, value: RwSignal<String>| {
        text_field(TextField {
            id: id.into(),
            label,
            hint: None,
            error: None,
            capitals: "none",
            value: Rc::new(move || value.get()),
            on_input: Rc::new(move |text| value.set(text)),
        })
    };
    let share = move || people.with(|people| trained.with(|trained| Share::parse(people, trained)));
    let typed =
        move || people.with(|text| !text.trim().is_empty()) && trained.with(|text| !text.trim().is_empty());
    let outcome = move |(share, typed): &(Option<Share>, bool)| match share {
        Some(share) => worked_out(*share, percent, on_use.clone()),
        None if *typed => el("p")
            .class("app-missing")
            .text("Give two whole numbers. No more people can be trained than there are."),
        None => fragment(),
    };
    fold("Work out your percentage", false)
        .child(
            el("div")
                .class("app-row")
                .child(number("people", "People with access to personal data", people))
                .child(number("trained", "Of these, trained", trained)),
        )
        .child(el("div").attr("role", "status").swap(move || (share(), typed()), outcome))
}

fn worked_out(share: Share, percent: u8, on_use: Command<String>) -> El {
    let needed = share.still_needed(percent);
    let verdict = match needed {
        0 => format!("That is {}%, which reaches the {percent}% that are asked for.", share.percent()),
        1 => format!("That is {}%, and {percent}% are asked for: 1 more person to train.", share.percent()),
        _ => format!(
            "That is {}%, and {percent}% are asked for: {needed} more people to train.",
            share.percent()
        ),
    };
    let sentence = format!(
        "{} of {} people with access to personal data ({}%) have completed the training.",
        share.trained,
        share.people,
        share.percent()
    );
    let ready = sentence.clone();
    fragment().child(el("p").child(el("b").text(&verdict))).child(
        el("p")
            .class("app-ready")
            .child(button(Weight::Small, "Add this sentence to your comments", move || {
                on_use.run(ready.clone())
            }))
            .child(el("span").text(&format!("“{sentence}”"))),
    )
}
