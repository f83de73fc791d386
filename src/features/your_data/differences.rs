//! In which items an opened file is different from what is here.

use super::each_change::{DisclosureButton, EachChange};
use crate::components::ButtonVariant;
use leptos::prelude::*;
use standards_met_core::assessment::Difference;
use standards_met_core::catalogue::ItemId;

/// What would change if the file took the place of what is here.
#[component]
pub fn Differences<'a>(difference: &'a Difference) -> impl IntoView + use<> {
    let list = |items: &[ItemId], what: &str| {
        let ids = items.iter().map(ItemId::as_str).collect::<Vec<_>>().join(", ");
        (!items.is_empty()).then(|| view! { <li>{format!("{what}: {ids}")}</li> })
    };
    let open = RwSignal::new(false);
    view! {
        <h3>"What is different"</h3>
        <ul>
            {list(&difference.changed, "answered differently in the file")}
            {list(&difference.added, "answered only in the file")}
            {list(&difference.absent, "answered only on this device, and not in the file")}
            {difference.interview.then(|| view! { <li>"the answers about your organisation"</li> })}
            {difference.publish_day.then(|| view! { <li>"the day you plan to publish"</li> })}
        </ul>
        <DisclosureButton variant=ButtonVariant::Small open place="#each-change">
            "See each change"
        </DisclosureButton>
        <Show when=move || open.get()>
            <EachChange />
        </Show>
    }
}
