//! How safe the answers are on this device: copies, room, and how long this browser keeps what it is given.

use super::lasting::LastingStatus;
use crate::components::{Card, Fold};
use crate::platform::page;
use crate::store::{Assessments, Offline, OfflineStatus, Saving, SecondCopy};
use leptos::prelude::*;

/// How everything is kept on this device.
#[component]
pub fn StorageSafety() -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let saving = expect_context::<Saving>();
    let offline = expect_context::<Offline>();
    // Counted anew after each save and each thing set aside.
    let room = move || {
        saving.status.track();
        assessments.set_aside.track();
        room_words(saving)
    };
    let recovery = if page::is_one_file() { "#recover" } else { "recover.html" };
    view! {
        <Card>
            <p>{move || second_copy_words(saving.second.get())}</p>
            <p>{move || offline_words(offline.status.get())}</p>
            <p>{room}</p>
            <LastingStatus />
            <Fold summary="If this page will not open">
                <p>
                    "You can still get at your work: " <a href=recovery>"open the recovery page"</a>
                    ". It lists everything on this device and saves it as files."
                </p>
            </Fold>
        </Card>
    }
}

fn second_copy_words(second: SecondCopy) -> &'static str {
    match second {
        SecondCopy::Opening => "This browser keeps two copies. The second one is being opened.",
        SecondCopy::UpToDate => "This browser keeps two copies. Both are up to date.",
        SecondCopy::Behind => "This browser keeps two copies. The second one is being updated.",
        SecondCopy::Refused => {
            "The second copy cannot be kept at the moment. A power cut could take the last minute or two of your work. Close \
             this page before you switch the device off, and export files more often."
        }
    }
}

fn room_words(saving: Saving) -> String {
    let space = saving.space();
    match space.percent() {
        0 => "Using less than 1% of the available storage.".to_owned(),
        percent if space.is_short() => format!(
            "Using {percent}% of the available storage, which is a lot. Export files, then delete what you no longer need under \
             “Saved versions and removed items”."
        ),
        percent => format!("Using {percent}% of the available storage."),
    }
}

fn offline_words(offline: OfflineStatus) -> &'static str {
    match offline {
        OfflineStatus::Impossible if page::is_one_file() => {
            "This page is one file. It opens without the internet wherever that file is."
        }
        OfflineStatus::Unknown | OfflineStatus::NotYet => {
            "This page is being saved on this device, so that it opens without the internet."
        }
        OfflineStatus::Impossible => {
            "This page could not be saved on this device, so it needs the internet to open. Your answers are on this device all \
             the same."
        }
        OfflineStatus::Ready | OfflineStatus::NewerWaits | OfflineStatus::Replaced => {
            "This page opens without the internet."
        }
    }
}
