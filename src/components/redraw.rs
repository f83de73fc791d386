//! A part that is drawn from scratch.

use leptos::children::TypedChildrenFn;
use leptos::prelude::*;

/// A part that is drawn from scratch whenever something that it tracks has changed.
///
/// A closure in a view changes the elements that are there: what was unfolded in the old part would be unfolded in the new
/// one, and a message with the same words would not be announced again.
#[component]
pub fn Redraw<C: IntoView + 'static>(
    /// Reads what the part depends on. To track a memo is not enough: one that nobody reads does not follow its signals.
    on: impl Fn() + Send + Sync + 'static,
    children: TypedChildrenFn<C>,
) -> impl IntoView {
    let count = Memo::new(move |before: Option<&u32>| {
        on();
        before.map_or(0, |count| count.wrapping_add(1))
    });
    let children = children.into_inner();
    view! { <For each=move || [count.get()] key=|count| *count children=move |_| children() /> }
}
