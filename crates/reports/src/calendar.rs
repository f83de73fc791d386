//! Writes the entries of a calendar as RFC 5545 defines them.

use crate::letters::clean;
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property, Trigger, ValueType};
use standards_met_core::assessment::{Date, Timestamp};
use standards_met_core::report::Appointment;

/// The maximum length of a line, in bytes (RFC 5545, section 3.1).
const LINE: usize = 75;

/// Returns the file; `name` is the name of the calendar. The same entries always give the same file.
#[must_use]
pub fn calendar(days: &[Appointment], name: &str) -> String {
    let mut texts = CalendarTexts::default();
    let name = texts.mark(name);
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Standards Met//Reports//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("NAME", &name),
        ("X-WR-CALNAME", &name),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    for day in days {
        calendar.push(event(day, &mut texts));
    }
    texts.put_into(&calendar.to_string())
}

fn event(day: &Appointment, texts: &mut CalendarTexts) -> Event {
    let changed = moment(day.changed);
    let title = texts.mark(&day.title);
    let mut event = Event::new();
    event
        .uid(&texts.mark(&day.uid))
        .summary(&title)
        .description(&texts.mark(&day.text))
        .append_property(whole_day("DTSTART", day.day))
        .append_property(whole_day("DTEND", day.day.plus_days(1)))
        .add_property("DTSTAMP", &changed)
        .add_property("LAST-MODIFIED", &changed)
        .add_property("SEQUENCE", sequence(day.changed).to_string())
        .add_property("TRANSP", "TRANSPARENT");
    if day.yearly {
        event.add_property("RRULE", "FREQ=YEARLY");
    }
    for before in &day.reminders {
        event.alarm(alarm(&title, *before, &changed));
    }
    event.done()
}

fn alarm(title: &str, days: u16, changed: &str) -> Alarm {
    let mut alarm = Alarm::display(title, Trigger::from(chrono::Duration::zero()));
    // In the form that calendars write themselves: the library counts in seconds, which some programs do not read.
    alarm.append_property(Property::new("TRIGGER", trigger(days)));
    // Both are set only so that the library does not ask for the time and for random numbers. See
    // [`CalendarTexts::put_into`].
    alarm.add_property("DTSTAMP", changed).add_property("UID", "none");
    alarm
}

/// The texts of a calendar. The library gets marks in their place, because it escapes only some characters, and panics
/// where it breaks lines at characters of several bytes with spaces after them.
#[derive(Default)]
struct CalendarTexts(Vec<String>);

impl CalendarTexts {
    const MARK: &str = ":text-";

    fn mark(&mut self, text: &str) -> String {
        self.0.push(escaped(&clean(text)));
        format!("{}{}", Self::MARK.trim_start_matches(':'), self.0.len() - 1)
    }

    /// Returns the file with the texts in place of their marks, and without the `DTSTAMP` and the `UID` that the
    /// library gives reminders: RFC 5545 allows them only for entries.
    fn put_into(&self, file: &str) -> String {
        let mut kept = String::with_capacity(file.len());
        let mut in_reminder = false;
        for line in file.split_terminator("\r\n") {
            match line {
                "BEGIN:VALARM" => in_reminder = true,
                "END:VALARM" => in_reminder = false,
                _ => {}
            }
            if in_reminder && (line.starts_with("DTSTAMP:") || line.starts_with("UID:")) {
                continue;
            }
            let marked = line.split_once(Self::MARK);
            let text = marked.and_then(|(_, place)| self.0.get(place.parse::<usize>().ok()?));
            match marked.zip(text) {
                Some(((key, _), text)) => fold(&mut kept, &format!("{key}:{text}")),
                None => fold(&mut kept, line),
            }
        }
        kept
    }
}

/// Writes a line, folded into as many lines as it needs. Each continuation begins with a space. No character is split.
fn fold(file: &mut String, line: &str) {
    let mut filled = 0;
    for letter in line.chars() {
        if filled + letter.len_utf8() > LINE {
            file.push_str("\r\n ");
            filled = 1;
        }
        file.push(letter);
        filled += letter.len_utf8();
    }
    file.push_str("\r\n");
}

/// Returns when a reminder is due, as a duration of so many days before the entry.
pub(crate) fn trigger(days: u16) -> String {
    if days == 0 { "PT0S".into() } else { format!("-P{days}D") }
}

fn whole_day(key: &str, day: Date) -> Property {
    Property::new(key, digits(&day.to_string())).append_parameter(ValueType::Date).done()
}

/// Returns a moment in UTC, to the second.
fn moment(at: Timestamp) -> String {
    let seconds: String = at.to_string().chars().take("2026-11-26T09:14:00".len()).collect();
    digits(&seconds) + "Z"
}

/// Removes the hyphens and colons between the numbers.
pub(crate) fn digits(text: &str) -> String {
    text.replace(['-', ':'], "")
}

/// Returns the sequence number of a change, which is larger for a later change: whole minutes since the beginning of
/// 2020.
fn sequence(changed: Timestamp) -> u32 {
    const BEGIN: f64 = 1_577_836_800_000.0;
    let minutes = ((changed.millis() - BEGIN) / 60_000.0).floor().clamp(0.0, f64::from(i32::MAX));
    // The value is a whole number within the range of the type.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let minutes = minutes as u32;
    minutes
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}
