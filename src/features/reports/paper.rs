//! A report as it is read on screen and printed.

use super::status::StatusPicture;
use crate::components::{ReportFacts, ReportText};
use crate::platform::turns::Turns;
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use standards_met_core::report::{Grid, PaperBlock, RichText};
use web_sys::Element;

/// So many letters are drawn before the browser has its turn: what takes time is not to make them, but to lay them out.
const LETTERS: usize = 10_000;

/// Draws a report, a piece at a time. Gives whether it came to its end: it stops where it `is_over`, because something else
/// is drawn.
pub async fn draw(sheet: &Element, blocks: &[PaperBlock], is_over: impl Fn() -> bool) -> bool {
    let mut turns = Turns::default();
    let mut letters = 0;
    for block in blocks {
        turns.work(|| append(sheet, view! { <Block block rows=false /> }));
        letters += letters_of(block);
        if let PaperBlock::Grid(grid) = block
            && let Some(body) = last_body(sheet)
        {
            for cells in &grid.rows {
                if letters > LETTERS || turns.are_due() {
                    letters = 0;
                    turns.pass().await;
                    if is_over() {
                        return false;
                    }
                }
                letters += cells.iter().flatten().map(RichText::length).sum::<usize>();
                turns.work(|| append(&body, view! { <Row grid cells /> }));
            }
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

/// Puts a view that follows nothing after what is in an element. A signal with every piece in it would have the whole report
/// compared at each of them.
pub fn append(element: &Element, view: impl IntoView) {
    view.into_any().build().mount(element, None);
}

/// The place for the rows of the table that was drawn last.
fn last_body(sheet: &Element) -> Option<Element> {
    sheet.last_element_child().and_then(|grid| grid.query_selector("tbody").ok().flatten())
}

/// How much there is to lay out in a piece; the rows of a table are counted one by one.
fn letters_of(block: &PaperBlock) -> usize {
    match block {
        PaperBlock::Text(text) => text.length(),
        PaperBlock::Facts(facts) => facts.iter().flat_map(|fact| &fact.value).map(RichText::length).sum(),
        PaperBlock::Together(blocks) => blocks.iter().map(letters_of).sum(),
        PaperBlock::Heading { .. } | PaperBlock::Grid(_) | PaperBlock::Statuses(_) | PaperBlock::Line(_) => 0,
    }
}

/// A piece of the report.
#[component]
fn Block<'a>(
    block: &'a PaperBlock,
    /// Whether a table has its rows already.
    rows: bool,
) -> impl IntoView + use<> {
    match block {
        PaperBlock::Heading { level, text } => heading(*level, text.clone()),
        PaperBlock::Text(text) => view! { <ReportText text /> }.into_any(),
        PaperBlock::Facts(facts) => view! { <ReportFacts class="app-paper__list" facts /> }.into_any(),
        PaperBlock::Grid(grid) => view! { <Table grid rows /> }.into_any(),
        PaperBlock::Statuses(bars) => view! { <StatusPicture bars /> }.into_any(),
        PaperBlock::Line(name) => view! { <p class="app-paper__line">{name.clone()}</p> }.into_any(),
        PaperBlock::Together(blocks) => {
            let blocks = blocks.iter().map(|block| view! { <Block block rows=true /> }.into_any());
            view! { <div class="app-paper__together">{blocks.collect_view()}</div> }.into_any()
        }
    }
}

/// The page itself has the first heading, and the report's title the second.
fn heading(level: u8, text: String) -> AnyView {
    match level {
        0 => view! { <h1>{text}</h1> }.into_any(),
        1 => view! { <h2>{text}</h2> }.into_any(),
        2 => view! { <h3>{text}</h3> }.into_any(),
        3 => view! { <h4>{text}</h4> }.into_any(),
        4 => view! { <h5>{text}</h5> }.into_any(),
        _ => view! { <h6>{text}</h6> }.into_any(),
    }
}

/// A table, with its rows or with room for them.
#[component]
fn Table<'a>(grid: &'a Grid, rows: bool) -> impl IntoView + use<> {
    let widths = grid.columns.iter().map(|column| {
        view! { <col style:width=format!("{}%", column.share) /> }
    });
    let head = grid.columns.iter().map(|column| view! { <th scope="col">{column.title.clone()}</th> });
    let rows = rows.then(|| grid.rows.iter().map(|cells| view! { <Row grid cells /> }).collect_view());
    let caption = if grid.captioned { "app-paper__caption" } else { "nhsuk-u-visually-hidden" };
    view! {
        <div class="app-paper__grid">
            <table class="app-paper__table">
                <caption class=caption>{grid.caption.clone()}</caption>
                <colgroup>{widths.collect_view()}</colgroup>
                <thead>
                    <tr>{head.collect_view()}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// A row, of which the first cell is the heading.
#[component]
fn Row<'a>(grid: &'a Grid, cells: &'a [Vec<RichText>]) -> impl IntoView + use<> {
    let cells = cells.iter().enumerate().map(|(place, cell)| {
        let name = grid.columns.get(place).map(|column| column.title.clone()).unwrap_or_default();
        let texts = cell.iter().map(|text| view! { <ReportText text /> }).collect_view();
        if place == 0 {
            view! {
                <th scope="row" data-name=name>
                    {texts}
                </th>
            }
            .into_any()
        } else {
            view! { <td data-name=name>{texts}</td> }.into_any()
        }
    });
    view! { <tr>{cells.collect_view()}</tr> }
}
