//! One assessment on this device, with what can be done with it.

use super::copy_status::CopyStatus;
use super::forms::{FormButton, FormKind, OpenForm, is_open};
use super::kept_file::KeptFile;
use super::locked_export::LockedExport;
use super::redacted_export::RedactedExport;
use super::removal_form::RemovalForm;
use super::rename_form::RenameForm;
use super::share_button::ShareButton;
use super::snapshot_form::SnapshotForm;
use crate::components::{Button, ButtonLink, ButtonVariant, Card};
use crate::platform::clock;
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::exchange::Document;

/// The card of an assessment.
#[component]
pub fn AssessmentCard(id: Id, open_form: OpenForm) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let of = id.clone();
    let name = Memo::new(move |_| assessments.name_in_list(&of));
    let of = id.clone();
    let detail = move || assessments.with(&of, detail_of).unwrap_or_default();
    let form = |kind| is_open(open_form, kind, id.clone());
    let (snapshot, rename, removal) =
        (form(FormKind::Snapshot), form(FormKind::Rename), form(FormKind::Removal));
    let href = Route::Overview(id.clone()).href();
    let id = StoredValue::new(id);
    view! {
        <Card label=name>
            <h3 class="app-card__name">
                <a href=href>{name}</a>
            </h3>
            <p class="app-hint">{detail}</p>
            <CopyStatus id=id.get_value() />
            <KeptFile id=id.get_value() />
            <Ways id=id.get_value() open_form />
            <LockedExport id=id.get_value() />
            <Show when=move || snapshot.get()>
                <SnapshotForm id=id.get_value() open_form />
            </Show>
            <Show when=move || rename.get()>
                <RenameForm id=id.get_value() open_form />
            </Show>
            <Show when=move || removal.get()>
                <RemovalForm id=id.get_value() name=name.get_untracked() open_form />
            </Show>
            <RedactedExport id=id.get_value() />
        </Card>
    }
}

/// The year, the ODS code, the count of answers, and the day of the last change.
fn detail_of(document: &Document) -> String {
    let assessment = &document.assessment;
    let tally = assessment.tally(&document.edition);
    let code = match assessment.organisation.ods_code.as_str() {
        "" => String::new(),
        code => format!("ODS code {code} · "),
    };
    let day = clock::day_of(assessment.edited_at).in_words();
    let year = &document.edition.year;
    format!("{year} · {code}{} of {} answered · last changed on {day}", tally.started(), tally.total())
}

/// The buttons of the card.
#[component]
fn Ways(id: Id, open_form: OpenForm) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let (exported, copied) = (id.clone(), id.clone());
    // In a copy for reviewing no answer changes.
    let changes = (!untrack(|| assessments.is_under_review(&id))).then(|| {
        view! {
            <ButtonLink variant=ButtonVariant::Secondary href=Route::Changes(id.clone()).href()>
                "What changed"
            </ButtonLink>
        }
    });
    view! {
        <div class="app-buttons">
            <Button variant=ButtonVariant::Primary on_press=move |()| exchange.export(&exported)>
                "Export a file"
            </Button>
            <ShareButton id=id.clone() />
            <FormButton id=id.clone() kind=FormKind::Rename open_form first_field="#rename-name">
                "Rename"
            </FormButton>
            <FormButton id=id.clone() kind=FormKind::Snapshot open_form first_field="#snapshot-name">
                "Take a snapshot"
            </FormButton>
            {changes}
            <Button variant=ButtonVariant::Secondary on_press=move |()| assessments.duplicate(&copied)>
                "Copy"
            </Button>
            <FormButton id=id kind=FormKind::Removal open_form first_field="#remove-word">
                "Remove"
            </FormButton>
        </div>
    }
}
