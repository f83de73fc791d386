//! Calendars.

mod common;

use common::{awkward, day, leave};
use reports::{ReportError, calendar, check};
use standards_met_core::assessment::Timestamp;
use standards_met_core::report::Appointment;

fn appointments() -> Vec<Appointment> {
    let changed = Timestamp::parse("2026-11-26T09:14:00.500Z").expect("a moment");
    let one = |(number, text): (usize, String)| Appointment {
        uid: format!("action-{number}@standards-met"),
        day: day("2027-06-30"),
        yearly: number % 2 == 0,
        title: text.clone(),
        text,
        reminders: if number % 3 == 0 { Vec::new() } else { vec![30, 7] },
        changed,
    };
    awkward().into_iter().enumerate().map(one).collect()
}

fn file() -> String {
    calendar::calendar(&appointments(), "Standards Met: Rosewood, West; \\ East")
}

#[test]
fn every_day_reads_back_as_it_was() {
    assert_eq!(check::calendar(file().as_bytes(), &appointments()), Ok(()));
    assert_eq!(check::calendar(calendar::calendar(&[], "None").as_bytes(), &[]), Ok(()));
    assert_eq!(file(), file());
    leave("days.ics", file().as_bytes());
}

#[test]
fn no_line_is_too_long_and_each_ends_as_calendars_want_it() {
    for line in file().split_terminator("\r\n") {
        assert!(line.len() <= 75, "{line:?}");
        assert!(!line.contains(['\r', '\n', '\0', '\u{b}', '\u{7f}']), "{line:?}");
    }
    assert!(file().ends_with("END:VCALENDAR\r\n"));
}

#[test]
fn a_day_is_what_calendars_take_for_one() {
    let text = calendar::calendar(&appointments()[1..2], "Rosewood, West");
    for line in [
        "PRODID:-//Standards Met//Reports//EN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Rosewood\\, West",
        "DTSTART;VALUE=DATE:20270630",
        "DTEND;VALUE=DATE:20270701",
        "DTSTAMP:20261126T091400Z",
        "LAST-MODIFIED:20261126T091400Z",
        "SEQUENCE:3630794",
        "TRANSP:TRANSPARENT",
        "TRIGGER:-P30D",
        "TRIGGER:-P7D",
        "ACTION:DISPLAY",
    ] {
        assert!(text.split("\r\n").any(|known| known == line), "{line} in {text}");
    }
    assert_eq!(text.matches("DTSTAMP").count(), 1);
    assert_eq!(text.matches("UID").count(), 1);
    assert!(!text.contains("RRULE"));
}

#[test]
fn a_lost_or_changed_day_is_found() {
    let days = appointments();
    let text = file();
    let (before, rest) = text.split_once("BEGIN:VEVENT").expect("a day");
    let (_, after) = rest.split_once("END:VEVENT\r\n").expect("its end");
    for other in [
        format!("{before}{after}"),
        text.replacen("SUMMARY:Plain", "SUMMARY:plain", 1),
        text.replacen("20270630", "20270629", 1),
        text.replacen("TRIGGER:-P7D", "TRIGGER:-P8D", 1),
        text.replacen("RRULE:FREQ=YEARLY\r\n", "", 1),
    ] {
        assert_ne!(other, text);
        assert!(matches!(check::calendar(other.as_bytes(), &days), Err(ReportError::Check(_))));
    }
}
