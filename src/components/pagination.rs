//! To what comes before and what comes after, at the foot of a page.

use super::button::{ButtonLink, ButtonVariant};
use leptos::prelude::*;

/// Two links beside each other.
#[component]
pub fn Pagination(
    /// What is paged through.
    label: &'static str,
    #[prop(into)] back: String,
    #[prop(into)] back_href: String,
    #[prop(into)] next: String,
    #[prop(into)] next_href: String,
) -> impl IntoView {
    view! {
        <nav class="app-foot" aria-label=label>
            <ButtonLink variant=ButtonVariant::Secondary href=back_href>
                {back}
            </ButtonLink>
            <ButtonLink variant=ButtonVariant::Primary href=next_href>
                {next}
            </ButtonLink>
        </nav>
    }
}
