//! A file a screen.

mod above;
mod action_plan;
mod changes;
mod changes_list;
mod clear;
mod data;
mod earlier;
mod editing;
mod editions;
mod handing;
mod locked;
mod merging;
mod offer;
mod official;
mod redacted;
mod reports;
mod review;
mod safety;
mod set_aside;
mod share;
mod sheet;
mod supplier;

use super::components::link;
use super::element::{El, el, fragment};
use super::{later, more};
use crate::bridge::shown;
use crate::features::checks::ChecksPage;
use crate::features::find::FindPage;
use crate::features::help::{AboutPage, AccessibilityPage, HomeScreenPage, PrivacyPage};
use crate::features::homes::{HomesItemPage, HomesPage};
use crate::features::interview::InterviewPage;
use crate::features::item::ItemPage;
use crate::features::not_found::NotFound;
use crate::features::overview::OverviewPage;
use crate::features::part::PartPage;
use crate::features::start::StartPage;
use crate::route::Route;
use crate::state::AppState;
pub(super) use above::above;
pub(super) use earlier::earlier;
use leptos::prelude::*;
pub(super) use official::official_of;
pub(super) use redacted::redacted_words;
pub(super) use review::reviews;
pub(crate) use safety::reminder;
pub(super) use share::share;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;

/// The way up from a page of an assessment.
fn up_to_overview(id: &Id, organisation: &str) -> El {
    el("p").class("app-caption").child(link(&Route::Overview(id.clone()).href(), organisation))
}

/// The page of a route.
pub fn show(state: AppState, route: &Route) -> El {
    let reviewed = |id| state.peek(id, |document| document.assessment.is_under_review()) == Some(true);
    if route.assessment().is_some_and(reviewed) {
        // It has pages of its own.
        return later::page(state, route);
    }
    match route {
        Route::Start => shown(view! { <StartPage /> }),
        Route::Overview(id) => shown(view! { <OverviewPage id=id.clone() /> }),
        Route::Item(id, item) => shown(view! { <ItemPage id=id.clone() item=item.clone() /> }),
        Route::Unknown(_) => shown(view! { <NotFound what="page" /> }),
        Route::Data
        | Route::Homes
        | Route::HomesItem(_)
        | Route::Editions
        | Route::Edition(_)
        | Route::EditionKit
        | Route::Carry(_)
        | Route::Years(_)
        | Route::About
        | Route::HomeScreen
        | Route::Privacy
        | Route::Accessibility
        | Route::Clear
        | Route::Part(..)
        | Route::ActionPlan(_)
        | Route::Interview(_)
        | Route::Checks(_)
        | Route::Changes(_)
        | Route::Find(_)
        | Route::Reports(_)
        | Route::Report(..)
        | Route::Supplier(_)
        | Route::Official(..)
        | Route::Review(_)
        | Route::ReviewItem(..) => later::page(state, route),
    }
}

/// Starts what is in the part that comes later.
pub(super) fn begin(state: AppState) {
    // Before the second copy is opened: a device that is being cleared is not to be filled from it.
    clear::listen(state);
    state.prepare_homes();
    state.prepare_reports();
    state.prepare_editions();
    more::prepare();
    state.begin_later();
}

/// A page of the part that comes later.
pub(super) fn show_later(state: AppState, route: &Route) -> El {
    if review::stands_instead(state, route) {
        return more::page(state, route);
    }
    match route {
        Route::Data => data::data(state),
        Route::About => shown(view! { <AboutPage /> }),
        Route::HomeScreen => shown(view! { <HomeScreenPage /> }),
        Route::Privacy => shown(view! { <PrivacyPage /> }),
        Route::Accessibility => shown(view! { <AccessibilityPage /> }),
        Route::Clear => clear::clear(state),
        Route::Part(id, number) => shown(view! { <PartPage id=id.clone() number=*number /> }),
        Route::ActionPlan(id) => action_plan::action_plan(state, id),
        Route::Interview(id) => shown(view! { <InterviewPage id=id.clone() /> }),
        Route::Checks(id) => shown(view! { <ChecksPage id=id.clone() /> }),
        Route::Find(id) => shown(view! { <FindPage id=id.clone() /> }),
        Route::Supplier(id) => supplier::supplier(state, id),
        Route::Official(id, number) => official::official(state, id, *number),
        Route::Reports(_) | Route::Report(..) => more::report(state, route),
        Route::Editions | Route::Edition(_) | Route::EditionKit | Route::Carry(_) | Route::Years(_) => {
            more::edition(state, route)
        }
        Route::Homes | Route::HomesItem(_) | Route::Changes(_) | Route::Review(_) | Route::ReviewItem(..) => {
            more::page(state, route)
        }
        Route::Start | Route::Overview(_) | Route::Item(..) | Route::Unknown(_) => fragment(),
    }
}

