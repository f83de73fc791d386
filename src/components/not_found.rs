//! An address that names nothing here.

use super::{ButtonLink, ButtonVariant, Card, PageHeading};
use crate::route::Route;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// Says what was not found, that nothing is lost, and where to go.
#[component]
pub fn NotFound(
    /// What the address should have named, such as "page".
    what: &'static str,
    /// The assessment that the person was last in.
    current: Option<Id>,
) -> impl IntoView {
    let reason = match what {
        "assessment" => {
            "This assessment is not on this device. It may be on another tablet or in another browser, or it was removed. To \
             work on it here, export it there and open the file here."
        }
        _ => "The address may be mistyped or from an older version of this page.",
    };
    let home = current.map(|id| {
        view! {
            <ButtonLink variant=ButtonVariant::Primary href=Route::Overview(id).href()>
                "Go to your overview"
            </ButtonLink>
        }
    });
    view! {
        <PageHeading>{format!("There is no such {what} here")}</PageHeading>
        <Card>
            <p>{format!("{reason} Nothing that you typed is lost.")}</p>
            <div class="app-buttons">
                {home} <ButtonLink variant=ButtonVariant::Secondary href=Route::Start.href()>
                    "Go to the start"
                </ButtonLink> <ButtonLink variant=ButtonVariant::Secondary href=Route::Data.href()>
                    "See what is on this device"
                </ButtonLink>
            </div>
        </Card>
    }
}
