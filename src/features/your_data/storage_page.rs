//! Storage on this device: how safe everything is, and what is kept beside the assessments.

use super::copy_check::CopyCheck;
use super::set_aside::SetAsideList;
use super::storage_safety::StorageSafety;
use crate::components::PageHeading;
use crate::route::Route;
use crate::store::Assessments;
use leptos::prelude::*;

/// The page of how everything is kept on this device.
#[component]
pub fn StoragePage() -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    view! {
        <p class="app-caption">
            <a href=Route::Data.href()>"Your data"</a>
        </p>
        <PageHeading>"Storage on this device"</PageHeading>
        <p class="app-lead">
            "Your answers are kept in this browser, on this device, and nowhere else. The files that you export are wherever you put \
             them."
        </p>
        <StorageSafety />
        <Show when=move || assessments.set_aside.with(|all| !all.is_empty())>
            <SetAsideList />
        </Show>
        <CopyCheck />
    }
}
