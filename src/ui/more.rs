//! The parts of the program that come when somebody asks for them: the pages for who reviews, compares, or looks after many
//! homes, those for reports, and those for editions and other years. They lean on the part that comes later
//! (`ui/later.rs`), and are kept for use without the internet with everything else.

use super::components::title;
use super::element::{Anew, El, anew, fragment};
use super::later::did_not_arrive;
use super::pages;
use super::shell::focus;
use crate::browser::page;
use crate::route::Route;
use crate::state::AppState;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::ItemId;
use std::cell::OnceCell;

type Page = fn(AppState, &Route) -> El;

/// Whether one is here.
enum Part {
    /// Nobody has asked for it.
    Away,
    Fetching,
    Here(Page),
    Failed,
}

#[derive(Clone, Copy)]
enum Which {
    Reviewing,
    Reports,
    Editions,
}

thread_local! {
    /// One each for the whole page. Set by [`prepare`].
    static PARTS: OnceCell<[RwSignal<Part>; 3]> = const { OnceCell::new() };
}

#[wasm_split_helpers::wasm_split(more, fallible)]
fn fetch_reviewing() -> Result<Page, wasm_split_helpers::SplitLoaderError> {
    Ok(pages::show_more)
}

#[wasm_split_helpers::wasm_split(reports, fallible)]
fn fetch_reports() -> Result<Page, wasm_split_helpers::SplitLoaderError> {
    Ok(pages::show_report)
}

#[wasm_split_helpers::wasm_split(editions, fallible)]
fn fetch_editions() -> Result<Page, wasm_split_helpers::SplitLoaderError> {
    Ok(pages::show_edition)
}

fn part(which: Which) -> Option<RwSignal<Part>> {
    PARTS.with(|parts| parts.get().and_then(|parts| parts.get(which as usize).copied()))
}

/// Prepares to fetch them. Has to be called once, where what is made lives as long as the page.
pub fn prepare() {
    PARTS.with(|parts| {
        parts.get_or_init(|| {
            [Which::Reviewing, Which::Reports, Which::Editions].map(|_| RwSignal::new(Part::Away))
        });
    });
}

fn fetch(which: Which, part: RwSignal<Part>) {
    part.set(Part::Fetching);
    spawn_local(async move {
        let fetched = match which {
            Which::Reviewing => fetch_reviewing().await,
            Which::Reports => fetch_reports().await,
            Which::Editions => fetch_editions().await,
        };
        // Whoever waits for a page has the focus on what is there instead of it.
        let waits = page::has_focus("#later");
        let arrived = fetched.is_ok();
        part.set(fetched.map_or(Part::Failed, Part::Here));
        if waits && arrived {
            focus("h1");
        }
    });
}

/// A page for who reviews, compares, or looks after many homes.
pub fn page(state: AppState, route: &Route) -> El {
    page_of(Which::Reviewing, state, route)
}

/// A page of reports.
pub fn report(state: AppState, route: &Route) -> El {
    page_of(Which::Reports, state, route)
}

/// A page of editions or of other years.
pub fn edition(state: AppState, route: &Route) -> El {
    page_of(Which::Editions, state, route)
}

/// What was carried over into an item. Nothing as long as the part is not here: the answer itself is.
pub fn carried(state: AppState, id: &Id, item: &ItemId) -> El {
    let Some(part) = part(Which::Editions) else { return fragment() };
    if part.with_untracked(|part| matches!(part, Part::Away | Part::Failed)) {
        fetch(Which::Editions, part);
    }
    let route = Route::Item(id.clone(), item.clone());
    let show = move |_: &Anew| {
        part.with_untracked(|part| match part {
            Part::Here(page) => page(state, &route),
            Part::Away | Part::Fetching | Part::Failed => fragment(),
        })
    };
    fragment().swap(anew(move || part.track()), show)
}

fn page_of(which: Which, state: AppState, route: &Route) -> El {
    let Some(part) = part(which) else { return fragment() };
    if part.with_untracked(|part| matches!(part, Part::Away)) {
        fetch(which, part);
    }
    let route = route.clone();
    let again = move || {
        focus("#later");
        fetch(which, part);
    };
    let show = move |_: &Anew| {
        part.with_untracked(|part| match part {
            Part::Away | Part::Fetching => title("One moment…").id("later"),
            Part::Here(page) => page(state, &route),
            Part::Failed => {
                fragment().child(title("This page did not arrive").id("later")).child(did_not_arrive(again))
            }
        })
    };
    fragment().swap(anew(move || part.track()), show)
}
