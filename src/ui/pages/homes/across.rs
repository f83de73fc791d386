//! One item across all homes: who has it, and who has not begun.

use super::{choice_of_item, save_as_csv, spelling};
use crate::route::Route;
use crate::state::{AppState, YourHomes};
use crate::ui::components::{buttons, card, heading, hint, link, paragraph, status_bar, status_key, title};
use crate::ui::element::{Anew, El, anew, el, fragment};
use crate::ui::pages::not_found;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Tally;
use standards_met_core::assessment::homes::{ItemAcrossHomes, Summary};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::across_csv;
use std::rc::Rc;

pub fn across(state: AppState, item: &ItemId) -> El {
    let Some(held) = state.your_homes() else { return fragment() };
    let outline = state.homes_outline();
    let Some((_, question)) = outline.items().find(|(known, _)| known == item) else {
        return not_found(state, "item");
    };
    let of = item.clone();
    let groups = move |_: &Anew| groups(state, held, &of);
    fragment()
        .child(el("p").class("app-caption").child(link(&Route::Homes.href(), "Your homes")))
        .child(title(&format!("{item} across your homes")))
        .child(paragraph(question).class("app-lead"))
        .child(choice_of_item(state, Some(item)))
        .swap(anew(move || held.homes.track()), groups)
}

fn groups(state: AppState, held: YourHomes, item: &ItemId) -> El {
    let shown = held.homes.with_untracked(|homes| homes.across(item).map(|across| listed(&across)));
    let Some(shown) = shown else {
        let words = el("p")
            .text("There is no table yet. Choose files under ")
            .child(link(&Route::Homes.href(), "Your homes"))
            .text(" first.");
        return card().child(words);
    };
    let of = item.clone();
    let csv = move || {
        let text = held
            .homes
            .with_untracked(|homes| homes.across(&of).map(|across| across_csv(&across, &spelling())));
        text.unwrap_or_default()
    };
    fragment().child(shown).child(buttons().child(save_as_csv(state, format!("item-{item}"), csv)))
}

fn listed(across: &ItemAcrossHomes<'_>) -> El {
    let counts = across.groups.iter();
    let tally: Tally = counts.flat_map(|(status, homes)| std::iter::repeat_n(*status, homes.len())).collect();
    let some = across.groups.iter().filter(|(_, homes)| !homes.is_empty());
    let group = |name: &str, homes: &[&Summary]| {
        fragment()
            .child(heading(&format!("{name} ({})", words::homes::grouped(homes.len()))))
            .child(names(homes))
    };
    let elsewhere = (!across.elsewhere.is_empty()).then(|| {
        group("Another year", &across.elsewhere).child(hint(
            "These homes answer another year’s questions, in which this number may be of something else.",
        ))
    });
    fragment()
        .child(card().child(status_bar(Rc::new(move || tally))).child(status_key(Rc::new(move || tally))))
        .children(some.map(|(status, homes)| group(words::status(*status), homes)))
        .maybe(elsewhere)
}

fn names(homes: &[&Summary]) -> El {
    let one = |summary: &&Summary| {
        let code = match summary.ods_code.as_str() {
            "" => String::new(),
            code => format!(" ({code})"),
        };
        el("li").text(&format!("{}{code}", summary.name))
    };
    card().child(el("ul").class("app-homes-names").children(homes.iter().map(one)))
}
