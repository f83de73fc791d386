//! Hands out a copy in which something is left out.

use crate::components::{Button, ButtonVariant, Checkbox, focus_soon};
use crate::store::{Assessments, Exchange};
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::exchange::Redaction;

/// Asks what to leave out, and hands out the copy.
#[component]
pub fn RedactedExport(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let found = assessments.with_untracked(&id, |document| {
        let parts = document.edition.parts.iter();
        parts.map(|part| (part.number, part.title.clone())).collect::<Vec<_>>()
    });
    let parts = found.unwrap_or_default().into_iter();
    let parts: Vec<(u8, String, RwSignal<bool>)> =
        parts.map(|(number, title)| (number, title, RwSignal::new(false))).collect();
    let (names, comments) = (RwSignal::new(true), RwSignal::new(true));
    let left_out: Vec<(u8, RwSignal<bool>)> =
        parts.iter().map(|(number, _, left)| (*number, *left)).collect();
    let redaction = Memo::new(move |_| Redaction {
        names: names.get(),
        comments: comments.get(),
        parts: left_out.iter().filter(|(_, left)| left.get()).map(|(number, _)| *number).collect(),
    });
    let tried = RwSignal::new(false);
    let rows = parts.into_iter().map(|(number, title, left)| {
        view! { <Omission id=format!("redact-{number}") label=format!("Part {number}: {title}") left /> }
    });
    let rows = rows.collect_view();
    let export = move |()| {
        let redaction = redaction.get_untracked();
        tried.set(true);
        if redaction.is_empty() {
            focus_soon("#redact-names");
        } else {
            exchange.export_redacted(&id, &redaction);
        }
    };
    view! {
        <fieldset class="nhsuk-fieldset">
            <legend class="app-label">"Leave out"</legend>
            <Omission
                id="redact-names"
                label="People’s names (who does an action, who reviewed)"
                left=names
            />
            <Omission id="redact-comments" label="Comments (yours and the reviewers’)" left=comments />
            {rows}
        </fieldset>
        <p class="app-warning">
            <b>"Please note: "</b>
            "names inside answers, reasons, documents and actions cannot be detected and will stay in. Read the copy \
             before you send it, or leave out the whole part."
        </p>
        <div role="alert">
            <Show when=move || tried.get() && redaction.with(Redaction::is_empty)>
                <p class="nhsuk-error-message">
                    "Choose what to leave out, or go to “Your data” and press “Export a file” to send all of it"
                </p>
            </Show>
        </div>
        <Button variant=ButtonVariant::Secondary on_press=export>
            "Export the redacted copy"
        </Button>
    }
}

/// Something that can be left out.
#[component]
fn Omission(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    /// Whether it is left out.
    left: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <div>
            <Checkbox id label checked=left on_change=move |now| left.set(now) />
        </div>
    }
}
