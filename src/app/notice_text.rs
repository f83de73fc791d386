//! The words of what has just been done. They are in a later part of the program, because nothing has been done yet when
//! the first page is opened.

use super::check_copy::CheckCopy;
use super::checked_copy::CheckedCopy;
use crate::components::{FileText, ReviewFileNote};
use crate::features::your_data::RedactedNotice;
use crate::route::Route;
use crate::store::{Exported, Kept, Notice};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::ImportWarning;
use standards_met_core::storage::Reason;

/// The heading on the page of storage under which everything is that is kept aside.
const KEPT_ASIDE: &str = "Saved versions and removed items";

const ONLY_IN_MEMORY: &str = " is under “Saved versions and removed items” only until this page is closed, because this device cannot \
                              keep it: save it as a file now if you may want it again.";

/// What was done, or why it could not be.
#[component]
pub fn NoticeText<'a>(notice: &'a Notice) -> impl IntoView + use<> {
    match notice {
        Notice::ImportFailed { file, error } => view! {
            <p>
                <b>{format!("“{file}” could not be opened. ")}</b>
                {words::import_error(error)}
            </p>
            <p>"Nothing on this device has changed."</p>
        }
        .into_any(),
        Notice::Exported(exported) => view! { <FileReady exported=exported.clone() /> }.into_any(),
        Notice::ExportedLocked { exported, is_weak } => {
            view! { <LockedFileReady exported=exported.clone() is_weak=*is_weak /> }.into_any()
        }
        Notice::Redacted(exported) => view! { <RedactedNotice exported /> }.into_any(),
        Notice::ReviewExported(review) => view! {
            <ReviewFileNote
                file_name=review.file_name.clone()
                check_code=review.check_code.clone()
                said=words::count(review.remarks, "review")
                text=review.text.clone()
            />
        }
        .into_any(),
        Notice::Shared { file_name, check_code } => view! {
            <p>
                <b>{format!("The other app was given {file_name}. ")}</b>
                "Check code "
                <span class="app-code">{check_code.clone()}</span>
                " (whoever opens it sees the same code if nothing was changed in it)."
            </p>
            <CheckCopy />
        }
        .into_any(),
        Notice::ActsOnReview { assessment, item } => {
            view! { <ActionAdded id=assessment.clone() item=item.clone() /> }.into_any()
        }
        Notice::Checked { file, checked } => view! { <CheckedCopy file checked /> }.into_any(),
        Notice::NotRead { older, unread, waiting } => {
            view! { <NotRead older unread=*unread waiting /> }.into_any()
        }
        Notice::Removed { name, kept: Kept::Aside } => {
            view! { <KeptAside before=format!("{name} was removed. ") /> }.into_any()
        }
        Notice::TookSnapshot { name, kept: Kept::Aside } => {
            view! { <KeptAside before=format!("This version was saved: {name}. ") /> }.into_any()
        }
        other => view! { <p>{sentence(other)}</p> }.into_any(),
    }
}

/// What was done, where one sentence says it.
fn sentence(notice: &Notice) -> String {
    match notice {
        Notice::Imported { name, warnings, kept } => {
            let text = with_warnings(format!("{name} is on this device now."), warnings);
            if *kept == Kept::InMemory { format!("{text} What it replaced{ONLY_IN_MEMORY}") } else { text }
        }
        Notice::Merged { name, warnings, kept } => {
            let text = with_warnings(format!("{name} was merged with the file."), warnings);
            if *kept == Kept::InMemory { format!("{text} What was here before{ONLY_IN_MEMORY}") } else { text }
        }
        Notice::NotShared => "Nothing was shared, and nothing has left this device.".into(),
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
        Notice::Removed { name, .. } => format!("{name} was removed. It{ONLY_IN_MEMORY}"),
        Notice::PutBack { name } => format!("{name} was put back."),
        Notice::PutBackFailed => {
            "That could not be put back, because it cannot be read. It is still there: save it as a file.".into()
        }
        Notice::Duplicated { name } => format!("A copy was made: {name}."),
        Notice::Renamed { name } => format!("It is now called {name}."),
        Notice::RemovedFrom { item } => format!("Removed from {}.", words::place_name(item)),
        Notice::TakenBack(items) => format!(
            "{} {} answering again because you changed an answer.",
            words::list(&items.iter().map(ItemId::to_string).collect::<Vec<_>>()),
            if items.len() == 1 { "needs" } else { "need" }
        ),
        Notice::Accepted(count) => format!("{} marked as not applicable.", words::count(*count, "question")),
        Notice::TookOver { item } => format!("You are now using their answer to {item}."),
        Notice::TookOverAll(1) => "You are now using their answer.".into(),
        Notice::TookOverAll(count) => format!("You are now using their {count} answers."),
        Notice::TookRemarks(count) => {
            format!("{} added. Your answers have not changed.", words::count(*count, "comment"))
        }
        Notice::Undone => "Undone.".into(),
        Notice::UndidChange(items) => format!("Undone: the last change{}.", changed(items)),
        Notice::DidAgain(items) => format!("Done again: the change{}.", changed(items)),
        Notice::BroughtBack { item, kept: Kept::Aside } => {
            format!("The earlier answer to {item} is back. The one it replaced is under “Previous answers”.")
        }
        Notice::BroughtBack { item, kept: Kept::InMemory } => format!(
            "The earlier answer to {item} is back. There was no room to keep the one it replaced: to have it again, undo this \
             before you close the page."
        ),
        Notice::TookSnapshot { name, .. } => format!("The version “{name}”{ONLY_IN_MEMORY}"),
        Notice::Recovered(names) => format!(
            "This browser’s main storage had not kept the last of {}, as happens when a browser ends suddenly. The second copy on \
             this device had it, and it is here again. To be safe, look through it and export a file.",
            names.join(", ")
        ),
        Notice::ChangedElsewhere { name } => format!(
            "{name} was removed in another tab or window. It stays here until you close this page; change anything in \
             it, and it is kept again."
        ),
        // These are more than a sentence.
        Notice::ImportFailed { .. }
        | Notice::Exported(_)
        | Notice::ExportedLocked { .. }
        | Notice::Redacted(_)
        | Notice::ReviewExported(_)
        | Notice::ActsOnReview { .. }
        | Notice::Shared { .. }
        | Notice::Checked { .. }
        | Notice::NotRead { .. } => String::new(),
    }
}

