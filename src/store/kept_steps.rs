//! Undo after the page was loaded again: tablets do that by themselves.

use super::{Assessments, Steps};
use crate::platform::{page, tab_text};
use leptos::prelude::*;
use standards_met_core::assessment::{Change, Id};

const KEY: &str = "standards-met/undo";
/// So many changes can still be undone.
const MOST_STEPS: usize = 50;
/// A longer text is not kept: a tab has room for about five million characters.
const LONGEST: usize = 1_000_000;

impl Assessments {
    /// Brings back what could be undone before this page was loaded again, and keeps it whenever the page may be about to go.
    pub fn keep_steps(self) {
        let before: Option<Vec<(Id, Change)>> =
            tab_text::take(KEY).and_then(|text| serde_json::from_str(&text).ok());
        if let Some(mut before) = before.filter(|before| !before.is_empty()) {
            self.steps.update(|steps| {
                before.append(&mut steps.done);
                steps.done = before;
            });
        }
        page::on_leave(move || {
            match self.steps.with_untracked(|steps| self.spell_steps(steps)) {
                Some(text) => tab_text::keep(KEY, &text),
                // What was kept when the page was last hidden has been undone since.
                None => drop(tab_text::take(KEY)),
            }
        });
    }

    /// The last changes to assessments that are still here, as text. `None` where there are none, or they are too long.
    fn spell_steps(self, steps: &Steps) -> Option<String> {
        let here = |(id, _): &&(Id, Change)| self.with_untracked(id, |_| ()).is_some();
        let mut last: Vec<&(Id, Change)> = steps.done.iter().rev().filter(here).take(MOST_STEPS).collect();
        last.reverse();
        let text = serde_json::to_string(&last).ok()?;
        (!last.is_empty() && text.len() <= LONGEST).then_some(text)
    }
}
