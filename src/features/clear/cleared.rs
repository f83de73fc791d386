//! What is shown while the device is cleared, and afterwards.

use super::alone::show_alone;
use crate::components::{Button, ButtonLink, ButtonVariant};
use crate::platform::clearing::Left;
use crate::platform::{address, page};
use crate::store::Exchange;
use leptos::prelude::*;

const WHAT_STAYS: [&str; 4] = [
    "files that you exported: look in the downloads folder, or in the Files app",
    "a file that was kept up to date: it stays where you chose it to be, as it was written last",
    "the browser's list of visited pages: it names this page and your home, and holds none of your answers",
    "what is in another browser on this device, or in the app on an iPad's home screen: clear each by itself",
];

/// Says it when the device is cleared in another tab: what is on screen here is gone by then.
pub fn listen(exchange: Exchange) {
    exchange.on_cleared_elsewhere(|| {
        let words = || {
            view! {
                <p>
                    "What was shown here is not kept any more, and nothing that is typed here would be. You can close \
                     this tab."
                </p>
                <Anew />
            }
        };
        show_alone("This device was cleared in another tab", words);
    });
}

/// Says that the device is being cleared.
pub(super) fn show_clearing() {
    let words = || view! { <p>"It takes a moment. Please leave this page open."</p> };
    show_alone("Clearing this device…", words);
}

/// Says what became of it; `left` is what could not be deleted.
pub(super) fn show_cleared(left: Vec<Left>) {
    if left.is_empty() {
        show_alone("This device is cleared.", || view! { <Cleared /> });
    } else {
        show_alone("Not everything could be removed", move || view! { <NotRemoved left /> });
    }
}

#[component]
fn Cleared() -> impl IntoView {
    let points = WHAT_STAYS.map(|point| view! { <li>{point}</li> });
    view! {
        <p class="app-lead">"Nothing of yours is kept in this browser any more."</p>
        <p>
            "Browsers take a minute or so to write that down. If this device loses its power before that, open the page \
             once more and look."
        </p>
        <p>"What a page cannot remove, and where it is:"</p>
        <ul>{points.into_iter().collect_view()}</ul>
        <p>"You can close this tab now."</p>
        <Anew />
    }
}

#[component]
fn NotRemoved(left: Vec<Left>) -> impl IntoView {
    let words = |left| match left {
        Left::FirstStore => "the answers in the browser's local storage",
        Left::SecondStore => "the second copy, in the browser's database: another tab may be holding it",
        Left::OwnFiles => "the page's own files, which hold nothing of yours",
    };
    let points = left.into_iter().map(|left| view! { <li>{words(left)}</li> });
    view! {
        <p>"This browser did not let the page remove:"</p>
        <ul>{points.collect_view()}</ul>
        <p>
            "Close every other tab and window of Standards Met, also the app on the home screen, and try again. If it \
             stays like this, clear the data of this website in the browser's settings."
        </p>
        <div class="app-buttons">
            <Button variant=ButtonVariant::Primary on_press=|()| page::reload()>
                "Try again"
            </Button>
        </div>
    }
}

/// Loads the page again, without a trace of what was here.
#[component]
fn Anew() -> impl IntoView {
    let button = if page::is_one_file() {
        // Its folder is not its own.
        let anew = |()| {
            address::go("/");
            page::reload();
        };
        view! {
            <Button variant=ButtonVariant::Secondary on_press=anew>
                "Start anew"
            </Button>
        }
        .into_any()
    } else {
        view! {
            <ButtonLink variant=ButtonVariant::Secondary href="./">
                "Start anew"
            </ButtonLink>
        }
        .into_any()
    };
    view! { <div class="app-buttons">{button}</div> }
}