/// Something was kept aside: where it is.
#[component]
fn KeptAside(before: String) -> impl IntoView {
    view! { <p>{before} "It is under " <a href=Route::Storage.href()>{KEPT_ASIDE}</a> "."</p> }
}

/// An action was made out of a comment: where it is.
#[component]
fn ActionAdded(id: Id, item: ItemId) -> impl IntoView {
    let (place, to) = match item.is_whole() {
        true => ("the action plan".to_owned(), Route::ActionPlan(id)),
        false => (format!("the actions of {item}"), Route::Item(id, item)),
    };
    view! { <p>"Added to " <a href=to.href()>{place}</a> ". Add who will do it, and by when."</p> }
}

fn with_warnings(text: String, warnings: &[ImportWarning]) -> String {
    warnings.iter().fold(text, |text, warning| format!("{text} {}", words::warning(warning)))
}

/// What was changed, for the end of a sentence.
fn changed(items: &[ItemId]) -> String {
    match items {
        [] => String::new(),
        [item] => format!(" to {}", words::place_name(item)),
        many => format!(" to {}", words::count(many.len(), "item")),
    }
}

/// What could not be read when the page started: what is shown instead, what is kept, and what to do.
#[component]
fn NotRead<'a>(
    /// The names of those of which the last save but one is shown.
    older: &'a [String],
    /// How many could not be read at all.
    unread: usize,
    /// What is not shown, by its name, and why.
    waiting: &'a [(Option<String>, Reason)],
) -> impl IntoView + use<> {
    let older = (!older.is_empty()).then(|| {
        let words = format!(
            "One of the last two saves of {} was damaged on this device. What you see may be the one before the last: look at \
             what you typed last, and export a file.",
            older.join(", ")
        );
        view! { <p>{words}</p> }
    });
    let unread = (unread > 0).then(|| {
        let them = if unread == 1 { "it" } else { "them" };
        let words = format!(
            "{} on this device could not be read. If you have a copy of {them} as a file, open it on “Your data”.",
            words::count(unread, "assessment")
        );
        view! { <p>{words}</p> }
    });
    let waiting = waiting.iter().map(|(name, reason)| {
        let name = name.as_deref().unwrap_or("An assessment");
        view! { <p>{format!("{name} is not shown: it is {}.", words::reason(*reason))}</p> }
    });
    view! {
        {older}
        {unread}
        {waiting.collect_view()}
        <p>"Nothing of it was deleted: it is under " <a href=Route::Storage.href()>{KEPT_ASIDE}</a> "."</p>
    }
}

/// What a file that was just handed over holds.
#[component]
fn FileReady(exported: Exported) -> impl IntoView {
    if let Some(home) = &exported.back_to {
        let left = exported.items - exported.answered;
        let left = match left {
            0 => String::new(),
            1 => " 1 question is not answered yet.".to_owned(),
            left => format!(" {left} questions are not answered yet."),
        };
        let words =
            format!("Attach it to an email and send it back to {home}. It is in your downloads.{left}");
        return view! {
            <p>
                <b>{format!("Your file is ready: {}. ", exported.file_name)}</b>
                {words}
            </p>
            <FileText text=exported.text label="The exported text" />
        }
        .into_any();
    }
    view! {
        <p>
            <b>{format!("Your file is ready: {}. ", exported.file_name)}</b>
            {format!(
                "It has {} questions, {} of them answered. Check code ",
                exported.items,
                exported.answered,
            )}
            <span class="app-code">{exported.check_code}</span>
            " (every file of the same answers has this code, and so has the printed paper). We checked the file: it is \
             complete. It is in your downloads; attach it to an email to send it."
        </p>
        <FileText text=exported.text label="The exported text" />
        <CheckCopy />
    }
    .into_any()
}

/// What a locked file that was just handed over needs, and what it is not.
#[component]
fn LockedFileReady(exported: Exported, is_weak: bool) -> impl IntoView {
    let warning = is_weak.then(|| {
        view! {
            <p class="app-warning">
                <b>"Somebody could guess its passphrase. "</b>
                "Send it only where that does no harm, or export it again with another passphrase."
            </p>
        }
    });
    view! {
        <p>
            <b>{format!("Your locked file is ready: {}. ", exported.file_name)}</b>
            "We checked the file: it is complete. It is in your downloads. Give the passphrase to whoever will open it, but not in \
             the same message as the file. They will see the check code "
            <span class="app-code">{exported.check_code}</span>
            ". It does not count as your copy, because it is lost without the passphrase."
        </p>
        {warning}
        <FileText text=exported.text label="The exported text" />
    }
}
