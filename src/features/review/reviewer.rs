//! Who reviews on this device.

use crate::components::{Button, ButtonVariant, Card, Form, SubmitButton, TextField, focus_soon};
use crate::store::Assessments;
use crate::words;
use leptos::either::Either;
use leptos::prelude::*;
use standards_met_core::assessment::Reviewer;

/// Asks who reviews, once for this device; and shows below the answer what needs to know it.
#[component]
pub(super) fn AsReviewer(children: ChildrenFn) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let asking = RwSignal::new(assessments.reviewer().name.trim().is_empty());
    let asks = Memo::new(move |_| asking.get());
    move || {
        if asks.get() {
            Either::Left(view! { <ReviewerForm asking /> })
        } else {
            Either::Right(view! {
                <PresentReviewer asking />
                {children()}
            })
        }
    }
}

#[component]
fn PresentReviewer(asking: RwSignal<bool>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let change = move |()| {
        asking.set(true);
        focus_soon("#reviewer-name");
    };
    view! {
        <div class="app-buttons">
            <span>{format!("Reviewing as {}.", words::review::reviewer(&assessments.reviewer()))}</span>
            <Button variant=ButtonVariant::Small on_press=change>
                "Change who is reviewing"
            </Button>
        </div>
    }
}

#[component]
fn ReviewerForm(asking: RwSignal<bool>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let Reviewer { name, organisation, role } = assessments.reviewer();
    let (name, organisation) = (RwSignal::new(name), RwSignal::new(organisation));
    let role = StoredValue::new(role);
    let (tried, entered) = (RwSignal::new(false), RwSignal::new(false));
    let is_blank = Memo::new(move |_| name.with(|name| name.trim().is_empty()));
    let error = Memo::new(move |_| (tried.get() && is_blank.get()).then(|| "Enter your name".to_owned()));
    let reviewer = move || Reviewer {
        name: name.with_untracked(|name| name.trim().into()),
        organisation: organisation.with_untracked(|organisation| organisation.trim().into()),
        role: role.get_value(),
    };
    let begin = Callback::new(move |same_person| {
        if same_person {
            assessments.rename_reviewer(&reviewer());
        } else {
            assessments.set_reviewer(&reviewer());
        }
        asking.set(false);
        focus_soon("h1");
    });
    let keep = move |()| {
        tried.set(true);
        if is_blank.get_untracked() {
            focus_soon("#reviewer-name");
        } else if assessments.reviewer() != reviewer() && assessments.remarks_so_far() > 0 {
            entered.set(true);
            focus_soon("#reviewer-same");
        } else {
            begin.run(false);
        }
    };
    // Somebody who only looked at the form goes back to where they were.
    let cancel = move || {
        let known = !assessments.reviewer().name.trim().is_empty();
        known.then(|| {
            let close = move |()| {
                asking.set(false);
                focus_soon("h1");
            };
            view! {
                <Button variant=ButtonVariant::Secondary on_press=close>
                    "Cancel"
                </Button>
            }
        })
    };
    let form = move || {
        view! {
            <h2>"Who is reviewing?"</h2>
            <p>"The home sees who made each comment. We ask once and remember it on this device."</p>
            <Form on_submit=keep>
                <TextField
                    id="reviewer-name"
                    label="Your name"
                    error
                    capitals="words"
                    value=name
                    on_input=move |text| name.set(text)
                />
                <TextField
                    id="reviewer-organisation"
                    label="Your organisation (optional)"
                    capitals="words"
                    value=organisation
                    on_input=move |text| organisation.set(text)
                />
                <div class="app-buttons">
                    <SubmitButton>"Start reviewing"</SubmitButton>
                    {cancel()}
                </div>
            </Form>
        }
    };
    let question = move || {
        if entered.get() {
            Either::Left(view! { <SamePerson now=reviewer() on_choose=begin /> })
        } else {
            Either::Right(form())
        }
    };
    view! { <Card>{question}</Card> }
}

/// Whether somebody corrects their name, or somebody else goes on: a review file holds only what its reviewer said.
#[component]
fn SamePerson(now: Reviewer, on_choose: Callback<bool>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let before = words::review::reviewer(&assessments.reviewer());
    let now = words::review::reviewer(&now);
    let said = words::count(assessments.remarks_so_far(), "review");
    let question = format!("Are you {before}?");
    let consequences = format!(
        "{before} has made {said} here. If that is you, what you said goes on under the name {now}, and is in your review \
         file. If it is somebody else, it stays theirs, and is not in yours."
    );
    view! {
        <h2 id="reviewer-same" tabindex="-1">
            {question}
        </h2>
        <p>{consequences}</p>
        <div class="app-buttons">
            <Button variant=ButtonVariant::Secondary on_press=move |()| on_choose.run(true)>
                "Yes, that is me"
            </Button>
            <Button variant=ButtonVariant::Secondary on_press=move |()| on_choose.run(false)>
                "No, somebody else"
            </Button>
        </div>
    }
}
