//! A card: what belongs together, with a frame around it.

use leptos::prelude::*;

/// A section with a frame.
#[component]
pub fn Card(
    /// Classes beside the card's own.
    #[prop(optional, into)]
    class: String,
    /// The name of what is in it, for a screen reader; the card is a group then.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    children: Children,
) -> impl IntoView {
    view! {
        <section
            class=format!("app-card {class}").trim_end().to_owned()
            role=label.map(|_| "group")
            aria-label=move || label.map(|label| label.get())
        >
            {children()}
        </section>
    }
}
