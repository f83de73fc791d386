//! What surrounds every page: header, what is said above it, footer, and the way files come in.

use super::header::Header;
use super::lazy::{Lazy, Waiting};
use super::notices::{NoticeBlock, StorageTrouble};
use super::{answering, page, parts, shown_route, tab_title};
use crate::platform::files::File;
use crate::platform::{keys, page as tab, pasting, place};
use crate::route::Route;
use crate::store::{Assessments, Exchange, Navigation, provide_contexts};
use leptos::ev::{DragEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use standards_met_core::words;
use std::time::Duration;

/// The page as a whole.
#[component]
pub fn App() -> impl IntoView {
    provide_contexts();
    let assessments = expect_context::<Assessments>();
    let navigation = expect_context::<Navigation>();
    let exchange = expect_context::<Exchange>();
    parts::fetch(expect_context(), Box::pin(answering()));
    // An assessment may come after its page: from the second copy on this device, or from another tab.
    let shown = Memo::new(move |_| {
        let route = navigation.route.get();
        let here = route.assessment().is_some_and(|id| assessments.with(id, |_| ()).is_some());
        (route, here)
    });
    follow_address(shown, exchange);
    // By a key, so that no page takes over what somebody has opened, folded or typed on the one before.
    let page_key = |(route, here): &(Route, bool)| (route.to_string(), *here);
    let is_example = Memo::new(move |_| assessments.is_example());
    let is_in_our_words = Memo::new(move |_| assessments.is_in_our_words());
    let drop_file = move |event: DragEvent| {
        let file = event.data_transfer().and_then(|carried| carried.files()).and_then(|files| files.get(0));
        if let Some(file) = file {
            event.prevent_default();
            exchange.open_soon(Some(File::from(file)));
        }
    };
    let leave_field = move |_| {
        assessments.leave_field();
        assessments.fields_left.update(|count| *count += 1);
    };
    let undo_or_redo = move |event: KeyboardEvent| {
        let Some(again) = keys::wants_undo(&event) else { return };
        let Some(id) = untrack(|| assessments.current_here()) else { return };
        event.prevent_default();
        if again {
            assessments.redo_change(&id);
        } else {
            assessments.undo_change(&id);
        }
    };
    view! {
        <div
            on:dragover=|event| event.prevent_default()
            on:drop=drop_file
            on:focusout=leave_field
            on:keydown=undo_or_redo
            on:paste=|event| pasting::paste_clean(&event)
            on:click=|event| place::note_pressed(&event)
        >
            <Frame>
                <StorageTrouble />
                <NoticeBlock />
                <Lazy
                    load=parts::announcements
                    waiting=Waiting::Nothing
                    draw=|announcements| announcements()
                />
                <Show when=move || is_example.get()>
                    <ExampleNote />
                </Show>
                <Show when=move || is_in_our_words.get()>
                    <p class="app-wording">{words::IN_OUR_WORDS}</p>
                </Show>
                <For
                    each=move || std::iter::once(shown.get())
                    key=page_key
                    children=move |(route, _)| page(shown_route(assessments, route))
                />
            </Frame>
        </div>
    }
}

/// What is around a page: the header above it, and the footer below.
#[component]
pub(super) fn Frame(children: Children) -> impl IntoView {
    let skip = |event: MouseEvent| {
        // A fragment is a page's address here, so the link moves the focus itself.
        event.prevent_default();
        tab::focus_first("#main");
    };
    view! {
        <a class="nhsuk-skip-link" href="#main" on:click=skip>
            "Skip to main content"
        </a>
        <Header />
        <main id="main" class="app-main" tabindex="-1">
            {children()}
        </main>
        <Footer />
    }
}

/// The title and the focus are outside the page's own nodes: this brings them in line with the address.
fn follow_address(shown: Memo<(Route, bool)>, exchange: Exchange) {
    // Also where an assessment comes after its page: with it comes its name.
    Effect::new(move |before: Option<Route>| {
        let route = shown.with(|(route, _)| route.clone());
        tab::set_title(&tab_title(route.clone()));
        if before.is_some_and(|before| before != route) {
            let offered = route == Route::Data && exchange.offer.with_untracked(Option::is_some);
            set_timeout(if offered { focus_offer } else { place::arrive }, Duration::ZERO);
        }
        route
    });
    Effect::new(move |_| {
        if exchange.offer.with(Option::is_some) {
            set_timeout(focus_offer, Duration::ZERO);
        }
    });
}

/// A file that was opened is what its page is about for now.
fn focus_offer() {
    tab::focus_first("#offer-heading");
}

/// Above every page of the worked example, so that nobody takes it for their own.
#[component]
fn ExampleNote() -> impl IntoView {
    view! {
        <div class="app-notice app-no-print">
            <p>
                <b>"This is the worked example of a made-up home. "</b>
                "Look around, and change what you like: nothing of it gets into your own assessment. "
                <a href=Route::Start.href()>"Go to your own"</a>
            </p>
        </div>
    }
}

#[component]
fn Footer() -> impl IntoView {
    view! {
        <footer class="app-footer">
            <p>
                "Nothing you type leaves this device unless you export it. Not part of the NHS. "
                <a href=Route::About.href()>"About"</a> " · " <a href=Route::Privacy.href()>"Privacy"</a>
                " · " <a href=Route::Accessibility.href()>"Accessibility"</a>
            </p>
        </footer>
    }
}
