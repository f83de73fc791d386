//! Ask your IT supplier: a sheet with just their questions, to print or to hand over as a file.

use super::not_found;
use super::up_to_overview;
use crate::browser::{address, page};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{Weight, button, button_link, buttons, card, hint, paragraph, title, tooltip};
use crate::ui::element::{El, el, fragment};
use crate::words;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::EvidenceItem;
use standards_met_core::report::ReportKind;

pub fn supplier(state: AppState, id: &Id) -> El {
    let Some((organisation, items)) = state.peek(id, |document| {
        let asked = document.edition.items().filter(|item| item.ask_it_supplier).cloned().collect::<Vec<_>>();
        (document.assessment.organisation.name.clone(), asked)
    }) else {
        return not_found(state, "assessment");
    };
    let of = id.clone();
    let sheet = Route::Report(id.clone(), ReportKind::Supplier);
    let ways = card()
        .class("app-card app-no-print")
        .child(paragraph(&format!(
            "These {} are marked “you may need to ask your IT supplier”. Print the sheet, or send the small file: it opens \
             in this same page, shows only these questions, and holds none of your answers. When it comes back, open it \
             under “Your data”: each answer is offered beside yours.",
            words::count(items.len(), "question")
        )))
        .maybe((!page::is_one_file()).then(|| {
            el("p").text("Send them the address of this page too: ").child(el("b").text(&address::page()))
        }))
        .child(
            buttons()
                .child(button(Weight::Main, "Save the file for them", move || state.export_supplier_sheet(&of)))
                .child(button_link(Weight::Second, &sheet.href(), "Print the sheet")),
        );
    fragment()
        .child(up_to_overview(id, &organisation).class("app-caption app-no-print"))
        .child(title("Questions for your IT supplier"))
        .child(ways)
        .children(items.iter().map(one))
}

fn one(item: &EvidenceItem) -> El {
    card()
        .attr("role", "group")
        .attr("aria-label", item.id.as_str())
        .child(
            el("h2")
                .child(el("span").class("app-id").text(item.id.as_str()))
                .text(&format!(" {}", item.question)),
        )
        .maybe(item.in_short.as_ref().map(|text| hint(text)))
        .child(el("div").class("app-sheet-guide").child(tooltip(item)))
}
