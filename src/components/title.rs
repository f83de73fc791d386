//! Headings and small print.

use leptos::prelude::*;

/// The heading of the whole page. The focus goes there when the page changes.
#[component]
pub fn PageHeading(children: Children) -> impl IntoView {
    view! {
        <h1 class="app-title" tabindex="-1">
            {children()}
        </h1>
    }
}

/// The heading of a section.
#[component]
pub fn Heading(children: Children) -> impl IntoView {
    view! { <h2 class="app-heading">{children()}</h2> }
}

/// What is said in passing, in smaller letters.
#[component]
pub fn Hint(children: Children) -> impl IntoView {
    view! { <p class="app-hint">{children()}</p> }
}
