//! What can be undone in this sitting, and done again.

use standards_met_core::assessment::{Change, Id};

/// So many changes can be undone, one after the other.
const STEPS: usize = 300;

/// What was done in this sitting and can be undone, and what was undone and can be done again.
#[derive(Default)]
pub struct Steps {
    pub(super) done: Vec<(Id, Change)>,
    pub(super) undone: Vec<(Id, Change)>,
    /// Whether typing on still belongs to the last change.
    pub(super) open: bool,
}

impl Steps {
    /// Whether there is anything to undo in an assessment.
    #[must_use]
    pub fn can_undo(&self, id: &Id) -> bool {
        self.done.iter().any(|(of, _)| of == id)
    }

    /// Whether there is anything to do again in an assessment.
    #[must_use]
    pub fn can_redo(&self, id: &Id) -> bool {
        self.undone.iter().any(|(of, _)| of == id)
    }

    pub(super) fn push(&mut self, id: &Id, change: Change) {
        self.undone.retain(|(of, _)| of != id);
        if self.open
            && let Some((of, last)) = self.done.last_mut()
            && of == id
            && last.grow(&change)
        {
            return;
        }
        self.open = true;
        self.done.push((id.clone(), change));
        if self.done.len() > STEPS {
            self.done.remove(0);
        }
    }

    pub(super) fn take(from: &mut Vec<(Id, Change)>, id: &Id) -> Option<Change> {
        let place = from.iter().rposition(|(of, _)| of == id)?;
        Some(from.remove(place).1)
    }
}
