//! What somebody should know of the storage on this device without looking for it.

use crate::route::Route;
use crate::store::{Assessments, Saving, SecondCopy};
use leptos::prelude::*;
use standards_met_core::storage::Reason;

/// Says in a line what needs attention, with the way there. Nothing where nothing does.
#[component]
pub fn StorageAttention() -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let saving = expect_context::<Saving>();
    let found = Memo::new(move |_| {
        // Counted anew after each save and each thing set aside.
        saving.status.track();
        let unread = assessments.set_aside.with(|all| all.iter().filter(|one| is_unread(one.reason)).count());
        let is_refused = saving.second.get() == SecondCopy::Refused;
        attention(unread, saving.space().is_short(), is_refused)
    });
    move || {
        found.get().map(|found| {
            view! {
                <p class="app-warning">
                    <b>{found}</b>
                    " See "
                    <a href=Route::Storage.href()>"Storage on this device"</a>
                    "."
                </p>
            }
        })
    }
}

/// Whether it is not among the assessments, although nobody has taken it off.
fn is_unread(reason: Reason) -> bool {
    match reason {
        Reason::Unreadable | Reason::Newer | Reason::Unsaved | Reason::NoEdition => true,
        Reason::Removed | Reason::Replaced | Reason::Snapshot | Reason::Recovery => false,
    }
}

fn attention(unread: usize, is_short: bool, is_refused: bool) -> Option<String> {
    let unread = match unread {
        0 => None,
        1 => Some("1 thing could not be opened. It is kept aside.".to_owned()),
        unread => Some(format!("{unread} things could not be opened. They are kept aside.")),
    };
    let short = is_short.then(|| "Storage is running low.".to_owned());
    let refused = is_refused.then(|| "Only one copy of your answers can be kept at the moment.".to_owned());
    let found: Vec<String> = [unread, short, refused].into_iter().flatten().collect();
    (!found.is_empty()).then(|| found.join(" "))
}
