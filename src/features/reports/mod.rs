//! Reports: what people hand on, on paper and as files.

mod choosing;
mod drawing;
mod making;
mod paper;
mod phrases;
mod plan_note;
mod preview;
mod status;

use crate::components::{Card, Hint, NotFound, PageHeading};
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use choosing::Options;
use drawing::Drawing;
use leptos::prelude::*;
use making::MakeReport;
use plan_note::PlanNote;
use preview::Preview;
use standards_met_core::assessment::Id;
use standards_met_core::exchange::Document;
use standards_met_core::report::ReportKind;

/// The page with every report and what it is for.
#[component]
pub fn ReportsPage(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let Some((organisation, kinds)) = assessments.with_untracked(&id, |document| {
        let Document { edition, assessment, .. } = document;
        let kinds = ReportKind::ALL.into_iter().filter(|kind| kind.is_for(edition, assessment));
        (assessment.organisation.name.clone(), kinds.collect::<Vec<_>>())
    }) else {
        return view! { <NotFound what="assessment" current=assessments.current_here() /> }.into_any();
    };
    let all = kinds.into_iter().map(|kind| {
        view! {
            <ReportRow
                route=Route::Report(id.clone(), kind)
                name=kind.title()
                purpose=phrases::purpose(kind)
                forms=phrases::forms(kind)
            />
        }
    });
    let all = all.collect_view();
    view! {
        <p class="app-caption">
            <a href=Route::Overview(id.clone()).href()>{organisation}</a>
        </p>
        <PageHeading>"Reports"</PageHeading>
        <p>
            "What you can print or hand on. Nothing here changes your answers, and nothing leaves this device unless you \
             send it."
        </p>
        <Card>
            <ul class="app-reports">
                {all}
                <ReportRow
                    route=Route::Changes(id)
                    name="What changed"
                    purpose="What is different between now and an earlier version or an exported file, word for word."
                    forms="Paper or PDF"
                />
            </ul>
        </Card>
        <p>
            "To hand on the assessment itself, so that somebody can open and review it in this page, "
            <a href=Route::Data.href()>"export a file"</a> "."
        </p>
    }
    .into_any()
}

#[component]
fn ReportRow(
    route: Route,
    name: &'static str,
    purpose: &'static str,
    #[prop(into)] forms: String,
) -> impl IntoView {
    view! {
        <li>
            <h2>
                <a href=route.href()>{name}</a>
            </h2>
            <p>{purpose}</p>
            <Hint>{forms}</Hint>
        </li>
    }
}

/// The page of one report: what is in it, how to have it, and how it looks.
#[component]
pub fn ReportPage(id: Id, kind: ReportKind) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let Some((organisation, is_for)) = assessments.with_untracked(&id, |document| {
        let Document { edition, assessment, .. } = document;
        (assessment.organisation.name.clone(), kind.is_for(edition, assessment))
    }) else {
        return view! { <NotFound what="assessment" current=assessments.current_here() /> }.into_any();
    };
    if !is_for {
        return view! { <NotFound what="report" current=assessments.current_here() /> }.into_any();
    }
    let reports = exchange.reports();
    // What was made before was of another report.
    reports.leave();
    let drawing = Drawing::new(assessments, reports, id.clone(), kind);
    let note = (kind == ReportKind::ApproachingPlan).then(|| view! { <PlanNote id=id.clone() /> });
    let (chosen, made) = (id.clone(), id.clone());
    view! {
        <p class="app-caption app-no-print">
            <a href=Route::Overview(id.clone()).href()>{organisation}</a>
            " · "
            <a href=Route::Reports(id.clone()).href()>"Reports"</a>
        </p>
        <div class="app-no-print">
            <PageHeading>{kind.title()}</PageHeading>
            <p>{phrases::purpose(kind)}</p>
            {note}
        </div>
        <Card class="app-no-print">
            <Options reports id=chosen kind />
            <MakeReport reports id=made kind drawing />
        </Card>
        <Preview id kind drawing />
    }
    .into_any()
}
