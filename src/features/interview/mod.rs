//! About your organisation: a few easy questions, and the items that they settle.

mod conclusions;
mod interview_choice;
mod publish_question;

use crate::components::{ButtonLink, ButtonVariant, Card, NotFound, PageHeading};
use crate::route::Route;
use crate::store::Assessments;
pub use conclusions::Conclusions;
use interview_choice::InterviewChoice;
use leptos::either::Either;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, YesNoUnsure};
use standards_met_core::catalogue::InterviewQuestion;

/// The page of the interview.
#[component]
pub fn InterviewPage(
    id: Id,
    /// What follows from the answers.
    conclusions: Callback<Id, AnyView>,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let Some((organisation, questions)) = assessments.with_untracked(&id, |document| {
        (document.assessment.organisation.name.clone(), document.edition.interview.clone())
    }) else {
        return Either::Left(view! { <NotFound what="assessment" current=assessments.current_here() /> });
    };
    let (of, total) = (id.clone(), questions.len());
    let answered = move || {
        let told = assessments.with(&of, |document| {
            let interview = &document.edition.interview;
            interview.iter().filter(|question| document.assessment.told(&question.id).is_some()).count()
        });
        format!("{} of {total} answered", told.unwrap_or_default())
    };
    let questions =
        questions.into_iter().map(|question| view! { <Question id=id.clone() question /> }).collect_view();
    let overview = Route::Overview(id.clone()).href();
    Either::Right(view! {
        <p class="app-caption">
            <a href=overview.clone()>{organisation}</a>
        </p>
        <PageHeading>"About your organisation"</PageHeading>
        <p class="app-lead">
            "A few easy questions, about three minutes. From your answers we can tell which of the official questions \
             do not apply to you. “Not sure” is fine, and you can change an answer at any time."
        </p>
        <div class="app-two">
            <div>
                <Card>
                    <h2>"Easy questions"</h2>
                    <p class="app-hint" role="status">
                        {answered}
                    </p>
                    {questions}
                </Card>
            </div>
            <aside aria-label="What follows from it">{conclusions.run(id)}</aside>
        </div>
        <nav class="app-foot" aria-label="Next step">
            <ButtonLink variant=ButtonVariant::Primary href=overview>
                "Continue to your overview"
            </ButtonLink>
        </nav>
    })
}

#[component]
fn Question(id: Id, question: InterviewQuestion) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (of, name) = (id.clone(), question.id.clone());
    let told =
        Signal::derive(move || assessments.with(&of, |document| document.assessment.told(&name)).flatten());
    let name = question.id.clone();
    let choose = move |answer: YesNoUnsure| assessments.tell_about(&id, &name, Some(answer));
    view! { <InterviewChoice question told on_choose=choose /> }
}
