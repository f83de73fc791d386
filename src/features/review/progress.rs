//! How far a reviewer is, and the ways to hand the review out.

use crate::components::{Button, ButtonLink, ButtonVariant, Card, Fold, Hint};
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Subject};
use standards_met_core::catalogue::{EvidenceItem, ItemId};
use standards_met_core::report::ReportKind;

#[component]
pub(super) fn ReviewProgress(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let of = id.clone();
    let progress = move || words::review::progress(assessments.review_progress(&of));
    let of = id.clone();
    let next = Memo::new(move |_| next_to_review(assessments, &of));
    let of = id.clone();
    let go_on = move || {
        next.get().map(|next| {
            let words = format!("Go on with {next}");
            view! {
                <ButtonLink variant=ButtonVariant::Primary href=Route::ReviewItem(of.clone(), next).href()>
                    {words}
                </ButtonLink>
            }
        })
    };
    let report = Route::Report(id.clone(), ReportKind::Review).href();
    let (saved, whole) = (id.clone(), id);
    view! {
        <Card>
            <h2>"How far you are"</h2>
            <p>{progress}</p>
            <div class="app-buttons">
                {go_on}
                <Button variant=ButtonVariant::Secondary on_press=move |()| exchange.export_review(&saved)>
                    "Save the review file"
                </Button>
            </div>
            <p>
                <a class="app-tap" href=report>
                    "Print it, or save it for Word"
                </a>
            </p>
            <Hint>"The review file holds what you say and no answers. Send it to the home."</Hint>
            <Fold summary="Save the whole assessment with your review instead">
                <p>"For a home that wants one file with everything in it."</p>
                <Button
                    variant=ButtonVariant::Secondary
                    on_press=move |()| exchange.export_with_review(&whole)
                >
                    "Save the whole assessment"
                </Button>
            </Fold>
        </Card>
    }
}

/// The first item that is not reviewed as it stands.
fn next_to_review(assessments: Assessments, id: &Id) -> Option<ItemId> {
    let me = assessments.reviewer();
    assessments.steps.track();
    let next = assessments.with_untracked(id, |document| {
        let (edition, assessment) = (&document.edition, &document.assessment);
        let open = |item: &&EvidenceItem| {
            assessment.present_remark(edition, &Subject::Item(item.id.clone()), &me).is_none()
        };
        edition.items().find(open).map(|item| item.id.clone())
    });
    next.flatten()
}
