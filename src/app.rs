//! The page as a whole: its contexts, what surrounds every page, and the one table of pages.

mod announcements;
mod check_copy;
mod checked_copy;
mod header;
mod held_back;
mod lazy;
mod notice_content;
mod notice_text;
mod notices;
mod parts;
mod pieces;
mod shell;
mod start_page;

pub use shell::App;
pub use start_page::start_page;

use crate::components::NotFound;
use crate::features::action_plan::ActionPlanPage;
use crate::features::carry_over::CarryOverPage;
use crate::features::changes::ChangesPage;
use crate::features::checks::ChecksPage;
use crate::features::clear::{self, ClearPage};
use crate::features::editions::{EditionKitPage, EditionPage, EditionsPage};
use crate::features::find::FindPage;
use crate::features::help::{AboutPage, AccessibilityPage, HomeScreenPage, PrivacyPage};
use crate::features::homes::{HomesItemPage, HomesPage};
use crate::features::interview::InterviewPage;
use crate::features::item::ItemPage;
use crate::features::news::{EditionNewsPage, NewsPage};
use crate::features::official::OfficialPage;
use crate::features::overview::OverviewPage;
use crate::features::part::PartPage;
use crate::features::reports::{ReportPage, ReportsPage};
use crate::features::review::{FinishReviewPage, ReviewItemPage, ReviewPage};
use crate::features::send::SendPage;
use crate::features::start::{BeginPage, StartPage};
use crate::features::supplier::SupplierPage;
use crate::features::years::YearsPage;
use crate::features::your_data::{DataPage, ManagePage, StoragePage};
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use lazy::{Lazy, Waiting};
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::exchange::{Document, EditionRef};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Draws the page of a route.
type DrawPage = fn(Route) -> AnyView;

/// Makes two functions of the table of pages: `page_title` and `page`. The pages of one group come in a part of the program of
/// their own, which is fetched when the first of them is asked for; those of `first` are in the first part.
macro_rules! pages {
    (
        first { $($first:pat => $first_title:expr, $start_page:expr;)* }
        $($part:ident { $($route:pat => $title:expr, $page:expr;)* })*
    ) => {
        /// What the page of a route is called.
        #[allow(unused_variables, reason = "not every title needs what is in its route")]
        fn page_title(route: Route) -> String {
            match route {
                $($first => $first_title.into(),)*
                $($($route => $title.into(),)*)*
            }
        }

        /// The page of a route.
        #[allow(unused_variables, reason = "most pages are drawn by their part")]
        fn page(route: Route) -> AnyView {
            match route.clone() {
                $($first => $start_page.into_any(),)*
                $($($route => view! {
                    <Lazy
                        load=|| Box::pin($part())
                        waiting=Waiting::Page
                        draw=move |draw: DrawPage| draw(route.clone())
                    />
                }.into_any(),)*)*
            }
        }

        $(
            #[wasm_split($part, fallible)]
            fn $part() -> Result<DrawPage, SplitLoaderError> {
                Ok(|route| match route {
                    $($route => $page.into_any(),)*
                    _ => view! { <PageNotFound /> }.into_any(),
                })
            }
        )*
    };
}

