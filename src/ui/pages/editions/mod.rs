//! Editions: the toolkit of each year, and last year's answers carried into it.

mod adding;
mod beginning;
mod carried;
mod carry;
mod carry_row;
mod here;
mod kit;
mod kit_columns;
mod look;
mod opened;
mod reworded;
mod years;

use crate::state::AppState;
use crate::ui::components::{Weight, button, heading, title};
use crate::ui::element::{Anew, El, anew, el, follow, fragment};
use crate::ui::shell::focus;
use crate::words;
pub use carried::carried;
pub use carry::carry;
pub use kit::kit;
use leptos::prelude::*;
pub use look::edition;
pub use years::years;

/// Every edition on this device, and the ways to put another one here.
pub fn editions(state: AppState) -> El {
    let Some(held) = state.editions_held() else { return fragment() };
    held.leave();
    // Also while the page is shown already.
    follow(Box::new(move || {
        held.waiting.track();
        untrack(|| {
            state.look_into_waiting();
            if held.opened.with_untracked(Option::is_some) {
                focus("#offer-heading");
            }
        });
    }));
    fragment()
        .child(title("Editions"))
        .child(
            el("p").class("app-lead").text(
                "An edition is one year’s toolkit: its parts, questions and guidance. Put next year’s edition here when it \
                 comes out, and carry this year’s answers over into it.",
            ),
        )
        .child(what_was_done(state))
        .swap(anew(move || held.opened.track()), move |_| opened::opened(state, held))
        .child(heading("On this device"))
        .swap(anew(move || held.list.track()), move |_| here::here(state))
        .child(heading("Put an edition here"))
        .child(adding::adding(state, held))
}

/// What was done last, said once.
fn what_was_done(state: AppState) -> El {
    let Some(held) = state.editions_held() else { return fragment() };
    let said = move |_: &Anew| {
        held.tell_once();
        let told = held.said.with_untracked(|said| match said {
            None => fragment(),
            Some(said) if words::editions::is_trouble(said) => {
                el("span").class("nhsuk-error-message").text(&words::editions::said(said))
            }
            Some(said) => el("b").text(&words::editions::said(said)),
        });
        let back = held.taken_off.with_untracked(Option::is_some).then(|| {
            button(Weight::Small, "Put it back", move || {
                state.put_edition_back();
                focus("#editions-said");
            })
        });
        fragment().child(told).text(" ").maybe(back)
    };
    el("p")
        .id("editions-said")
        .class("app-report-outcome")
        .attr("role", "status")
        .attr("tabindex", "-1")
        .swap(
            anew(move || {
                held.said.track();
                held.taken_off.track();
            }),
            said,
        )
}
