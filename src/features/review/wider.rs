//! What a reviewer says of whole parts.

use super::open_remark::OpenRemark;
use super::remark_form::RemarkForm;
use crate::components::{Card, Fold, Heading};
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Subject};

#[component]
pub(super) fn WiderRemarks(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let parts = assessments.with_untracked(&id, |document| {
        let parts = document.edition.parts.iter();
        parts.map(|part| (part.number, part.title.clone())).collect::<Vec<_>>()
    });
    let remark = |on| OpenRemark::new(assessments, id.clone(), on, None);
    let parts = parts.unwrap_or_default().into_iter().map(|(number, title)| {
        view! {
            <WiderRemark
                name=format!("Part {number}, {title}")
                key=format!("part-{number}")
                remark=remark(Subject::Part(number))
            />
        }
    });
    let parts = parts.collect_view();
    view! {
        <Heading>"Whole parts"</Heading>
        <Card>{parts}</Card>
    }
}

#[component]
fn WiderRemark(#[prop(into)] name: String, #[prop(into)] key: String, remark: OpenRemark) -> impl IntoView {
    let said = untrack(|| remark.present().is_some());
    let opened = RwSignal::new(said);
    view! {
        <Fold summary=name open=said on_toggle=move |()| opened.set(true)>
            <Show when=move || opened.get()>
                <RemarkForm key=key.clone() remark=remark.clone() />
            </Show>
        </Fold>
    }
}
