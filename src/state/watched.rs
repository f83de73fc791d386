//! A value that the interface follows.

use leptos::prelude::{Notify, RwSignal, Track};
use std::cell::{Cell, RefCell};

/// A value that lives as long as the page, and a signal that says when it has changed.
///
/// The value lies beside the signal and not in it: the code that Leptos makes for each type of signal is several
/// kilobytes, and this way there is one type.
pub struct Watched<T: 'static> {
    value: &'static RefCell<T>,
    changes: &'static Cell<u32>,
    changed: RwSignal<()>,
}

impl<T> Clone for Watched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Watched<T> {}

impl<T> Watched<T> {
    #[must_use]
    pub fn new(value: T) -> Self {
        Self {
            value: Box::leak(Box::new(RefCell::new(value))),
            changes: Box::leak(Box::default()),
            changed: RwSignal::new(()),
        }
    }

    /// Looks at the value, and follows it. Neither this look nor the next may change the value.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.follow();
        self.with_untracked(look)
    }

    /// Follows the value without looking at it.
    #[inline(never)]
    pub fn follow(self) {
        self.changed.track();
    }

    /// Looks at the value now.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.value.borrow())
    }

    /// The value, followed.
    #[must_use]
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value now.
    #[must_use]
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// How often the value was changed, followed: for who shows all of it anew each time.
    #[must_use]
    pub fn changes(self) -> u32 {
        self.follow();
        self.changes.get()
    }

    pub fn set(self, value: T) {
        self.update(|present| *present = value);
    }

    /// Changes what nobody shows.
    pub fn update_quietly<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.value.borrow_mut())
    }

    pub fn update<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        let outcome = change(&mut self.value.borrow_mut());
        signal(self.changes, self.changed);
        outcome
    }
}

/// Counts a change, and tells those who follow it.
#[inline(never)]
fn signal(changes: &Cell<u32>, changed: RwSignal<()>) {
    changes.set(changes.get().wrapping_add(1));
    changed.notify();
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::prelude::{Get, Memo, Owner};

    #[test]
    fn a_change_is_signalled_and_then_seen() {
        let owner = Owner::new();
        owner.set();
        let name = Watched::new("Rosewood".to_owned());
        let changed = name.changed;
        let seen = Memo::new(move |before: Option<&u32>| {
            changed.track();
            before.map_or(0, |changes| changes + 1)
        });
        assert_eq!(seen.get(), 0);
        name.update(|name| name.push_str(" House"));
        assert_eq!((seen.get(), name.get_untracked().as_str()), (1, "Rosewood House"));
        name.set(String::new());
        assert_eq!((seen.get(), name.with_untracked(String::len)), (2, 0));
        assert_eq!(name.changes(), 2);
    }
}
