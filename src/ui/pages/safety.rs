//! How safe the answers are: copies, room, and how long this browser keeps what it is given.

use crate::browser::{clock, page};
use crate::route::Route;
use crate::state::{AppState, FileKept, FileStatus, Lasting, Offline, SecondCopy};
use crate::ui::components::{Weight, button, buttons, card, fold, heading, hint, link, paragraph};
use crate::ui::element::{El, anew, el, fragment};
use crate::ui::later;
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{ChangesSinceCopy, CopyNeed, Id};
use std::rc::Rc;

/// When the last copy of an assessment was made, and what was changed since.
pub fn copy_line(state: AppState, id: &Id) -> El {
    let id = id.clone();
    el("p").class("app-hint").live_text(move || state.since_copy(&id).map(copied).unwrap_or_default())
}

fn copied(since: ChangesSinceCopy) -> String {
    let days = match since.days {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{days} days ago"),
    };
    match since {
        ChangesSinceCopy { copied: false, .. } => "No copy was made yet".to_owned(),
        ChangesSinceCopy { changes: 0, .. } => format!("Last copy made {days}; nothing has changed since"),
        ChangesSinceCopy { changes, .. } => {
            format!("Last copy made {days}, {} since", words::count(changes, "change"))
        }
    }
}

/// The file that is kept up to date, where this browser can do that.
pub fn kept_file(state: AppState, id: &Id) -> El {
    if !state.can_keep_file() {
        return fragment();
    }
    let (of, told, id) = (id.clone(), id.clone(), id.clone());
    let name = format!("kept-file-{id}");
    // A button goes when it is pressed, and the focus would go with it.
    let around = Rc::new(format!("[id='{name}']"));
    // When it was written is told below: a button that somebody is on stays while the file is written again.
    let status = move || {
        state.file_of(&of).map(|kept| match kept.status {
            FileStatus::Written(_) => None,
            FileStatus::AskAgain => Some("Go on"),
            FileStatus::Failed => Some("Try again"),
        })
    };
    let buttons = move |status: &Option<Option<&'static str>>| {
        let press = |label: &str, command: fn(AppState, &Id)| {
            let (of, around) = (id.clone(), around.clone());
            button(Weight::Small, label, move || {
                focus(&around);
                command(state, &of);
            })
        };
        let Some(go_on) = status else {
            return press("Keep a file up to date", AppState::keep_file);
        };
        buttons()
            .maybe(go_on.map(|go_on| press(go_on, AppState::go_on_with_file)))
            .child(press("Stop keeping it", AppState::stop_keeping_file))
    };
    let words = move || state.file_of(&told).map(|kept| file_words(&kept)).unwrap_or_default();
    el("div")
        .class("app-kept-file")
        .id(&name)
        .attr("tabindex", "-1")
        .child(el("p").class("app-hint").attr("role", "status").live_text(words))
        .swap(status, buttons)
}

fn file_words(kept: &FileKept) -> String {
    let name = kept.file.name();
    match kept.status {
        FileStatus::Written(at) => {
            format!("The file {name} is kept up to date. Last written at {}.", clock::time_of_day(at))
        }
        FileStatus::AskAgain => format!("The file {name} is not kept up to date until you say so again."),
        FileStatus::Failed => {
            format!("The file {name} could not be written. Is it still there, and is there room for it?")
        }
    }
}

