//! Buttons, and links that look like them.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonVariant {
    /// The one thing to do.
    Primary,
    Secondary,
    /// For what is rarely needed.
    Small,
    /// For what takes something away.
    Danger,
}

impl ButtonVariant {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "nhsuk-button",
            Self::Secondary => "nhsuk-button nhsuk-button--secondary",
            Self::Small => "app-small-button",
            Self::Danger => "nhsuk-button app-button--danger",
        }
    }
}

/// A button that does something on this page.
#[component]
pub fn Button(
    variant: ButtonVariant,
    #[prop(optional, into)] id: Option<String>,
    #[prop(into)] on_press: Callback<()>,
    children: Children,
) -> impl IntoView {
    view! {
        <button type="button" id=id class=variant.class() on:click=move |_| on_press.run(())>
            {children()}
        </button>
    }
}

/// A link that leads on, as a button.
#[component]
pub fn ButtonLink(variant: ButtonVariant, #[prop(into)] href: String, children: Children) -> impl IntoView {
    view! {
        <a class=variant.class() href=href>
            {children()}
        </a>
    }
}

/// A form that does what it is for by itself, without the browser's own checks.
#[component]
pub fn Form(
    #[prop(optional)] class: &'static str,
    #[prop(into)] on_submit: Callback<()>,
    children: Children,
) -> impl IntoView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_submit.run(());
    };
    view! {
        <form class=class novalidate on:submit=submit>
            {children()}
        </form>
    }
}

/// The button that sends a form.
#[component]
pub fn SubmitButton(
    #[prop(default = ButtonVariant::Primary)] variant: ButtonVariant,
    children: Children,
) -> impl IntoView {
    view! {
        <button type="submit" class=variant.class()>
            {children()}
        </button>
    }
}
