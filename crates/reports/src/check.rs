//! Reads each file back, where possible with another library than the one that wrote it, and compares its content with
//! what it should contain.

mod archive;
mod paper;
mod workbook;

use crate::ReportError;
use crate::calendar::{digits, trigger};
use crate::comma::{MARK, rows};
use crate::letters::clean;
use csv::ReaderBuilder;
use icalendar::{CalendarComponent, Component, Event};
use standards_met_core::report::{Appointment, Sheet};

pub use paper::word;
pub use workbook::excel;

/// Reads comma-separated values back and compares them with the sheet.
///
/// # Errors
/// [`ReportError::Check`] with the row that differs.
pub fn comma(file: &[u8], sheet: &Sheet) -> Result<(), ReportError> {
    let text = std::str::from_utf8(file).map_err(ReportError::check)?;
    let text = text.strip_prefix(MARK).ok_or_else(|| ReportError::check("its first mark is missing"))?;
    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut found = reader.records();
    for (number, expected) in (1..).zip(rows(sheet)) {
        let row = found.next().ok_or_else(|| ReportError::check(format!("row {number} is missing")))?;
        let row = row.map_err(ReportError::check)?;
        if !row.iter().eq(expected.iter().map(String::as_str)) {
            return Err(ReportError::check(format!("row {number} differs")));
        }
    }
    same("rows", &found.count(), &0)
}

/// Reads a calendar back and compares it with the appointments.
///
/// # Errors
/// [`ReportError::Check`] with the date that differs.
pub fn calendar(file: &[u8], days: &[Appointment]) -> Result<(), ReportError> {
    let text = std::str::from_utf8(file).map_err(ReportError::check)?;
    let calendar: icalendar::Calendar =
        text.parse().map_err(|_| ReportError::check("it is not a calendar"))?;
    same("the number of days", &calendar.components.len(), &days.len())?;
    for (found, day) in calendar.components.iter().zip(days) {
        let CalendarComponent::Event(event) = found else {
            return Err(ReportError::check(format!("{} is not a day", day.day)));
        };
        if found_in(event) != expected_of(day) {
            return Err(ReportError::check(format!("the entry of {} differs", day.day.in_words())));
        }
    }
    Ok(())
}

/// The values of a calendar entry that are compared.
#[derive(Debug, PartialEq)]
struct EventText {
    texts: [String; 6],
    reminders: Vec<String>,
}

fn found_in(event: &Event) -> EventText {
    let value = |key: &str| event.property_value(key).unwrap_or_default().to_owned();
    EventText {
        texts: ["UID", "SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "RRULE"].map(value),
        reminders: event
            .components()
            .iter()
            .map(|reminder| reminder.property_value("TRIGGER").unwrap_or_default().into())
            .collect(),
    }
}

fn expected_of(day: &Appointment) -> EventText {
    let days = [day.day, day.day.plus_days(1)].map(|day| digits(&day.to_string()));
    let [begin, end] = days;
    let yearly = if day.yearly { "FREQ=YEARLY" } else { "" };
    EventText {
        texts: [clean(&day.uid), clean(&day.title), clean(&day.text), begin, end, yearly.into()],
        reminders: day.reminders.iter().map(|before| trigger(*before)).collect(),
    }
}

/// Returns an error where the two values differ; `what` names them.
fn same<T: PartialEq>(what: &str, found: &T, expected: &T) -> Result<(), ReportError> {
    if found == expected { Ok(()) } else { Err(ReportError::check(format!("{what} differ"))) }
}
