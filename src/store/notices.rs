//! What is told of what has just been done.

use super::{Navigation, Notice, Undo};
use crate::route::Route;
use leptos::prelude::*;

/// The notice above the page.
#[derive(Clone, Copy)]
pub struct Notices {
    pub notice: RwSignal<Option<(Notice, Option<Undo>)>>,
    /// What is told on the page that is gone to.
    next: StoredValue<Option<(Notice, Option<Undo>)>>,
}

impl Notices {
    pub(super) fn new() -> Self {
        Self { notice: RwSignal::new(None), next: StoredValue::new(None) }
    }

    /// Says something, with a way back where there is one.
    pub fn tell(self, notice: Notice, undo: Option<Undo>) {
        self.notice.set(Some((notice, undo)));
    }

    /// Goes to a page and says something there.
    pub(super) fn tell_on(self, navigation: Navigation, page: &Route, notice: Notice, undo: Option<Undo>) {
        if navigation.route.with_untracked(|route| route == page) {
            return self.tell(notice, undo);
        }
        self.next.set_value(Some((notice, undo)));
        navigation.go(page);
    }

    /// Another page is shown: what was said of the one before is of no use any more.
    pub(super) fn turn_page(self) {
        let next = self.next.try_update_value(Option::take).flatten();
        self.notice.set(next);
    }

    pub fn dismiss(self) {
        self.notice.set(None);
    }
}
