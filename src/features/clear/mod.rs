//! Clear this device: everything of ours goes, for good.

mod alone;
mod cleared;
mod confirmation;
mod here;

pub use cleared::listen;
pub use here::TITLE;

use crate::components::{Button, ButtonVariant, Card, Heading, Hint, PageHeading};
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use crate::words;
use confirmation::Confirmation;
use here::{at_risk, is_own};
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// The page that clears the device.
#[component]
pub fn ClearPage() -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let ids = move || assessments.own_first();
    let count = Memo::new(move |_| assessments.set_aside.with(Vec::len));
    let set_aside = move || {
        let count = count.get();
        (count > 0).then(|| view! { <SetAsideCount count /> })
    };
    view! {
        <PageHeading>{TITLE}</PageHeading>
        <p class="app-lead">
            "For a tablet or a computer that others use too. Everything that Standards Met keeps in this browser \
             is deleted for good. Afterwards, only a file that was exported can bring your answers back."
        </p>
        <Heading>"First: keep a file of what you need"</Heading>
        <Show when=move || assessments.documents.with(Vec::is_empty)>
            <Card>
                <p>"There is no assessment on this device."</p>
            </Card>
        </Show>
        <For each=ids key=Id::clone let:id>
            <AssessmentAtRisk id />
        </For>
        {set_aside}
        <Heading>"Then: clear it"</Heading>
        <Confirmation />
    }
}

/// An assessment on this device, with what would be lost of it.
#[component]
fn AssessmentAtRisk(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let name = assessments
        .with_untracked(&id, |document| document.assessment.organisation.name.clone())
        .unwrap_or_default();
    let label = name.clone();
    let detail = if is_own(assessments, &id) {
        view! { <Risk id /> }.into_any()
    } else {
        view! { <Hint>"The worked example of a made-up home. You can open it again at any time."</Hint> }
            .into_any()
    };
    view! {
        <Card label>
            <h3 class="app-card__name">{name}</h3>
            {detail}
        </Card>
    }
}

/// When the last copy was made, what would be lost, and a button that makes a copy.
#[component]
fn Risk(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let (of, exported) = (id.clone(), id.clone());
    let risk = Memo::new(move |_| assessments.since_copy(&of).and_then(at_risk));
    let warning = move || risk.get().map(|risk| view! { <p class="app-warning">{risk}</p> });
    view! {
        <p class="app-hint">
            {move || assessments.since_copy(&id).map(words::last_copy).unwrap_or_default()}
        </p>
        {warning}
        <Button variant=ButtonVariant::Primary on_press=move |()| exchange.export(&exported)>
            "Export a file"
        </Button>
    }
}

/// How much was set aside, which goes too.
#[component]
fn SetAsideCount(count: usize) -> impl IntoView {
    view! {
        <Card>
            <p>
                {format!(
                    "{} under “Saved versions and removed items” will go too. If you need any of it, save it as a file first: ",
                    words::count(count, "thing"),
                )} <a href=Route::Storage.href()>"go to Storage on this device"</a> "."
            </p>
        </Card>
    }
}
