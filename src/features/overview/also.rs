//! The other pages of an assessment.

use crate::components::Card;
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, YesNoUnsure};
use standards_met_core::catalogue::Edition;
use std::sync::Arc;

/// The other pages of this assessment, each with what it is for and how things are.
#[component]
pub fn Also(id: Id, edition: Arc<Edition>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (of, questions) = (id.clone(), edition.interview.len());
    let told = move || {
        let told = assessments.with(&of, |document| {
            let asked = document.edition.interview.iter();
            let told = asked.filter_map(|question| document.assessment.told(&question.id));
            told.fold((0, 0), |(told, unsure), answer| {
                (told + 1, unsure + usize::from(answer == YesNoUnsure::NotSure))
            })
        });
        match told.unwrap_or_default() {
            (told, 0) => format!("{told} of {questions} questions answered"),
            (told, unsure) => format!("{told} of {questions} questions answered, {unsure} “Not sure”"),
        }
    };
    let of = id.clone();
    let counted = RwSignal::new(None);
    // A command that takes several turns, once more after each change. A resource would do the same and cost 2 KB of what
    // the first question needs.
    Effect::new(move |_| {
        assessments.documents.track();
        assessments.count_findings(of.clone(), counted);
    });
    let found = move || match counted.get() {
        None => "Checking your answers…".to_owned(),
        Some(0) => "Nothing to check".to_owned(),
        Some(count) => format!("{} to check", words::count(count, "thing")),
    };
    let asked = edition.items().filter(|item| item.ask_it_supplier).count();
    let first = edition.parts.first().map(|part| part.number).unwrap_or_default();
    let interview = (questions > 0).then(|| {
        view! {
            <Row to=Route::Interview(id.clone()) name="About your organisation">
                {told}
            </Row>
        }
    });
    let supplier = (asked > 0).then(|| {
        view! {
            <Row to=Route::Supplier(id.clone()) name="Ask your IT supplier">
                {format!("{} to print or send", words::count(asked, "question"))}
            </Row>
        }
    });
    let (of, news) = (id.clone(), Route::News(id.clone()));
    let is_carrying_over = Memo::new(move |_| {
        assessments.with(&of, |document| document.assessment.is_carrying_over()).unwrap_or_default()
    });
    view! {
        <Card>
            <h2>"More"</h2>
            <ul class="app-coming">
                <Show when=move || is_carrying_over.get()>
                    <Row to=news.clone() name="What is new this year">
                        "And which of last year’s answers to use"
                    </Row>
                </Show>
                {interview}
                <Row to=Route::Checks(id.clone()) name="Checks">
                    {found}
                </Row>
                {supplier}
                <Row to=Route::Reports(id.clone()) name="Reports">
                    "To print or hand on: paper, Word, Excel, calendar"
                </Row>
                <Row to=Route::Years(id.clone()) name="Year by year">
                    "Last year’s answers, and next year’s toolkit"
                </Row>
                <Row to=Route::Official(id.clone(), first) name="For the official toolkit">
                    "What to enter where, ready to copy"
                </Row>
                <Row to=Route::Send(id) name="Check before you send">
                    "What is done and what is not, then export, share or print"
                </Row>
            </ul>
        </Card>
    }
}

#[component]
fn Row(to: Route, name: &'static str, children: Children) -> impl IntoView {
    view! {
        <li>
            <a class="app-tap" href=to.href()>
                {name}
            </a>
            <span class="app-hint">{children()}</span>
        </li>
    }
}
