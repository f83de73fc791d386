//! How far an assessment is with each level of the toolkit, and how Approaching Standards is published.

mod left;
mod publishing;
mod step;

use crate::components::{Card, Hint, NotFound, PageHeading, StatusBar};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use left::QuestionsLeft;
use leptos::prelude::*;
use publishing::Publishing;
use standards_met_core::assessment::{Id, LevelProgress, nearer_level};
use standards_met_core::catalogue::Level;
use step::NextStep;

/// The page of the levels.
#[component]
pub fn LevelsPage(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let found = assessments.with_untracked(&id, |document| {
        let assessment = &document.assessment;
        let title = document.edition.title.clone();
        (assessment.organisation.name.clone(), title, assessment.sheet_of.is_some())
    });
    let Some((organisation, title, is_sheet)) = found else {
        return view! { <NotFound what="assessment" current=assessments.current_here() /> }.into_any();
    };
    let of = id.clone();
    let levels = Memo::new(move |_| {
        let levels = assessments.with(&of, |document| document.assessment.levels(&document.edition));
        levels.unwrap_or_default()
    });
    // Which levels there are depends on the edition alone.
    let inside = match levels.with_untracked(Vec::is_empty) {
        true => view! { <NoLevels title is_sheet /> }.into_any(),
        false => view! { <Levels id=id.clone() levels /> }.into_any(),
    };
    view! {
        <p class="app-caption">
            <a href=Route::Overview(id).href()>{organisation}</a>
        </p>
        <PageHeading>"Your level"</PageHeading>
        {inside}
    }
    .into_any()
}

/// What is said where nothing is known of levels.
#[component]
fn NoLevels(
    /// The title of the edition.
    title: String,
    /// Whether it holds some of the questions alone.
    is_sheet: bool,
) -> impl IntoView {
    let words = match is_sheet {
        true => "This file has only some of the questions, so it cannot say how far you are with a level."
            .to_owned(),
        false => format!("The {title} on this device does not say which questions each level needs."),
    };
    view! {
        <Card>
            <p>{words}</p>
        </Card>
    }
}

#[component]
fn Levels(id: Id, levels: Memo<Vec<LevelProgress>>) -> impl IntoView {
    // Where Approaching Standards is among the levels: whether it is reached.
    let approaching = Memo::new(move |_| {
        let of = |levels: &Vec<LevelProgress>| {
            let mut levels = levels.iter();
            levels.find(|one| one.level == Level::Approaching).map(LevelProgress::is_reached)
        };
        levels.with(of)
    });
    let nearer = Memo::new(move |_| levels.with(|levels| nearer_level(levels).cloned()));
    // The plan is for what is left, and is first where it is what comes next.
    let publishes = move |reached: bool| approaching.get() == Some(reached) && nearer.with(Option::is_some);
    let id = StoredValue::new(id);
    view! {
        <Progress levels />
        <NextStep id=id.get_value() levels />
        <Show when=move || publishes(true)>
            <Publishing id=id.get_value() is_reached=true />
        </Show>
        {move || nearer.get().map(|nearer| view! { <QuestionsLeft id=id.get_value() nearer /> })}
        <Show when=move || publishes(false)>
            <Publishing id=id.get_value() is_reached=false />
        </Show>
    }
}

/// A line and a bar for each level.
#[component]
fn Progress(levels: Memo<Vec<LevelProgress>>) -> impl IntoView {
    let rows = move || {
        let row = |one: &LevelProgress| {
            let tally = one.tally;
            view! {
                <div class="app-level">
                    <p>{words::levels::progress(one)}</p>
                    <StatusBar tally=Signal::stored(tally) />
                </div>
            }
        };
        levels.with(|levels| levels.iter().map(row).collect_view())
    };
    view! {
        <Card>
            <h2>"Progress"</h2>
            {rows}
            <Hint>"Done means met or not applicable."</Hint>
        </Card>
    }
}
