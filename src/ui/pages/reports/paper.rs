//! A report as it is read on screen and printed.

use super::status::status;
use crate::browser::turns::Turns;
use crate::ui::components::report_text as text;
use crate::ui::element::{El, el, fragment};
use standards_met_core::report::{Grid, PaperBlock, RichText};

/// So many letters are drawn before the browser has its turn: what takes time is not to make them, but to lay them out.
const LETTERS: usize = 10_000;

/// Draws a report, a piece at a time. Gives whether it came to its end: it stops where it `is_over`, because something else
/// is drawn.
pub async fn draw(sheet: &El, blocks: &[PaperBlock], is_over: impl Fn() -> bool) -> bool {
    let mut turns = Turns::default();
    let mut letters = 0;
    for one in blocks {
        let (drawn, body, rows) = match one {
            PaperBlock::Grid(grid) => {
                let (table, body) = table(grid);
                (table, body, grid.rows.iter().map(|cells| (grid, cells)).collect())
            }
            other => (turns.work(|| block(other)), fragment(), Vec::new()),
        };
        letters += letters_of(one);
        sheet.put(drawn);
        for (grid, cells) in rows {
            if letters > LETTERS || turns.are_due() {
                letters = 0;
                turns.pass().await;
                if is_over() {
                    return false;
                }
            }
            letters += cells.iter().flatten().map(RichText::length).sum::<usize>();
            turns.work(|| body.put(row(grid, cells)));
        }
        if letters > LETTERS || turns.are_due() {
            letters = 0;
            turns.pass().await;
        }
        if is_over() {
            return false;
        }
    }
    turns.pass().await;
    !is_over()
}

/// How much there is to lay out in a piece; the rows of a table are counted one by one.
fn letters_of(block: &PaperBlock) -> usize {
    match block {
        PaperBlock::Text(text) => text.length(),
        PaperBlock::Facts(facts) => facts.iter().flat_map(|fact| &fact.value).map(RichText::length).sum(),
        PaperBlock::Heading { .. } | PaperBlock::Grid(_) | PaperBlock::Statuses(_) | PaperBlock::Line(_) => 0,
    }
}

/// A piece of the report; of a table, all but its rows.
fn block(block: &PaperBlock) -> El {
    match block {
        // The page itself has the first heading, and the report's title the second.
        PaperBlock::Heading { level, text } => el(&format!("h{}", level.saturating_add(1).min(6))).text(text),
        PaperBlock::Text(said) => text(said),
        PaperBlock::Facts(facts) => el("dl").class("app-paper__list").children(facts.iter().map(|fact| {
            el("div").child(el("dt").text(&fact.name)).child(el("dd").children(fact.value.iter().map(text)))
        })),
        PaperBlock::Grid(grid) => table(grid).0,
        PaperBlock::Statuses(bars) => status(bars),
        PaperBlock::Line(name) => el("p").class("app-paper__line").text(name),
    }
}

/// A table without its rows, and the place for them.
fn table(grid: &Grid) -> (El, El) {
    let widths = grid.columns.iter().map(|column| el("col").style("width", &format!("{}%", column.share)));
    let head = grid.columns.iter().map(|column| el("th").attr("scope", "col").text(&column.title));
    let body = el("tbody");
    let table = el("table")
        .class("app-paper__table")
        .child(el("caption").class("nhsuk-u-visually-hidden").text(&grid.caption))
        .child(el("colgroup").children(widths))
        .child(el("thead").child(el("tr").children(head)))
        .child(body.clone());
    (el("div").class("app-paper__grid").child(table), body)
}

fn row(grid: &Grid, row: &[Vec<RichText>]) -> El {
    el("tr").children(row.iter().enumerate().map(|(place, cell)| {
        let one = if place == 0 { el("th").attr("scope", "row") } else { el("td") };
        let name = grid.columns.get(place).map(|column| column.title.as_str()).unwrap_or_default();
        one.attr("data-name", name).children(cell.iter().map(text))
    }))
}
