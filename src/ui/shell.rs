//! What surrounds every page: header, footer, and the way files come in.

use super::closure::Live;
use super::components::link;
use super::element::{El, el, follow, fragment, svg};
use super::later;
use super::notices::{notice_block, storage_trouble};
use super::pages;
use crate::browser::dom::Node;
use crate::browser::{clock, page};
use crate::route::Route;
use crate::state::{AppState, Saving, SecondCopy};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use std::cell::RefCell;
use std::rc::Rc;

/// Draws the page in place of what `index.html` shows while it loads.
pub fn mount() {
    // As `leptos::mount` does, without its machinery for views, of which there are none.
    page::let_tasks_run();
    let owner = Owner::new();
    owner.with(|| {
        let state = AppState::start();
        provide_context(state);
        later::prepare();
        // Before the failure block, so that the link for skipping is the first on the page.
        Node::first("#failure").put_before(app(state).node());
        page::remove("#loading");
        later::fetch(state);
    });
    // The page lives as long as its owner.
    std::mem::forget(owner);
}

/// Puts the focus on an element once it has been drawn.
pub fn focus(selector: &str) {
    let selector = selector.to_owned();
    Timeout::new(0, move || {
        page::focus_first(&selector);
    })
    .forget();
}

fn app(state: AppState) -> El {
    // The title and the focus are outside the page's own nodes: this brings them in line with the address.
    follow(Box::new(move || page::set_title(&pages::title(state, &state.route.get()))));
    let before = RefCell::new(None::<Route>);
    follow(Box::new(move || {
        let route = state.route.get();
        let Some(left) = before.replace(Some(route.clone())) else { return };
        let offered = route == Route::Data && state.offer.with_untracked(Option::is_some);
        // Back among the results, one is where one was.
        let result = matches!((&route, &left), (Route::Find(_), Route::Item(..)))
            .then(|| format!("main a[href='{}']", left.href()));
        let arrive = move || match result {
            _ if offered => focus_offer(),
            Some(result) if page::focus_first(&result) => {}
            _ => page::focus_heading(),
        };
        Timeout::new(0, arrive).forget();
    }));
    follow(Box::new(move || {
        if state.offer.with(Option::is_some) {
            Timeout::new(0, focus_offer).forget();
        }
    }));
    // An assessment may come after its page: from the second copy on this device, or from another tab.
    let shown = move || {
        let route = state.route.get();
        let here = route.assessment().is_some_and(|id| state.with(id, |_| ()).is_some());
        (route, here)
    };
    let main = el("main")
        .id("main")
        .class("app-main")
        .attr("tabindex", "-1")
        .child(storage_trouble(state))
        .child(notice_block(state))
        .child(later::above(state))
        .swap(move || state.is_example(), |example| if *example { example_note() } else { fragment() })
        .swap(shown, move |(route, _)| pages::show(state, route));
    let skip = link("#main", "Skip to main content").class("nhsuk-skip-link").on("click", |event| {
        // A fragment is a page's address here, so the link moves the focus itself.
        event.prevent_default();
        page::focus_first("#main");
    });
    let footer = el("p")
        .text("Nothing you type leaves this device unless you export it. Not part of the NHS. ")
        .child(link(&Route::About.href(), "About"))
        .text(" · ")
        .child(link(&Route::Privacy.href(), "Privacy"))
        .text(" · ")
        .child(link(&Route::Accessibility.href(), "Accessibility"));
    el("div")
        .on("dragover", |event| event.prevent_default())
        .on("drop", move |event| {
            if let Some(file) = event.dropped_file() {
                event.prevent_default();
                later::open(state, Some(file));
            }
        })
        .on("focusout", move |_| state.leave_field())
        .on("keydown", move |event| {
            let Some(again) = event.wants_undo() else { return };
            let Some(id) = untrack(|| state.current_here()) else { return };
            event.prevent_default();
            if again {
                state.redo_change(&id);
            } else {
                state.undo_change(&id);
            }
        })
        .child(skip)
        .child(header(state))
        .child(main)
        .child(el("footer").class("app-footer").child(footer))
}

/// A file that was opened is what its page is about for now.
fn focus_offer() {
    page::focus_first("#offer-heading");
}

