//! A report as it is read on screen and printed.

use super::standing::standing;
use crate::report::{Block, Grid};
use crate::ui::components::report_text as text;
use crate::ui::element::{El, el};

/// A piece of the report.
pub fn block(block: &Block) -> El {
    match block {
        // The page itself has the first heading, and the report's title the second.
        Block::Heading { level, text } => el(&format!("h{}", level.saturating_add(1).min(6))).text(text),
        Block::Text(said) => text(said),
        Block::Facts(facts) => el("dl").class("app-paper__list").children(facts.iter().map(|fact| {
            el("div").child(el("dt").text(&fact.name)).child(el("dd").children(fact.value.iter().map(text)))
        })),
        Block::Grid(grid) => table(grid),
        Block::Standing(bars) => standing(bars),
        Block::Line(name) => el("p").class("app-paper__line").text(name),
    }
}

fn table(grid: &Grid) -> El {
    let widths = grid.columns.iter().map(|column| el("col").style("width", &format!("{}%", column.share)));
    let head = grid.columns.iter().map(|column| el("th").attr("scope", "col").text(&column.title));
    let rows = grid.rows.iter().map(|row| {
        el("tr").children(row.iter().enumerate().map(|(place, cell)| {
            let one = if place == 0 { el("th").attr("scope", "row") } else { el("td") };
            let name = grid.columns.get(place).map(|column| column.title.as_str()).unwrap_or_default();
            one.attr("data-name", name).children(cell.iter().map(text))
        }))
    });
    el("table")
        .class("app-paper__table")
        .child(el("caption").class("nhsuk-u-visually-hidden").text(&grid.caption))
        .child(el("colgroup").children(widths))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows))
}
