//! Where something stands, in a colour and always in words.

use crate::ui::closure::Live;
use crate::ui::element::{El, el, fragment};
use crate::words;
use standards_met_core::assessment::{Status, Tally};

fn dot(status: Status) -> El {
    el("i").class(words::colour(status)).attr("aria-hidden", "true")
}

/// One item's standing.
pub fn status_mark(status: impl Fn() -> Status + 'static) -> El {
    el("span")
        .class("app-state")
        .swap(status, |status| fragment().child(dot(*status)).text(words::status(*status)))
}

/// How many items stand where, as a bar. What it shows is said in words for those who do not see it.
pub fn status_bar(tally: Live<Tally>) -> El {
    el("span").class("app-bar-around").swap(
        move || tally.ask(),
        |tally| {
            let some = || Status::ALL.into_iter().filter(|status| tally.of(*status) > 0);
            let said: Vec<String> = some().map(|status| words::counted(status, tally.of(status))).collect();
            let stretch = |status: Status| {
                el("span").class(words::colour(status)).style("flex-grow", &tally.of(status).to_string())
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
pub fn status_key(tally: Live<Tally>) -> El {
    el("ul").class("app-key").children(Status::ALL.map(|status| {
        let tally = tally.clone();
        el("li").child(dot(status)).live_text(move || words::counted(status, tally.ask().of(status)))
    }))
}
