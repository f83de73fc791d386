//! Writes sheets as a workbook for Excel. Dates and numbers keep their types, and a text is never a formula.

use crate::letters::{clean, length, pieces};
use crate::{CREATOR, FileProperties, ReportError};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use standards_met_core::report::{Sheet, SheetCell, SheetColumn};

/// The maximum length of a text in a cell of Excel, as [`length`] counts it.
pub(crate) const LONGEST: usize = 32_767;

/// How much of a longer text one cell holds, so that there is room for [`GOES_ON`].
pub(crate) const PIECE: usize = 32_000;

/// The name of the sheet that holds longer texts in full.
pub(crate) const LONG_TEXTS: &str = "Long texts";

/// The end of a text that was shortened.
pub(crate) const GOES_ON: &str = " … (goes on in the sheet “Long texts”)";

/// Returns the file.
///
/// # Errors
/// [`ReportError::Writing`] where the library refuses, as it does for the name of a sheet that Excel would not accept,
/// and [`ReportError::Request`] where there is no sheet, because a workbook has at least one.
pub fn excel(sheets: &[Sheet], about: &FileProperties) -> Result<Vec<u8>, ReportError> {
    if sheets.is_empty() {
        return Err(ReportError::Request);
    }
    written(sheets, about).map_err(ReportError::writing)
}

fn written(sheets: &[Sheet], about: &FileProperties) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::parse_from_str(&about.day.to_string())?;
    let properties = DocProperties::new()
        .set_title(clean(&about.title))
        .set_author(CREATOR)
        .set_company(clean(&about.organisation));
    book.set_properties(&properties.set_creation_datetime(&day));
    let mut long = Vec::new();
    for sheet in sheets {
        fill(book.add_worksheet(), sheet, &mut long)?;
    }
    if !long.is_empty() {
        fill(book.add_worksheet(), &long_texts(long), &mut Vec::new())?;
    }
    book.save_to_buffer()
}

/// Creates the sheet that holds the texts that do not fit into cells.
fn long_texts(rows: Vec<Vec<SheetCell>>) -> Sheet {
    let columns = [("Sheet", 20), ("Row", 8), ("Column", 20), ("Part", 8), ("Text", 120)];
    let columns = columns.map(|(title, width)| SheetColumn::new(title, width)).into();
    Sheet { name: LONG_TEXTS.into(), columns, rows }
}

fn fill(page: &mut Worksheet, sheet: &Sheet, long: &mut Vec<Vec<SheetCell>>) -> Result<(), XlsxError> {
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_align(FormatAlign::Left);
    let cell = cell.set_border(FormatBorder::Thin).set_border_color("B0B7BC");
    let day = cell.clone().set_num_format("d mmmm yyyy");
    let head = cell.clone().set_bold().set_background_color("E8EDEE");
    page.set_name(&sheet.name)?;
    for (number, column) in (0..).zip(&sheet.columns) {
        page.set_column_width(number, f64::from(width(sheet, number.into())))?;
        page.write_string_with_format(0, number, clean(&column.title), &head)?;
    }
    for (number, row) in (1..).zip(&sheet.rows) {
        page.set_row_height(number, height(sheet, row))?;
        for (place, (content, column)) in (0..).zip(row.iter().zip(&sheet.columns)) {
            match content {
                SheetCell::Empty => page.write_blank(number, place, &cell)?,
                SheetCell::Number(count) => {
                    page.write_number_with_format(number, place, exact(*count), &cell)?
                }
                // Excel has no dates before 1900.
                SheetCell::Day(of) if of.year() < 1900 => {
                    page.write_string_with_format(number, place, of.in_words(), &cell)?
                }
                SheetCell::Day(of) => {
                    let of = ExcelDateTime::parse_from_str(&of.to_string())?;
                    page.write_datetime_with_format(number, place, &of, &day)?
                }
                SheetCell::Text(text) => {
                    let text = fitting(&clean(text), (&sheet.name, number + 1, &column.title), long);
                    page.write_string_with_format(number, place, text, &cell)?
                }
            };
        }
    }
    let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    page.autofilter(0, 0, last_row, last_column)?;
    page.set_freeze_panes(1, 0)?;
    page.set_repeat_rows(0, 0)?;
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(sheets_wide(sheet), 0);
    page.set_footer("&L&A&RPage &P of &N");
    Ok(())
}

/// Returns over how many sheets of paper the columns are spread. On one, many columns would be too small to read.
fn sheets_wide(sheet: &Sheet) -> u16 {
    let letters: u16 = sheet.columns.iter().map(|column| u16::from(column.width)).sum();
    letters.div_ceil(300).max(1)
}

/// Returns the width of a column, in characters. A date that does not fit would be shown as `###`.
fn width(sheet: &Sheet, place: usize) -> u8 {
    let days = sheet.rows.iter().any(|row| matches!(row.get(place), Some(SheetCell::Day(_))));
    let asked = sheet.columns.get(place).map_or(0, |column| column.width);
    if days { asked.max(DAY) } else { asked }
}

/// Returns the height of a row, in points. Excel would find it by itself, but LibreOffice would draw rows over each
/// other.
fn height(sheet: &Sheet, row: &[SheetCell]) -> f64 {
    let lines = row.iter().enumerate().map(|(place, cell)| match cell {
        SheetCell::Text(text) => {
            let width = usize::from(width(sheet, place)).max(1);
            // Words are not broken, which leaves a part of each line empty.
            clean(text).split('\n').map(|line| (length(line) * 9 / 8).div_ceil(width).max(1)).sum()
        }
        _ => 1,
    });
    let lines = lines.max().unwrap_or(1).min(HIGHEST);
    15.0 * exact(lines)
}

/// The width of a date such as `30 September 2026`, in characters.
const DAY: u8 = 18;

/// The maximum height of a row in Excel, in lines of text.
const HIGHEST: usize = 27;

/// Excel's number for the paper size A4.
const A4: u8 = 9;

/// Returns a count in the type that Excel uses. No count is ever too large for it.
fn exact(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

/// Returns a text as it fits into the cell at `place` (sheet, row as Excel counts it, column). A longer text is added
/// to `long` in full.
fn fitting(text: &str, place: (&str, u32, &str), long: &mut Vec<Vec<SheetCell>>) -> String {
    if length(text) <= LONGEST {
        return text.into();
    }
    let (sheet, row, column) = place;
    let pieces = pieces(text, PIECE);
    let beginning = pieces.first().cloned().unwrap_or_default() + GOES_ON;
    for (number, piece) in (1..).zip(pieces) {
        let row = SheetCell::Number(usize::try_from(row).unwrap_or_default());
        let place = [SheetCell::text(sheet), row, SheetCell::text(column), SheetCell::Number(number)];
        long.push(place.into_iter().chain([SheetCell::Text(piece)]).collect());
    }
    beginning
}
