//! The header: the name, how things are saved, undo and redo, and the menu.

use crate::platform::clock;
use crate::route::Route;
use crate::store::{Assessments, Navigation, SaveStatus, Saving, SecondCopy};
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::exchange::Document;

/// What is above every page. index.html draws its beginning before the program is there.
#[component]
pub fn Header() -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let menu_open = RwSignal::new(false);
    let current = Memo::new(move |_| assessments.current_here());
    view! {
        <header class="app-header">
            <div class="app-header__bar">
                <a class="app-header__name" href=Route::Start.href()>
                    <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true">
                        <path
                            fill="currentColor"
                            d="M4 15 17 4l13 11v13a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3z"
                        ></path>
                        <path class="app-header__tick" d="m10 19 5 5 9-10"></path>
                    </svg>
                    "Standards Met"
                </a>
                <SaveIndicator />
                <span class="app-steps">{move || current.get().map(|id| view! { <UndoButtons id /> })}</span>
                <button
                    type="button"
                    class="app-menu-button"
                    aria-controls="menu"
                    aria-expanded=move || menu_open.get().to_string()
                    on:click=move |_| menu_open.update(|open| *open = !*open)
                >
                    "Menu"
                </button>
            </div>
            <Menu current open=menu_open />
        </header>
    }
}

#[component]
fn Menu(current: Memo<Option<Id>>, open: RwSignal<bool>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let navigation = expect_context::<Navigation>();
    let entry = move |(route, name): (Route, &'static str)| {
        let href = route.href();
        let current = move || navigation.route.with(|now| *now == route).then_some("page");
        view! {
            <li>
                <a href=href aria-current=current on:click=move |_| open.set(false)>
                    {name}
                </a>
            </li>
        }
    };
    let entries = move || {
        let mut all = vec![(Route::Start, "Start")];
        if let Some(id) = current.get() {
            all.extend(entries_of(assessments, &id));
        }
        all.extend([(Route::Data, "Your data"), (Route::About, "About")]);
        all.into_iter().map(entry).collect_view()
    };
    view! {
        <nav id="menu" aria-label="Main" class="app-nav" class:app-nav--open=open>
            <ul class="app-nav__list">{entries}</ul>
        </nav>
    }
}

/// The pages of an assessment that are in the menu. A reviewer has no overview of their own, and an IT supplier plans and
/// checks nothing.
fn entries_of(assessments: Assessments, id: &Id) -> Vec<(Route, &'static str)> {
    let of =
        |document: &Document| (document.assessment.sheet_of.is_some(), document.assessment.is_under_review());
    let (is_sheet, is_under_review) = assessments.with_untracked(id, of).unwrap_or_default();
    let mut all = vec![match is_under_review {
        true => (Route::Review(id.clone()), "Review"),
        false => (Route::Overview(id.clone()), "Overview"),
    }];
    if !is_sheet {
        all.extend([(Route::ActionPlan(id.clone()), "Action plan"), (Route::Checks(id.clone()), "Checks")]);
    }
    all.push((Route::Find(id.clone()), "Find"));
    all
}

/// Undo and redo for what was done in this sitting. They keep their place when there is nothing to undo.
#[component]
fn UndoButtons(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (undone, redone) = (id.clone(), id.clone());
    let again = id.clone();
    let can_undo = Memo::new(move |_| assessments.steps.with(|steps| steps.can_undo(&id)));
    let can_redo = Memo::new(move |_| assessments.steps.with(|steps| steps.can_redo(&again)));
    view! {
        <UndoButton
            label="Undo the last change"
            arrow="M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3"
            can=can_undo
            on_press=move |()| assessments.undo_change(&undone)
        />
        <UndoButton
            label="Redo the last change"
            arrow="m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3"
            can=can_redo
            on_press=move |()| assessments.redo_change(&redone)
        />
    }
}

#[component]
fn UndoButton(
    label: &'static str,
    /// The path of its picture.
    arrow: &'static str,
    /// Whether there is something to do.
    can: Memo<bool>,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    let press = move |_| {
        if can.get_untracked() {
            on_press.run(());
        }
    };
    view! {
        // Not `disabled`, which would throw the focus out when the last change is undone.
        <button
            type="button"
            class="app-step"
            aria-label=label
            title=label
            aria-disabled=move || (!can.get()).to_string()
            on:click=press
        >
            <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
                <path fill="none" stroke="currentColor" d=arrow></path>
            </svg>
        </button>
    }
}

/// Whether what is on screen is on the device. Not announced at each key press: failures are, by the notice of trouble.
#[component]
fn SaveIndicator() -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let saving = expect_context::<Saving>();
    let text = move || {
        let (words, at) = match saving.status.get() {
            // Before there is anything to save.
            SaveStatus::Unchanged if assessments.documents.with(Vec::is_empty) => {
                return "Stays on this device".to_owned();
            }
            SaveStatus::Unchanged => return "Saved on this device".to_owned(),
            SaveStatus::Waiting => return "Saving…".to_owned(),
            SaveStatus::Failed(_) => return "Not saved".to_owned(),
            SaveStatus::SecondOnly(at, _) => ("In the second copy", at),
            // It may be in the browser's memory alone for a minute before it is on the device.
            SaveStatus::Saved(at) if saving.second.get() == SecondCopy::Refused => ("In one copy only", at),
            SaveStatus::Saved(at) => ("Saved on this device", at),
        };
        format!("{words} at {}", clock::time_of_day(at))
    };
    let class = move || match saving.status.get() {
        SaveStatus::Unchanged | SaveStatus::Saved(_) => "app-header__saved app-header__saved--yes",
        SaveStatus::Waiting => "app-header__saved",
        SaveStatus::SecondOnly(..) | SaveStatus::Failed(_) => "app-header__saved app-header__saved--no",
    };
    view! {
        <span class=class>
            <i aria-hidden="true"></i>
            {text}
        </span>
    }
}
