//! The answer as it is when it is shown, and what the reviewer says of just that.

use super::home_answer::HomeAnswer;
use super::open_remark::OpenRemark;
use super::remark_form::RemarkForm;
use super::reviewer::AsReviewer;
use super::reviews::EarlierReviews;
use crate::components::{Button, ButtonVariant, Card, FindingsList, Fold, Heading, StatusMark, Tooltip};
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Response, Status, Subject, findings_of, weakness};
use standards_met_core::catalogue::{EvidenceItem, ItemId, Wording};
use standards_met_core::words::guidance_summary;
use std::sync::Arc;

#[component]
pub(super) fn AnswerToReview(id: Id, item: Arc<EvidenceItem>, look_again: Callback<()>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let found = assessments.with_untracked(&id, |document| {
        let assessment = &document.assessment;
        let status = assessment.status(&document.edition, &item);
        (assessment.response(&item.id).cloned(), status, document.edition.wording)
    });
    let (response, status, wording) = found.unwrap_or((None, Status::NotStarted, Wording::Official));
    let answer_sha256 = sha256_of(response.as_ref(), &item.id);
    let on = Subject::Item(item.id.clone());
    let remark = OpenRemark::new(assessments, id.clone(), on, Some(answer_sha256.clone()));
    let (guidance, key, said) = (item.clone(), item.id.0.clone(), remark.clone());
    let counts = item.counts.clone().map(|counts| {
        view! {
            <p>
                <b>"What counts as evidence: "</b>
                {counts}
            </p>
        }
    });
    view! {
        <p class="app-standing">
            <StatusMark status=status />
        </p>
        <Fold summary=guidance_summary(wording, &item.id)>
            <div class="app-guide">
                <Tooltip item=&guidance />
            </div>
        </Fold>
        {counts}
        <Heading>"The home’s answer"</Heading>
        <OtherAnswer id=id.clone() item=item.id.clone() shown=answer_sha256 look_again />
        <HomeAnswer response=response.as_ref() />
        <Weaknesses id=id.clone() item=&item response=response.as_ref() />
        <EarlierReviews id remark />
        <Heading>"Your review"</Heading>
        <AsReviewer>
            <RemarkForm key=key.clone() remark=said.clone() />
        </AsReviewer>
    }
}

fn sha256_of(response: Option<&Response>, item: &ItemId) -> String {
    response.map_or_else(|| Response::empty(item.clone()).answer_sha256(), Response::answer_sha256)
}

/// Says that the answer is another by now than the one that is shown.
#[component]
fn OtherAnswer(
    id: Id,
    item: ItemId,
    /// The `answer_sha256` of the answer that is shown.
    shown: String,
    look_again: Callback<()>,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let is_another = move || {
        let now = assessments.with(&id, |document| sha256_of(document.assessment.response(&item), &item));
        now.is_some_and(|now| now != shown)
    };
    view! {
        <div role="status">
            <Show when=is_another>
                <Card>
                    <p>
                        "A newer file of this home was opened in another tab, and this answer is another in it. Below is the answer \
                         as it was when you opened this page: what you say here is kept with that one."
                    </p>
                    <Button variant=ButtonVariant::Secondary on_press=look_again>
                        "Show the new answer"
                    </Button>
                </Card>
            </Show>
        </div>
    }
}

/// What makes the answer weak.
#[component]
fn Weaknesses<'a>(id: Id, item: &'a EvidenceItem, response: Option<&'a Response>) -> impl IntoView + use<> {
    let assessments = expect_context::<Assessments>();
    let today = assessments.today(&id);
    let findings = assessments
        .with_untracked(&id, |document| findings_of(&document.edition, &document.assessment, &item.id, today))
        .unwrap_or_default();
    let weak = response.and_then(|response| weakness(item.kind, response));
    (!findings.is_empty() || weak.is_some()).then(|| {
        view! {
            <div class="app-missing">
                <p>
                    <b>"Worth a look:"</b>
                </p>
                {weak.map(|weak| view! { <p>{words::review::weakness(weak)}</p> })}
                <FindingsList findings />
            </div>
        }
    })
}
