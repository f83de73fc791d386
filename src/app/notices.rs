//! What is said above a page: that the device does not keep what is typed, and what has just been done.

use super::lazy::{Lazy, Waiting};
use super::parts;
use crate::components::{Button, ButtonVariant};
use crate::platform::page;
use crate::store::{Assessments, Exchange, Notice, Notices, Saving, Undo};
use crate::words;
use leptos::html::Div;
use leptos::prelude::*;
use standards_met_core::storage::StorageError;

/// Says that the device does not keep what is typed, for as long as it does not.
#[component]
pub fn StorageTrouble() -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let saving = expect_context::<Saving>();
    let current = Memo::new(move |_| assessments.current_here());
    let export = move |id| {
        view! {
            <Button variant=ButtonVariant::Secondary on_press=move |()| exchange.export_soon(&id)>
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
    view! { <div role="alert">{move || saving.trouble.get().map(trouble)}</div> }
}

/// What has just been done, with a way back where there is one. What is in it comes with a later part of the program: nothing
/// has been done yet when the first page is opened.
#[component]
pub fn NoticeBlock() -> impl IntoView {
    let notices = expect_context::<Notices>();
    let block = NodeRef::<Div>::new();
    let view = move |(notice, undo): (Notice, Option<Undo>)| {
        let is_bad = notice.is_bad();
        view! {
            <div class="app-notice" class:app-notice--bad=is_bad>
                <Lazy
                    load=parts::notice_content
                    waiting=Waiting::Line
                    draw=move |content| content(&notice, undo.is_some(), block)
                />
            </div>
        }
    };
    view! {
        <div class="app-news" role="alert" tabindex="-1" node_ref=block>
            {move || notices.notice.get().map(view)}
        </div>
    }
}
