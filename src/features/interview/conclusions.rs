//! What follows from the interview: which items do not apply.

use crate::components::{Button, ButtonVariant, Card, Heading, Hint, focus_soon};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::either::Either;
use leptos::prelude::*;
use standards_met_core::assessment::{Finding, FindingKind, Id, Response, YesNoUnsure, suggestions};
use standards_met_core::catalogue::{InterviewQuestion, ItemId};

/// What is suggested and waits to be accepted, and what has been.
#[component]
pub fn Conclusions(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let of = id.clone();
    let suggested = Memo::new(move |_| {
        let found = assessments.with(&of, |document| {
            let found = suggestions(&document.edition, &document.assessment);
            found.into_iter().map(|(item, reason)| (item.id.clone(), reason.to_owned())).collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    });
    let of = id.clone();
    let is_finished = Memo::new(move |_| {
        let finished = assessments.with(&of, |document| {
            document.edition.interview.iter().all(|question| document.assessment.told(&question.id).is_some())
        });
        finished.unwrap_or_default()
    });
    let of = id.clone();
    let list = move || match suggested.get() {
        found if found.is_empty() => {
            let words = match is_finished.get() {
                true => "There is nothing more to accept.",
                false => "If a “No” rules out any official questions, they will be listed here.",
            };
            Either::Left(view! { <Hint>{words}</Hint> })
        }
        found => Either::Right(view! { <Suggestions id=of.clone() found /> }),
    };
    view! {
        <Contradictions id=id.clone() />
        <NotSure id=id.clone() />
        <Card attr:id="follows" attr:tabindex="-1">
            <h2>"What does not apply to you"</h2>
            {list}
        </Card>
        <Accepted id />
    }
}

/// The questions that somebody was not sure about, until they are answered: what they decide stays open.
#[component]
fn NotSure(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let unsure = Memo::new(move |_| {
        let unsure = assessments.with(&id, |document| {
            let asked = document.edition.interview.iter();
            let is_unsure = |question: &&InterviewQuestion| {
                document.assessment.told(&question.id) == Some(YesNoUnsure::NotSure)
            };
            asked.filter(is_unsure).map(|question| question.question.clone()).collect::<Vec<_>>()
        });
        unsure.unwrap_or_default()
    });
    let rows = move || {
        let rows = unsure.get().into_iter();
        rows.map(|question| view! { <li>{question}</li> }).collect_view()
    };
    view! {
        <Show when=move || !unsure.with(Vec::is_empty)>
            <Card>
                <h2>"Find out and come back"</h2>
                <p>
                    "You answered “Not sure” to these. They decide which official questions apply to you."
                </p>
                <ul class="app-plain-list">{rows}</ul>
            </Card>
        </Show>
    }
}

/// Answers given before that what is told here contradicts. They stay as they are.
#[component]
fn Contradictions(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let of = id.clone();
    let unfit = Memo::new(move |_| {
        let of_interview = |finding: &Finding| {
            matches!(
                finding.kind,
                FindingKind::AppliesByInterview { .. } | FindingKind::DoesNotApplyByInterview
            )
        };
        assessments
            .findings(&of)
            .into_iter()
            .filter(of_interview)
            .map(|finding| finding.item.0)
            .collect::<Vec<_>>()
    });
    move || {
        let items = unfit.with(|items| items.join(", "));
        (!items.is_empty()).then(|| {
            view! {
                <div class="app-missing" role="status">
                    <p>
                        {format!(
                            "Your answer to {items} does not fit what you say here. It stays as it is. ",
                        )} <a href=Route::Checks(id.clone()).href()>"See the checks"</a>
                    </p>
                </div>
            }
        })
    }
}

/// Items that can be accepted as not applicable, each with its reason.
#[component]
fn Suggestions(id: Id, found: Vec<(ItemId, String)>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (count, all) = (found.len(), found.iter().map(|(item, _)| item.clone()).collect::<Vec<_>>());
    let of = id.clone();
    let accept = Callback::new(move |items: Vec<ItemId>| {
        assessments.accept(&of, &items);
        focus_soon("#follows");
    });
    let rows = found.into_iter().map(|(item, reason)| {
        let words = format!("Accept {item}");
        let href = Route::Item(id.clone(), item.clone()).href();
        view! {
            <li>
                <p>
                    <a href=href>{item.to_string()}</a>
                    {format!(" {reason}")}
                </p>
                <Button variant=ButtonVariant::Small on_press=move |()| accept.run(vec![item.clone()])>
                    {words}
                </Button>
            </li>
        }
    });
    let accept_all = (count > 1).then(|| {
        view! {
            <Button variant=ButtonVariant::Primary on_press=move |()| accept.run(all.clone())>
                {format!("Accept all {count}")}
            </Button>
        }
    });
    view! {
        <p>
            {format!(
                "{} can be “not applicable”, for the reason in the guidance:",
                words::count(count, "question"),
            )}
        </p>
        <ul class="app-suggested">{rows.collect_view()}</ul>
        {accept_all}
    }
}

/// What has been accepted.
#[component]
fn Accepted(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let of = id.clone();
    let accepted = Memo::new(move |_| {
        let found = assessments.with(&of, |document| {
            let settled = document.assessment.responses.iter().filter(|response| response.suggested);
            let row = |response: &Response| {
                let title = document.edition.item(&response.item).map(words::short_title);
                (response.item.clone(), title.unwrap_or_default(), response.not_applicable_reason.clone())
            };
            settled.map(row).collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    });
    let item = move |(item, title, reason): (ItemId, String, String)| {
        view! {
            <li>
                <a class="app-tap" href=Route::Item(id.clone(), item.clone()).href()>
                    {format!("{item} {title}")}
                </a>
                <span class="app-hint">{reason}</span>
            </li>
        }
    };
    move || {
        let items = accepted.get().into_iter().map(&item).collect::<Vec<_>>();
        (!items.is_empty()).then(|| {
            view! {
                <Card>
                    <Heading>"Accepted as not applicable"</Heading>
                    <ul class="app-coming">{items}</ul>
                    <Hint>"If you change an answer, these questions will reopen automatically."</Hint>
                </Card>
            }
        })
    }
}
