//! A plain page in the place of everything.

use crate::components::{Card, PageHeading, focus_soon};
use crate::platform::page;
use leptos::prelude::*;

/// Puts a plain page in the place of everything, so that nothing of the program can be used any more: its state is
/// empty, and keeps nothing.
pub(super) fn show_alone<V: IntoView + 'static>(
    heading: &'static str,
    words: impl FnOnce() -> V + Send + 'static,
) {
    let view = move || {
        view! {
            <main id="main" class="app-main">
                <PageHeading>{heading}</PageHeading>
                <Card class="app-prose">{words()}</Card>
            </main>
        }
    };
    // An owner of its own: the one of the page that was here ends with the next address. It stays until the page is loaded
    // again.
    let owner = Owner::new_root(None);
    owner.with(|| page::draw_alone(view));
    std::mem::forget(owner);
    page::set_title(&format!("{heading} – Standards Met"));
    focus_soon("h1");
}
