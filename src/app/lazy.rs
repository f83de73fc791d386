//! What comes in a part of the program of its own, and is fetched when it is needed.

use crate::components::{Button, ButtonVariant, focus_soon};
use crate::platform::{page, place};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;
use wasm_split_helpers::SplitLoaderError;

/// What could not be fetched is tried again after so long, also without anybody who presses.
const AGAIN_AFTER: Duration = Duration::from_secs(20);

/// What is in a part of the program, once that has been fetched.
pub type Loaded<T> = Pin<Box<dyn Future<Output = Result<T, SplitLoaderError>>>>;

/// Whether it is here.
#[derive(Clone, Copy)]
enum Loading<T> {
    Fetching,
    Here(T),
    Failed,
}

/// What is shown while it is fetched, and where it does not arrive.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// It is a page: a heading says how it is.
    Page,
    /// It is a part of a page that somebody has asked for: a line says how it is.
    Line,
    /// Nobody misses it before it is there.
    Nothing,
    /// The same, and nothing stands below it: it is drawn in a turn of its own, after the page around it.
    Below,
}

/// Shows what is in another part of the program, fetching that part if it is not here.
#[component]
pub fn Lazy<T: Copy + Send + Sync + 'static>(
    load: fn() -> Loaded<T>,
    waiting: Waiting,
    draw: impl Fn(T) -> AnyView + Send + 'static,
) -> impl IntoView {
    let loading = RwSignal::new(Loading::Fetching);
    fetch(load, waiting, loading);
    let again = Callback::new(move |()| {
        loading.set(Loading::Fetching);
        focus_soon("#later");
        fetch(load, waiting, loading);
    });
    move || match (loading.get(), waiting) {
        (Loading::Here(part), _) => draw(part),
        (_, Waiting::Nothing | Waiting::Below) => ().into_any(),
        (Loading::Fetching, Waiting::Line) => view! { <p class="app-hint">"One moment…"</p> }.into_any(),
        (Loading::Fetching, Waiting::Page) => view! {
            <h1 class="app-title" tabindex="-1" id="later">
                "One moment…"
            </h1>
        }
        .into_any(),
        (Loading::Failed, Waiting::Line) => view! { <NotArrived again /> }.into_any(),
        (Loading::Failed, Waiting::Page) => view! {
            <h1 class="app-title" tabindex="-1" id="later">
                "This page did not arrive"
            </h1>
            <NotArrived again />
        }
        .into_any(),
    }
}

fn fetch<T: Copy + Send + Sync + 'static>(
    load: fn() -> Loaded<T>,
    waiting: Waiting,
    loading: RwSignal<Loading<T>>,
) {
    spawn_local(async move {
        let loaded = load().await;
        // Whoever waits for a page has the focus on what is there instead of it.
        let waits = page::has_focus("#later");
        let now = loaded.map_or(Loading::Failed, Loading::Here);
        let arrived = matches!(now, Loading::Here(_));
        if waiting == Waiting::Below && arrived {
            let show = move || {
                let _ = loading.try_set(now);
            };
            return set_timeout(show, Duration::ZERO);
        }
        // The page may have moved on meanwhile.
        if loading.try_set(now).is_some() {
            return;
        }
        if waits && arrived {
            focus_soon("h1");
        }
        if waiting == Waiting::Page && arrived {
            // Once it is drawn. The start page, which waits for nothing, is short.
            set_timeout(place::restore, Duration::ZERO);
        }
        if !arrived {
            set_timeout(
                move || {
                    if loading.try_get_untracked().is_some_and(|now| matches!(now, Loading::Failed)) {
                        fetch(load, waiting, loading);
                    }
                },
                AGAIN_AFTER,
            );
        }
    });
}

/// What is said where a part of the program could not be fetched.
#[component]
fn NotArrived(again: Callback<()>) -> impl IntoView {
    view! {
        <p>
            "A part of Standards Met could not be fetched. Your answers are safe on this device, and you can go on \
             answering. Check that you are connected and try again; if it stays like this, reload the page."
        </p>
        <Button variant=ButtonVariant::Primary on_press=again>
            "Try again"
        </Button>
        <p>
            "If you need your answers as a file now: "
            <a href="recover.html">"save what is stored without the program"</a> "."
        </p>
    }
}
