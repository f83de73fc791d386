//! Hands out an assessment as a file that only a passphrase opens.

use super::passphrase_field::{BusyStatus, IMPOSSIBLE, PassphraseField, ShowPassphrase};
use crate::components::{ButtonVariant, Form, Hint, SubmitButton, focus_soon};
use crate::store::Exchange;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::exchange::{Strength, tidy_passphrase};

const LOST: &str = "Nobody can open it without the passphrase, and nobody can recover it for you. Never let this be your only \
                    copy: “Export a file” on “Your data” makes one without a passphrase.";

const WEAK: &str = "Somebody could guess this passphrase. Use three or four words, with 12 characters or more, and not the home’s \
                    name. Change it, or press “Export the locked file” again to use it anyway.";

fn strength_words(strength: Strength) -> &'static str {
    match strength {
        Strength::Short => "This passphrase is weak: somebody could guess it. Add another word or two.",
        Strength::Fair => "This passphrase is fair. One more word makes it good.",
        Strength::Good => "This passphrase is good.",
    }
}

/// What to know of a locked file, and the form that makes one.
#[component]
pub fn LockedExport(id: Id) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    if exchange.can_lock() {
        view! {
            <p class="app-warning">
                <b>"If you forget the passphrase, the file is lost. "</b>
                {LOST}
            </p>
            <LockForm id />
        }
        .into_any()
    } else {
        view! { <p>{IMPOSSIBLE}</p> }.into_any()
    }
}

#[component]
fn LockForm(id: Id) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let (passphrase, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    // The weak passphrase that was doubted. It is used when the button is pressed again.
    let doubted = RwSignal::new(String::new());
    let (shown, tried, busy) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let is_blank = Memo::new(move |_| passphrase.with(|text| text.trim().is_empty()));
    let differ = Memo::new(move |_| {
        let same = |one: &String| again.with(|other| tidy_passphrase(one) == tidy_passphrase(other));
        !shown.get() && !passphrase.with(same)
    });
    let of = id.clone();
    let strength = Memo::new(move |_| {
        passphrase.with(|text| (!text.trim().is_empty()).then(|| exchange.passphrase_strength(&of, text)))
    });
    let is_doubted = Memo::new(move |_| {
        passphrase.with(|typed| doubted.with(|doubted| !typed.is_empty() && doubted == typed))
    });
    let export = move |()| {
        tried.set(true);
        if is_blank.get_untracked() {
            focus_soon("#lock");
        } else if strength.get_untracked() == Some(Strength::Short) && !is_doubted.get_untracked() {
            doubted.set(passphrase.get_untracked());
            focus_soon("#lock");
        } else if differ.get_untracked() {
            focus_soon("#lock-again");
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
                        for text in [passphrase, again, doubted] {
                            let _ = text.try_set(String::new());
                        }
                    }
                });
            });
        }
    };
    let judgement = move || {
        let strength = strength.get().filter(|_| !is_doubted.get());
        strength.map(|strength| view! { <Hint>{strength_words(strength)}</Hint> })
    };
    let error = Memo::new(move |_| match tried.get() && is_blank.get() {
        true => Some("Enter a passphrase"),
        false => is_doubted.get().then_some(WEAK),
    });
    let again_error = Memo::new(move |_| {
        (tried.get() && !is_blank.get() && differ.get()).then_some("The two passphrases must be the same")
    });
    view! {
        <Form on_submit=export>
            <PassphraseField
                id="lock"
                label="Passphrase"
                hint="Three or four words that have nothing to do with each other are good. You can paste it."
                autocomplete="new-password"
                shown
                error
                value=passphrase
            />
            <div role="status">{judgement}</div>
            <ShowPassphrase id="lock-show" shown />
            <Show when=move || !shown.get()>
                <PassphraseField
                    id="lock-again"
                    label="Confirm the passphrase"
                    autocomplete="new-password"
                    shown
                    error=again_error
                    value=again
                />
            </Show>
            <BusyStatus busy words="Locking the file…" />
            <SubmitButton variant=ButtonVariant::Secondary>"Export the locked file"</SubmitButton>
        </Form>
    }
}
