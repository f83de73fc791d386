//! Your data: what is on this device, export, import, remove.

mod arrival_words;
mod assessment_card;
mod attention;
mod copy_check;
mod copy_status;
mod differences;
mod each_change;
mod import_warnings;
mod kept_file;
mod lasting;
mod locked_export;
mod locked_file;
mod manage;
mod merge_preview;
mod name_form;
mod offer_choices;
mod offered_file;
mod passphrase_field;
mod pasted_text;
mod redacted_copy;
mod redacted_export;
mod removal_form;
mod returned_sheet;
mod set_aside;
mod share_button;
mod snapshot_form;
mod storage_page;
mod storage_safety;

pub use manage::ManagePage;
pub use redacted_copy::RedactedNotice;
pub use storage_page::StoragePage;

use crate::components::{Card, FileField, Heading, PageHeading};
use crate::platform::page;
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use assessment_card::AssessmentCard;
use attention::StorageAttention;
use leptos::prelude::*;
use locked_file::LockedFile;
use offered_file::OfferedFile;
use pasted_text::PastedText;
use standards_met_core::assessment::Id;
use web_sys::File;

/// What the page shows of other features.
#[derive(Clone, Copy)]
pub struct DataPieces {
    /// A review that came back and waits for a choice.
    pub returned_review: Callback<(), AnyView>,
}

/// The page of everything that is on this device.
#[component]
pub fn DataPage(pieces: DataPieces) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let ids = move || assessments.own_first();
    on_cleanup(move || exchange.close_used());
    view! {
        <PageHeading>"Your data"</PageHeading>
        <p class="app-lead">
            "Everything is kept in this browser, on this device, and nowhere else. Export a file to keep a copy or \
             to send it."
        </p>
        <StorageAttention />
        <OpenedFiles />
        {pieces.returned_review.run(())}
        <Heading>"On this device"</Heading>
        <Show when=move || assessments.documents.with(Vec::is_empty)>
            <Card>
                <p>
                    "There is no assessment on this device yet. " <a href=Route::Start.href()>"Start one"</a>
                    ", or open a file."
                </p>
            </Card>
        </Show>
        <For each=ids key=Id::clone let:id>
            <AssessmentCard id />
        </For>
        <Heading>"Open a file"</Heading>
        <Card>
            <p>
                "Choose a file that was exported from this page, here or on another device, or drop it anywhere on the \
                 page. You see what is in it before anything changes."
            </p>
            <FileField
                id="data-file"
                label="Choose a file"
                on_choose=move |file: File| exchange.open(Some(file.into()))
            />
            <PastedText />
        </Card>
        <Elsewhere />
    }
}

/// A file that was opened and waits for a choice, or for its passphrase.
#[component]
fn OpenedFiles() -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let (offers, locks) = (writes(exchange.offer), writes(exchange.locked));
    let offered = move || {
        let write = offers.get();
        exchange.offer.with_untracked(Option::is_some).then_some(write)
    };
    let offer = move |_| {
        exchange.offer.with_untracked(|offer| offer.as_ref().map(|offer| view! { <OfferedFile offer /> }))
    };
    let locked = move || {
        let write = locks.get();
        exchange.locked.with_untracked(Option::is_some).then_some(write)
    };
    let lock = move |_| {
        let file = exchange.locked.with_untracked(|locked| locked.as_ref().map(|locked| locked.file.clone()));
        file.map(|file| view! { <LockedFile file /> })
    };
    view! {
        <For each=offered key=|write| *write children=offer />
        <For each=locked key=|write| *write children=lock />
    }
}

/// How often a signal was written. As a key, it has another file shown in a card of its own, with none of what was begun in
/// the card before.
fn writes<T: Send + Sync + 'static>(signal: RwSignal<T>) -> Memo<u32> {
    Memo::new(move |before: Option<&u32>| {
        signal.track();
        before.map_or(0, |before| before.wrapping_add(1))
    })
}

/// Links to the pages for what concerns the whole device.
#[component]
fn Elsewhere() -> impl IntoView {
    let entry = |route: Route, words: &'static str| {
        view! {
            <li>
                <a class="app-tap" href=route.href()>
                    {words}
                </a>
            </li>
        }
    };
    view! {
        <Heading>"More"</Heading>
        <ul class="app-inline">
            {entry(Route::Storage, "Storage on this device")} {entry(Route::Editions, "Toolkit years")}
            {entry(Route::Homes, "Your homes")}
            {(!page::is_one_file()).then(|| entry(Route::HomeScreen, "Add to the home screen"))}
            {entry(Route::Clear, "Clear this device")}
        </ul>
    }
}
