//! The list of what would change if an opened file took the place of what is here.

use crate::components::{Button, ButtonVariant, ChangesList, focus_soon};
use crate::store::Exchange;
use leptos::prelude::*;

/// Each change, word by word.
#[component]
pub fn EachChange() -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let list = exchange.changes_offered().map(|(edition, changes)| {
        view! { <ChangesList edition=&edition changes=&changes /> }
    });
    view! {
        <div class="app-changed">
            <p class="app-hint" id="each-change" tabindex="-1">
                "From what is here to the file. What would be removed is struck through, and what would be added is underlined."
            </p>
            {list}
        </div>
    }
}

/// A button that opens a place below, and closes it again; the focus goes there.
#[component]
pub fn DisclosureButton(
    variant: ButtonVariant,
    open: RwSignal<bool>,
    /// The selector of what has the focus once it is open.
    place: &'static str,
    children: Children,
) -> impl IntoView {
    let toggle = move |()| {
        open.update(|open| *open = !*open);
        if open.get_untracked() {
            focus_soon(place);
        }
    };
    view! {
        <Button variant on_press=toggle attr:aria-expanded=move || open.get().to_string()>
            {children()}
        </Button>
    }
}
