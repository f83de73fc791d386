//! What is said above a page: that the device does not keep what is typed, and what has just been done.

use super::lazy::{Lazy, Waiting};
use super::parts;
use crate::components::{Button, ButtonVariant};
use crate::platform::page;
use crate::store::{AppState, Checked, Notice, Undo};
use crate::words;
use leptos::html::Div;
use leptos::prelude::*;
use standards_met_core::storage::StorageError;

/// Says that the device does not keep what is typed, for as long as it does not.
#[component]
pub fn StorageTrouble() -> impl IntoView {
    let state = expect_context::<AppState>();
    let current = Memo::new(move |_| state.current_here());
    let export = move |id| {
        view! {
            <Button variant=ButtonVariant::Secondary on_press=move |()| state.export_soon(&id)>
                "Export a file now"
            </Button>
        }
    };
    let trouble = move |(error, in_second): (StorageError, bool)| {
        let (what, words) = if in_second {
            (words::in_second_only(&error), words::IN_SECOND_ONLY)
        } else {
            ("Your answers are not being saved. ", words::storage_error(&error))
        };
        let reload = (error == StorageError::Newer).then(|| {
            view! {
                <Button variant=ButtonVariant::Secondary on_press=move |()| page::reload()>
                    "Reload the page"
                </Button>
            }
        });
        view! {
            <div class="app-notice app-notice--bad">
                <p>
                    <b>{what}</b>
                    {words}
                </p>
                {reload}
                {move || current.get().map(export)}
            </div>
        }
    };
    view! { <div role="alert">{move || state.trouble.get().map(trouble)}</div> }
}

/// What has just been done, with a way back where there is one.
#[component]
pub fn NoticeBlock() -> impl IntoView {
    let state = expect_context::<AppState>();
    let block = NodeRef::<Div>::new();
    let view = move |(notice, undo): (Notice, Option<Undo>)| {
        view! { <OneNotice notice can_undo=undo.is_some() block /> }
    };
    view! {
        <div class="app-news" role="alert" tabindex="-1" node_ref=block>
            {move || state.notice.get().map(view)}
        </div>
    }
}

#[component]
fn OneNotice(notice: Notice, can_undo: bool, block: NodeRef<Div>) -> impl IntoView {
    let state = expect_context::<AppState>();
    // The pressed button goes with its notice, and would take the focus along.
    let keep_focus = move || {
        if let Some(block) = block.get_untracked() {
            page::focus_quietly(&block);
        }
    };
    let undo = move |()| {
        keep_focus();
        state.undo();
    };
    let close = move |()| {
        keep_focus();
        state.dismiss_notice();
    };
    let is_bad = matches!(
        notice,
        Notice::ImportFailed { .. }
            | Notice::ExportFailed
            | Notice::PutBackFailed
            | Notice::NotSwitched
            | Notice::Checked { checked: Checked::Changed { .. } | Checked::Broken(_), .. }
    );
    let undo_button = can_undo.then(|| {
        view! {
            <Button variant=ButtonVariant::Secondary on_press=undo>
                "Undo"
            </Button>
        }
    });
    view! {
        <div class="app-notice" class:app-notice--bad=is_bad>
            <div class="app-notice__words">
                <Lazy load=parts::notice_text waiting=Waiting::Line draw=move |text| text(&notice) />
            </div>
            <div class="app-buttons">
                {undo_button}
                <Button variant=ButtonVariant::Small on_press=close>
                    "Close"
                </Button>
            </div>
        </div>
    }
}
