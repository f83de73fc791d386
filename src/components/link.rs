//! Links.

use leptos::prelude::*;

/// A link to another site, which opens beside this page.
#[component]
pub fn OutsideLink(
    #[prop(into)] href: String,
    #[prop(optional)] class: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <a class=class href=href target="_blank" rel="noopener noreferrer">
            {children()}
        </a>
    }
}
