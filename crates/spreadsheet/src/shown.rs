//! A cell of `.xlsx` as a person sees it.

use calamine::{DataRef, ExcelDateTime};
use standards_met_core::kit::{Cell, CellKind};

/// The factor for rounding to eight decimal places. Digits beyond them are rounding errors of calculations.
const PLACES: f64 = 1e8;
/// The size from which numbers are not rounded, because they have no such decimal places.
const LARGE: f64 = 1e7;

/// Returns the cell with this value and number format, or `None` where the cell is empty.
pub(crate) fn cell(value: &DataRef, format: Option<&str>) -> Option<Cell> {
    let (text, kind) = match value {
        DataRef::Empty => return None,
        DataRef::String(text) => (lines(text), CellKind::Text),
        DataRef::SharedString(text) => (lines(text), CellKind::Text),
        DataRef::Int(whole) => (whole.to_string(), CellKind::Number),
        DataRef::Float(number) => (self::number(*number, format), CellKind::Number),
        DataRef::Bool(true) => ("yes".to_owned(), CellKind::Other),
        DataRef::Bool(false) => ("no".to_owned(), CellKind::Other),
        DataRef::DateTime(moment) => self::moment(moment),
        DataRef::DateTimeIso(text) => (day_alone(text), CellKind::Date),
        DataRef::DurationIso(text) => (text.clone(), CellKind::Other),
        DataRef::Error(error) => (error.to_string(), CellKind::Other),
    };
    Some(Cell { text, kind })
}

/// Makes all line ends `\n`.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn number(number: f64, format: Option<&str>) -> String {
    // `1.10` is another item number than `1.1`, but both are the same number in a spreadsheet.
    if let Some(places) = format.and_then(places) {
        return format!("{number:.places$}");
    }
    let rounded = if number.abs() < LARGE { (number * PLACES).round() / PLACES } else { number };
    // Adding zero turns a negative zero into a positive one, so that no minus is shown.
    (rounded + 0.0).to_string()
}

/// Returns the fixed number of decimal places of a number format: two for `0.00`. `None` for other formats.
fn places(format: &str) -> Option<usize> {
    let places = format.strip_prefix("0.")?;
    places
        .bytes()
        .all(|digit| digit == b'0')
        .then_some(places.len())
        .filter(|places| (1..=8).contains(places))
}

fn moment(moment: &ExcelDateTime) -> (String, CellKind) {
    let value = moment.as_f64();
    if moment.is_duration() {
        let minutes = (value * 24.0 * 60.0).round();
        return (format!("{}:{:02}", (minutes / 60.0).trunc(), (minutes % 60.0).abs()), CellKind::Other);
    }
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    if (0.0..1.0).contains(&value) {
        return (format!("{hour:02}:{minute:02}"), CellKind::Other);
    }
    let day = format!("{year:04}-{month:02}-{day:02}");
    let day = if hour == 0 && minute == 0 { day } else { format!("{day} {hour:02}:{minute:02}") };
    (day, CellKind::Date)
}

/// Returns `2022-07-01T00:00:00` as a date, and any other time of day as a date with hours and minutes.
fn day_alone(text: &str) -> String {
    match text.split_once('T') {
        Some((day, time)) if time.bytes().all(|byte| !byte.is_ascii_digit() || byte == b'0') => {
            day.to_owned()
        }
        Some((day, time)) => format!("{day} {}", time.get(..5).unwrap_or(time)),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    fn seen(value: &DataRef, format: Option<&str>) -> (String, CellKind) {
        let cell = cell(value, format).unwrap();
        (cell.text, cell.kind)
    }

    #[test]
    fn a_number_is_what_a_person_sees() {
        for (number, format, expected) in [
            (12.0, None, "12"),
            (1.1, None, "1.1"),
            (1.100000001, None, "1.1"),
            (0.1 + 0.2, Some("General"), "0.3"),
            (-0.000000001, None, "0"),
            (1.1, Some("0.00"), "1.10"),
            (1.1, Some("0.0#"), "1.1"),
            (12.0, Some("#,##0.00"), "12"),
            (1_234_567_890_123.0, None, "1234567890123"),
            (-2.5, None, "-2.5"),
        ] {
            assert_eq!(seen(&DataRef::Float(number), format), (expected.to_owned(), CellKind::Number));
        }
    }

    #[test]
    fn a_day_is_told_from_a_time() {
        let moment = |value, kind| DataRef::DateTime(ExcelDateTime::new(value, kind, false));
        for (value, expected, kind) in [
            (moment(44_743.0, DateTime), "2022-07-01", CellKind::Date),
            (moment(44_743.604_166_7, DateTime), "2022-07-01 14:30", CellKind::Date),
            (moment(0.25, DateTime), "06:00", CellKind::Other),
            (moment(1.5, TimeDelta), "36:00", CellKind::Other),
            (DataRef::DateTimeIso("2022-07-01T00:00:00".into()), "2022-07-01", CellKind::Date),
            (DataRef::DateTimeIso("2022-07-01T14:30:00".into()), "2022-07-01 14:30", CellKind::Date),
        ] {
            assert_eq!(seen(&value, None), (expected.to_owned(), kind));
        }
    }
}
