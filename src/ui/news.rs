//! The words of what has just been done. They are in the part of the program that comes later, because nothing has been done
//! yet when the first page is opened.

use super::components::{Copy, copy_button, file_field, fold, link, paragraph, saved_review};
use super::element::{El, el, fragment};
use crate::route::Route;
use crate::state::{AppState, Checked, Exported, Kept, Notice};
use crate::words;
use leptos::prelude::*;
use standards_met_core::storage::Reason;
use std::rc::Rc;

const ONLY_IN_MEMORY: &str = " is under “Snapshots and set aside” only until this page is closed, because this device cannot keep \
                              it: save it as a file now if you may want it again.";

/// What was done, or why it could not be.
pub fn words_of(state: AppState, notice: &Notice) -> El {
    let text = match notice {
        Notice::Imported { name, warnings, kept } => {
            let mut text = format!("{name} was imported.");
            for warning in warnings {
                text.push(' ');
                text.push_str(&words::warning(warning));
            }
            if *kept == Kept::InMemory {
                text.push_str(" What it replaced");
                text.push_str(ONLY_IN_MEMORY);
            }
            text
        }
        Notice::Merged { name, warnings, kept } => {
            let mut text = format!("{name} was merged with the file.");
            for warning in warnings {
                text.push(' ');
                text.push_str(&words::warning(warning));
            }
            if *kept == Kept::InMemory {
                text.push_str(" What was here before");
                text.push_str(ONLY_IN_MEMORY);
            }
            text
        }
        Notice::ImportFailed { file, error } => {
            let failed = el("b").text(&format!("“{file}” could not be opened. "));
            return fragment()
                .child(el("p").child(failed).text(&words::import_error(error)))
                .child(paragraph("Nothing on this device has changed."));
        }
        Notice::Exported(exported) => return exported_words(state, exported),
        Notice::ExportedLocked(exported) => return locked_words(state, exported),
        Notice::Redacted(exported) => return super::pages::redacted_words(exported),
        Notice::Shared { file_name, check_code } => {
            let words = el("p")
                .child(el("b").text(&format!("The other app was given {file_name}. ")))
                .text("Check code ")
                .child(el("span").class("app-code").text(check_code))
                .text(" (whoever opens it sees the same code if nothing was changed).");
            return fragment().child(words).child(check(state));
        }
        Notice::NotShared => "Nothing was shared, and nothing has left this device.".into(),
        Notice::Checked { file, checked } => return checked_words(file, checked),
        Notice::NotSwitched => {
            "The new version was not opened, because your latest changes are not saved yet. They are still here. Export a \
             file now, and try again."
                .into()
        }
        Notice::ExportFailed => {
            "The file was not handed out, because reading it back did not give what is on screen. Your answers are safe \
             here. Reload the page and try again."
                .into()
        }
        Notice::Removed { name, kept: Kept::Aside } => {
            format!("{name} was removed. It is kept under “Snapshots and set aside”.")
        }
        Notice::Removed { name, kept: Kept::InMemory } => format!("{name} was removed. It{ONLY_IN_MEMORY}"),
        Notice::PutBack { name } => format!("{name} was put back."),
        Notice::PutBackFailed => {
            "That could not be put back, because it cannot be read. It is still there: save it as a file.".into()
        }
        Notice::Duplicated { name } => format!("A copy was made: {name}."),
        Notice::Renamed { name } => format!("It is now called {name}."),
        Notice::RemovedFrom { item } => format!("Removed from {item}."),
        Notice::TakenBack(items) => format!(
            "Open again, because what you told us has changed: {}.",
            items.iter().map(|item| item.as_str()).collect::<Vec<_>>().join(", ")
        ),
        Notice::Accepted(count) => format!("{} marked as not applicable.", words::count(*count, "item")),
        Notice::TookOver { item } => format!("Their answer to {item} is now yours."),
        Notice::ReviewExported(saved) => {
            let copy: Copy = Rc::new(move |text, done| state.copy(text, done));
            let said = words::count(saved.remarks, "review");
            return saved_review(&saved.file_name, &saved.check_code, &said, saved.text.clone(), copy);
        }
        Notice::TookRemarks { id, count } => {
            let said = words::count(*count, "review");
            let all = link(&Route::Review(id.clone()).href(), "Everything that reviewers say");
            return el("p").text(&format!("{said} taken in. None of your answers changed. ")).child(all);
        }
        Notice::ActsOnReview { item } => {
            format!("There is a new action in {item}. Say there who does it, and by when.")
        }
        Notice::Undone => "Undone.".into(),
        Notice::UndidChange(items) => format!("Undone: the last change{}.", changed(items)),
        Notice::DidAgain(items) => format!("Done again: the change{}.", changed(items)),
        Notice::BroughtBack { item, kept: Kept::Aside } => {
            format!("The earlier text of {item} is back. What stood there is among the earlier texts now.")
        }
        Notice::BroughtBack { item, kept: Kept::InMemory } => format!(
            "The earlier text of {item} is back. There was no room to keep what stood there: to have it again, undo this \
             before you close the page."
        ),
        Notice::TookSnapshot { name, kept: Kept::Aside } => {
            format!("A snapshot was taken: {name}. It is under “Snapshots and set aside”.")
        }
        Notice::TookSnapshot { name, kept: Kept::InMemory } => format!("The snapshot “{name}”{ONLY_IN_MEMORY}"),
        Notice::Recovered(names) => format!(
            "This browser’s main storage had not kept the last of {}, as happens when a browser ends suddenly. The second copy on \
             this device had it, and it is here again. To be safe, look through it and export a file.",
            names.join(", ")
        ),
        Notice::NotRead { older, unread, waiting } => return not_read(older, *unread, waiting),
        Notice::ChangedElsewhere { name } => format!(
            "{name} was removed in another tab or window. It stays here until you close this page; change anything in \
             it, and it is kept again."
        ),
    };
    paragraph(&text)
}

