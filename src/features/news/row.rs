//! One question in the list of what is new.

use super::phrases;
use crate::components::{Hint, StatusMark};
use crate::route::Route;
use crate::store::{Assessments, status_of};
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::ItemId;

/// What is shown of a question.
#[derive(Default)]
pub struct RowContent {
    pub item: ItemId,
    /// Its short title.
    pub title: String,
    /// The question in full, where it is new or has changed.
    pub question: Option<String>,
    /// What there is to know of it.
    pub facts: Vec<String>,
    /// Whether it is to be dealt with, and so has a box to tick off on paper and its status on screen.
    pub is_to_do: bool,
    /// How many of the questions that it continues were answered, and in which year. `None` where nothing is to be said of it.
    pub answered: Option<(usize, String)>,
}

/// A row of a list. The number leads to the question where there is an assessment.
#[component]
pub fn NewsRow(
    content: RowContent,
    /// The assessment that has the question.
    id: Option<Id>,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let RowContent { item, title, question, facts, is_to_do, answered } = content;
    let number = match &id {
        Some(id) => view! {
            <a class="app-tap" href=Route::Item(id.clone(), item.clone()).href()>
                {item.to_string()}
            </a>
        }
        .into_any(),
        None => view! { <b>{item.to_string()}</b> }.into_any(),
    };
    let status = id.clone().filter(|_| is_to_do).map(|id| {
        let status = status_of(assessments, id, item.clone());
        view! { <StatusMark status /> }
    });
    let question = question.map(|question| view! { <p>{question}</p> });
    let answer = id.zip(answered).map(|(id, (answers, year))| {
        let became = Memo::new(move |_| {
            let found = assessments.with(&id, |document| {
                let response = document.assessment.response(&item);
                let note = response.and_then(|response| response.carried());
                let waits = response.is_some_and(|response| response.awaits_confirmation());
                phrases::became(note.as_ref(), waits, answers, &year)
            });
            found.flatten()
        });
        move || {
            became.get().map(|words| {
                view! {
                    <p>
                        <b>{words}</b>
                    </p>
                }
            })
        }
    });
    let facts = (!facts.is_empty()).then(|| view! { <Hint>{facts.join(" ")}</Hint> });
    view! {
        <li class="app-changed__one">
            {is_to_do.then(|| view! { <span class="app-box" aria-hidden="true"></span> })} <div>
                <p>{number} " " <b>{title}</b> " " {status}</p>
                {question}
                {facts}
                {answer}
            </div>
        </li>
    }
}
