//! How far it is to each level of the toolkit.

use crate::components::{Card, StatusBar};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, LevelProgress, nearer_level};

/// A line and a bar for each level, and the way to what is left. Nothing where the edition does not say what a level needs.
#[component]
pub fn LevelCard(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let href = Route::Levels(id.clone()).href();
    let levels = Memo::new(move |_| {
        let levels = assessments.with(&id, |document| document.assessment.levels(&document.edition));
        levels.unwrap_or_default()
    });
    let row = |one: &LevelProgress| {
        view! {
            <div class="app-level">
                <p>{words::levels::progress(one)}</p>
                <StatusBar tally=Signal::stored(one.tally) />
            </div>
        }
    };
    let way = move || {
        let nearer = levels.with(|levels| nearer_level(levels).map(|nearer| nearer.level));
        match nearer {
            Some(level) => format!("See what is left for {}", words::level(level)),
            None => "See what to do now".into(),
        }
    };
    let rows = move || levels.with(|levels| levels.iter().map(row).collect_view());
    levels.with_untracked(|levels| !levels.is_empty()).then(|| {
        view! {
            <Card>
                <h2>"Your level"</h2>
                {rows}
                <p>
                    <a class="app-tap" href=href>
                        {way}
                    </a>
                </p>
            </Card>
        }
    })
}
