//! Reports: what people hand on, on paper and as files.

mod choosing;
mod making;
mod paper;
mod preview;
mod status;

use super::not_found;
use super::up_to_overview;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{card, hint, link, paragraph, title};
use crate::ui::element::{El, el, fragment};
use crate::words;
use standards_met_core::assessment::Id;
use standards_met_core::report::ReportKind;

/// Every report with what it is for.
pub fn reports(state: AppState, id: &Id) -> El {
    let Some(organisation) = state.peek(id, |document| document.assessment.organisation.name.clone()) else {
        return not_found(state, "assessment");
    };
    let row = |route: Route, name: &str, purpose: &str, forms: &str| {
        el("li").child(el("h2").child(link(&route.href(), name))).child(paragraph(purpose)).child(hint(forms))
    };
    let all = ReportKind::ALL.map(|kind| {
        let forms = words::reports::forms(kind);
        row(Route::Report(id.clone(), kind), kind.title(), words::reports::purpose(kind), &forms)
    });
    let changes = row(
        Route::Changes(id.clone()),
        "What changed",
        "What is different between now and an earlier version or an exported file, word for word.",
        "Paper or PDF",
    );
    fragment()
        .child(up_to_overview(id, &organisation))
        .child(title("Reports"))
        .child(paragraph(
            "What you can print or hand on. Nothing here changes your answers, and nothing leaves this device unless you \
             send it.",
        ))
        .child(card().child(el("ul").class("app-reports").children(all).child(changes)))
        .child(
            el("p")
                .text("To hand on the assessment itself, so that somebody can open and review it in this page, ")
                .child(link(&Route::Data.href(), "export a file"))
                .text("."),
        )
}

/// One report: what is in it, how to have it, and how it looks.
pub fn report(state: AppState, id: &Id, kind: ReportKind) -> El {
    let Some(organisation) = state.peek(id, |document| document.assessment.organisation.name.clone()) else {
        return not_found(state, "assessment");
    };
    let Some(held) = state.reports() else { return fragment() };
    // What was made before was of another report.
    held.leave();
    let preview = preview::preview(state, held, id, kind);
    let up = el("p")
        .class("app-caption app-no-print")
        .child(link(&Route::Overview(id.clone()).href(), &organisation))
        .text(" · ")
        .child(link(&Route::Reports(id.clone()).href(), "Reports"));
    fragment()
        .child(up)
        .child(
            el("div")
                .class("app-no-print")
                .child(title(kind.title()))
                .child(paragraph(words::reports::purpose(kind))),
        )
        .child(
            card()
                .class("app-card app-no-print")
                .maybe(choosing::choosing(state, held, id, kind))
                .child(making::making(state, held, id, kind, &preview)),
        )
        .child(preview.view)
}
