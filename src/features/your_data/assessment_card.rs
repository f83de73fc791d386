//! One assessment on this device, with the ways on from it.

use super::copy_status::CopyStatus;
use super::kept_file::KeptFile;
use super::share_button::ShareButton;
use crate::components::{Button, ButtonLink, ButtonVariant, Card};
use crate::platform::clock;
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::exchange::Document;

/// The card of an assessment.
#[component]
pub fn AssessmentCard(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let of = id.clone();
    let name = Memo::new(move |_| assessments.name_in_list(&of));
    let of = id.clone();
    let detail = move || assessments.with(&of, detail_of).unwrap_or_default();
    let of = id.clone();
    let has_file = Memo::new(move |_| assessments.file_of(&of).is_some());
    let of = id.clone();
    let file = move || has_file.get().then(|| view! { <KeptFile id=of.clone() with_choice=false /> });
    let (overview, manage) = (Route::Overview(id.clone()).href(), Route::Manage(id.clone()).href());
    let to_overview = overview.clone();
    let exported = id.clone();
    // There are as many of these links as there are assessments.
    let whose = move |before: &'static str| {
        view! { <span class="nhsuk-u-visually-hidden">{move || format!("{before}{}", name.get())}</span> }
    };
    view! {
        <Card label=name>
            <h3 class="app-card__name">
                <a href=to_overview>{name}</a>
            </h3>
            <p class="app-hint">{detail}</p>
            <CopyStatus id=id.clone() />
            {file}
            <div class="app-buttons">
                <ButtonLink variant=ButtonVariant::Primary href=overview>
                    "Open"
                    {whose(" ")}
                </ButtonLink>
                <Button variant=ButtonVariant::Secondary on_press=move |()| exchange.export(&exported)>
                    "Export a file"
                </Button>
                <ShareButton id />
                <a class="app-tap" href=manage>
                    "More"
                    {whose(" for ")}
                </a>
            </div>
        </Card>
    }
}

/// The year, the ODS code, the count of answers, and the day of the last change.
fn detail_of(document: &Document) -> String {
    let assessment = &document.assessment;
    let (started, total) = (assessment.started(&document.edition), document.edition.items().count());
    let code = match assessment.organisation.ods_code.as_str() {
        "" => String::new(),
        code => format!("ODS code {code} · "),
    };
    let day = clock::day_of(assessment.edited_at).in_words();
    let year = &document.edition.year;
    format!("{year} · {code}{started} of {total} answered · last changed on {day}")
}
