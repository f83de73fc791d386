//! Where something stands, in a colour and always in words.

use crate::ui::closure::Live;
use crate::ui::element::{El, el, fragment};
use crate::ui::words;
use standards_met_core::assessment::{Standing, Tally};

fn dot(standing: Standing) -> El {
    el("i").class(words::colour(standing)).attr("aria-hidden", "true")
}

/// One item's standing.
pub fn standing_mark(standing: impl Fn() -> Standing + 'static) -> El {
    el("span")
        .class("app-state")
        .swap(standing, |standing| fragment().child(dot(*standing)).text(words::standing(*standing)))
}

/// How many items stand where, as a bar. What it shows is said in words for those who do not see it.
pub fn standing_bar(tally: Live<Tally>) -> El {
    el("span").class("app-bar-around").swap(
        move || tally.ask(),
        |tally| {
            let some = || Standing::ALL.into_iter().filter(|standing| tally.of(*standing) > 0);
            let said: Vec<String> =
                some().map(|standing| words::counted(standing, tally.of(standing))).collect();
            let stretch = |standing: Standing| {
                el("span").class(words::colour(standing)).style("flex-grow", &tally.of(standing).to_string())
            };
            el("span")
                .class("app-bar")
                .attr("role", "img")
                .attr("aria-label", &said.join(", "))
                .children(some().map(stretch))
        },
    )
}

/// The counts of a bar in words.
pub fn standing_key(tally: Live<Tally>) -> El {
    el("ul").class("app-key").children(Standing::ALL.map(|standing| {
        let tally = tally.clone();
        el("li").child(dot(standing)).live_text(move || words::counted(standing, tally.ask().of(standing)))
    }))
}
