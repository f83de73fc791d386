//! How safe the answers are on this device: copies, room, and how long this browser keeps what it is given.

use super::lasting::LastingStatus;
use crate::components::{Card, Fold, Heading};
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
        <Heading>"How safe it is here"</Heading>
        <Card>
            <p>{move || second_copy_words(saving.second.get())}</p>
            <p>{move || offline_words(offline.status.get())}</p>
            <p>{room}</p>
            <LastingStatus />
            <Fold summary="If this page ever does not open">
                <p>
                    "What is kept here can be read without it: " <a href=recovery>"open the recovery page"</a>
                    ". It lists everything that is stored and saves it as files."
                </p>
            </Fold>
        </Card>
    }
}

fn second_copy_words(second: SecondCopy) -> &'static str {
    match second {
        SecondCopy::Opening => "The second copy on this device is being opened.",
        SecondCopy::UpToDate => {
            "There are two copies on this device, in two stores of this browser, and both are up to date."
        }
        SecondCopy::Behind => "The second copy on this device is being brought up to date.",
        SecondCopy::Refused => {
            "The second copy cannot be kept at the moment, so there is one copy on this device, and a power cut could take the \
             last minute or two of it. Close this page before you switch the device off, and export files more often."
        }
    }
}

fn room_words(saving: Saving) -> String {
    let space = saving.space();
    match space.percent() {
        0 => "It takes less than a hundredth of the room that every browser gives.".to_owned(),
        percent if space.is_short() => format!(
            "It takes {percent}% of the room that every browser gives, which is much: export files, and delete \
             what you no longer need under “Snapshots and set aside”."
        ),
        percent => format!("It takes {percent}% of the room that every browser gives."),
    }
}

fn offline_words(offline: OfflineStatus) -> &'static str {
    match offline {
        OfflineStatus::Impossible if page::is_one_file() => {
            "This page is one file, and opens without the internet wherever that file is."
        }
        OfflineStatus::Unknown | OfflineStatus::NotYet => {
            "The files of this page are being kept, so that it opens without the internet."
        }
        OfflineStatus::Impossible => {
            "The files of this page could not be kept here, so it needs the internet to open. What you typed is on this \
             device all the same."
        }
        OfflineStatus::Ready | OfflineStatus::NewerWaits | OfflineStatus::Replaced => {
            "This page opens without the internet."
        }
    }
}
