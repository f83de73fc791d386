//! Reads each file back with another reader than the one that wrote it where there is one, and compares what it holds with
//! what it should hold.

mod archive;
mod paper;
mod workbook;

use crate::Wrong;
use crate::calendar::{digits, trigger};
use crate::comma::{MARK, rows};
use crate::letters::clean;
use csv::ReaderBuilder;
use icalendar::{CalendarComponent, Component, Event};
use standards_met_core::report::{Appointment, Sheet};

pub use paper::word;
pub use workbook::excel;

/// Reads comma-separated values back.
///
/// # Errors
/// [`Wrong::Check`] with the row that differs.
pub fn comma(file: &[u8], sheet: &Sheet) -> Result<(), Wrong> {
    let text = std::str::from_utf8(file).map_err(Wrong::check)?;
    let text = text.strip_prefix(MARK).ok_or_else(|| Wrong::check("its first mark is missing"))?;
    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut found = reader.records();
    for (number, expected) in (1..).zip(rows(sheet)) {
        let row = found.next().ok_or_else(|| Wrong::check(format!("row {number} is missing")))?;
        let row = row.map_err(Wrong::check)?;
        if !row.iter().eq(expected.iter().map(String::as_str)) {
            return Err(Wrong::check(format!("row {number} differs")));
        }
    }
    same("rows", &found.count(), &0)
}

/// Reads a calendar back.
///
/// # Errors
/// [`Wrong::Check`] with the day that differs.
pub fn calendar(file: &[u8], days: &[Appointment]) -> Result<(), Wrong> {
    let text = std::str::from_utf8(file).map_err(Wrong::check)?;
    let calendar: icalendar::Calendar = text.parse().map_err(|_| Wrong::check("it is not a calendar"))?;
    same("the number of days", &calendar.components.len(), &days.len())?;
    for (found, day) in calendar.components.iter().zip(days) {
        let CalendarComponent::Event(event) = found else {
            return Err(Wrong::check(format!("{} is not a day", day.day)));
        };
        if found_in(event) != expected_of(day) {
            return Err(Wrong::check(format!("the entry of {} differs", day.day.in_words())));
        }
    }
    Ok(())
}

/// What a day in a calendar says.
#[derive(Debug, PartialEq)]
struct Says {
    texts: [String; 6],
    reminders: Vec<String>,
}

fn found_in(event: &Event) -> Says {
    let value = |key: &str| event.property_value(key).unwrap_or_default().to_owned();
    Says {
        texts: ["UID", "SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "RRULE"].map(value),
        reminders: event
            .components()
            .iter()
            .map(|reminder| reminder.property_value("TRIGGER").unwrap_or_default().into())
            .collect(),
    }
}

fn expected_of(day: &Appointment) -> Says {
    let days = [day.day, day.day.plus_days(1)].map(|day| digits(&day.to_string()));
    let [begin, end] = days;
    let yearly = if day.yearly { "FREQ=YEARLY" } else { "" };
    Says {
        texts: [clean(&day.uid), clean(&day.title), clean(&day.text), begin, end, yearly.into()],
        reminders: day.reminders.iter().map(|before| trigger(*before)).collect(),
    }
}

/// Nothing, where both are the same.
fn same<T: PartialEq>(what: &str, found: &T, expected: &T) -> Result<(), Wrong> {
    if found == expected { Ok(()) } else { Err(Wrong::check(format!("{what} differ"))) }
}
