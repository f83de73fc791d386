//! The one next thing: which item, why that one, how long it takes, and who can do it.

use super::interview_first::InterviewFirst;
use super::item_step::ItemStep;
use crate::components::{Card, Select};
use crate::store::Assessments;
use crate::words;
use leptos::either::EitherOf3;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::Role;

/// The card of the next step.
#[component]
pub fn NextStep(
    id: Id,
    /// Whether it is a sheet for somebody else to fill in: who is answering is known then.
    is_sheet: bool,
    /// What is said once everything is answered.
    all_done: Callback<Id, AnyView>,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let of = id.clone();
    let is_untouched = Memo::new(move |_| {
        let untouched = assessments.with(&of, |document| {
            let assessment = &document.assessment;
            let told =
                document.edition.interview.iter().any(|question| assessment.told(&question.id).is_some());
            !document.edition.interview.is_empty() && !told && assessment.started(&document.edition) == 0
        });
        untouched.unwrap_or_default()
    });
    let id = StoredValue::new(id);
    // Outside what is shown or not, so that the choice stays when the first answer is undone.
    let role = RwSignal::new(String::new());
    // How many were passed over with "Suggest another".
    let passed = RwSignal::new(0_usize);
    view! {
        <Card class="app-card--next">
            <Show
                when=move || is_untouched.get()
                fallback=move || {
                    view! {
                        <Step id=id.get_value() is_sheet all_done role passed />
                        {(!is_sheet).then(|| view! { <WhoIsAnswering role passed /> })}
                    }
                }
            >
                <InterviewFirst id=id.get_value() />
            </Show>
        </Card>
    }
}

/// The step itself, for whoever is answering.
#[component]
fn Step(
    id: Id,
    is_sheet: bool,
    all_done: Callback<Id, AnyView>,
    role: RwSignal<String>,
    passed: RwSignal<usize>,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let of = id.clone();
    let chosen = Memo::new(move |_| {
        let all = assessments.next(&of, Role::parse(&role.get()));
        let place = passed.get().checked_rem(all.len()).unwrap_or_default();
        (all.get(place).cloned(), all.len(), role.with(String::is_empty))
    });
    let step = move || match chosen.get() {
        (Some(next), left, _) => EitherOf3::A(view! { <ItemStep id=id.clone() next left passed is_sheet /> }),
        (None, _, true) => EitherOf3::B(all_done.run(id.clone())),
        (None, _, false) => EitherOf3::C(view! {
            <p class="app-caption">"Your next step"</p>
            <h2>"Nothing is left that this person can answer"</h2>
            <p>"Choose somebody else below, or see what is left in the parts."</p>
        }),
    };
    view! { <div aria-live="polite">{step}</div> }
}

#[component]
fn WhoIsAnswering(role: RwSignal<String>, passed: RwSignal<usize>) -> impl IntoView {
    let choose = move |name| {
        passed.set(0);
        role.set(name);
    };
    view! {
        <div class="app-next-who">
            <Select
                id="next-who"
                label="Who is answering now?"
                none="Everyone"
                choices=Role::ALL.map(|role| (role.name().into(), words::role(role).into())).into()
                value=role
                on_choose=choose
            />
        </div>
    }
}
