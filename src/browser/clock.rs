//! The device's clock.

use crate::assessment::{Date, Timestamp};
use js_sys::Date as JsDate;

/// This moment.
#[must_use]
pub fn now() -> Timestamp {
    Timestamp::from_millis(JsDate::now())
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
