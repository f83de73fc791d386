//! The device's clock.

use crate::assessment::{Date, Timestamp};
use js_sys::Date as JsDate;

/// 1 November 2026, in milliseconds since 1970. Moved on with each release.
const MADE_MS: f64 = 1_793_491_200_000.0;

/// This moment.
#[must_use]
pub fn now() -> Timestamp {
    Timestamp::from_millis(JsDate::now())
}

/// Whether the clock is before the day on which this version was made, and so is wrong.
#[must_use]
pub fn is_behind() -> bool {
    now().millis() < MADE_MS
}

/// Today, where the device is.
#[must_use]
pub fn today() -> Date {
    day_of(now())
}

/// The day of a moment, where the device is.
#[must_use]
pub fn day_of(moment: Timestamp) -> Date {
    let local = local(moment);
    let text = format!("{:04}-{:02}-{:02}", local.get_full_year(), local.get_month() + 1, local.get_date());
    Date::parse(&text).unwrap_or_else(|| moment.date())
}

/// The time of day where the device is, as `14:02`.
#[must_use]
pub fn time_of_day(moment: Timestamp) -> String {
    let local = local(moment);
    format!("{:02}:{:02}", local.get_hours(), local.get_minutes())
}

fn local(moment: Timestamp) -> JsDate {
    JsDate::new(&moment.millis().into())
}
