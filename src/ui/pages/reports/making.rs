//! How a report is had: printed, or as a file, with how far the making is and what came of it.

use super::preview::Preview;
use crate::state::{AppState, Making, Reports, Step};
use crate::ui::components::{Weight, button, buttons};
use crate::ui::element::{Anew, El, anew, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::report::{ReportFormat, ReportKind};

pub fn making(state: AppState, held: Reports, id: &Id, kind: ReportKind, preview: &Preview) -> El {
    let ways = kind.forms().iter().enumerate().map(|(place, form)| {
        let weight = if place == 0 { Weight::Main } else { Weight::Second };
        let (id, form) = (id.clone(), *form);
        if form == ReportFormat::Paper {
            let print = preview.when_drawn(move || state.print_report(&id, kind));
            return button(weight, words::reports::form(kind, form), print);
        }
        button(weight, words::reports::form(kind, form), move || state.make_report(&id, kind, form))
    });
    fragment()
        .child(buttons().class("app-buttons app-report-ways").children(ways))
        .child(progress(held))
        .child(came_of_it(held))
}

/// How far the making is, and a way to stop it.
fn progress(held: Reports) -> El {
    let step = move || {
        held.making.with(|making| if let Making::Running(step) = making { Some(*step) } else { None })
    };
    let shown = move || {
        let done = move || {
            let done = match step() {
                None | Some(Step::Gathering) => "1",
                Some(Step::Writing) => "2",
                Some(Step::Checking) => "3",
            };
            Some(done.to_owned())
        };
        let cancel = button(Weight::Small, "Cancel", move || {
            held.cancel();
            // The button goes, and the focus would go with it.
            focus("#report-outcome");
        });
        el("div")
            .class("app-homes-reading")
            .child(
                el("label")
                    .class("app-label")
                    .attr("for", "report-progress")
                    .live_text(move || step().map(words::reports::step).unwrap_or_default().to_owned()),
            )
            .child(el("progress").id("report-progress").attr("max", "4").live_attr("value", done))
            .child(cancel)
    };
    fragment().show_if(move || step().is_some(), shown)
}

fn came_of_it(held: Reports) -> El {
    let said = move |_: &Anew| {
        held.making.with_untracked(|making| match making {
            Making::Nothing => fragment(),
            Making::Running(step) => {
                el("span").class("nhsuk-u-visually-hidden").text(words::reports::step(*step))
            }
            Making::Ready(made) => {
                fragment().child(el("b").text("The file is ready: ")).text(&words::reports::made(made))
            }
            Making::Failed(why) => el("span").class("nhsuk-error-message").text(&words::reports::unmade(why)),
        })
    };
    el("p")
        .id("report-outcome")
        .class("app-report-outcome")
        .attr("role", "status")
        .attr("tabindex", "-1")
        .swap(anew(move || held.making.track()), said)
}
