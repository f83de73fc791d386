//! A part that is drawn in a turn of the browser of its own.

use leptos::prelude::*;
use std::time::Duration;

/// A part that is drawn once the browser has had a turn after what is around it, so that a long page blocks it for half as
/// long. It has to be the last part of its page: what came after it would move.
#[component]
pub fn InNextTurn(children: ChildrenFn) -> impl IntoView {
    let is_drawn = RwSignal::new(false);
    let draw = move || {
        // The page may have moved on meanwhile.
        let _ = is_drawn.try_set(true);
    };
    set_timeout(draw, Duration::ZERO);
    view! {
        <Show when=move || is_drawn.get() fallback=|| view! { <span class="app-waits"></span> }>
            {children()}
        </Show>
    }
}
