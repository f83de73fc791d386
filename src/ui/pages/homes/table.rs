//! The table: what is looked for, in which order, and the rows.

use super::row::{row, row_key};
use super::{save_as_csv, spelling};
use crate::browser::clock;
use crate::state::{AppState, ROWS, YourHomes};
use crate::ui::components::{Select, TextField, Weight, button, buttons, card, hint, select, text_field};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::homes::{Homes, HomesFilter, HomesQuery, HomesSort, Outline};
use standards_met_core::assessment::{Date, Id};
use standards_met_core::exchange::homes_csv;
use std::rc::Rc;

/// The rows that fit, in their order.
type Found = Memo<Vec<Id>>;

pub fn table(state: AppState, held: YourHomes) -> El {
    let today = clock::today();
    let found = found(held, today);

    let said = move || {
        let all = held.homes.with(Homes::len);
        match (found.with(Vec::len), held.query.with(HomesQuery::narrows)) {
            (0, true) => "No home fits. Try fewer words, or take the filter off.".to_owned(),
            (some, true) => {
                format!("{} of {}", words::homes::grouped(some), words::homes::many(all, "home"))
            }
            (_, false) => words::homes::many(all, "home"),
        }
    };

    let csv = move || {
        held.homes.with_untracked(|homes| {
            held.query.with_untracked(|query| homes_csv(homes, &homes.rows(query, today), &spelling()))
        })
    };
    let forget = move || {
        state.forget_homes();
        focus("#homes-forgotten");
    };
    fragment()
        .child(fields(held))
        .child(el("p").id("homes-count").attr("role", "status").attr("tabindex", "-1").live_text(said))
        .swap(
            move || held.outline(),
            move |outline| {
                outline.as_ref().map_or_else(fragment, |outline| the_table(state, held, outline, found, today))
            },
        )
        .child(more(held, found))
        .child(
            buttons()
                .child(save_as_csv(state, "your-homes".into(), csv))
                .child(button(Weight::Second, "Forget these homes", forget)),
        )
        .child(hint("The spreadsheet has the rows that fit, in this order. Findings are of the day on which a file was read."))
}

/// The homes that fit, in order.
fn found(held: YourHomes, today: Date) -> Found {
    Memo::new(move |_| {
        held.homes.with(|homes| {
            let rows = held.query.with(|query| homes.rows(query, today));
            rows.iter().map(row_key).collect()
        })
    })
}

/// What is looked for, and the order.
fn fields(held: YourHomes) -> El {
    let words_field = text_field(TextField {
        id: "homes-words".into(),
        label: "Search",
        hint: Some("The home’s name, its ODS code or the name of its file."),
        error: None,
        capitals: "none",
        value: Rc::new(move || held.query.with(|query| query.words.clone())),
        on_input: Rc::new(move |text: String| held.look_for(|query| query.words = text)),
    });
    let only = select(Select {
        id: "homes-only".into(),
        label: "Show",
        none: "All homes",
        choices: HomesFilter::ALL.map(|only| (only.name().into(), words::homes::only(only).into())).into(),
        value: Rc::new(move || held.query.with(|query| query.only.map_or("", HomesFilter::name).to_owned())),
        on_choose: Rc::new(move |name: String| held.look_for(|query| query.only = HomesFilter::parse(&name))),
    });
    // The name is what it is sorted by where nothing else is chosen.
    let others = HomesSort::ALL.into_iter().filter(|sort| *sort != HomesSort::Name);
    let sort = select(Select {
        id: "homes-sort".into(),
        label: "Sort by",
        none: words::homes::sorted(HomesSort::Name),
        choices: others.map(|sort| (sort.name().into(), words::homes::sorted(sort).into())).collect(),
        value: Rc::new(move || {
            let sort = held.query.with(|query| query.sort);
            if sort == HomesSort::Name { String::new() } else { sort.name().to_owned() }
        }),
        on_choose: Rc::new(move |name: String| {
            sort_by(held, HomesSort::parse(&name).unwrap_or_default(), false)
        }),
    });
    let turn = button(Weight::Small, "Turn the order round", move || {
        held.look_for(|query| query.reversed = !query.reversed);
    })
    .live_attr("aria-pressed", move || Some(held.query.with(|query| query.reversed).to_string()));
    let clear = move || {
        held.look_for(|query| {
            query.words.clear();
            query.only = None;
        });
        focus("#homes-words");
    };
    card().child(words_field).child(el("div").class("app-filters").child(only).child(sort)).child(
        buttons().child(turn).show_if(
            move || held.query.with(HomesQuery::narrows),
            move || button(Weight::Small, "Clear all", clear),
        ),
    )
}

