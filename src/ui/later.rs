//! The part of the program that comes once the first page stands: a WebAssembly module of its own, which `xtask` splits
//! off where [`fetch_part`] is marked. It shares everything with the first: memory, signals, functions.
//!
//! What is needed to open an assessment and to answer it is in the first part; pages that one goes to from there, and
//! the second copy on the device, are in this one. It is fetched at once, so that it is there before it is asked for,
//! also when the network goes away later.

use super::components::{Weight, button, hint, link, paragraph, title};
use super::element::{Anew, El, anew, el, fragment};
use super::shell::focus;
use super::{news, pages};
use crate::browser::files::File;
use crate::browser::page;
use crate::route::Route;
use crate::state::{AppState, Notice};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::ItemId;
use std::cell::{OnceCell, RefCell};

/// What could not be fetched is tried again after so long.
const AGAIN_AFTER_MS: u32 = 20_000;

/// Draws something of one item of an assessment.
type OfItem = fn(AppState, &Id, &ItemId) -> El;

/// What the later part can do.
#[derive(Clone, Copy)]
struct Later {
    begin: fn(AppState),
    page: fn(AppState, &Route) -> El,
    title: fn(AppState, &Route) -> String,
    earlier: OfItem,
    reviews: OfItem,
    carried: OfItem,
    official: OfItem,
    share: OfItem,
    above: fn(AppState) -> El,
    words: fn(AppState, &Notice) -> El,
    open: fn(AppState, Option<File>),
    export: fn(AppState, &Id),
}

/// What waits for the later part to be here.
enum Waiting {
    /// A file that is to be opened; without one, the worked example.
    Open(Option<File>),
    /// An assessment that is to be exported.
    Export(Id),
}

/// Whether the later part is here.
enum Part {
    Fetching,
    Here(Later),
    Failed,
}

thread_local! {
    /// One for the whole page. Set by [`fetch`], before anything is drawn.
    static PART: OnceCell<RwSignal<Part>> = const { OnceCell::new() };
    static WAITING: RefCell<Option<Waiting>> = const { RefCell::new(None) };
}

#[wasm_split_helpers::wasm_split(later, fallible)]
fn fetch_part() -> Result<Later, wasm_split_helpers::SplitLoaderError> {
    Ok(Later {
        begin: pages::begin,
        page: pages::show_later,
        title: pages::later_title,
        earlier: pages::earlier,
        reviews: pages::reviews,
        carried: pages::carried,
        official: pages::official_of,
        share: pages::share,
        above: pages::above,
        words: news::words_of,
        open: AppState::open,
        export: AppState::export,
    })
}

fn part() -> Option<RwSignal<Part>> {
    PART.with(|part| part.get().copied())
}

/// Prepares to fetch it. Has to be called once, where what is made lives as long as the page.
pub fn prepare() {
    PART.with(|part| {
        part.get_or_init(|| RwSignal::new(Part::Fetching));
    });
}

/// Fetches the later part, and starts what is in it.
pub fn fetch(state: AppState) {
    let Some(part) = part() else { return };
    if part.with_untracked(|part| matches!(part, Part::Here(_))) {
        // Somebody pressed "Try again" before this was due.
        return;
    }
    spawn_local(async move {
        match fetch_part().await {
            Ok(_) if part.with_untracked(|part| matches!(part, Part::Here(_))) => {}
            Ok(later) => {
                // Whoever waits for a page has the focus on what is there instead of it.
                let waits = page::has_focus("#later");
                part.set(Part::Here(later));
                if waits {
                    focus("h1");
                }
                (later.begin)(state);
                match WAITING.take() {
                    Some(Waiting::Open(file)) => (later.open)(state, file),
                    Some(Waiting::Export(id)) => (later.export)(state, &id),
                    None => {}
                }
            }
            Err(_) => {
                part.set(Part::Failed);
                state.go_without_second();
                // Also without anybody who presses: the second copy on the device is in it.
                Timeout::new(AGAIN_AFTER_MS, move || fetch(state)).forget();
            }
        }
    });
}

/// A page of the later part.
pub fn page(state: AppState, route: &Route) -> El {
    let route = route.clone();
    let waiting = || title("One moment…").id("later");
    let failed = move || {
        fragment()
            .child(title("This page did not arrive").id("later"))
            .child(did_not_arrive(move || fetch_again(state)))
    };
    with_part(move |later| (later.page)(state, &route), waiting, failed)
}

