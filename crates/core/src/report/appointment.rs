//! A report as a calendar: whole days with reminders.

use crate::assessment::{Date, Timestamp};

/// An entry of a calendar that takes a whole day.
#[derive(Clone, Debug, PartialEq)]
pub struct Appointment {
    /// Always the same for the same subject, so that importing it again changes the entry instead of adding another.
    pub uid: String,
    /// The date of the entry, or its first date where it is repeated.
    pub day: Date,
    /// Whether the entry is repeated every year.
    pub yearly: bool,
    /// The title of the entry.
    pub title: String,
    /// The description, in lines separated by `\n`.
    pub text: String,
    /// How many days before the date each reminder is due; empty where nothing is left to do.
    pub reminders: Vec<u16>,
    /// When the content last changed. Where the entry is imported again, the newer one wins.
    pub changed: Timestamp,
}
