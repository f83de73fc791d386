//! What surrounds every page: header, notices, footer, and the way files come in.

use super::components::{Copy, Weight, button, buttons, copy_button, link, paragraph};
use super::element::{El, el, follow, fragment, svg};
use super::{pages, words};
use crate::browser::dom::Node;
use crate::browser::{clock, page};
use crate::route::Route;
use crate::state::{AppState, Exported, Kept, Notice, Saving};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// Draws the page in place of what `index.html` shows while it loads.
pub fn mount() {
    // As `leptos::mount` does, without its machinery for views, of which there are none.
    page::let_tasks_run();
    let owner = Owner::new();
    owner.with(|| {
        let state = AppState::start();
        Node::body().append(app(state).node());
        page::remove("#loading");
    });
    // The page lives as long as its owner.
    std::mem::forget(owner);
}

/// Puts the focus on an element once it has been drawn.
pub fn focus(selector: &str) {
    let selector = selector.to_owned();
    Timeout::new(0, move || page::focus_first(&selector)).forget();
}

fn app(state: AppState) -> El {
    // The title and the focus are outside the page's own nodes: this brings them in line with the address.
    let arrived = Cell::new(false);
    follow(Box::new(move || {
        let route = state.route.get();
        page::set_title(&pages::title(state, &route));
        if arrived.replace(true) {
            let offered = route == Route::Data && state.offer.with_untracked(Option::is_some);
            Timeout::new(0, if offered { focus_offer } else { page::focus_heading }).forget();
        }
    }));
    follow(Box::new(move || {
        if state.offer.with(Option::is_some) {
            Timeout::new(0, focus_offer).forget();
        }
    }));
    let main = el("main")
        .id("main")
        .class("app-main")
        .attr("tabindex", "-1")
        .child(storage_trouble(state))
        .child(notice_block(state))
        .swap(move || state.route.get(), move |route| pages::show(state, route));
    let skip = link("#main", "Skip to main content").class("nhsuk-skip-link").on("click", |event| {
        // A fragment is a page's address here, so the link moves the focus itself.
        event.prevent_default();
        page::focus_first("#main");
    });
    let footer = el("p")
        .text("Nothing you type leaves this device unless you export it. Not part of the NHS. ")
        .child(link(&Route::About.href(), "About, privacy and accessibility"));
    el("div")
        .on("dragover", |event| event.prevent_default())
        .on("drop", move |event| {
            if let Some(file) = event.dropped_file() {
                event.prevent_default();
                state.open_file(file);
            }
        })
        .on("focusout", move |_| state.flush())
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
                    .child(entry(Route::ActionPlan(id.clone()), "Action plan")),
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
    let bar = el("div").class("app-header__bar").child(name).child(save_state(state)).child(menu);
    el("header").class("app-header").child(bar).child(nav)
}

/// Whether what is on screen is on the device. Not announced at each key press: failures are, by [`storage_trouble`].
fn save_state(state: AppState) -> El {
    let text = move || match state.saving.get() {
        Saving::Unchanged => "Kept on this device".to_owned(),
        Saving::Waiting => "Saving…".to_owned(),
        Saving::Saved(at) => format!("Saved on this device at {}", clock::time_of_day(at)),
        Saving::Failed(_) => "Not saved".to_owned(),
    };
    let class = move || match state.saving.get() {
        Saving::Unchanged | Saving::Saved(_) => "app-header__saved app-header__saved--yes",
        Saving::Waiting => "app-header__saved",
        Saving::Failed(_) => "app-header__saved app-header__saved--no",
    };
    el("span")
        .live_attr("class", move || Some(class().into()))
        .child(el("i").attr("aria-hidden", "true"))
        .live_text(text)
}

/// Says that the device does not keep what is typed, for as long as it does not.
fn storage_trouble(state: AppState) -> El {
    let failed = move || match state.saving.get() {
        Saving::Failed(error) => Some(error),
        _ => None,
    };
    let view = move |error: &Option<_>| {
        let Some(error) = error else { return fragment() };
        let words = el("p")
            .child(el("b").text("Your answers are not being saved. "))
            .text(words::storage_error(error));
        el("div").class("app-notice app-notice--bad").child(words).swap(
            move || state.current_here(),
            move |id| {
                let Some(id) = id.clone() else { return fragment() };
                button(Weight::Second, "Export a file now", move || state.export(&id))
            },
        )
    };
    el("div").attr("role", "alert").swap(failed, view)
}

