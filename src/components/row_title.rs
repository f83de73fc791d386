//! What a list says of a question.

use leptos::prelude::*;
use standards_met_core::assessment::SearchWords;

/// The short title of a question, and below it the question in full.
#[component]
pub fn RowTitle(
    /// The question itself where it has no short one.
    title: String,
    question: String,
    /// Whether nobody could confirm the number of the question.
    #[prop(optional)]
    is_unsure: bool,
    /// The words that were looked for, which are marked.
    #[prop(optional)]
    words: SearchWords,
) -> impl IntoView {
    let full = (question != title).then(|| {
        view! {
            <span class="app-rows__full">
                <Marked text=question words=words.clone() />
            </span>
        }
    });
    view! {
        <span class="app-rows__text">
            <span class="app-rows__question">
                <Marked text=title words />
            </span>
            " "
            {full}
            {is_unsure.then(|| view! { <span class="app-unsure-mark">"Number not confirmed"</span> })}
        </span>
    }
}

/// A text in which the words that were looked for are marked.
#[component]
pub fn Marked(text: String, words: SearchWords) -> impl IntoView {
    let run = |(run, is_found): (String, bool)| match is_found {
        true => view! { <mark>{run}</mark> }.into_any(),
        false => run.into_any(),
    };
    words.mark(&text).into_iter().map(run).collect_view()
}
