//! The device's clock.

use super::reach::{get, invoke, window};
use js_sys::Date as JsDate;
use standards_met_core::assessment::{Date, Timestamp};
use standards_met_core::exchange::LocalTime;
use wasm_bindgen::JsValue;

/// 1 November 2026, in milliseconds since 1970. Moved on with each release.
const MADE_MS: f64 = 1_793_491_200_000.0;

/// This moment.
#[must_use]
pub fn now() -> Timestamp {
    Timestamp::from_millis(JsDate::now())
}

/// Milliseconds since some moment, which go on evenly whatever happens to the clock: for how long something takes.
#[must_use]
pub fn elapsed() -> f64 {
    let told = invoke(&get(&window(), "performance"), "now", &JsValue::UNDEFINED, &JsValue::UNDEFINED);
    told.and_then(|told| told.as_f64()).unwrap_or_else(JsDate::now)
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

/// This moment where the device is, for the name of a file.
#[must_use]
pub fn local_time() -> LocalTime {
    time_for_file(now())
}

/// A moment where the device is, for the name of a file.
#[must_use]
pub fn time_for_file(moment: Timestamp) -> LocalTime {
    let local = local(moment);
    let part = |number: u32| u8::try_from(number).unwrap_or_default();
    let time = [local.get_hours(), local.get_minutes(), local.get_seconds()].map(part);
    LocalTime { day: day_of(moment), time }
}

/// By how many minutes the clock where the device is shows more than UTC's does now.
#[must_use]
pub fn ahead() -> i16 {
    #[allow(clippy::cast_possible_truncation)] // `as` saturates, and no place is a day away
    let ahead = -local(now()).get_timezone_offset() as i16;
    ahead
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
