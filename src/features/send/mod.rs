//! Check before you send: what is done, what is not, what the checks found, and the ways out.

mod left;

use crate::components::{Button, ButtonVariant, Card, Hint, NotFound, PageHeading};
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use crate::words;
use left::QuestionsLeft;
use leptos::either::Either;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Tally};

/// The page that is looked at before an assessment is sent to somebody.
#[component]
pub fn SendPage(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let Some(organisation) =
        assessments.with_untracked(&id, |document| document.assessment.organisation.name.clone())
    else {
        return Either::Left(view! { <NotFound what="assessment" current=assessments.current_here() /> });
    };
    Either::Right(view! {
        <p class="app-caption">
            <a href=Route::Overview(id.clone()).href()>{organisation}</a>
        </p>
        <PageHeading>"Check before you send"</PageHeading>
        <p class="app-lead">
            "Look through this once before you send the file to anyone. You can send it at any time."
        </p>
        <Findings id=id.clone() />
        <QuestionsLeft id=id.clone() />
        <WaysOut id />
    })
}

/// How far the assessment is, and what is to be looked at, each with the way to it.
#[component]
fn Findings(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (of, seen) = (id.clone(), id.clone());
    let tally = Memo::new(move |_| {
        let tally = assessments.with(&of, |document| document.assessment.tally(&document.edition));
        tally.unwrap_or_default()
    });
    let found = RwSignal::new(None);
    // A command that takes several turns, once more after each change.
    Effect::new(move |_| {
        assessments.documents.track();
        assessments.count_findings(seen.clone(), found);
    });
    let checks = move || match found.get() {
        None => "Checking your answers…".to_owned(),
        Some(0) => "Nothing to check".to_owned(),
        Some(count) => format!("{} to check", words::count(count, "thing")),
    };
    let of = id.clone();
    let comments = move || {
        let waiting = assessments.with(&of, |document| document.assessment.count_waiting());
        match waiting.unwrap_or_default() {
            0 => "None to answer".to_owned(),
            count => format!("{count} to answer"),
        }
    };
    let of = id.clone();
    let interview = move || {
        let told = assessments.with(&of, |document| {
            let asked = document.edition.interview.iter();
            let told = asked.filter(|question| document.assessment.told(&question.id).is_some()).count();
            (told, document.edition.interview.len())
        });
        told.filter(|(_, asked)| *asked > 0).map(|(told, asked)| format!("{told} of {asked} answered"))
    };
    let about = id.clone();
    view! {
        <Card>
            <dl class="app-summary">
                <Row name="Questions" to=Route::Overview(id.clone()) way="See all questions">
                    {move || done(tally.get())}
                </Row>
                {move || {
                    interview()
                        .map(|told| {
                            view! {
                                <Row
                                    name="About your organisation"
                                    to=Route::Interview(about.clone())
                                    way="See your answers"
                                >
                                    {told}
                                </Row>
                            }
                        })
                }}
                <Row name="Checks" to=Route::Checks(id.clone()) way="See the checks">
                    {checks}
                </Row>
                <Row name="Reviewer comments" to=Route::Review(id) way="See the comments">
                    {comments}
                </Row>
            </dl>
        </Card>
    }
}

fn done(tally: Tally) -> String {
    format!("{} of {} done", tally.settled(), tally.total())
}

#[component]
fn Row(
    name: &'static str,
    to: Route,
    /// What the link to it says.
    way: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{children()}</dd>
            <dd>
                <a class="app-tap" href=to.href()>
                    {way}
                </a>
            </dd>
        </div>
    }
}

/// In what state the file will be, and how it is handed out.
#[component]
fn WaysOut(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let of = id.clone();
    let state = move || {
        let state = assessments.with(&of, |document| {
            let tally = document.assessment.tally(&document.edition);
            file_state(tally)
        });
        state.unwrap_or_default()
    };
    let of = id.clone();
    let last = move || assessments.since_copy(&of).map(|since| format!("{}.", words::last_copy(since)));
    let (exported, shared) = (id.clone(), id.clone());
    let share = exchange.sharing_form().map(|_| {
        view! {
            <Button variant=ButtonVariant::Secondary on_press=move |()| exchange.share(&shared)>
                "Share"
            </Button>
        }
    });
    view! {
        <Card class="app-card--next">
            <h2>"Send it"</h2>
            <p>{state}</p>
            <p>
                "The file is not locked: everyone who has it can open it. "
                <a href=Route::Data.href()>"Lock it with a passphrase"</a>
            </p>
            <Hint>{last}</Hint>
            <div class="app-buttons">
                <Button variant=ButtonVariant::Primary on_press=move |()| exchange.export(&exported)>
                    "Export a file"
                </Button>
                {share}
            </div>
            <p>
                <a class="app-tap" href=Route::Reports(id).href()>
                    "Print it, or save it for Word or Excel"
                </a>
            </p>
        </Card>
    }
}

/// In what state the file will be.
fn file_state(tally: Tally) -> String {
    let (total, left) = (tally.total(), tally.total() - tally.settled());
    let blank = total - tally.started();
    let all = words::count(total, "question");
    let is = |count: usize| if count == 1 { "is" } else { "are" };
    let has = if blank == 1 { "has" } else { "have" };
    match (left, blank) {
        (0, _) => format!("The file will have all {all}, and all of them are done."),
        (_, 0) => format!("The file will have all {all}. {left} {} not done yet.", is(left)),
        _ => format!(
            "The file will have all {all}. {left} {} not done yet: {blank} of these {has} no answer.",
            is(left)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use standards_met_core::assessment::Status;

    #[test]
    fn the_state_of_the_file_is_said_plainly() {
        let state = |statuses: &[Status]| file_state(statuses.iter().copied().collect());
        assert_eq!(state(&[Status::Met; 3]), "The file will have all 3 questions, and all of them are done.");
        assert_eq!(
            state(&[Status::Met, Status::ToConfirm]),
            "The file will have all 2 questions. 1 is not done yet."
        );
        assert_eq!(
            state(&[Status::Met, Status::ToConfirm, Status::NotStarted]),
            "The file will have all 3 questions. 2 are not done yet: 1 of these has no answer."
        );
    }
}
