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
        let count = |is_meant: fn(Reason) -> bool| {
            assessments.set_aside.with(|all| all.iter().filter(|one| is_meant(one.reason)).count())
        };
        let unread = count(is_unread);
        let is_unsaved = count(|reason| reason == Reason::Unsaved) > 0;
        let is_refused = saving.second.get() == SecondCopy::Refused;
        attention(unread, is_unsaved, saving.space().is_short(), is_refused)
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

/// Whether it is an assessment that nobody has removed, and that is not shown all the same.
fn is_unread(reason: Reason) -> bool {
    match reason {
        Reason::Unreadable | Reason::Newer | Reason::NoEdition => true,
        Reason::Removed | Reason::Replaced | Reason::Snapshot | Reason::Recovery | Reason::Unsaved => false,
    }
}

fn attention(unread: usize, is_unsaved: bool, is_short: bool, is_refused: bool) -> Option<String> {
    let unread = match unread {
        0 => None,
        1 => Some("1 assessment could not be opened. It is still on this device.".to_owned()),
        unread => Some(format!("{unread} assessments could not be opened. They are still on this device.")),
    };
    let unsaved =
        is_unsaved.then(|| "What you typed in an older version of this page is kept separately.".to_owned());
    let short = is_short.then(|| "Storage is running low.".to_owned());
    let refused = is_refused.then(|| "Only one copy of your answers can be kept at the moment.".to_owned());
    let found: Vec<String> = [unread, unsaved, short, refused].into_iter().flatten().collect();
    (!found.is_empty()).then(|| found.join(" "))
}
