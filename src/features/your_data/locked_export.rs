//! Hands out an assessment as a file that only a passphrase opens.

use super::passphrase_field::{BusyStatus, IMPOSSIBLE, PassphraseField, ShowPassphrase};
use crate::components::{Fold, Form, Hint, SubmitButton, focus_soon};
use crate::store::Exchange;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::exchange::{Strength, tidy_passphrase};

const WHAT_FOR: &str = "For a file that travels by email or on a memory stick. Without the passphrase nobody can read what is \
                        in it. Only the name of the file still says whose it is.";

const LOST: &str = "Nobody can open it then, and nobody can find the passphrase out for you. Never let it be your only copy: \
                    what keeps your work safe is “Export a file”, without a passphrase.";

fn strength_words(strength: Strength) -> &'static str {
    match strength {
        Strength::Short => "This passphrase is short: somebody could guess it. Add another word or two.",
        Strength::Fair => "This passphrase is fair. One more word makes it good.",
        Strength::Good => "This passphrase is good.",
    }
}

/// What a locked file is for, and the form that makes one.
#[component]
pub fn LockedExport(id: Id) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let form = if exchange.can_lock() {
        view! {
            <p class="app-warning">
                <b>"If the passphrase is forgotten, the file is lost. "</b>
                {LOST}
            </p>
            <LockForm id />
        }
        .into_any()
    } else {
        view! { <p>{IMPOSSIBLE}</p> }.into_any()
    };
    view! {
        <Fold summary="Export with a passphrase">
            <p>{WHAT_FOR}</p>
            {form}
        </Fold>
    }
}

#[component]
fn LockForm(id: Id) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let (passphrase, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (shown, tried, busy) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let is_blank = Memo::new(move |_| passphrase.with(|text| text.trim().is_empty()));
    let differ = Memo::new(move |_| {
        let same = |one: &String| again.with(|other| tidy_passphrase(one) == tidy_passphrase(other));
        !shown.get() && !passphrase.with(same)
    });
    let (first, second) = (format!("lock-{id}"), format!("lock-again-{id}"));
    let (to_first, to_second) = (format!("#{first}"), format!("#{second}"));
    let export = move |()| {
        tried.set(true);
        if is_blank.get_untracked() {
            focus_soon(to_first.clone());
        } else if differ.get_untracked() {
            focus_soon(to_second.clone());
        } else if !busy.get_untracked() {
            let of = id.clone();
            exchange.let_out(&id, move || {
                // The page may have moved on meanwhile.
                let Some(typed) = passphrase.try_get_untracked() else { return };
                let _ = busy.try_set(true);
                exchange.export_locked(&of, typed, move |done| {
                    let _ = busy.try_set(false);
                    if done {
                        let _ = tried.try_set(false);
                        let _ = passphrase.try_set(String::new());
                        let _ = again.try_set(String::new());
                    }
                });
            });
        }
    };
    let strength =
        Memo::new(move |_| passphrase.with(|text| (!text.trim().is_empty()).then(|| Strength::of(text))));
    let judgement = move || strength.get().map(|strength| view! { <Hint>{strength_words(strength)}</Hint> });
    let error = Memo::new(move |_| (tried.get() && is_blank.get()).then_some("Enter a passphrase"));
    let again_error = Memo::new(move |_| {
        (tried.get() && !is_blank.get() && differ.get()).then_some("The two are not the same: type it again")
    });
    view! {
        <Form on_submit=export>
            <PassphraseField
                id=first.clone()
                label="Passphrase"
                hint="Three or four words that have nothing to do with each other are good. You can paste it."
                autocomplete="new-password"
                shown
                error
                value=passphrase
            />
            <div role="status">{judgement}</div>
            <ShowPassphrase id=format!("{first}-show") shown />
            <Show when=move || !shown.get()>
                <PassphraseField
                    id=second.clone()
                    label="The same passphrase again"
                    autocomplete="new-password"
                    shown
                    error=again_error
                    value=again
                />
            </Show>
            <BusyStatus busy words="Locking the file…" />
            <SubmitButton>"Export the locked file"</SubmitButton>
        </Form>
    }
}