/// What a page of the later part is called, followed.
pub fn title_of(state: AppState, route: &Route) -> String {
    if let Some(part) = part() {
        part.track();
    }
    here().map_or_else(|| "One moment".into(), |later| (later.title)(state, route))
}

/// The earlier texts of an item.
pub fn earlier(state: AppState, id: &Id, item: &ItemId) -> El {
    asked_for(state, id, item, |later| later.earlier)
}

/// What to enter of an item in the official toolkit.
pub fn official(state: AppState, id: &Id, item: &ItemId) -> El {
    asked_for(state, id, item, |later| later.official)
}

/// What works a percentage out for an item that asks for one.
pub fn share(state: AppState, id: &Id, item: &ItemId) -> El {
    let (id, item) = (id.clone(), item.clone());
    with_part(move |later| (later.share)(state, &id, &item), fragment, fragment)
}

fn asked_for(state: AppState, id: &Id, item: &ItemId, what: fn(Later) -> OfItem) -> El {
    let (id, item) = (id.clone(), item.clone());
    with_part(
        move |later| what(later)(state, &id, &item),
        || hint("One moment…"),
        move || did_not_arrive(move || fetch_again(state)),
    )
}

/// What reviewers say of an item.
pub fn reviews(state: AppState, id: &Id, item: &ItemId) -> El {
    let (id, item) = (id.clone(), item.clone());
    with_part(move |later| (later.reviews)(state, &id, &item), fragment, fragment)
}

/// What was carried over into an item from another year.
pub fn carried(state: AppState, id: &Id, item: &ItemId) -> El {
    let (id, item) = (id.clone(), item.clone());
    with_part(move |later| (later.carried)(state, &id, &item), fragment, fragment)
}

/// What is told above every page.
pub fn above(state: AppState) -> El {
    with_part(move |later| (later.above)(state), fragment, fragment)
}

/// The words of what has just been done.
pub fn words(state: AppState, notice: &Notice) -> El {
    let notice = notice.clone();
    with_part(
        move |later| (later.words)(state, &notice),
        || hint("One moment…"),
        || paragraph("What was done cannot be told, because a part of Standards Met could not be fetched."),
    )
}

/// Opens a file, or without one the worked example.
pub fn open(state: AppState, file: Option<File>) {
    match here() {
        Some(later) => (later.open)(state, file),
        None => wait(state, Waiting::Open(file)),
    }
}

/// Exports an assessment.
pub fn export(state: AppState, id: &Id) {
    match here() {
        Some(later) => (later.export)(state, id),
        None => wait(state, Waiting::Export(id.clone())),
    }
}

fn here() -> Option<Later> {
    part()?.with_untracked(|part| if let Part::Here(later) = part { Some(*later) } else { None })
}

/// Done once the later part is here; on the page that says how that is, and how to have what is stored without it.
fn wait(state: AppState, waiting: Waiting) {
    WAITING.set(Some(waiting));
    state.go(&Route::Data);
}

fn with_part(
    view: impl Fn(Later) -> El + 'static,
    waiting: fn() -> El,
    failed: impl Fn() -> El + 'static,
) -> El {
    let Some(part) = part() else { return fragment() };
    let show = move |_: &Anew| {
        part.with_untracked(|part| match part {
            Part::Fetching => waiting(),
            Part::Here(later) => view(*later),
            Part::Failed => failed(),
        })
    };
    fragment().swap(anew(move || part.track()), show)
}

fn fetch_again(state: AppState) {
    if let Some(part) = part() {
        part.set(Part::Fetching);
    }
    focus("h1");
    fetch(state);
}

/// What is said where a part of the program could not be fetched.
pub fn did_not_arrive(again: impl Fn() + 'static) -> El {
    fragment()
        .child(paragraph(
            "A part of Standards Met could not be fetched. Your answers are safe on this device, and you can go on \
             answering. Check that you are connected and try again; if it stays like this, reload the page.",
        ))
        .child(button(Weight::Main, "Try again", again))
        .child(
            el("p")
                .text("If you need your answers as a file now: ")
                .child(link("recover.html", "save what is stored without the program"))
                .text("."),
        )
}
