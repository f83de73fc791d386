//! The way to the official toolkit.

use super::OutsideLink;
use leptos::prelude::*;

/// A link to the official toolkit, wherever something is to be entered there.
#[component]
pub fn OfficialToolkitLink() -> impl IntoView {
    view! {
        <OutsideLink class="app-tap" href="https://www.dsptoolkit.nhs.uk/">
            "Open the official toolkit (opens in a new tab)"
        </OutsideLink>
    }
}
