//! Files that are locked with a passphrase: the form that makes one, and the form that opens one.

use crate::state::AppState;
use crate::ui::closure::Live;
use crate::ui::components::{Weight, button, buttons, card, fold, form, hint, paragraph, submit};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::exchange::{Strength, tidy_passphrase};
use std::rc::Rc;

const WHAT_FOR: &str = "For a file that travels by email or on a memory stick. Without the passphrase nobody can read what is \
                        in it. Only the name of the file still says whose it is.";

const LOST: &str = "Nobody can open it then, and nobody can find the passphrase out for you. Never let it be your only copy: \
                    what keeps your work safe is “Export a file”, without a passphrase.";

const IMPOSSIBLE: &str = "This browser locks and opens such files only where the address of the page begins with “https”. \
                          Open the page there, or in another browser.";

const WRONG: &str = "This passphrase does not open the file: either it is not the right one, or the file was changed or \
                     damaged on its way.";

fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Short => "This passphrase is short: somebody could guess it. Add another word or two.",
        Strength::Fair => "This passphrase is fair. One more word makes it good.",
        Strength::Good => "This passphrase is good.",
    }
}

/// Hands out an assessment as a file that only a passphrase opens.
pub fn export_locked(state: AppState, id: &Id) -> El {
    let fold = fold("Export with a passphrase", false).child(paragraph(WHAT_FOR));
    if !state.can_lock() {
        return fold.child(paragraph(IMPOSSIBLE));
    }
    let (passphrase, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (shown, tried, busy) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let blank = move || passphrase.with(|text| text.trim().is_empty());
    let differ = move || {
        let same = |one: &String| again.with(|other| tidy_passphrase(one) == tidy_passphrase(other));
        !shown.get() && !passphrase.with(same)
    };
    let (first, second) = (format!("lock-{id}"), format!("lock-again-{id}"));
    let (to_first, to_second, id) = (format!("#{first}"), format!("#{second}"), id.clone());
    let export = move || {
        tried.set(true);
        if untrack(blank) {
            focus(&to_first);
        } else if untrack(differ) {
            focus(&to_second);
        } else if !busy.get_untracked() {
            busy.set(true);
            state.export_locked(&id, passphrase.get_untracked(), move |done| {
                busy.set(false);
                if done {
                    tried.set(false);
                    passphrase.set(String::new());
                    again.set(String::new());
                }
            });
        }
    };
    let judged = move || passphrase.with(|text| (!text.trim().is_empty()).then(|| Strength::of(text)));
    let judgement = |judged: &Option<Strength>| judged.map_or_else(fragment, |one| hint(strength(one)));
    let show_id = format!("{first}-show");
    let repeat = move || {
        passphrase_field(Passphrase {
            id: second.clone(),
            label: "The same passphrase again",
            hint: None,
            autocomplete: "new-password",
            shown,
            error: Rc::new(move || {
                (tried.get() && !blank() && differ()).then_some("The two are not the same: type it again")
            }),
            value: again,
        })
    };
    let words = form(export)
        .child(passphrase_field(Passphrase {
            id: first,
            label: "Passphrase",
            hint: Some(
                "Three or four words that have nothing to do with each other are good. You can paste it.",
            ),
            autocomplete: "new-password",
            shown,
            error: Rc::new(move || (tried.get() && blank()).then_some("Enter a passphrase")),
            value: passphrase,
        }))
        .child(el("div").attr("role", "status").swap(judged, judgement))
        .child(show_box(&show_id, shown))
        .show_if(move || !shown.get(), repeat)
        .child(waiting(busy, "Locking the file…"))
        .child(submit("Export the locked file"));
    let lost = el("p")
        .class("app-warning")
        .child(el("b").text("If the passphrase is forgotten, the file is lost. "))
        .text(LOST);
    fold.child(lost).child(words)
}

/// A file that was opened and is locked: asks for its passphrase.
pub fn locked_file(state: AppState, file: &str) -> El {
    // It may be drawn with its page, whose own heading would have the focus.
    focus("#locked-heading");
    let words = if state.can_lock() { ask(state) } else { paragraph(IMPOSSIBLE) };
    card()
        .class("app-card app-card--next")
        .attr("aria-labelledby", "locked-heading")
        .child(paragraph(&format!("You opened {file}")).class("app-caption"))
        .child(
            el("h2")
                .id("locked-heading")
                .attr("tabindex", "-1")
                .text("This file is locked with a passphrase"),
        )
        .child(words)
        .child(buttons().child(button(Weight::Second, "Leave it", move || {
            state.leave_locked();
            focus("h1");
        })))
}

fn ask(state: AppState) -> El {
    const FIELD: &str = "locked-passphrase";
    let typed = RwSignal::new(String::new());
    // The passphrase that did not fit, if the one that is typed is still it.
    let refused = RwSignal::new(String::new());
    let (shown, tried, busy) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let blank = move || typed.with(|text| text.trim().is_empty());
    let to_field = || focus(&format!("#{FIELD}"));
    let open = move || {
        tried.set(true);
        if untrack(blank) {
            to_field();
        } else if !busy.get_untracked() {
            let passphrase = typed.get_untracked();
            busy.set(true);
            refused.set(String::new());
            state.unlock(passphrase.clone(), move || {
                busy.set(false);
                refused.set(passphrase);
                to_field();
            });
        }
    };
    let error = move || {
        if tried.get() && blank() {
            return Some("Enter the passphrase of the file");
        }
        let same = typed.with(|typed| refused.with(|refused| !typed.is_empty() && refused == typed));
        same.then_some(WRONG)
    };
    form(open)
        .child(paragraph(
            "Whoever sent it knows the passphrase. What is in the file is shown before anything on this device changes.",
        ))
        .child(passphrase_field(Passphrase {
            id: FIELD.into(),
            label: "Passphrase of this file",
            hint: None,
            autocomplete: "off",
            shown,
            error: Rc::new(error),
            value: typed,
        }))
        .child(show_box("locked-show", shown))
        .child(waiting(busy, "Opening the file…"))
        .child(submit("Open the file"))
}

/// A box for a passphrase.
struct Passphrase {
    id: String,
    label: &'static str,
    hint: Option<&'static str>,
    /// What the browser may fill in.
    autocomplete: &'static str,
    /// Whether it can be read on the screen.
    shown: RwSignal<bool>,
    /// What is wrong with it.
    error: Live<Option<&'static str>>,
    value: RwSignal<String>,
}

fn passphrase_field(field: Passphrase) -> El {
    let Passphrase { id, label, hint, autocomplete, shown, error, value } = field;
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = if hint.is_some() { format!("{hint_id} {error_id}") } else { error_id.clone() };
    let (invalid, told) = (error.clone(), error);
    let input = el("input")
        .class("nhsuk-input")
        .id(&id)
        .live_attr("type", move || Some(if shown.get() { "text" } else { "password" }.into()))
        .attr("autocomplete", autocomplete)
        .attr("autocapitalize", "none")
        .attr("autocorrect", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", &described)
        .live_attr("aria-invalid", move || invalid.ask().map(|_| "true".into()))
        .live_value(Rc::new(move || value.get()))
        .on_input(Rc::new(move |text| value.set(text)));
    let wrong = |told: &Option<&'static str>| {
        told.map_or_else(fragment, |told| el("p").class("nhsuk-error-message").text(told))
    };
    el("div")
        .class("nhsuk-form-group")
        .child(el("label").class("nhsuk-label app-label").attr("for", &id).text(label))
        .maybe(hint.map(|hint| el("div").class("nhsuk-hint").id(&hint_id).text(hint)))
        .child(el("div").id(&error_id).attr("role", "alert").swap(move || told.ask(), wrong))
        .child(input)
}

/// The choice to read on the screen what is typed.
fn show_box(id: &str, shown: RwSignal<bool>) -> El {
    let input = el("input").attr("type", "checkbox").id(id).live_checked(move || shown.get());
    let node = input.node().clone();
    let input = input.on("change", move |_| shown.set(node.is_checked()));
    let label = el("label").attr("for", id).text("Show the passphrase");
    el("div").child(el("span").class("app-check").child(input).child(label))
}

/// What is said while the browser works on a key.
fn waiting(busy: RwSignal<bool>, words: &'static str) -> El {
    el("div").attr("role", "status").show_if(move || busy.get(), move || hint(words))
}
