//! The part of the program that comes when somebody asks for it: the pages for who reviews, compares, or looks after many
//! homes. It leans on the part that comes later (`ui/later.rs`), and is kept for use without the internet with everything
//! else.

use super::components::title;
use super::element::{El, fragment};
use super::later::did_not_arrive;
use super::pages;
use super::shell::focus;
use crate::browser::page;
use crate::route::Route;
use crate::state::{AppState, Watched};
use leptos::task::spawn_local;
use std::cell::OnceCell;

type Page = fn(AppState, &Route) -> El;

/// Whether it is here.
enum Part {
    /// Nobody has asked for it.
    Away,
    Fetching,
    Here(Page),
    Failed,
}

thread_local! {
    /// One for the whole page. Set by [`prepare`].
    static PART: OnceCell<Watched<Part>> = const { OnceCell::new() };
}

#[wasm_split_helpers::wasm_split(more, fallible)]
fn fetch_part() -> Result<Page, wasm_split_helpers::SplitLoaderError> {
    Ok(pages::show_more)
}

fn part() -> Option<Watched<Part>> {
    PART.with(|part| part.get().copied())
}

/// Prepares to fetch it. Has to be called once, where what is made lives as long as the page.
pub fn prepare() {
    PART.with(|part| {
        part.get_or_init(|| Watched::new(Part::Away));
    });
}

fn fetch(part: Watched<Part>) {
    part.set(Part::Fetching);
    spawn_local(async move {
        let fetched = fetch_part().await;
        // Whoever waits for a page has the focus on what is there instead of it.
        let waits = page::has_focus("#later");
        let arrived = fetched.is_ok();
        part.set(fetched.map_or(Part::Failed, Part::Here));
        if waits && arrived {
            focus("h1");
        }
    });
}

/// A page of this part.
pub fn page(state: AppState, route: &Route) -> El {
    let Some(part) = part() else { return fragment() };
    if part.with_untracked(|part| matches!(part, Part::Away)) {
        fetch(part);
    }
    let route = route.clone();
    let again = move || {
        focus("#later");
        fetch(part);
    };
    let show = move |_: &u32| {
        part.with_untracked(|part| match part {
            Part::Away | Part::Fetching => title("One moment…").id("later"),
            Part::Here(page) => page(state, &route),
            Part::Failed => {
                fragment().child(title("This page did not arrive").id("later")).child(did_not_arrive(again))
            }
        })
    };
    fragment().swap(move || part.changes(), show)
}
