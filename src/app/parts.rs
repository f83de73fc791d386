//! The later part of the program, as far as it is no page: what it starts, what it does with files, and the pieces that it
//! adds to other pages.

use super::announcements::Announcements;
use super::lazy::Loaded;
use super::notice_content::NoticeContent;
use crate::store::{Assessments, Exchange, ExchangeCommands, Notice, Offline};
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What could not be fetched is tried again after so long: the second copy on the device is in it.
const AGAIN_AFTER: Duration = Duration::from_secs(20);
/// The later part is fetched after so long, whether or not the first one has come.
const AT_THE_LATEST: Duration = Duration::from_secs(4);

/// Starts what the first page does not need, and gives what is done with files.
#[wasm_split(everyday, fallible)]
fn start_later() -> Result<fn(), SplitLoaderError> {
    Ok(|| {
        let exchange = expect_context::<Exchange>();
        // Before the second copy is opened: a device that is being cleared is not to be filled from it.
        crate::features::clear::listen(exchange);
        expect_context::<Offline>().begin_later();
        expect_context::<Assessments>().keep_steps();
        exchange.take_exchange_commands(ExchangeCommands {
            open: Exchange::open,
            export: Exchange::export,
            share: Exchange::share,
        });
    })
}

/// Fetches the later part once `first` has come, the part that the first question is in, and starts what is in it: together,
/// each would slow the other down. What it makes lives as long as the owner around.
pub fn fetch<T: 'static>(assessments: Assessments, first: Loaded<T>) {
    let owner = Owner::current().unwrap_or_default();
    let waiting = Rc::new(Cell::new(Some(move || fetch_within(assessments, owner))));
    let begin = move || {
        if let Some(begin) = waiting.take() {
            begin();
        }
    };
    // The second copy on the device is in it, and does not wait for what may never come.
    set_timeout(begin.clone(), AT_THE_LATEST);
    spawn_local(async move {
        let _ = first.await;
        begin();
    });
}

fn fetch_within(assessments: Assessments, owner: Owner) {
    spawn_local(async move {
        match start_later().await {
            Ok(start) => owner.with(start),
            Err(_) => {
                assessments.go_without_second();
                set_timeout(move || fetch_within(assessments, owner), AGAIN_AFTER);
            }
        }
    });
}

/// Draws what is in a notice: of the notice, whether it can be undone, and what takes the focus when it goes.
pub type DrawNotice = fn(&Notice, bool, NodeRef<Div>) -> AnyView;

#[wasm_split(everyday, fallible)]
fn draw_notice() -> Result<DrawNotice, SplitLoaderError> {
    Ok(|notice, can_undo, block| view! { <NoticeContent notice can_undo block /> }.into_any())
}

/// What is in a notice of what has just been done.
pub fn notice_content() -> Loaded<DrawNotice> {
    Box::pin(draw_notice())
}

#[wasm_split(everyday, fallible)]
fn announcements_view() -> Result<fn() -> AnyView, SplitLoaderError> {
    Ok(|| view! { <Announcements /> }.into_any())
}

/// What is told above every page.
pub fn announcements() -> Loaded<fn() -> AnyView> {
    Box::pin(announcements_view())
}
