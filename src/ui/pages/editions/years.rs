//! The years of one organisation side by side.

use super::super::not_found;
use super::super::up_to_overview;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{
    Weight, button, button_link, buttons, card, heading, hint, link, paragraph, status_bar, title,
};
use crate::ui::element::{El, el, fragment};
use crate::words;
use standards_met_core::assessment::{
    Id, OpenAction, PartYears, Status, StatusChange, Tally, YearStep, Years,
};
use standards_met_core::catalogue::{Edition, ItemId};
use std::rc::Rc;
use std::sync::Arc;

pub fn years(state: AppState, id: &Id) -> El {
    let Some(organisation) = state.peek(id, |document| document.assessment.organisation.name.clone()) else {
        return not_found(state, "assessment");
    };
    let line = state.line_of_years(id);
    let editions: Vec<(Id, Arc<Edition>)> = line
        .iter()
        .filter_map(|id| Some((id.clone(), state.peek(id, |document| document.edition.clone())?)))
        .collect();
    let found = state.years(&line);
    let begun_from = state.peek(id, |document| document.assessment.carried_from().is_some()) == Some(true);
    let carry = begun_from
        .then(|| button_link(Weight::Second, &Route::Carry(id.clone()).href(), "Last year’s answers"));
    let next = state.begun_from(id).is_none().then(|| {
        let id = id.clone();
        button(Weight::Second, "Start next year’s from this one", move || state.begin_next_of(&id))
    });
    let several = editions.len() > 1;
    let lead = if several {
        "How each part stood, what has become better or worse, and what is still to be done."
    } else {
        "There is one year of this organisation on this device. When next year’s edition is out, put it here under “Editions”, \
         and start next year’s assessment from this one: then both stand here side by side."
    };
    let steps = found.steps.iter().zip(editions.windows(2)).rev();
    fragment()
        .child(up_to_overview(id, &organisation))
        .child(title("Year by year"))
        .child(paragraph(lead).class("app-lead"))
        .child(buttons().class("app-buttons app-no-print").maybe(carry).maybe(next))
        .child(table(&found, &editions))
        .children(steps.map(|(step, pair)| between(step, pair)))
}

fn table(found: &Years, editions: &[(Id, Arc<Edition>)]) -> El {
    let heads = editions.iter().map(|(id, edition)| {
        el("th").attr("scope", "col").child(link(&Route::Overview(id.clone()).href(), &edition.year))
    });
    let row =
        |name: &str, cells: Vec<El>| el("tr").child(el("th").attr("scope", "row").text(name)).children(cells);
    let part = |line: &PartYears| {
        let cells = line.years.iter().zip(editions).map(|(found, (_, edition))| {
            // A part that was called otherwise then says so.
            let title = found.as_ref().map(|(title, _)| title.as_str()).filter(|title| *title != line.title);
            cell(found.as_ref().map(|(_, tally)| *tally), title, &edition.year)
        });
        row(&line.title, cells.collect())
    };
    let all = found
        .totals
        .iter()
        .zip(editions)
        .map(|(tally, (_, edition))| cell(Some(*tally), None, &edition.year));
    let all = row("Everything", all.collect()).class("app-years__all");
    let parts = found.parts.iter().map(part);
    let head = el("thead").child(el("tr").child(el("th").attr("scope", "col").text("Part")).children(heads));
    let table = el("table")
        .class("app-years")
        .child(
            el("caption").text("Standing by part and year: what is met or does not apply counts as settled"),
        )
        .child(head)
        .child(el("tbody").children(parts).child(all));
    card().child(table)
}

fn cell(tally: Option<Tally>, title: Option<&str>, year: &str) -> El {
    let cell = el("td").attr("data-year", year);
    match tally {
        None => cell.child(el("span").class("app-hint").text("not a part then")),
        Some(tally) => cell
            .child(el("span").text(&format!("{} of {} settled", tally.settled(), tally.total())))
            .maybe(title.map(|title| el("span").class("app-hint app-years__then").text(title)))
            .child(status_bar(Rc::new(move || tally))),
    }
}

/// What has changed from one year to the next.
fn between(step: &YearStep, pair: &[(Id, Arc<Edition>)]) -> El {
    let [(old_id, old), (new_id, new)] = pair else { return fragment() };
    let moved = |moved: &StatusChange| {
        let question = new.item(&moved.item).map(|item| item.question.clone()).unwrap_or_default();
        el("li")
            .child(
                link(&Route::Item(new_id.clone(), moved.item.clone()).href(), moved.item.as_str())
                    .class("app-tap"),
            )
            .text(&format!(" {question} "))
            .child(el("b").text(&words::years::moved(moved)))
    };
    let open = |open: &OpenAction| {
        let (id, item) = match &open.item {
            Some(item) => (new_id, item),
            None => (old_id, &open.from),
        };
        el("li")
            .child(link(&Route::Item(id.clone(), item.clone()).href(), item.as_str()).class("app-tap"))
            .text(&format!(" {}", words::years::still_open(open, &old.year)))
    };
    let ids = |edition: &Edition, id: &Id, items: &[ItemId]| {
        let one = |item: &ItemId| {
            let question = edition.item(item).map(|item| item.question.clone()).unwrap_or_default();
            el("li")
                .child(link(&Route::Item(id.clone(), item.clone()).href(), item.as_str()).class("app-tap"))
                .text(&format!(" {question}"))
        };
        items.iter().map(one).collect::<Vec<_>>()
    };
    let improved = step.improved.iter().map(moved).collect();
    // Early in the year most of them are not begun: that is no step back.
    let (unbegun, slipped): (Vec<&StatusChange>, Vec<&StatusChange>) =
        step.slipped.iter().partition(|moved| moved.now == Status::NotStarted);
    let slipped = slipped.into_iter().map(moved).collect();
    let unbegun = unbegun.into_iter().map(moved).collect();
    let still = step.open.iter().map(open).collect();
    el("section")
        .child(heading(&format!("From {} to {}", old.year, new.year)))
        .child(list("Improved", improved, "Nothing has improved yet."))
        .child(list("Slipped", slipped, "Nothing has slipped."))
        .child(list("Not started yet", unbegun, "Everything that was answered before is begun."))
        .child(list(&words::years::still_open_since(&old.year), still, "No action of then is open."))
        .child(list("New", ids(new, new_id, &step.new), "Nothing new is asked."))
        .child(list("Not asked any more", ids(old, old_id, &step.dropped), "Everything is still asked."))
}

fn list(name: &str, lines: Vec<El>, none: &str) -> El {
    let heading = el("h3").text(&format!("{name} ({})", lines.len()));
    if lines.is_empty() {
        return card().child(heading).child(hint(none));
    }
    card().child(heading).child(el("ul").class("app-moved").children(lines))
}
