//! The plainest parts of a page.

use crate::ui::element::{El, el};

pub fn paragraph(text: &str) -> El {
    el("p").text(text)
}

pub fn hint(text: &str) -> El {
    paragraph(text).class("app-hint")
}

/// The heading of the whole page. The focus goes there when the page changes.
pub fn title(text: &str) -> El {
    el("h1").class("app-title").attr("tabindex", "-1").text(text)
}

pub fn heading(text: &str) -> El {
    el("h2").class("app-heading").text(text)
}

pub fn card() -> El {
    el("section").class("app-card")
}

pub fn link(href: &str, text: &str) -> El {
    el("a").attr("href", href).text(text)
}

/// A link to another site, which opens beside this page.
pub fn outside_link(href: &str, text: &str) -> El {
    link(href, text).attr("target", "_blank").attr("rel", "noopener noreferrer")
}

/// How much a button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The one thing to do.
    Main,
    Second,
    /// For what is rarely needed.
    Small,
}

fn class(weight: Weight) -> &'static str {
    match weight {
        Weight::Main => "nhsuk-button",
        Weight::Second => "nhsuk-button nhsuk-button--secondary",
        Weight::Small => "app-small-button",
    }
}

pub fn button(weight: Weight, text: &str, on_press: impl Fn() + 'static) -> El {
    el("button").attr("type", "button").class(class(weight)).text(text).on_press(on_press)
}

/// A form that does what it is for by itself, without the browser's own checks.
pub fn form(on_submit: impl Fn() + 'static) -> El {
    el("form").attr("novalidate", "").on("submit", move |event| {
        event.prevent_default();
        on_submit();
    })
}

/// The button that sends a form.
pub fn submit(text: &str) -> El {
    el("button").attr("type", "submit").class(class(Weight::Main)).text(text)
}

pub fn button_link(weight: Weight, href: &str, text: &str) -> El {
    link(href, text).class(class(weight))
}

/// Buttons side by side.
pub fn buttons() -> El {
    el("div").class("app-buttons")
}

/// A part that is folded away until it is pressed.
pub fn fold(summary: &str, open: bool) -> El {
    el("details").class("app-more").attr_if(open, "open", "").child(el("summary").text(summary))
}