/// What could not be read when the page started: what is shown instead, what is kept, and what to do.
fn not_read(older: &[String], unread: usize, waiting: &[(Option<String>, Reason)]) -> El {
    let older = (!older.is_empty()).then(|| {
        paragraph(&format!(
            "One of the last two saves of {} was damaged on this device. What you see may be the one before the last: look at \
             what you typed last, and export a file.",
            older.join(", ")
        ))
    });
    let unread = (unread > 0).then(|| {
        let them = if unread == 1 { "it" } else { "them" };
        paragraph(&format!(
            "{} on this device could not be read. If you have a copy of {them} as a file, open it on “Your data”.",
            words::count(unread, "assessment")
        ))
    });
    let mut all = fragment().maybe(older).maybe(unread);
    for (name, reason) in waiting {
        let name = name.as_deref().unwrap_or("An assessment");
        all = all.child(paragraph(&format!("{name} is not shown: it is {}.", words::reason(*reason))));
    }
    let kept = link(&Route::Data.href(), "Snapshots and set aside");
    all.child(el("p").text("Nothing of it was deleted: it is under ").child(kept).text("."))
}

/// What was changed, for the end of a sentence.
fn changed(items: &[standards_met_core::catalogue::ItemId]) -> String {
    match items {
        [] => String::new(),
        [item] => format!(" to {item}"),
        many => format!(" to {}", words::count(many.len(), "item")),
    }
}

/// What a file that was just handed over holds, and its text for browsers that refuse downloads.
fn exported_words(state: AppState, exported: &Exported) -> El {
    let words = el("p")
        .child(el("b").text(&format!("Your file is ready: {}. ", exported.file_name)))
        .text(&format!("It holds {} items, {} answered. Check code ", exported.items, exported.answered))
        .child(el("span").class("app-code").text(&exported.check_code))
        .text(
            " (whoever opens it sees the same code if nothing was changed). It was read back and holds everything. \
             Look for it in your downloads.",
        );
    fragment().child(words).child(no_file(state, exported)).child(check(state))
}

