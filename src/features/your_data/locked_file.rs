//! A file that was opened and is locked: asks for its passphrase.

use super::passphrase_field::{BusyStatus, IMPOSSIBLE, PassphraseField, ShowPassphrase};
use crate::components::{Button, ButtonVariant, Card, Form, SubmitButton, focus_soon};
use crate::store::Exchange;
use leptos::prelude::*;

const FIELD: &str = "locked-passphrase";

const WRONG: &str = "This passphrase does not open the file. It may be the wrong one, or the file was changed or damaged on its \
                     way.";

/// The card of a locked file.
#[component]
pub fn LockedFile(
    /// What the file is called.
    file: String,
) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    // It may be drawn with its page, whose own heading would have the focus.
    focus_soon("#locked-heading");
    let form = if exchange.can_lock() {
        view! { <UnlockForm /> }.into_any()
    } else {
        view! { <p>{IMPOSSIBLE}</p> }.into_any()
    };
    let leave = move |()| {
        exchange.leave_locked();
        focus_soon("h1");
    };
    view! {
        <Card class="app-card--next" attr:aria-labelledby="locked-heading">
            <p class="app-caption">{format!("You opened {file}")}</p>
            <h2 id="locked-heading" tabindex="-1">
                "This file is locked with a passphrase"
            </h2>
            {form}
            <div class="app-buttons">
                <Button variant=ButtonVariant::Secondary on_press=leave>
                    "Cancel"
                </Button>
            </div>
        </Card>
    }
}

#[component]
fn UnlockForm() -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let typed = RwSignal::new(String::new());
    // The passphrase that did not fit, if the one that is typed is still it.
    let refused = RwSignal::new(String::new());
    let (shown, tried, busy) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let is_blank = Memo::new(move |_| typed.with(|text| text.trim().is_empty()));
    let to_field = || focus_soon(format!("#{FIELD}"));
    let open = move |()| {
        tried.set(true);
        if is_blank.get_untracked() {
            to_field();
        } else if !busy.get_untracked() {
            let passphrase = typed.get_untracked();
            busy.set(true);
            refused.set(String::new());
            exchange.unlock(passphrase.clone(), move || {
                // The page may have moved on meanwhile.
                let _ = busy.try_set(false);
                let _ = refused.try_set(passphrase);
                to_field();
            });
        }
    };
    let error = Memo::new(move |_| {
        if tried.get() && is_blank.get() {
            return Some("Enter the passphrase of the file");
        }
        let same = typed.with(|typed| refused.with(|refused| !typed.is_empty() && refused == typed));
        same.then_some(WRONG)
    });
    view! {
        <Form on_submit=open>
            <p>
                "Ask whoever sent it for the passphrase. You will see what is in the file before anything changes."
            </p>
            <PassphraseField
                id=FIELD
                label="Passphrase of this file"
                autocomplete="off"
                shown
                error
                value=typed
            />
            <ShowPassphrase id="locked-show" shown />
            <BusyStatus busy words="Opening the file…" />
            <SubmitButton>"Open the file"</SubmitButton>
        </Form>
    }
}