// Every page: its route, its title, and its view, in the part of the program that it comes with.
pages! {
    first {
        Route::Start => "", view! { <StartPage /> };
        Route::Unknown(_) => "Page not found", view! { <PageNotFound /> };
    }
    answering {
        Route::Begin => "Getting the questions", view! { <BeginPage /> };
        Route::Overview(id) => name_of(&id), view! { <OverviewPage id pieces=pieces::of_overview() /> };
        Route::Item(id, item) => of(item.as_str(), &id), view! { <ItemPage id item pieces=pieces::of_item() /> };
        Route::Interview(id) => of("About your organisation", &id), view! { <InterviewPage id conclusions=pieces::conclusions() /> };
    }
    everyday {
        Route::Part(id, number) => of(&format!("Part {number}"), &id), view! { <PartPage id number /> };
        Route::ActionPlan(id) => of("Action plan", &id), view! { <ActionPlanPage id /> };
        Route::Checks(id) => of("Checks", &id), view! { <ChecksPage id /> };
        Route::Find(id) => of("Find", &id), view! { <FindPage id /> };
        Route::Official(id, number) => {
            of(&format!("Official toolkit, part {number}"), &id)
        }, view! { <OfficialPage id number /> };
        Route::Supplier(id) => of("Questions for your IT supplier", &id), view! { <SupplierPage id /> };
        Route::Send(id) => of("Check before you send", &id), view! { <SendPage id /> };
        Route::Data => "Your data", view! { <DataPage pieces=pieces::of_data() /> };
        Route::Manage(id) => of("More", &id), view! { <ManagePage id /> };
        Route::Storage => "Storage on this device", view! { <StoragePage /> };
        Route::About => "About", view! { <AboutPage /> };
        Route::HomeScreen => "Add to the home screen", view! { <HomeScreenPage /> };
        Route::Privacy => "Privacy", view! { <PrivacyPage /> };
        Route::Accessibility => "Accessibility", view! { <AccessibilityPage /> };
        Route::Clear => clear::TITLE, view! { <ClearPage /> };
    }
    reviewing {
        Route::Review(id) => of("Reviews", &id), view! { <ReviewPage id /> };
        Route::FinishReview(id) => of("Finish the review", &id), view! { <FinishReviewPage id /> };
        Route::ReviewItem(id, item) => {
            of(&format!("Review of {item}"), &id)
        }, view! { <ReviewItemPage id item /> };
        Route::Changes(id) => of("What changed", &id), view! { <ChangesPage id /> };
        Route::Homes => "Your homes", view! { <HomesPage /> };
        Route::HomesItem(item) => format!("{item} across your homes"), view! { <HomesItemPage item /> };
    }
    reports {
        Route::Reports(id) => of("Reports", &id), view! { <ReportsPage id /> };
        Route::Report(id, kind) => of(kind.title(), &id), view! { <ReportPage id kind /> };
    }
    editions {
        Route::Editions => "Editions", view! { <EditionsPage begin_form=pieces::begin_form() /> };
        Route::Edition(name) => edition_title(&name), view! { <EditionPage name /> };
        Route::EditionNews(named) => "What is new", view! { <EditionNewsPage named /> };
        Route::EditionKit => "Edition kit", view! { <EditionKitPage /> };
        Route::Carry(id) => of("Last year’s answers", &id), view! { <CarryOverPage id /> };
        Route::News(id) => of("What is new", &id), view! { <NewsPage id /> };
        Route::Years(id) => of("Year by year", &id), view! { <YearsPage id /> };
    }
}

/// An address that names no page.
#[component]
fn PageNotFound() -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    view! { <NotFound what="page" current=assessments.current_here() /> }
}

/// What the tab is called.
fn tab_title(route: Route) -> String {
    match page_title(route).as_str() {
        "" => "Standards Met: the data security toolkit for care homes".into(),
        page => format!("{page} – Standards Met"),
    }
}

/// The route of the page that is shown: of a copy for reviewing, in which no answer can be changed, the reviewer's pages stand
/// in the place of the home's own, of which only those stay that show and change nothing.
fn shown_route(assessments: Assessments, route: Route) -> Route {
    match route {
        Route::Part(..)
        | Route::ActionPlan(_)
        | Route::Checks(_)
        | Route::FinishReview(_)
        | Route::Find(_)
        | Route::Manage(_)
        | Route::Reports(_)
        | Route::Report(..) => route,
        _ => match route.assessment().filter(|id| untrack(|| assessments.is_under_review(id))).cloned() {
            None => route,
            Some(id) => match route {
                Route::Item(_, item) | Route::ReviewItem(_, item) => Route::ReviewItem(id, item),
                _ => Route::Review(id),
            },
        },
    }
}

/// The title of the overview of an assessment: the name of the organisation.
fn name_of(id: &Id) -> String {
    of("", id)
}

/// The title of a page of an assessment.
fn of(page: &str, id: &Id) -> String {
    let name = |document: &Document| document.assessment.organisation.name.clone();
    match (page, expect_context::<Assessments>().with_untracked(id, name)) {
        (_, None) => "Assessment not found".into(),
        ("", Some(name)) => name,
        (page, Some(name)) => format!("{page}, {name}"),
    }
}

fn edition_title(name: &EditionRef) -> String {
    let edition = expect_context::<Exchange>().edition_here(name);
    edition.map_or_else(|| "Edition".into(), |edition| edition.title.clone())
}
