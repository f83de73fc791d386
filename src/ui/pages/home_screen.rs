//! Add to the home screen: how, why, and how to take the work along.

use super::about::section;
use crate::browser::install::{self, Kind, Place};
use crate::browser::page;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{Weight, button, button_link, card, fold, heading, hint, paragraph, title};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use leptos::prelude::*;

/// The size of every picture, so that its place is kept until it is there.
const PICTURE: (&str, &str) = ("300", "190");

const WHY: (&str, &str) = (
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

const CARRY: [&str; 3] = [
    "In the tab of the browser: go to “Your data” and press “Export a file”.",
    "Open the app from the home screen.",
    "In the app: go to “Your data”, press “Choose a file”, and choose that file.",
];

pub fn home_screen(state: AppState) -> El {
    if page::is_one_file() {
        let words =
            "This is the one-file edition. It opens from its file, and cannot be added to the home screen.";
        return fragment().child(title("Add to the home screen")).child(card().child(paragraph(words)));
    }
    let kind = install::kind();
    let here = WAYS.iter().filter(|way| way.kind == kind);
    let here = here.map(|way| card().child(el("h2").text(way.name)).child(offer(state)).child(shown(way)));
    let others = WAYS.iter().filter(|way| way.kind != kind);
    let others = others.map(|way| fold(way.name, false).child(shown(way)));
    fragment()
        .child(title("Add to the home screen"))
        .child(
            paragraph(
                "Put Standards Met beside your other apps. Nothing is bought, and there is no account.",
            )
            .class("app-lead"),
        )
        .children(here)
        .child(card().child(el("h2").text("On other devices")).children(others))
        .child(section(WHY))
        .child(heading("Check afterwards"))
        .child(check(state))
}

fn shown(way: &Way) -> El {
    let picture = |(file, words): &(&str, &str)| {
        el("img")
            .class("app-picture")
            .attr("width", PICTURE.0)
            .attr("height", PICTURE.1)
            .attr("alt", words)
            .attr("src", &format!("pictures/{file}"))
    };
    let steps = way.steps.iter().map(|step| el("li").text(step));
    fragment()
        .child(el("div").class("app-pictures").children(way.pictures.iter().map(picture)))
        .child(el("ol").class("app-numbered").children(steps))
        .child(hint(way.note))
}

/// The browser's own offer to install the page, where it makes one.
fn offer(state: AppState) -> El {
    let (offered, said) = (RwSignal::new(install::can_prompt()), RwSignal::new(String::new()));
    install::on_offer(move || offered.set(true));
    let ask = move || {
        state.install(move |installed| {
            said.set(
                if installed {
                    "It is being installed. Open it from the home screen or the start menu from now on."
                } else {
                    "It was not installed. You can do it at any time in the way below."
                }
                .into(),
            );
            // The button goes, and with it the focus.
            offered.set(false);
            focus("#install-said");
        });
    };
    let view = move || {
        fragment().child(paragraph("This browser can do it for you:")).child(button(
            Weight::Main,
            "Install",
            ask,
        ))
    };
    el("div").show_if(move || offered.get(), view).child(
        el("p")
            .id("install-said")
            .attr("role", "status")
            .attr("tabindex", "-1")
            .live_text(move || said.get()),
    )
}

/// Where one is now, what is here, and how to bring the rest.
fn check(state: AppState) -> El {
    let place = install::place();
    let where_now = match place {
        Place::Tab => "You are in a tab of the browser.",
        Place::App => "You are in the app on the home screen.",
    };
    let names = move || {
        state.documents.with(|documents| {
            let own = documents.iter().filter(|document| document.assessment.example.is_none());
            own.map(|document| document.assessment.organisation.name.clone()).collect::<Vec<_>>()
        })
    };
    let here = move |names: &Vec<String>| {
        if !names.is_empty() {
            let names = names.iter().map(|name| el("li").text(name));
            return fragment()
                .child(paragraph("These assessments are here:"))
                .child(el("ul").children(names));
        }
        let elsewhere = "If you began in the browser's tab, your work is still there: open this page in the browser, and \
                         carry it over as below.";
        fragment()
            .child(paragraph("There is no assessment of yours here yet."))
            .maybe((place == Place::App).then(|| el("p").class("app-warning").text(elsewhere)))
    };
    card()
        .class("app-card app-prose")
        .child(el("p").child(el("b").text(where_now)))
        .swap(names, here)
        .child(paragraph(
            "A tab and an installed app may each keep their own answers. On an iPad or iPhone they do: what you typed in \
             the tab is not in the app. In Chrome and Edge they share them. To be sure, open the app and look at this \
             same page there.",
        ))
        .child(el("h3").text("To carry your work over into the app"))
        .child(el("ol").class("app-numbered").children(CARRY.iter().map(|step| el("li").text(step))))
        .child(paragraph(
            "From then on, work in the app only. What you type in the tab afterwards does not come along.",
        ))
        .child(button_link(Weight::Second, &Route::Data.href(), "Go to Your data"))
}
