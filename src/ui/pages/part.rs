//! One part: its items and where each stands.

use super::not_found::not_found;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{Weight, button_link, card, link, status_mark, title};
use crate::ui::element::{El, el, fragment};
use standards_met_core::assessment::{Id, Status, status};
use standards_met_core::catalogue::{EvidenceItem, ItemId};

pub fn part(state: AppState, id: &Id, number: u8) -> El {
    let Some((organisation, part, others, count)) = state.peek(id, |document| {
        let others = [number.checked_sub(1), number.checked_add(1)].map(|number| {
            number.and_then(|number| document.edition.part(number)).map(|p| (p.number, p.title.clone()))
        });
        let edition = &document.edition;
        let name = document.assessment.organisation.name.clone();
        (name, edition.part(number).cloned(), others, edition.parts.len())
    }) else {
        return not_found(state, "assessment");
    };
    let Some(part) = part else {
        return not_found(state, "part");
    };
    let row = |item: &EvidenceItem| {
        let link = link(&Route::Item(id.clone(), item.id.clone()).href(), "")
            .child(el("b").text(item.id.as_str()))
            .child(el("span").class("app-rows__question").text(&item.question))
            .child(status_mark(status_of(state, id, &item.id)));
        el("li").child(link)
    };
    let [before, after] = others.map(|other| {
        other.map(|(number, title)| (Route::Part(id.clone(), number).href(), format!("{number} {title}")))
    });
    let caption = el("p")
        .class("app-caption")
        .child(link(&Route::Overview(id.clone()).href(), &organisation))
        .text(&format!(" · part {number} of {count}"));
    let ways = el("nav")
        .class("app-foot")
        .attr("aria-label", "Parts")
        .maybe(before.map(|(href, title)| button_link(Weight::Second, &href, &format!("Back to {title}"))))
        .maybe(after.map(|(href, title)| button_link(Weight::Main, &href, &format!("On to {title}"))));
    fragment()
        .child(caption)
        .child(title(&part.title))
        .child(card().child(el("ul").class("app-rows").children(part.items.iter().map(row))))
        .child(ways)
}

/// Where one item stands, following its response.
pub fn status_of(state: AppState, id: &Id, item: &ItemId) -> impl Fn() -> Status + 'static {
    let (id, item) = (id.clone(), item.clone());
    move || {
        let found = state.with(&id, |document| {
            document.edition.item(&item).map(|found| status(found, document.assessment.response(&item)))
        });
        found.flatten().unwrap_or(Status::NotStarted)
    }
}
