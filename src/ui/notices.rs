//! What is told above a page: that the device does not keep what is typed, and what has just been done.

use super::components::{Copy, Weight, button, buttons, copy_button, fold, paragraph};
use super::element::{El, el, fragment};
use super::words;
use crate::browser::page;
use crate::browser::storage::StorageError;
use crate::state::{AppState, Exported, Kept, Notice};
use std::rc::Rc;

/// Says that the device does not keep what is typed, for as long as it does not.
pub fn storage_trouble(state: AppState) -> El {
    let view = move |trouble: &Option<_>| {
        let Some((error, second)) = trouble else { return fragment() };
        let (what, words) = if *second {
            (words::in_second_only(error), words::IN_SECOND_ONLY)
        } else {
            ("Your answers are not being saved. ", words::storage_error(error))
        };
        let reload =
            (*error == StorageError::Newer).then(|| button(Weight::Second, "Reload the page", page::reload));
        let words = el("p").child(el("b").text(what)).text(words);
        el("div").class("app-notice app-notice--bad").child(words).maybe(reload).swap(
            move || state.current_here(),
            move |id| {
                let Some(id) = id.clone() else { return fragment() };
                button(Weight::Second, "Export a file now", move || state.export(&id))
            },
        )
    };
    el("div").attr("role", "alert").swap(move || state.trouble.get(), view)
}

pub fn notice_block(state: AppState) -> El {
    let block = el("div").class("app-news").attr("role", "alert").attr("tabindex", "-1");
    let node = block.node().clone();
    let view = move |(notice, undo): &(Notice, Option<crate::state::Undo>)| {
        // The pressed button goes with its notice, and would take the focus along.
        let (undone, closed) = (node.clone(), node.clone());
        let undo = undo.is_some().then(|| {
            button(Weight::Second, "Undo", move || {
                undone.focus();
                state.undo();
            })
        });
        let close = button(Weight::Small, "Close", move || {
            closed.focus();
            state.dismiss_notice();
        });
        let bad =
            matches!(notice, Notice::ImportFailed { .. } | Notice::ExportFailed | Notice::PutBackFailed);
        el("div")
            .class(if bad { "app-notice app-notice--bad" } else { "app-notice" })
            .child(el("div").class("app-notice__words").child(notice_words(state, notice)))
            .child(buttons().maybe(undo).child(close))
    };
    block.swap(
        move || state.notice.changes(),
        move |_| state.notice.with_untracked(|notice| notice.as_ref().map_or_else(fragment, &view)),
    )
}

const ONLY_IN_MEMORY: &str = " is under “Snapshots and set aside” only until this page is closed, because this device cannot keep \
                              it: save it as a file now if you may want it again.";

fn notice_words(state: AppState, notice: &Notice) -> El {
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
        Notice::ImportFailed { file, error } => {
            let failed = el("b").text(&format!("“{file}” could not be opened. "));
            return fragment()
                .child(el("p").child(failed).text(&words::import_error(error)))
                .child(paragraph("Nothing on this device has changed."));
        }
        Notice::Exported(exported) => return exported_words(state, exported),
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
        Notice::TookSnapshot { name, kept: Kept::InMemory } => format!("{name}{ONLY_IN_MEMORY}"),
        Notice::Recovered(names) => format!(
            "This browser had lost some of what was kept of {}. It was brought back from the second copy on this \
             device. Look through it, and export a file to be safe.",
            names.join(", ")
        ),
        Notice::ChangedElsewhere { name } => format!(
            "{name} was removed in another tab or window. It stays here until you close this page; change anything in \
             it, and it is kept again."
        ),
    };
    paragraph(&text)
}

/// What was changed, for the end of a sentence.
fn changed(items: &[crate::catalogue::ItemId]) -> String {
    match items {
        [] => String::new(),
        [item] => format!(" to {item}"),
        many => format!(" to {}", words::count(many.len(), "item")),
    }
}

/// What a file that was just handed over holds, and its text for browsers that refuse downloads.
fn exported_words(state: AppState, exported: &Exported) -> El {
    let text = exported.text.clone();
    let copy: Copy = Rc::new(move |text, done| state.copy(text, done));
    let box_ = el("textarea")
        .class("nhsuk-textarea app-export-text")
        .attr("readonly", "")
        .attr("rows", "4")
        .attr("aria-label", "The exported text")
        .text(&text);
    let words = el("p")
        .child(el("b").text(&format!("Your file is ready: {}. ", exported.file_name)))
        .text(&format!("It holds {} items, {} answered. Check code ", exported.items, exported.answered))
        .child(el("span").class("app-code").text(&exported.check_code))
        .text(
            " (whoever opens it sees the same code if nothing was changed). It was read back and holds everything. \
             Look for it in your downloads.",
        );
    let instead = "Copy the text below into an empty document or a message to yourself, and save it with a name that \
                   ends in “.json”.";
    fragment().child(words).child(
        fold("No file appeared?", false)
            .child(paragraph(instead))
            .child(copy_button("Copy the text", Rc::new(move || text.clone()), copy))
            .child(box_),
    )
}