fn notice_block(state: AppState) -> El {
    let block = el("div").class("app-news").attr("role", "alert").attr("tabindex", "-1");
    let node = block.node().clone();
    let view = move |(notice, undo): &(Notice, Option<crate::state::Undo>)| {
        // The pressed button goes with its notice, and would take the focus along.
        let (undone, closed) = (node.clone(), node.clone());
        let undo = undo.is_some().then(|| {
            button(Weight::Second, "Undo", move || {
                undone.focus();
                state.undo();
            })
        });
        let close = button(Weight::Small, "Close", move || {
            closed.focus();
            state.dismiss_notice();
        });
        let bad =
            matches!(notice, Notice::ImportFailed { .. } | Notice::ExportFailed | Notice::PutBackFailed);
        el("div")
            .class(if bad { "app-notice app-notice--bad" } else { "app-notice" })
            .child(el("div").class("app-notice__words").child(notice_words(state, notice)))
            .child(buttons().maybe(undo).child(close))
    };
    block.swap(
        move || state.notice.changes(),
        move |_| state.notice.with_untracked(|notice| notice.as_ref().map_or_else(fragment, &view)),
    )
}

const ONLY_IN_MEMORY: &str = " is under “Set aside” only until this page is closed, because this device cannot keep \
                              it: save it as a file now if you may want it again.";

fn notice_words(state: AppState, notice: &Notice) -> El {
    let text = match notice {
        Notice::Imported { name, warnings, kept } => {
            let mut text = format!("{name} was imported.");
            for warning in warnings {
                text.push(' ');
                text.push_str(&words::warning(warning));
            }
            if *kept == Kept::InMemory {
                text.push_str(" What it replaced");
                text.push_str(ONLY_IN_MEMORY);
            }
            text
        }
        Notice::ImportFailed { file, error } => {
            let failed = el("b").text(&format!("“{file}” could not be opened. "));
            return fragment()
                .child(el("p").child(failed).text(&words::import_error(error)))
                .child(paragraph("Nothing on this device has changed."));
        }
        Notice::Exported(exported) => return exported_words(state, exported),
        Notice::ExportFailed => {
            "The file was not handed out, because reading it back did not give what is on screen. Your answers are safe \
             here. Reload the page and try again."
                .into()
        }
        Notice::Removed { name, kept: Kept::Aside } => {
            format!("{name} was removed. It is kept under “Set aside”.")
        }
        Notice::Removed { name, kept: Kept::InMemory } => format!("{name} was removed. It{ONLY_IN_MEMORY}"),
        Notice::PutBack { name } => format!("{name} was put back."),
        Notice::PutBackFailed => {
            "That could not be put back, because it cannot be read. It is still there: save it as a file.".into()
        }
        Notice::Duplicated { name } => format!("A copy was made: {name}."),
        Notice::Renamed { name } => format!("It is now called {name}."),
        Notice::RemovedFrom { item } => format!("Removed from {item}."),
        Notice::Undone => "Undone.".into(),
        Notice::ChangedElsewhere { name } => format!(
            "{name} was removed in another tab or window. It stays here until you close this page; change anything in \
             it, and it is kept again."
        ),
    };
    paragraph(&text)
}

/// What a file that was just handed over holds, and its text for browsers that refuse downloads.
fn exported_words(state: AppState, exported: &Exported) -> El {
    let text = exported.text.clone();
    let copy: Copy = Rc::new(move |text, done| state.copy(text, done));
    let box_ = el("textarea")
        .class("nhsuk-textarea app-export-text")
        .attr("readonly", "")
        .attr("rows", "4")
        .attr("aria-label", "The exported text")
        .text(&text);
    let words = el("p")
        .child(el("b").text(&format!("Your file is ready: {}. ", exported.file_name)))
        .text(&format!("It holds {} items, {} answered. Check code ", exported.items, exported.answered))
        .child(el("span").class("app-code").text(&exported.check_code))
        .text(
            " (whoever opens it sees the same code if nothing was changed). It was read back and holds everything. \
             Look for it in your downloads.",
        );
    let instead = "Copy the text below into an empty document or a message to yourself, and save it with a name that \
                   ends in “.json”.";
    fragment().child(words).child(
        super::components::fold("No file appeared?", false)
            .child(paragraph(instead))
            .child(copy_button("Copy the text", Rc::new(move || text.clone()), copy))
            .child(box_),
    )
}
