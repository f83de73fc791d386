//! What came of a comparison.

use crate::components::{Button, ButtonVariant, Card, ChangesList, Hint, TitleBlock};
use crate::platform::clock;
use crate::store::{Assessments, Comparison, Exchange};
use crate::words;
use leptos::either::Either;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::Id;
use standards_met_core::report::Fact;

/// What came of a choice: a comparison, or why there is none.
pub(super) type Outcome = Result<Comparison, String>;

/// The outcome in a sentence or two.
#[component]
pub(super) fn OutcomeWords<'a>(outcome: &'a Outcome) -> impl IntoView + use<> {
    let found = match outcome {
        Ok(found) => found,
        Err(words) => return Either::Left(view! { <p class="app-warning">{words.clone()}</p> }),
    };
    let other_home = found.of_other.as_ref().map(|name| {
        let words = format!(
            "“{}” is another assessment, of {name}. What is different is shown all the same.",
            found.with
        );
        view! {
            <p class="app-warning">
                <b>"Please note: "</b>
                {words}
            </p>
        }
    });
    Either::Right(view! {
        <p>{difference(found)}</p>
        {other_home}
    })
}

/// How much is different, and from which version to which.
fn difference(found: &Comparison) -> String {
    let (day, time) = (clock::day_of(found.edited_at).in_words(), clock::time_of_day(found.edited_at));
    let other = format!("“{}” (last changed on {day} at {time})", found.with);
    let way = if found.is_newer {
        format!("from what is here to {other}, which is newer")
    } else {
        format!("from {other} to what is here now")
    };
    match found.changes.count() {
        0 => format!("Nothing is different between {other} and what is here now."),
        changes => {
            let (changes, items) =
                (words::count(changes, "change"), words::count(found.changes.items.len(), "item"));
            format!("{changes}, in {items}: {way}.")
        }
    }
}

/// Each change, to read and to print.
#[component]
pub(super) fn FoundChanges<'a>(id: Id, found: &'a Comparison) -> impl IntoView + use<> {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let facts = RwSignal::new(None::<Vec<Fact>>);
    let with = Fact::new("Compared with", &found.with);
    spawn_local(async move {
        let mut found = exchange.title_facts(&id).await;
        found.push(with);
        // The page may have moved on meanwhile.
        let _ = facts.try_set(Some(found));
    });
    let head = move || {
        facts.get().map(|facts| {
            view! { <TitleBlock title="What changed" facts=&facts /> }
        })
    };
    let list = view! { <ChangesList edition=&found.edition changes=&found.changes /> };
    view! {
        <div class="app-on-paper">{head}</div>
        <div class="app-buttons">
            <Button variant=ButtonVariant::Secondary on_press=move |()| assessments.print()>
                "Print this list"
            </Button>
        </div>
        <Hint>"What was removed is struck through, and what was added is underlined."</Hint>
        <Card class="app-changed">{list}</Card>
    }
}
