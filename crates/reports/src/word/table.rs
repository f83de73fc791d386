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

/// The space at either side of a cell, in twentieths of a point.
const SIDE: usize = 85;
/// What a column has to spare beyond its head, for the borders and for fonts in the place of Arial.
const SLACK: usize = 30;

/// The number of lines, about half a page in landscape, up to which a row is kept on one page. A longer row may be
/// broken across pages: Word would cut off one that is longer than a page.
const LINES: usize = 20;

/// Makes a paragraph of a text; the second argument is whether it is bold.
pub(super) type MakeParagraph<'a> = &'a mut dyn FnMut(&RichText, bool) -> Paragraph;

/// How a table is laid out.
pub(super) struct TableLayout {
    /// The width of a line, in twentieths of a point.
    pub(super) width: usize,
    /// Whether the rows have little space, so that many fit on a page.
    pub(super) is_dense: bool,
    /// Whether the last row stays on the page of what follows.
    pub(super) keep: bool,
}

/// Creates a table as wide as a line. The library cannot express a description and a head, so they are passed on in
/// fields that are otherwise unused: the style of the table and the height of a row (see `order.rs`).
pub(super) fn table(grid: &Grid, layout: &TableLayout, making: MakeParagraph<'_>) -> Table {
    let widths = widths(&grid.columns, layout.width);
    let head = grid.columns.iter().zip(&widths).map(|(column, width)| {
        let shade = Shading::new().fill("E8E8E8");
        // The head stays with the first row.
        let title = plain(&column.title, "TableText", true).keep_next(true);
        TableCell::new().width(*width, WidthType::Dxa).shading(shade).add_paragraph(title)
    });
    let head = TableRow::new(head.collect()).cant_split().row_height(1.0).height_rule(HeightRule::AtLeast);
    let mut rows = vec![head];
    for (place, cells) in grid.rows.iter().enumerate() {
        let keep = layout.keep && place + 1 == grid.rows.len();
        rows.push(row(cells, &widths, &mut |text, bold| {
            let paragraph = making(text, bold);
            if keep { paragraph.keep_next(true) } else { paragraph }
        }));
    }
    let caption: String = clean(&grid.caption).replace(['\n', '\t'], " ");
    let above = if layout.is_dense { 10 } else { 40 };
    let margins = TableCellMargins::new().margin(above, SIDE, above, SIDE);
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
    let mut widths: Vec<usize> = columns.iter().map(of).collect();
    // A word of a head is never broken: its column gets what it lacks from the widest one.
    for (place, column) in columns.iter().enumerate() {
        let least = column.title.split_whitespace().map(word).max().unwrap_or_default() + 2 * SIDE + SLACK;
        let lacks = least.saturating_sub(widths.get(place).copied().unwrap_or(least));
        let widest = widths.iter().enumerate().max_by_key(|(_, width)| **width).map(|(widest, _)| widest);
        if let Some(spare) =
            widest.filter(|widest| *widest != place).and_then(|widest| widths.get_mut(widest))
            && *spare > least + lacks
        {
            *spare -= lacks;
            widths.iter_mut().skip(place).take(1).for_each(|width| *width += lacks);
        }
    }
    widths
}

/// Returns the width of a word in the head of a table, in twentieths of a point: Arial in bold, of ten points.
fn word(word: &str) -> usize {
    let letter = |letter: char| match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' => 56,
        'f' | 't' | 'r' | '-' | '(' | ')' => 78,
        'm' | 'w' | 'M' | 'W' | '%' => 189,
        'A'..='Z' => 156,
        _ => 123,
    };
    word.chars().map(letter).sum()
}

/// Returns the status by part as a table, because a picture says nothing to people who have the document read out.
pub(crate) fn status(bars: &[StatusBar]) -> Grid {
    let mut columns = vec![GridColumn::new("Part", 22)];
    let named: Vec<(usize, Status)> = StatusBar::named(bars).collect();
    columns.extend(named.iter().map(|(_, status)| GridColumn::new(words::status(*status), 11)));
    columns.push(GridColumn::new("Questions", 12));
    let row = |bar: &StatusBar| {
        let counts = named.iter().filter_map(|(place, _)| bar.counts.get(*place).copied());
        let counts = counts.chain([bar.total()]).map(|count| count.to_string());
        let texts = std::iter::once(bar.name.clone()).chain(counts);
        texts.map(|text| vec![RichText::plain(&text)]).collect()
    };
    let rows = bars.iter().map(row).collect();
    Grid { caption: "Progress: how many questions have each status".into(), captioned: true, columns, rows }
}
