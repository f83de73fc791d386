//! A report as a calendar: whole days with a reminder.

use crate::assessment::{Date, Timestamp};

/// A day in a calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Appointment {
    /// Always the same for the same thing, so that importing it again changes the entry instead of adding another.
    pub uid: String,
    pub day: Date,
    /// Whether it comes again every year.
    pub yearly: bool,
    pub title: String,
    pub text: String,
    /// How many days before it a reminder is due; none where nothing is left to do.
    pub reminders: Vec<u16>,
    /// When what it says was last changed: the newer one wins where it is imported again.
    pub changed: Timestamp,
}
