//! Compares sheets with a workbook for Excel.

use super::archive::{Archive, XmlEvent};
use super::same;
use crate::ReportError;
use crate::excel::{GOES_ON, LONG_TEXTS, LONGEST};
use crate::letters::{clean, length};
use chrono::NaiveDate;
use standards_met_core::assessment::Date;
use standards_met_core::report::{Sheet, SheetCell};
use std::collections::BTreeMap;

/// The cells of a sheet by their names in the file, such as `B2`.
type SheetCells = BTreeMap<String, CellValue>;

#[derive(Clone, Debug, PartialEq)]
enum CellValue {
    Text(String),
    /// A number, as the file spells it.
    Number(String),
}

/// Reads a workbook back and compares it with the sheets.
///
/// # Errors
/// [`ReportError::Check`] with the sheet and the cell that differ.
pub fn excel(file: &[u8], sheets: &[Sheet]) -> Result<(), ReportError> {
    let archive = Archive::read(file)?;
    let texts = shared_texts(&archive)?;
    let names = names(&archive)?;
    let known: Vec<String> = sheets.iter().map(|sheet| clean(&sheet.name)).collect();
    same(
        "the names of its sheets",
        &names.iter().filter(|name| *name != LONG_TEXTS).cloned().collect(),
        &known,
    )?;
    let long = names.iter().position(|name| name == LONG_TEXTS).map(|place| page(&archive, place, &texts));
    let mut long = LongTexts::of(long.transpose()?.unwrap_or_default());
    for (place, sheet) in sheets.iter().enumerate() {
        compare(&page(&archive, place, &texts)?, sheet, &mut long)?;
    }
    same("its long texts", &long.texts.len(), &0)
}

/// Long texts by where they belong: sheet, row, column.
struct LongTexts {
    texts: BTreeMap<(String, String, String), String>,
}

impl LongTexts {
    fn of(page: SheetCells) -> Self {
        let mut texts: BTreeMap<_, String> = BTreeMap::new();
        let value = |name: String| match page.get(&name) {
            Some(CellValue::Text(text) | CellValue::Number(text)) => text.clone(),
            None => String::new(),
        };
        for row in 2..=page.len() {
            let [sheet, number, column, text] =
                ["A", "B", "C", "E"].map(|letter| value(format!("{letter}{row}")));
            if !text.is_empty() {
                texts.entry((sheet, number, column)).or_default().push_str(&text);
            }
        }
        Self { texts }
    }
}

fn compare(page: &SheetCells, sheet: &Sheet, long: &mut LongTexts) -> Result<(), ReportError> {
    let mut cells = 0;
    let head = sheet.columns.iter().map(|column| SheetCell::text(&column.title)).collect();
    for (number, row) in (1..).zip([&head].into_iter().chain(&sheet.rows)) {
        for (place, (cell, column)) in row.iter().zip(&sheet.columns).enumerate() {
            let name = format!("{}{number}", letters_of(place));
            let found = page.get(&name);
            let differs = || ReportError::check(format!("cell {name} of the sheet “{}” differs", sheet.name));
            cells += usize::from(found.is_some());
            let expected = match cell {
                SheetCell::Text(text) if length(&clean(text)) > LONGEST => {
                    let place = (sheet.name.clone(), format!("{number}"), clean(&column.title));
                    let whole = long.texts.remove(&place).unwrap_or_default();
                    let Some(CellValue::Text(beginning)) = found else { return Err(differs()) };
                    let beginning = beginning.strip_suffix(GOES_ON).ok_or_else(differs)?;
                    if !(whole == clean(text) && whole.starts_with(beginning)) {
                        return Err(differs());
                    }
                    continue;
                }
                SheetCell::Text(text) if text.is_empty() => None,
                SheetCell::Empty => None,
                SheetCell::Text(text) => Some(CellValue::Text(clean(text))),
                SheetCell::Number(number) => Some(CellValue::Number(number.to_string())),
                SheetCell::Day(day) => Some(serial(*day)),
            };
            if found != expected.as_ref() {
                return Err(differs());
            }
        }
    }
    same(&format!("the cells of the sheet “{}”", sheet.name), &page.len(), &cells)
}

