//! What is known of the second copy, and what waits for it.

use crate::platform::changes::Changed;
use crate::platform::second::Second;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// What has to be known to keep the second copy up to date: nothing of it is shown.
#[derive(Default)]
pub(super) struct Mirror {
    /// The second copy, once it is open.
    pub(super) second: Option<Second>,
    /// While something is being written: rings when that takes too long.
    pub(super) busy: Option<Timeout>,
    /// What is being written.
    pub(super) under_way: Vec<Changed>,
    pub(super) retry: Option<Timeout>,
    /// Rings when the files that are kept up to date are due.
    pub(super) files_due: Option<Timeout>,
    /// Keys of other tabs that are taken in, and go once that is in a store.
    pub(super) absorbed: Vec<String>,
    /// Compares it with the first copy once more.
    pub(super) compare: Option<Callback<()>>,
    /// Writes what is to go into the histories. Gives whether all of it is kept.
    pub(super) write_history: Option<Callback<(), bool>>,
    /// Sets aside what this page may not save any more.
    pub(super) keep_beside: Option<Callback<Id>>,
    /// It was compared with the first copy once.
    pub(super) met: bool,
    /// What was damaged in the first copy when the page started, until that is told, which is once.
    pub(super) damaged: Option<Vec<Id>>,
}
