//! Ask your IT supplier: a sheet with just their questions, to print or to hand over as a file.

use crate::components::{Button, ButtonLink, ButtonVariant, Card, Hint, NotFound, PageHeading, Tooltip};
use crate::platform::{address, page};
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::EvidenceItem;
use standards_met_core::report::ReportKind;

/// The page of questions for the IT supplier.
#[component]
pub fn SupplierPage(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let Some((organisation, items)) = assessments.with_untracked(&id, |document| {
        let asked = document.edition.items().filter(|item| item.ask_it_supplier).cloned().collect::<Vec<_>>();
        (document.assessment.organisation.name.clone(), asked)
    }) else {
        return view! { <NotFound what="assessment" current=assessments.current_here() /> }.into_any();
    };
    let questions = items.iter().map(|item| view! { <Question item /> }).collect_view();
    view! {
        <p class="app-caption app-no-print">
            <a href=Route::Overview(id.clone()).href()>{organisation}</a>
        </p>
        <PageHeading>"Questions for your IT supplier"</PageHeading>
        <Ways id count=items.len() />
        {questions}
    }
    .into_any()
}

/// The ways to hand the questions over.
#[component]
fn Ways(id: Id, count: usize) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let sheet = Route::Report(id.clone(), ReportKind::Supplier).href();
    let address = (!page::is_one_file()).then(|| {
        view! { <p>"Send them the address of this page too: " <b>{address::page()}</b></p> }
    });
    view! {
        <Card class="app-no-print">
            <p>
                {format!(
                    "These {} are marked “you may need to ask your IT supplier”. Print the sheet, or send the small file: it \
                     opens in this same page, shows only these questions, and holds none of your answers. When it comes back, \
                     open it under “Your data”: each answer is offered beside yours.",
                    words::count(count, "question"),
                )}
            </p>
            {address}
            <div class="app-buttons">
                <Button variant=ButtonVariant::Primary on_press=move |()| exchange.export_supplier_sheet(&id)>
                    "Save the file for them"
                </Button>
                <ButtonLink variant=ButtonVariant::Secondary href=sheet>
                    "Print the sheet"
                </ButtonLink>
            </div>
        </Card>
    }
}

#[component]
fn Question<'a>(item: &'a EvidenceItem) -> impl IntoView + use<> {
    let id = item.id.to_string();
    let question = format!(" {}", item.question);
    let short = item.in_short.clone().map(|text| view! { <Hint>{text}</Hint> });
    let guidance = view! { <Tooltip item /> };
    view! {
        <Card label=id.clone()>
            <h2>
                <span class="app-id">{id}</span>
                {question}
            </h2>
            {short}
            <div class="app-sheet-guide">{guidance}</div>
        </Card>
    }
}
