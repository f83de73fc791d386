//! The beginning of an assessment with an edition: an empty one, or one with last year's answers.

use crate::components::{
    Button, ButtonVariant, Choice, Form, Hint, OdsCode, OdsCodeField, Select, SubmitButton, TextField,
    focus_soon,
};
use crate::store::{Assessments, Exchange};
use leptos::either::Either;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::EditionRef;
use std::sync::Arc;

/// The form that begins an assessment.
#[component]
pub fn BeginForm(edition: Arc<Edition>, on_close: Callback<()>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let (name, ods_code) = (RwSignal::new(String::new()), OdsCode::new(String::new()));
    let (from, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let earlier = earlier(assessments, &edition);
    let next_of = exchange.editions_context().next_of.get_untracked().map(|id| id.to_string());
    let next_of = next_of.filter(|id| earlier.iter().any(|(known, _)| known == id));
    let is_blank = move |name: &String| name.trim().is_empty();
    let begin = move |()| {
        tried.set(true);
        if name.with_untracked(is_blank) {
            focus_soon("#begin-name");
            return;
        }
        if !ods_code.is_accepted("begin-ods") {
            return;
        }
        let from = Some(from.get_untracked()).filter(|from| !from.is_empty()).map(Id);
        let (name, ods_code) = (name.get_untracked(), ods_code.value.get_untracked());
        exchange.begin_with(edition.clone(), &name, &ods_code, from.as_ref());
    };
    let choose = move |chosen: String| {
        // Whose it is need not be typed again.
        let found = assessments.with_untracked(&Id(chosen.clone()), |old| {
            let organisation = &old.assessment.organisation;
            (organisation.name.clone(), organisation.ods_code.clone())
        });
        if let Some((found, code)) = found {
            for (typed, found) in [(name, found), (ods_code.value, code)] {
                if typed.with_untracked(is_blank) {
                    typed.set(found);
                }
            }
        }
        from.set(chosen);
    };
    if let Some(next_of) = next_of {
        choose(next_of);
    }
    let choice = if earlier.is_empty() {
        Either::Left(view! {
            <Hint>
                "No assessment of another year is on this device. If you have the file of last year’s, open it first, under \
                 “Your data”: then its answers can be carried over."
            </Hint>
        })
    } else {
        Either::Right(view! {
            <Select
                id="begin-from"
                label="Last year’s answers"
                none="Begin empty"
                choices=earlier
                value=from
                on_choose=choose
            />
        })
    };
    let error =
        move || (tried.get() && name.with(is_blank)).then(|| "Enter the name of your care home".to_owned());
    let cancel = move |()| {
        on_close.run(());
        focus_soon("h1");
    };
    view! {
        <Form class="app-plan" on_submit=begin>
            {choice}
            <Show when=move || from.with(|from| !from.is_empty())>
                <Hint>
                    "You go through them next to the new questions, and nothing is carried over that you do not choose. Last year’s \
                     assessment stays on this device and is not changed."
                </Hint>
            </Show>
            <TextField
                id="begin-name"
                label="Name of your care home or organisation"
                error=Signal::derive(error)
                capitals="words"
                value=name
                on_input=move |text| name.set(text)
            />
            <OdsCodeField
                id="begin-ods"
                hint="A short code such as VM1AB, which the official toolkit shows at the top."
                button="Start"
                code=ods_code
            />
            <div class="app-buttons">
                <SubmitButton>"Start"</SubmitButton>
                <Button variant=ButtonVariant::Secondary on_press=cancel>
                    "Cancel"
                </Button>
            </div>
        </Form>
    }
}

/// The assessments on this device whose answers can be carried over: those of another edition, each with its words.
fn earlier(assessments: Assessments, edition: &Edition) -> Vec<Choice> {
    let name = EditionRef::of(edition);
    let choice = |id: &Id| {
        let words = assessments.with_untracked(id, |document| {
            let assessment = &document.assessment;
            let is_other = EditionRef::of(&document.edition) != name
                && assessment.sheet_of.is_none()
                && !assessment.is_under_review();
            is_other.then(|| format!("{}, {}", assessment.organisation.name, document.edition.title))
        });
        Some((id.to_string(), words.flatten()?))
    };
    untrack(|| assessments.own_first()).iter().filter_map(choice).collect()
}
