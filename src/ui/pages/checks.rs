//! Checks: what to look at again, item by item.

use super::not_found;
use super::up_to_overview;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{card, findings_list, link, paragraph, title};
use crate::ui::element::{El, el, fragment};
use crate::words;
use standards_met_core::assessment::{Finding, Id};
use standards_met_core::catalogue::ItemId;

pub fn checks(state: AppState, id: &Id) -> El {
    let Some(organisation) = state.peek(id, |document| document.assessment.organisation.name.clone()) else {
        return not_found(state, "assessment");
    };
    let (of, at) = (id.clone(), id.clone());
    fragment()
        .child(up_to_overview(id, &organisation))
        .child(title("Checks"))
        .child(
            paragraph(
                "Things worth a second look. None of them stops you: you may leave any of them as it is.",
            )
            .class("app-lead"),
        )
        .swap(move || state.findings(&of), move |found| list(state, &at, found))
}

fn list(state: AppState, id: &Id, found: &[Finding]) -> El {
    let mut items: Vec<&ItemId> = Vec::new();
    for finding in found {
        if !items.contains(&&finding.item) {
            items.push(&finding.item);
        }
    }
    if items.is_empty() {
        return card()
            .child(el("h2").text("Nothing to look at"))
            .child(paragraph("Your answers, dates and actions fit together."));
    }
    let of_item = |item: &&ItemId| {
        let topic =
            state.peek(id, |document| document.edition.item(item).and_then(|found| found.topic.clone()));
        let of_this: Vec<Finding> = found.iter().filter(|finding| finding.item == **item).cloned().collect();
        let name = link(&Route::Item(id.clone(), (*item).clone()).href(), &format!("Go to {item}"));
        card()
            .attr("role", "group")
            .attr("aria-label", item.as_str())
            .child(el("h2").child(el("span").class("app-id").text(item.as_str())).text(&format!(
                " {}",
                topic.flatten().map(|topic| words::capital(&topic)).unwrap_or_default()
            )))
            .child(findings_list(&of_this))
            .child(el("p").child(name.class("app-tap")))
    };
    let (count, in_items) = (words::count(found.len(), "thing"), words::count(items.len(), "item"));
    fragment()
        .child(paragraph(&format!("{count} to look at, in {in_items}.")).attr("role", "status"))
        .children(items.iter().map(of_item))
}