/// A page of the part for who reviews.
pub(super) fn show_more(state: AppState, route: &Route) -> El {
    if let Some(page) = review::instead(state, route) {
        return page;
    }
    match route {
        Route::Homes => shown(view! { <HomesPage /> }),
        Route::HomesItem(item) => shown(view! { <HomesItemPage item=item.clone() /> }),
        Route::Changes(id) => changes::changes(state, id),
        Route::Review(id) | Route::ReviewItem(id, _) => review::received(state, id),
        _ => fragment(),
    }
}

/// A page of the part for reports.
pub(super) fn show_report(state: AppState, route: &Route) -> El {
    match route {
        Route::Reports(id) => reports::reports(state, id),
        Route::Report(id, kind) => reports::report(state, id, *kind),
        _ => fragment(),
    }
}

/// What was carried over into an item, where anything was.
pub(super) fn carried(state: AppState, id: &Id, item: &ItemId) -> El {
    let (of, of_item) = (id.clone(), item.clone());
    let any = move || {
        let noted = |document: &Document| {
            document
                .assessment
                .response(&of_item)
                .is_some_and(|response| response.extra.contains_key("carried"))
        };
        state.with(&of, noted).unwrap_or_default()
    };
    let (id, item) = (id.clone(), item.clone());
    fragment().show_if(any, move || more::carried(state, &id, &item))
}

/// A page of the part for editions; of an item, only what was carried over into it.
pub(super) fn show_edition(state: AppState, route: &Route) -> El {
    match route {
        Route::Editions => editions::editions(state),
        Route::Edition(name) => editions::edition(state, name),
        Route::EditionKit => editions::kit(state),
        Route::Carry(id) => editions::carry(state, id),
        Route::Years(id) => editions::years(state, id),
        Route::Item(id, item) => editions::carried(state, id, item),
        _ => fragment(),
    }
}

/// What the tab is called.
#[must_use]
pub fn title(state: AppState, route: &Route) -> String {
    let page = match route {
        Route::Start => return "Standards Met: the data security toolkit for care homes".into(),
        Route::Overview(id) => organisation(state, id),
        Route::Item(id, item) => format!("{item}, {}", organisation(state, id)),
        Route::Unknown(_) => "Page not found".into(),
        _ => later::title_of(state, route),
    };
    format!("{page} – Standards Met")
}

fn organisation(state: AppState, id: &Id) -> String {
    state.peek(id, |document| document.assessment.organisation.name.clone()).unwrap_or_default()
}

/// What the page of a route in the part that comes later is called.
pub(super) fn later_title(state: AppState, route: &Route) -> String {
    let of = |page: &str, id: &Id| format!("{page}, {}", organisation(state, id));
    match route {
        Route::Data => "Your data".into(),
        Route::Homes => "Your homes".into(),
        Route::HomesItem(item) => format!("{item} across your homes"),
        Route::Editions => "Editions".into(),
        Route::Edition(name) => {
            state.edition_here(name).map_or_else(|| "Edition".into(), |edition| edition.title.clone())
        }
        Route::EditionKit => "Edition kit".into(),
        Route::About => "About".into(),
        Route::HomeScreen => "Add to the home screen".into(),
        Route::Privacy => "Privacy".into(),
        Route::Accessibility => "Accessibility".into(),
        Route::Clear => clear::TITLE.into(),
        Route::ActionPlan(id) => of("Action plan", id),
        Route::Interview(id) => of("About your organisation", id),
        Route::Checks(id) => of("Checks", id),
        Route::Carry(id) => of("Last year’s answers", id),
        Route::Years(id) => of("Year by year", id),
        Route::Changes(id) => of("What changed", id),
        Route::Find(id) => of("Find", id),
        Route::Reports(id) => of("Reports", id),
        Route::Report(id, kind) => of(kind.title(), id),
        Route::Supplier(id) => of("Questions for your IT supplier", id),
        Route::Official(id, number) => of(&format!("Official toolkit, part {number}"), id),
        Route::Part(id, number) => of(&format!("Part {number}"), id),
        Route::Review(id) => of("Reviews", id),
        Route::ReviewItem(id, item) => of(&format!("Review of {item}"), id),
        Route::Start | Route::Overview(_) | Route::Item(..) | Route::Unknown(_) => String::new(),
    }
}

/// Only for as long as there are pages of both kinds.
fn not_found(_: AppState, what: &'static str) -> El {
    shown(view! { <NotFound what /> })
}
