//! What to compare an assessment with.

use super::outcome::Outcome;
use crate::components::{Card, FileField, Select};
use crate::platform::clock;
use crate::platform::files::File;
use crate::route::Route;
use crate::store::{Assessments, Exchange, Version};
use crate::words;
use leptos::either::Either;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::storage::Reason;

/// The versions that are kept aside, and a field for a file.
#[component]
pub(super) fn VersionChoice(id: Id, on_compare: Callback<Outcome>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let versions = assessments.versions(&id);
    let chosen = RwSignal::new(String::new());
    let of = id.clone();
    let choose = move |aside: String| {
        chosen.set(aside.clone());
        if !aside.is_empty() {
            let found = assessments.compare_with_version(&of, &Id(aside));
            let unread = || "That version cannot be read. Nothing here has changed.".to_owned();
            on_compare.run(found.ok_or_else(unread));
        }
    };
    let aside = if versions.is_empty() {
        Either::Left(view! {
            <p class="app-hint">
                "There is no saved version of it yet. "
                <a href=Route::Manage(id.clone()).href()>"Save a version"</a>
                " before a review, for example. You can then see here what has changed since."
            </p>
        })
    } else {
        let choices = versions.iter().map(|one| (one.aside.to_string(), version_words(one))).collect();
        Either::Right(view! {
            <Select
                id="compare-with"
                label="Compare with"
                none="Choose"
                choices
                value=chosen
                on_choose=choose
            />
        })
    };
    let choose_file = move |file| {
        let file = File::from(file);
        let name = file.name();
        chosen.set(String::new());
        exchange.compare_with_file(&id, file, move |found| {
            let outcome = found.map_err(|error| {
                format!(
                    "“{name}” could not be opened. {} Nothing here has changed.",
                    words::import_error(&error)
                )
            });
            // The page may have moved on meanwhile.
            let _ = on_compare.try_run(outcome);
        });
    };
    view! {
        <Card class="app-no-print">
            <p>
                "See what is different between this assessment as it is now and another version of it, word for word. \
                 Nothing changes."
            </p>
            {aside}
            <FileField id="compare-file" label="Choose a file to compare with" on_choose=choose_file />
        </Card>
    }
}

fn version_words(version: &Version) -> String {
    match version.reason {
        // A person called it so.
        Reason::Snapshot => version.name.clone(),
        reason => format!(
            "{}, {} on {} at {}",
            version.name,
            words::reason(reason),
            clock::day_of(version.at).in_words(),
            clock::time_of_day(version.at),
        ),
    }
}
