//! What is seldom done with an assessment, in one place: its name, versions, copies, and removing it.

use super::kept_file::KeptFile;
use super::locked_export::LockedExport;
use super::name_form::NameForm;
use super::redacted_export::RedactedExport;
use super::removal_form::RemovalForm;
use super::snapshot_form::SnapshotForm;
use crate::components::{Button, ButtonLink, ButtonVariant, NotFound, PageHeading};
use crate::route::Route;
use crate::store::Assessments;
use leptos::either::Either;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// The page of one assessment.
#[component]
pub fn ManagePage(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    if assessments.with_untracked(&id, |_| ()).is_none() {
        return Either::Left(view! { <NotFound what="assessment" current=assessments.current_here() /> });
    }
    let of = id.clone();
    let heading = move || format!("More for {}", assessments.name_in_list(&of));
    // In a copy for reviewing no answer changes.
    let has_changes = !untrack(|| assessments.is_under_review(&id));
    let changes = Route::Changes(id.clone()).href();
    let changes = has_changes.then(|| {
        view! {
            <Section
                title="What changed"
                what_for="Compare it with a version you saved or with a file, word by word."
            >
                <ButtonLink variant=ButtonVariant::Secondary href=changes>
                    "See what changed"
                </ButtonLink>
            </Section>
        }
    });
    let id = StoredValue::new(id);
    let file = assessments.can_keep_file().then(|| {
        view! {
            <Section
                title="Keep a file up to date"
                what_for="Choose a file once, for example on a shared drive. Each change is then saved to it as well."
            >
                <KeptFile id=id.get_value() with_choice=true />
            </Section>
        }
    });
    Either::Right(view! {
        <p class="app-caption">
            <a href=Route::Data.href()>"Your data"</a>
        </p>
        <PageHeading>{heading}</PageHeading>
        <Section title="Name and ODS code" what_for="They are on every report and in every file.">
            <NameForm id=id.get_value() />
        </Section>
        <Section
            title="Save a version"
            what_for="This keeps the assessment on this device as it is now, under a name. You can put it back later."
        >
            <SnapshotForm id=id.get_value() />
            <p class="app-hint">
                "Saved versions are under " <a href=Route::Storage.href()>"Storage on this device"</a> "."
            </p>
        </Section>
        {changes}
        <Section
            title="Make a copy"
            what_for="A second assessment with the same answers. What you change in one does not change the other."
        >
            <Button
                variant=ButtonVariant::Secondary
                on_press=move |()| assessments.duplicate(&id.get_value())
            >
                "Make a copy"
            </Button>
        </Section>
        {file}
        <Section
            title="Export with a passphrase"
            what_for="For a file that you send by email or carry on a memory stick. Nobody can read it without the passphrase. Only \
            its name shows whose it is."
        >
            <LockedExport id=id.get_value() />
        </Section>
        <Section
            title="Export a redacted copy"
            what_for="For somebody who should not see everything. It opens as a separate copy and cannot replace this assessment."
        >
            <RedactedExport id=id.get_value() />
        </Section>
        <Section
            title="Remove this assessment"
            what_for="This takes the assessment and all its answers off “Your data”. You can put it back from “Storage on this \
            device” until you delete it for good."
            class="app-card--danger"
        >
            <RemovalForm id=id.get_value() />
        </Section>
    })
}

/// A card with a heading, what it is for, and what does it.
#[component]
fn Section(
    title: &'static str,
    what_for: &'static str,
    #[prop(optional)] class: &'static str,
    children: Children,
) -> impl IntoView {
    let heading = format!("manage-{}", title.to_lowercase().replace(' ', "-"));
    let name = heading.clone();
    view! {
        <section class=format!("app-card {class}") aria-labelledby=name>
            <h2 id=heading>{title}</h2>
            <p>{what_for}</p>
            {children()}
        </section>
    }
}