/// Sorts by something; where it is sorted by that already and `turns` says so, the other way round.
fn sort_by(held: YourHomes, sort: HomesSort, turns: bool) {
    held.look_for(|query| {
        query.reversed = turns && query.sort == sort && !query.reversed;
        query.sort = sort;
    });
}

/// Also where it is shown as cards, it is a table to who hears it: the roles are spelled out because browsers take them
/// away from a table that is drawn otherwise.
fn the_table(state: AppState, held: YourHomes, outline: &Outline, found: Found, today: Date) -> El {
    let column = || el("th").attr("scope", "col").attr("role", "columnheader");
    let plain = |name: &str| column().text(name);
    let sorted = |sort: HomesSort| {
        let order = move || {
            let (by, reversed) = held.query.with(|query| (query.sort, query.reversed));
            let order = if sort.goes_down() != reversed { "descending" } else { "ascending" };
            (by == sort).then(|| order.to_owned())
        };
        let press = el("button")
            .attr("type", "button")
            .class("app-homes__sort")
            .text(words::homes::sort(sort))
            .on_press(move || sort_by(held, sort, true));
        column().live_attr("aria-sort", order).child(press)
    };
    let head = el("tr")
        .attr("role", "row")
        .child(sorted(HomesSort::Name))
        .children(outline.parts.iter().map(|part| plain(&format!("Part {}", part.number))))
        .children(
            [
                HomesSort::Settled,
                HomesSort::Findings,
                HomesSort::Overdue,
                HomesSort::Changed,
                HomesSort::Reviewed,
            ]
            .map(sorted),
        )
        .child(plain("Review"));
    let parts: Vec<u8> = outline.parts.iter().map(|part| part.number).collect();
    let main = held.homes.with_untracked(|homes| homes.main_edition().map(|(main, _)| main.to_owned()));
    let main = main.unwrap_or_default();

    let keys = move || {
        let shown = held.shown.get();
        found.with(|found| found.iter().take(shown).cloned().collect::<Vec<Id>>())
    };
    let body = el("tbody")
        .attr("role", "rowgroup")
        .each(keys, move |key| row(state, held, &key, &parts, &main, today));
    let legend: Vec<String> =
        outline.parts.iter().map(|part| format!("Part {}: {}", part.number, part.title)).collect();
    let legend = hint(&format!("{}.", legend.join(" · "))).id("homes-parts");
    card().class("app-card app-homes-card").child(legend).child(
        el("table")
            .class("app-homes")
            .attr("role", "table")
            .attr("aria-describedby", "homes-parts")
            .child(el("caption").class("nhsuk-u-visually-hidden").text("The homes"))
            .child(el("thead").attr("role", "rowgroup").child(head))
            .child(body),
    )
}

/// A button that draws more rows, while there are any.
fn more(held: YourHomes, found: Found) -> El {
    let left = move || found.with(Vec::len) > held.shown.get();
    let goes = left;
    let press = move || {
        held.show_more();
        // With the last rows the button goes, and the focus would go with it.
        if !leptos::prelude::untrack(goes) {
            focus("#homes-count");
        }
    };
    buttons().show_if(left, move || button(Weight::Second, &format!("Show {ROWS} more"), press))
}