/// A reminder that grows with what would be lost. It is only on pages where nobody is in the middle of a sentence.
pub fn reminder(state: AppState, id: &Id) -> El {
    let of = id.clone();
    let need = move || state.since_copy(&of).map(|since| (since, since.need(state.is_short_lived())));
    let id = id.clone();
    fragment().swap(need, move |need| {
        let Some((since, need)) = need else { return fragment() };
        let words = match need {
            CopyNeed::None | CopyNeed::Low => {
                "Your answers are only on this device. Export a file now and then, and when you are ready to hand it to \
                 a reviewer."
            }
            CopyNeed::Due => "It is time for a copy: what you did since the last one is on this device alone.",
            CopyNeed::Urgent => {
                "Please make a copy now. Hours of your work are on this device alone, and a tablet can be lost, broken \
                 or cleared."
            }
        };
        let of = id.clone();
        let weight = if *need >= CopyNeed::Due { Weight::Main } else { Weight::Second };
        card()
            .attr_if(*need == CopyNeed::Urgent, "class", "app-card app-card--next")
            .child(el("h2").text("Keep a copy"))
            .child(paragraph(words))
            .child(hint(&format!("{}.", copied(*since))))
            .maybe(state.space().is_short().then(|| {
                el("p").class("app-warning").child(el("b").text("Room is running short on this device. ")).child(
                    link(&Route::Data.href(), "See what takes it"),
                )
            }))
            .child(button(weight, "Export a file", move || {
                // The reminder is drawn anew, and the button with it.
                focus("h1");
                later::export(state, &of);
            }))
    })
}

/// How everything is kept on this device.
pub fn safety(state: AppState) -> El {
    let second = move || match state.second.get() {
        SecondCopy::Opening => "The second copy on this device is being opened.",
        SecondCopy::UpToDate => {
            "There are two copies on this device, in two stores of this browser, and both are up to date."
        }
        SecondCopy::Behind => "The second copy on this device is being brought up to date.",
        SecondCopy::Refused => {
            "The second copy cannot be kept at the moment, so there is one copy on this device, and a power cut could take the \
             last minute or two of it. Close this page before you switch the device off, and export files more often."
        }
    };
    let room = move || {
        let space = state.space();
        match space.percent() {
            0 => "It takes less than a hundredth of the room that every browser gives.".to_owned(),
            percent if space.is_short() => format!(
                "It takes {percent}% of the room that every browser gives, which is much: export files, and delete \
                 what you no longer need under “Snapshots and set aside”."
            ),
            percent => format!("It takes {percent}% of the room that every browser gives."),
        }
    };
    let lasting = move |lasting: &Lasting| {
        match lasting {
        Lasting::Unknown => hint(
            "This browser cannot be asked to keep it for good. Some delete what is not visited for a week: come back \
             often, and export files.",
        ),
        Lasting::Promised => hint("This browser has promised not to clear it by itself."),
        Lasting::NotPromised => fragment()
            .child(hint("This browser may clear it by itself when the device runs out of room. It can be asked not to."))
            .child(button(Weight::Second, "Ask this browser to keep it", move || {
                // What it says takes the place of the button.
                focus("#lasting");
                state.ask_to_last();
            })),
        Lasting::Refused => hint(
            "This browser was asked to keep it and did not promise it. It often does once the page has been used for a \
             while, or was added to the home screen. Until then, export files.",
        ),
    }
    };
    let offline = move || match state.offline.get() {
        Offline::Impossible if page::is_one_file() => {
            "This page is one file, and opens without the internet wherever that file is."
        }
        Offline::Unknown | Offline::NotYet => {
            "The files of this page are being kept, so that it opens without the internet."
        }
        Offline::Impossible => {
            "The files of this page could not be kept here, so it needs the internet to open. What you typed is on this \
             device all the same."
        }
        Offline::Ready | Offline::NewerWaits | Offline::Replaced => "This page opens without the internet.",
    };
    // Counted anew after each save and each thing set aside.
    let changed = anew(move || {
        state.saving.track();
        state.set_aside.track();
    });
    fragment().child(heading("How safe it is here")).child(
        card()
            .child(el("p").live_text(move || second().to_owned()))
            .child(el("p").live_text(move || offline().to_owned()))
            .swap(changed, move |_| paragraph(&room()))
            .child(
                el("div")
                    .id("lasting")
                    .attr("tabindex", "-1")
                    .attr("role", "status")
                    .swap(move || state.lasting.get(), lasting),
            )
            .child(
                fold("If this page ever does not open", false).child(
                    el("p")
                        .text("What is kept here can be read without it: ")
                        .child(
                            el("a")
                                .attr("href", if page::is_one_file() { "#recover" } else { "recover.html" })
                                .text("open the recovery page"),
                        )
                        .text(". It lists everything that is stored and saves it as files."),
                ),
            ),
    )
}
