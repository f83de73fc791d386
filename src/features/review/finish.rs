//! The end of a review: what is still missing, the verdict on the whole, who reviewed, all of it once more, and the file.

use super::labels::{sent_name, subject_in_short};
use super::open_remark::OpenRemark;
use super::progress::SavedReviewNote;
use super::remark_form::RemarkForm;
use super::reviewer::AsReviewer;
use crate::components::{Button, ButtonVariant, Card, Heading, Hint, NotFound, PageHeading, TextField};
use crate::platform::clock;
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Remark, Subject};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;

/// The page on which a reviewer finishes.
#[component]
pub fn FinishReviewPage(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    if untrack(|| !assessments.is_under_review(&id)) {
        return view! { <NotFound what="review" current=assessments.current_here() /> }.into_any();
    }
    let title = format!("Finish the review of {}", sent_name(assessments, &id));
    let back = Route::Review(id.clone()).href();
    view! {
        <p class="app-caption">
            <a href=back>"Back to the review"</a>
        </p>
        <PageHeading>{title}</PageHeading>
        <AsReviewer>
            <HowFar id=id.clone() />
            <Verdict id=id.clone() />
            <Signature />
            <WhatIsSent id=id.clone() />
        </AsReviewer>
    }
    .into_any()
}

/// How much is reviewed, and what is missing.
#[component]
fn HowFar(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let me = assessments.reviewer();
    let (of, progress) = (id.clone(), assessments.review_progress(&id));
    let lacking = move || {
        let lacks = |document: &Document| document.assessment.without_comments(&document.edition, &me);
        let items = assessments.with(&of, lacks).unwrap_or_default();
        let links = items.into_iter().map(|item| view! { <LackingItem id=of.clone() item /> });
        let links = links.collect_view();
        (!links.is_empty()).then(|| {
            view! {
                <p class="app-warning">
                    <b>"Write why you did not agree, or what your question is: "</b>
                    {links}
                </p>
            }
        })
    };
    let left = progress.answered.saturating_sub(progress.reviewed_answers);
    let left = (left > 0).then(|| {
        let words = format!(
            "{} not reviewed yet. You can send what you have, and go on with the rest later.",
            if left == 1 {
                "1 answered question is".to_owned()
            } else {
                format!("{left} answered questions are")
            }
        );
        view! { <p>{words}</p> }
    });
    view! {
        <Card>
            <h2>"Your progress"</h2>
            <p>{words::review::progress(progress)}</p>
            {left}
            <div role="status">{lacking}</div>
        </Card>
    }
}

#[component]
fn LackingItem(id: Id, item: ItemId) -> impl IntoView {
    let name = item.to_string();
    view! {
        <a class="app-tap" href=Route::ReviewItem(id, item).href()>
            {name}
        </a>
        " "
    }
}

/// What the reviewer says of the whole.
#[component]
fn Verdict(id: Id) -> impl IntoView {
    let remark = OpenRemark::new(expect_context(), id, Subject::Overall, None);
    view! {
        <Card>
            <h2>"The assessment as a whole"</h2>
            <RemarkForm key="overall".to_owned() remark />
        </Card>
    }
}

/// Who reviewed, in which role, and when.
#[component]
fn Signature() -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let role = RwSignal::new(assessments.reviewer().role);
    let change = move |text: String| {
        assessments.set_reviewer_role(&text);
        role.set(text);
    };
    let signed = move || {
        role.track();
        format!("{}, {}", words::reviewer(&assessments.reviewer()), clock::today().in_words())
    };
    view! {
        <Card>
            <h2>"Signed by"</h2>
            <p>{signed}</p>
            <TextField
                id="reviewer-role"
                label="Your role (optional)"
                hint="Such as quality lead. The home sees it with your name."
                capitals="sentences"
                value=role
                on_input=change
            />
        </Card>
    }
}

/// Everything that the file holds, to read once more, and the button that makes it.
#[component]
fn WhatIsSent(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let of = id.clone();
    let rows = move || {
        let me = assessments.reviewer();
        let mine = |document: &Document| {
            let mut all = document.assessment.remarks(&document.edition);
            all.retain(|remark| remark.review.by() == me);
            // What is about more than a question comes last.
            let (mut items, wider): (Vec<Remark>, Vec<Remark>) =
                all.into_iter().partition(|remark| matches!(remark.on, Subject::Item(_)));
            items.extend(wider);
            items
        };
        let mine = assessments.with(&of, mine).unwrap_or_default();
        if mine.is_empty() {
            return view! { <Hint>"You have not written anything yet."</Hint> }.into_any();
        }
        let rows = mine.into_iter().map(|remark| view! { <SentRemark remark /> });
        view! { <ul class="app-coming">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <Heading>"What you are sending"</Heading>
        <Card>
            {rows} <SavedReviewNote id=id.clone() /> <div class="app-buttons">
                <Button variant=ButtonVariant::Primary on_press=move |()| exchange.export_review(&id)>
                    "Save the review file"
                </Button>
            </div>
            <Hint>
                "The review file contains only your comments, not the home’s answers. Send it to the home. They open it in this same \
                 page."
            </Hint>
        </Card>
    }
}

#[component]
fn SentRemark(remark: Remark) -> impl IntoView {
    let Remark { on, review } = remark;
    let about = words::capital(&subject_in_short(&on));
    let verdict = review.verdict.map_or("Comments", words::verdict);
    view! {
        <li>
            <span>
                <b>{about}</b>
                {format!(" · {verdict}")}
            </span>
            <span class="app-earlier__text">{review.comments}</span>
        </li>
    }
}
