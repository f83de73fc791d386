//! Add to the home screen: how, and why.

use super::place_check::PlaceCheck;
use super::prose::{Prose, ProseSection};
use crate::components::{Button, ButtonVariant, Card, Fold, Heading, Hint, PageHeading, focus_soon};
use crate::platform::install::{self, Kind};
use crate::platform::page;
use crate::store::Offline;
use leptos::prelude::*;

/// The size of every picture, so that its place is kept until it is there.
const PICTURE: (&str, &str) = ("300", "190");

const WHY: Prose = (
    "Why",
    "- Your answers are kept longer. Safari, and every browser on an iPad or iPhone, deletes what a page has kept after \
     seven days of use without a visit. What is on the home screen is spared.\n\
     - It opens without the internet, once it has been opened with it.\n\
     - It opens in a window of its own, without an address bar, and is not lost among the tabs.",
);

/// The way to the home screen on one kind of device.
struct Way {
    kind: Kind,
    name: &'static str,
    /// The file of each picture, and what is on it.
    pictures: [(&'static str, &'static str); 2],
    steps: &'static [&'static str],
    note: &'static str,
}

static WAYS: [Way; 3] = [
    Way {
        kind: Kind::Apple,
        name: "On an iPad or iPhone",
        pictures: [
            (
                "apple-share.svg",
                "A tablet. At the top right of the browser, the Share button is marked: a square with an arrow that \
                 points up.",
            ),
            (
                "apple-add.svg",
                "A list of actions. “Add to Home Screen”, with a plus sign in a square, is marked.",
            ),
        ],
        steps: &[
            "Open this page in Safari.",
            "Press the Share button: a square with an arrow that points up. It is at the top right on an iPad, and at \
             the bottom on an iPhone. If you do not see it, press the three dots first.",
            "Move down in the list that opens, and press “Add to Home Screen”. If it is not there, press “More” or move \
             further down.",
            "If you are asked whether to open it as a web app, leave that switched on.",
            "Press “Add”. The sign of Standards Met, a house with a tick, is on the home screen now.",
        ],
        note: "Do this before you type much: the app on the home screen begins without the answers of the tab.",
    },
    Way {
        kind: Kind::Android,
        name: "On an Android tablet or phone",
        pictures: [
            (
                "android-menu.svg",
                "A phone. At the top right of the browser, three dots one above the other are marked.",
            ),
            ("android-add.svg", "A menu. “Add to home screen” is marked."),
        ],
        steps: &[
            "Open this page in Chrome.",
            "Press the three dots at the top right.",
            "Press “Add to home screen” or “Install app”.",
            "Press “Install”. The sign of Standards Met, a house with a tick, is on the home screen now.",
        ],
        note: "In another browser, look in its menu for the same words.",
    },
    Way {
        kind: Kind::Computer,
        name: "On a computer",
        pictures: [
            (
                "computer-install.svg",
                "A window of a browser. At the right end of the address bar, a screen with an arrow that points down \
                 is marked.",
            ),
            ("mac-dock.svg", "The menu “File” of Safari on a Mac. “Add to Dock” is marked."),
        ],
        steps: &[
            "Chrome or Edge: press the sign at the right end of the address bar, a screen with an arrow or with a plus, \
             and then “Install”. If there is none, look for “Install” in the browser's menu, under “Cast, save and \
             share” or “Apps”.",
            "Safari on a Mac: in the menu “File”, choose “Add to Dock”, and then “Add”.",
            "Firefox: it does not offer this on a computer, or only in some versions. Make a bookmark instead: press \
             Ctrl and D, or ⌘ and D on a Mac.",
        ],
        note: "These are different browsers: you need the line of yours only.",
    },
];

/// The page of the way to the home screen.
#[component]
pub fn HomeScreenPage() -> impl IntoView {
    if page::is_one_file() {
        return view! {
            <PageHeading>"Add to the home screen"</PageHeading>
            <Card>
                <p>
                    "This is the one-file edition. It opens from its file, and cannot be added to the home screen."
                </p>
            </Card>
        }
        .into_any();
    }
    let kind = install::kind();
    let here = WAYS.iter().filter(move |way| way.kind == kind).map(|way| {
        view! {
            <Card>
                <h2>{way.name}</h2>
                <InstallOffer />
                <Steps way />
            </Card>
        }
    });
    let others = WAYS.iter().filter(move |way| way.kind != kind).map(|way| {
        view! {
            <Fold summary=way.name>
                <Steps way />
            </Fold>
        }
    });
    view! {
        <PageHeading>"Add to the home screen"</PageHeading>
        <p class="app-lead">
            "Put Standards Met beside your other apps. Nothing is bought, and there is no account."
        </p>
        {here.collect_view()}
        <Card>
            <h2>"On other devices"</h2>
            {others.collect_view()}
        </Card>
        <ProseSection prose=WHY />
        <Heading>"Check afterwards"</Heading>
        <PlaceCheck />
    }
    .into_any()
}

/// The pictures and steps of one way.
#[component]
fn Steps(way: &'static Way) -> impl IntoView {
    let pictures = way.pictures.iter().map(|(file, words)| {
        view! {
            <img
                class="app-picture"
                width=PICTURE.0
                height=PICTURE.1
                alt=*words
                src=format!("pictures/{file}")
            />
        }
    });
    let steps = way.steps.iter().map(|step| view! { <li>{*step}</li> });
    view! {
        <div class="app-pictures">{pictures.collect_view()}</div>
        <ol class="app-numbered">{steps.collect_view()}</ol>
        <Hint>{way.note}</Hint>
    }
}

/// The browser's own offer to install the page, where it makes one.
#[component]
fn InstallOffer() -> impl IntoView {
    let offline = expect_context::<Offline>();
    let (offered, outcome) = (RwSignal::new(install::can_prompt()), RwSignal::new(""));
    install::on_offer(move || offered.set(true));
    let ask = move |()| {
        offline.install(move |installed| {
            outcome.set(if installed {
                "It is being installed. Open it from the home screen or the start menu from now on."
            } else {
                "It was not installed. You can do it at any time in the way below."
            });
            // The button goes, and with it the focus.
            offered.set(false);
            focus_soon("#install-said");
        });
    };
    view! {
        <div>
            <Show when=move || offered.get()>
                <p>"This browser can do it for you:"</p>
                <Button variant=ButtonVariant::Primary on_press=ask>
                    "Install"
                </Button>
            </Show>
            <p id="install-said" role="status" tabindex="-1">
                {move || outcome.get()}
            </p>
        </div>
    }
}