/// What a locked file that was just handed over needs, and what it is not.
fn locked_words(state: AppState, exported: &Exported) -> El {
    let words = el("p")
        .child(el("b").text(&format!("Your locked file is ready: {}. ", exported.file_name)))
        .text(
            "It was unlocked again and holds everything. Look for it in your downloads. Tell the passphrase to whoever is to \
             open it, and not in the same message as the file. Whoever opens it sees the check code ",
        )
        .child(el("span").class("app-code").text(&exported.check_code))
        .text(". It does not count as your copy, because without the passphrase it is lost.");
    fragment().child(words).child(no_file(state, exported))
}

/// The text of a file, for browsers that refuse downloads.
fn no_file(state: AppState, exported: &Exported) -> El {
    let (text, opened) = (exported.text.clone(), RwSignal::new(false));
    // A megabyte of text takes a browser a second to lay out: only for who wants to see it.
    fold("No file appeared?", false)
        .on("toggle", move |_| opened.set(true))
        .show_if(move || opened.get(), move || as_text(state, &text))
}

/// The export as a text that can be copied.
fn as_text(state: AppState, text: &std::sync::Arc<str>) -> El {
    let instead = "Copy the text below into an empty document or a message to yourself, and save it with a name that \
                   ends in “.json”.";
    let copy: Copy = Rc::new(move |text, done| state.copy(text, done));
    let copied = text.clone();
    let box_ = el("textarea")
        .class("nhsuk-textarea app-export-text")
        .attr("readonly", "")
        .attr("rows", "4")
        .attr("aria-label", "The exported text")
        .text(text);
    fragment()
        .child(paragraph(instead))
        .child(copy_button("Copy the text", Rc::new(move || copied.to_string()), copy))
        .child(box_)
}

/// Reads the file back from where it was put.
fn check(state: AppState) -> El {
    fold("Check my copy", false)
        .child(paragraph(
            "Choose the file where you put it: on this device, a memory stick or a shared drive. It is read back and compared \
             with what is here. Nothing changes.",
        ))
        .child(file_field("check-file", "Choose the copy", move |file| state.check_copy(file)))
}

fn items_are(items: usize) -> String {
    if items == 1 { "1 item is".to_owned() } else { format!("{items} items are") }
}

fn checked_words(file: &str, checked: &Checked) -> El {
    let (verdict, words) = match checked {
        Checked::Same { name } => {
            ("Your copy is good. ", format!("“{file}” is whole and holds everything that is here of {name}."))
        }
        Checked::Earlier { name, items } => (
            "Your copy is whole. ",
            match items {
                0 => format!(
                    "“{file}” is a copy of {name} in which what was told about your organisation is different from what is \
                     here now."
                ),
                items => format!(
                    "“{file}” is an older copy of {name}: {} different here now. To have what is here, make a new copy.",
                    items_are(*items)
                ),
            },
        ),
        Checked::Newer { name, items } => (
            "Your copy is whole, and has something newer. ",
            format!(
                "“{file}” is a copy of {name} with something in it that is newer than what is here{}. To see it, and to take it in \
                 if you want to, open the file under “Open a file” before you make a new copy.",
                match items {
                    0 => String::new(),
                    items => format!(": {} different", items_are(*items)),
                }
            ),
        ),
        Checked::NotHere { name } => (
            "Your copy is whole. ",
            format!(
                "“{file}” is a copy of {name}, which is not on this device. Open it to see what is in it."
            ),
        ),
        Checked::Changed { name } => (
            "This copy was changed after it was made. ",
            format!("“{file}” is of {name}, but its check code does not fit its contents. Make a new copy."),
        ),
        Checked::Locked => (
            "This copy is locked. ",
            format!(
                "“{file}” cannot be checked without its passphrase. Open it under “Open a file” to see what is in it: \
                 nothing changes before you say so."
            ),
        ),
        Checked::Broken(error) => (
            "This copy cannot be used. ",
            format!("“{file}”: {} Your answers are safe here: make a new copy.", words::import_error(error)),
        ),
    };
    el("p").child(el("b").text(verdict)).text(&words)
}
