//! Whether the device was cleared while this page was open.

use std::cell::Cell;

thread_local! {
    /// Whether the device was cleared while this page was open.
    static CLEARED: Cell<bool> = const { Cell::new(false) };
}

/// Whether the device was cleared while this page was open. Then nothing is kept any more until it is loaded again.
pub(super) fn is_cleared() -> bool {
    CLEARED.get()
}

/// Notes that it was.
pub(super) fn note() {
    CLEARED.set(true);
}
