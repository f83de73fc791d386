//! What is told of what has just been done.

use super::{Notice, Undo};
use leptos::prelude::*;

/// The notice above the page.
#[derive(Clone, Copy)]
pub struct Notices {
    pub notice: RwSignal<Option<(Notice, Option<Undo>)>>,
}

impl Notices {
    pub(super) fn new() -> Self {
        Self { notice: RwSignal::new(None) }
    }

    /// Says something, with a way back where there is one.
    pub fn tell(self, notice: Notice, undo: Option<Undo>) {
        self.notice.set(Some((notice, undo)));
    }

    pub fn dismiss(self) {
        self.notice.set(None);
    }
}