fn header(state: AppState) -> El {
    let menu_open = RwSignal::new(false);
    let house = svg("svg")
        .attr("width", "34")
        .attr("height", "34")
        .attr("viewBox", "0 0 34 34")
        .attr("aria-hidden", "true")
        .child(
            svg("path")
                .attr("fill", "currentColor")
                .attr("d", "M4 15 17 4l13 11v13a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3z"),
        )
        .child(svg("path").class("app-header__tick").attr("d", "m10 19 5 5 9-10"));
    let name = link(&Route::Start.href(), "").class("app-header__name").child(house).text("Standards Met");
    let menu = el("button")
        .attr("type", "button")
        .class("app-menu-button")
        .attr("aria-controls", "menu")
        .live_attr("aria-expanded", move || Some(menu_open.get().to_string()))
        .on_press(move || menu_open.update(|open| *open = !*open))
        .text("Menu");
    let entry = move |route: Route, text: &str| {
        let href = route.href();
        let entry = link(&href, text)
            .live_attr("aria-current", move || state.route.with(|now| *now == route).then(|| "page".into()))
            .on_press(move || menu_open.set(false));
        el("li").child(entry)
    };
    let entries = el("ul")
        .class("app-nav__list")
        .child(entry(Route::Start, "Start"))
        .swap(
            move || state.current_here(),
            move |id| match id {
                None => fragment(),
                Some(id) => fragment()
                    .child(entry(Route::Overview(id.clone()), "Overview"))
                    .child(entry(Route::ActionPlan(id.clone()), "Action plan"))
                    .child(entry(Route::Checks(id.clone()), "Checks"))
                    .child(entry(Route::Find(id.clone()), "Find")),
            },
        )
        .child(entry(Route::Data, "Your data"))
        .child(entry(Route::About, "About"));
    let nav = el("nav")
        .id("menu")
        .attr("aria-label", "Main")
        .live_attr("class", move || {
            Some(if menu_open.get() { "app-nav app-nav--open" } else { "app-nav" }.into())
        })
        .child(entries);
    let steps = el("span").class("app-steps").swap(
        move || state.current_here(),
        move |id| id.as_ref().map_or_else(fragment, |id| steps(state, id)),
    );
    let bar =
        el("div").class("app-header__bar").child(name).child(save_state(state)).child(steps).child(menu);
    el("header").class("app-header").child(bar).child(nav)
}

/// Undo and redo for what was done in this sitting. They keep their place when there is nothing to undo.
fn steps(state: AppState, id: &Id) -> El {
    let step = |name: &str, arrow: &str, can: Live<bool>, press: fn(AppState, &Id)| {
        let (id, pressed) = (id.clone(), can.clone());
        let arrow = svg("svg")
            .attr("width", "24")
            .attr("height", "24")
            .attr("viewBox", "0 0 24 24")
            .attr("aria-hidden", "true")
            .child(svg("path").attr("fill", "none").attr("stroke", "currentColor").attr("d", arrow));
        el("button")
            .attr("type", "button")
            .class("app-step")
            .attr("aria-label", name)
            .attr("title", name)
            // Not `disabled`, which would throw the focus out when the last change is undone.
            .live_attr("aria-disabled", move || Some((!can.ask()).to_string()))
            .on_press(move || {
                if untrack(|| pressed.ask()) {
                    press(state, &id);
                }
            })
            .child(arrow)
    };
    let (of, again) = (id.clone(), id.clone());
    let undo: Live<bool> = Rc::new(move || state.steps.with(|steps| steps.can_undo(&of)));
    let redo: Live<bool> = Rc::new(move || state.steps.with(|steps| steps.can_redo(&again)));
    fragment()
        .child(step("Undo the last change", "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3", undo, |state, id| {
            state.undo_change(id)
        }))
        .child(step("Redo the last change", "m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3", redo, |state, id| {
            state.redo_change(id)
        }))
}

/// Whether what is on screen is on the device. Not announced at each key press: failures are, by `storage_trouble`.
fn save_state(state: AppState) -> El {
    let text = move || {
        let (words, at) = match state.saving.get() {
            Saving::Unchanged => return "Kept on this device".to_owned(),
            Saving::Waiting => return "Saving…".to_owned(),
            Saving::Failed(_) => return "Not saved".to_owned(),
            Saving::SecondOnly(at, _) => ("In the second copy", at),
            // It may be in the browser's memory alone for a minute before it is on the device.
            Saving::Saved(at) if state.second.get() == SecondCopy::Refused => ("In one copy only", at),
            Saving::Saved(at) => ("Saved on this device", at),
        };
        format!("{words} at {}", clock::time_of_day(at))
    };
    let class = move || match state.saving.get() {
        Saving::Unchanged | Saving::Saved(_) => "app-header__saved app-header__saved--yes",
        Saving::Waiting => "app-header__saved",
        Saving::SecondOnly(..) | Saving::Failed(_) => "app-header__saved app-header__saved--no",
    };
    el("span")
        .live_attr("class", move || Some(class().into()))
        .child(el("i").attr("aria-hidden", "true"))
        .live_text(text)
}

/// Above every page of the worked example, so that nobody takes it for their own.
fn example_note() -> El {
    let words = el("p")
        .child(el("b").text("This is the worked example of a made-up home. "))
        .text("Look around, and change what you like: nothing of it gets into your own assessment. ")
        .child(link(&Route::Start.href(), "Go to your own"));
    el("div").class("app-notice app-no-print").child(words)
}