/// Returns a date as Excel counts it, in days from the year 1900, which Excel takes for a leap year. Excel has no
/// earlier dates; those are texts.
fn serial(day: Date) -> CellValue {
    let known = day.to_string().parse::<NaiveDate>().ok().zip(NaiveDate::from_ymd_opt(1899, 12, 30));
    match known.map(|(day, begin)| (day - begin).num_days()) {
        Some(days) if day.year() >= 1900 => {
            CellValue::Number((if days <= 60 { days - 1 } else { days }).to_string())
        }
        _ => CellValue::Text(day.in_words()),
    }
}

/// Returns the letters of a column, counted from 0.
fn letters_of(column: usize) -> String {
    let letter = u8::try_from(column % 26).map(|place| char::from(b'A' + place)).unwrap_or_default();
    if column < 26 { letter.into() } else { letters_of(column / 26 - 1) + &String::from(letter) }
}

fn names(archive: &Archive) -> Result<Vec<String>, ReportError> {
    let mut names = Vec::new();
    archive.walk("xl/workbook.xml", |step| {
        if let XmlEvent::Open(tag) = step
            && tag.name == "sheet"
        {
            names.push(tag.value("name")?);
        }
        Ok(())
    })?;
    Ok(names)
}

fn shared_texts(archive: &Archive) -> Result<Vec<String>, ReportError> {
    let path = "xl/sharedStrings.xml";
    let (mut texts, mut in_text) = (Vec::new(), false);
    // The part does not exist where there are no texts.
    if !archive.has(path) {
        return Ok(texts);
    }
    archive.walk(path, |step| {
        match step {
            XmlEvent::Open(tag) if tag.name == "si" => texts.push(String::new()),
            XmlEvent::Open(tag) => in_text = tag.name == "t",
            XmlEvent::Close(_) => in_text = false,
            XmlEvent::Letters(letters) => {
                if let Some(text) = texts.last_mut().filter(|_| in_text) {
                    text.push_str(letters);
                }
            }
        }
        Ok(())
    })?;
    Ok(texts.iter().map(|text| unescaped(text)).collect())
}

/// Decodes Excel's own escapes in a text, such as `_x005F_` for `_`.
fn unescaped(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        whole.push_str(before);
        let escape = after.split_at_checked(4).filter(|(_, end)| end.starts_with('_'));
        let letter =
            escape.and_then(|(digits, _)| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
        match letter.zip(after.get(5..)) {
            Some((letter, end)) => {
                whole.push(letter);
                rest = end;
            }
            None => {
                whole.push_str("_x");
                rest = after;
            }
        }
    }
    whole + rest
}

/// Returns the cells of a sheet that are not empty.
fn page(archive: &Archive, place: usize, texts: &[String]) -> Result<SheetCells, ReportError> {
    let mut page = SheetCells::new();
    let (mut name, mut is_text, mut in_value, mut value) = (String::new(), false, false, String::new());
    archive.walk(&format!("xl/worksheets/sheet{}.xml", place + 1), |step| {
        match step {
            XmlEvent::Open(tag) if tag.name == "c" => {
                name = tag.value("r")?;
                is_text = tag.value("t")? == "s";
                value.clear();
            }
            XmlEvent::Open(tag) => in_value = tag.name == "v",
            XmlEvent::Letters(letters) if in_value => value.push_str(letters),
            XmlEvent::Letters(_) => {}
            XmlEvent::Close("c") if !value.is_empty() => {
                let text = value.parse().ok().and_then(|place: usize| texts.get(place)).filter(|_| is_text);
                let found = match text {
                    Some(text) => CellValue::Text(text.clone()),
                    None if is_text => {
                        return Err(ReportError::check(format!("the text of {name} is missing")));
                    }
                    None => CellValue::Number(value.clone()),
                };
                page.insert(name.clone(), found);
            }
            XmlEvent::Close(_) => in_value = false,
        }
        Ok(())
    })?;
    Ok(page)
}
