//! What is told above a page: that the device does not keep what is typed, and what has just been done.

use super::components::{Weight, button, buttons};
use super::element::{El, anew, el, fragment};
use super::later;
use crate::browser::page;
use crate::state::{AppState, Checked, Notice};
use crate::words;
use leptos::prelude::*;
use standards_met_core::storage::StorageError;

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
                button(Weight::Second, "Export a file now", move || later::export(state, &id))
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
        let bad = matches!(
            notice,
            Notice::ImportFailed { .. }
                | Notice::ExportFailed
                | Notice::PutBackFailed
                | Notice::NotSwitched
                | Notice::Checked { checked: Checked::Changed { .. } | Checked::Broken(_), .. }
        );
        el("div")
            .class(if bad { "app-notice app-notice--bad" } else { "app-notice" })
            .child(el("div").class("app-notice__words").child(later::words(state, notice)))
            .child(buttons().maybe(undo).child(close))
    };
    block.swap(anew(move || state.notice.track()), move |_| {
        state.notice.with_untracked(|notice| notice.as_ref().map_or_else(fragment, &view))
    })
}
