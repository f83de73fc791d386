//! Tables with borders around every cell, a head that is repeated on every page, and rows that are not broken across
//! pages where they fit on one.

use super::runs::plain;
use crate::letters::{clean, length};
use docx_rs::{
    HeightRule, Paragraph, Shading, Table, TableCell, TableCellMargins, TableLayoutType, TableRow, WidthType,
};
use quick_xml::escape::escape;
use standards_met_core::assessment::Status;
use standards_met_core::report::{Grid, GridColumn, RichText, StatusBar};
use standards_met_core::words;

/// The approximate width of a character, in twentieths of a point.
const LETTER: usize = 105;

/// The number of lines, about half a page in landscape, up to which a row is kept on one page. A longer row may be
/// broken across pages: Word would cut off one that is longer than a page.
const LINES: usize = 20;

/// Makes a paragraph of a text; the second argument is whether it is bold.
pub(super) type MakeParagraph<'a> = &'a mut dyn FnMut(&RichText, bool) -> Paragraph;

/// Creates a table as wide as a line. The library cannot express a description and a head, so they are passed on in
/// fields that are otherwise unused: the style of the table and the height of a row (see `order.rs`).
pub(super) fn table(grid: &Grid, width: usize, making: MakeParagraph<'_>) -> Table {
    let widths = widths(&grid.columns, width);
    let head = grid.columns.iter().zip(&widths).map(|(column, width)| {
        let shade = Shading::new().fill("E8E8E8");
        TableCell::new().width(*width, WidthType::Dxa).shading(shade).add_paragraph(plain(
            &column.title,
            "TableText",
            true,
        ))
    });
    let head = TableRow::new(head.collect()).cant_split().row_height(1.0).height_rule(HeightRule::AtLeast);
    let mut rows = vec![head];
    rows.extend(grid.rows.iter().map(|cells| row(cells, &widths, making)));
    let caption: String = clean(&grid.caption).replace(['\n', '\t'], " ");
    let margins = TableCellMargins::new().margin(40, 85, 40, 85);
    Table::new(rows)
        .set_grid(widths.clone())
        .width(widths.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(margins)
        .style(escape(caption))
}

fn row(cells: &[Vec<RichText>], widths: &[usize], making: MakeParagraph<'_>) -> TableRow {
    let lines = cells.iter().zip(widths).map(|(cell, width)| lines(cell, *width)).max().unwrap_or_default();
    let mut made = Vec::with_capacity(cells.len());
    for (place, (texts, width)) in cells.iter().zip(widths).enumerate() {
        let mut cell = TableCell::new().width(*width, WidthType::Dxa);
        for text in texts {
            cell = cell.add_paragraph(making(text, place == 0));
        }
        if texts.is_empty() {
            cell = cell.add_paragraph(plain("", "TableText", false));
        }
        made.push(cell);
    }
    let row = TableRow::new(made);
    if lines <= LINES { row.cant_split() } else { row }
}

/// Returns the approximate number of lines that a cell fills.
fn lines(texts: &[RichText], width: usize) -> usize {
    let letters = (width / LETTER).max(1);
    let lines = |text: &RichText| -> usize {
        let words = text.label.clone() + &text.words();
        words.lines().map(|line| length(line).div_ceil(letters).max(1)).sum::<usize>().max(1)
    };
    texts.iter().map(lines).sum()
}

/// Returns the widths of the columns from their shares.
fn widths(columns: &[GridColumn], width: usize) -> Vec<usize> {
    let shares = columns.iter().map(|column| usize::from(column.share)).sum::<usize>();
    let even = width / columns.len().max(1);
    let of = |column: &GridColumn| (width * usize::from(column.share)).checked_div(shares).unwrap_or(even);
    columns.iter().map(of).collect()
}

/// Returns the status by part as a table, because a picture says nothing to people who have the document read out.
pub(crate) fn status(bars: &[StatusBar]) -> Grid {
    let mut columns = vec![GridColumn::new("Part", 19)];
    columns.extend(Status::ALL.map(|status| GridColumn::new(words::status(status), 12)));
    columns.push(GridColumn::new("Items", 9));
    let row = |bar: &StatusBar| {
        let counts = bar.counts.iter().chain([&bar.total()]).map(usize::to_string).collect::<Vec<_>>();
        let texts = std::iter::once(bar.name.clone()).chain(counts);
        texts.map(|text| vec![RichText::plain(&text)]).collect()
    };
    Grid { caption: "How many items stand where".into(), columns, rows: bars.iter().map(row).collect() }
}
