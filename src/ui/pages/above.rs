//! What is told above every page: a newer version, and a clock that is wrong.

use crate::browser::{clock, page};
use crate::state::{AppState, Offline};
use crate::ui::components::{Weight, button, buttons};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use leptos::prelude::*;
use standards_met_core::assessment::Date;

/// That there is a newer version of the page, or that the device's clock is wrong.
pub fn above(state: AppState) -> El {
    let later = RwSignal::new(false);
    let news = move |(offline, later_): &(Offline, bool)| {
        let (what, words, press) = match (offline, later_) {
            (Offline::NewerWaits, false) => (
                "A new version of this page is ready. ",
                "Your answers stay as they are, and you come back to where you are now.",
                "Switch to it now",
            ),
            (Offline::Replaced, _) => (
                "A newer version of this page was opened in another tab. ",
                "Everything you typed here is kept. Reload this page to go on in the newer version.",
                "Reload this page",
            ),
            _ => return fragment(),
        };
        // The press leaves the focus where it is, so that it is there again afterwards.
        let switch = button(Weight::Main, press, move || state.take_newer_version())
            .on("mousedown", |event| event.prevent_default());
        let wait = (*offline == Offline::NewerWaits).then(|| {
            button(Weight::Second, "Later", move || {
                later.set(true);
                focus("h1");
            })
        });
        el("div")
            .class("app-notice app-no-print")
            .child(el("p").child(el("b").text(what)).text(words))
            .child(buttons().child(switch).maybe(wait))
    };
    // Looked at anew with every page.
    let behind = move || {
        state.route.track();
        clock::is_behind().then(clock::today)
    };
    let clock = |behind: &Option<Date>| {
        let Some(today) = behind else { return fragment() };
        el("p")
            .class("app-notice app-no-print")
            .child(el("b").text(&format!("This device believes that it is {}. ", today.in_words())))
            .text(
                "That cannot be right, so set its clock: otherwise your answers and plans carry wrong dates. What you \
                 type is kept all the same.",
            )
    };
    fragment()
        .child(el("div").attr("role", "status").swap(move || (state.offline.get(), later.get()), news))
        .child(el("div").attr("role", "status").swap(behind, clock))
        .swap(
            move || state.ends_with_the_page(),
            |ends| {
                page::ask_before_leaving(*ends);
                fragment()
            },
        )
}
