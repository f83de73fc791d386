//! What is told above every page: a newer version, and a clock that is wrong.

use super::held_back::HeldBackQuestion;
use crate::components::{Button, ButtonVariant, focus_soon};
use crate::platform::{clock, page};
use crate::store::{Assessments, Navigation, Offline, OfflineStatus};
use leptos::prelude::*;

/// That there is a newer version of the page, or that the device's clock is wrong.
#[component]
pub fn Announcements() -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let navigation = expect_context::<Navigation>();
    let offline = expect_context::<Offline>();
    let later = RwSignal::new(false);
    let newer = Memo::new(move |_| match (offline.status.get(), later.get()) {
        (OfflineStatus::NewerWaits, false) => Some(OfflineStatus::NewerWaits),
        (OfflineStatus::Replaced, _) => Some(OfflineStatus::Replaced),
        _ => None,
    });
    // Looked at anew with every page.
    let wrong_day = Memo::new(move |_| {
        navigation.route.track();
        clock::is_behind().then(clock::today)
    });
    let ends_with_the_page = Memo::new(move |_| assessments.ends_with_the_page());
    Effect::new(move |_| page::ask_before_leaving(ends_with_the_page.get()));
    let clock = move || {
        wrong_day.get().map(|today| {
            view! {
                <p class="app-notice app-no-print">
                    <b>{format!("This device believes that it is {}. ", today.in_words())}</b>
                    "That cannot be right, so set its clock: otherwise your answers and plans carry wrong dates. What you \
                     type is kept all the same."
                </p>
            }
        })
    };
    view! {
        <div role="status">{move || newer.get().map(|status| view! { <NewerVersion status later /> })}</div>
        <div role="status">{clock}</div>
        <HeldBackQuestion />
    }
}

#[component]
fn NewerVersion(
    status: OfflineStatus,
    /// Whether the person wants to hear of it later.
    later: RwSignal<bool>,
) -> impl IntoView {
    let offline = expect_context::<Offline>();
    let (what, words, press) = match status {
        OfflineStatus::Replaced => (
            "A newer version of this page was opened in another tab. ",
            "Everything you typed here is kept. Reload this page to go on in the newer version.",
            "Reload this page",
        ),
        _ => (
            "A new version of this page is ready. ",
            "Your answers stay as they are, and you come back to where you are now.",
            "Switch to it now",
        ),
    };
    let wait = (status == OfflineStatus::NewerWaits).then(|| {
        let wait = move |()| {
            later.set(true);
            focus_soon("h1");
        };
        view! {
            <Button variant=ButtonVariant::Secondary on_press=wait>
                "Later"
            </Button>
        }
    });
    view! {
        <div class="app-notice app-no-print">
            <p>
                <b>{what}</b>
                {words}
            </p>
            <div class="app-buttons">
                // The press leaves the focus where it is, so that it is there again afterwards.
                <button
                    type="button"
                    class="nhsuk-button"
                    on:mousedown=|event| event.prevent_default()
                    on:click=move |_| offline.take_newer_version()
                >
                    {press}
                </button>
                {wait}
            </div>
        </div>
    }
}
