//! Clear this device: everything of ours goes, for good.

use super::safety::copy_line;
use crate::browser::clearing::Left;
use crate::browser::dom::Node;
use crate::browser::{address, page};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{
    TextField, Weight, button, button_link, buttons, card, form, heading, hint, link, paragraph, submit,
    text_field, title,
};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{ChangesSinceCopy, Id};
use std::rc::Rc;

/// What the page is called, and its button.
pub const TITLE: &str = "Clear this device";

/// What has to be typed to clear the device.
const CONFIRMATION: &str = "clear";

const WHAT_GOES: [&str; 6] = [
    "every assessment that is listed above, with its answers, plans and earlier texts",
    "your snapshots, and what was removed or set aside",
    "the table of “Your homes”, if you have one; the files that it was made from stay where they are",
    "editions that you put here, the name under which you review, and what you chose for your reports",
    "the second copy of all of it",
    "the page's own files, which are kept for use without the internet",
];

const WHAT_STAYS: [&str; 4] = [
    "files that you exported: look in the downloads folder, or in the Files app",
    "a file that was kept up to date: it stays where you chose it to be, as it was written last",
    "the browser's list of visited pages: it names this page and your home, and holds none of your answers",
    "what is in another browser on this device, or in the app on an iPad's home screen: clear each by itself",
];

pub fn clear(state: AppState) -> El {
    let ids = move || {
        state
            .documents
            .with(|documents| documents.iter().map(|one| one.assessment.id.clone()).collect::<Vec<_>>())
    };
    let nothing = || card().child(paragraph("There is no assessment on this device."));
    let aside = move || state.set_aside.with(Vec::len);
    fragment()
        .child(title(TITLE))
        .child(
            paragraph(
                "For a tablet or a computer that others use too. Everything that Standards Met keeps in this browser \
                 is deleted for good. Afterwards, only a file that was exported can bring your answers back.",
            )
            .class("app-lead"),
        )
        .child(heading("First: keep a file of what you need"))
        .show_if(move || ids().is_empty(), nothing)
        .each(ids, move |id| one_assessment(state, &id))
        .swap(aside, |count| set_aside(*count))
        .child(heading("Then: clear it"))
        .child(confirmation(state, ids))
}

/// What would be lost of an assessment, if anything.
fn at_risk(since: ChangesSinceCopy) -> Option<String> {
    match since {
        ChangesSinceCopy { changes: 0, .. } => None,
        ChangesSinceCopy { copied: false, .. } => {
            Some("No file of it was exported yet. Without one, all of it is lost.".into())
        }
        ChangesSinceCopy { changes, .. } => Some(format!(
            "{} since the last copy would be lost. Export a file first.",
            words::count(changes, "change")
        )),
    }
}

/// The worked example is nobody's work, and everybody can open it anew.
fn is_own(state: AppState, id: &Id) -> bool {
    state.peek(id, |document| document.assessment.example.is_none()).unwrap_or_default()
}

fn one_assessment(state: AppState, id: &Id) -> El {
    let name = state.peek(id, |document| document.assessment.organisation.name.clone()).unwrap_or_default();
    let row = card().attr("role", "group").attr("aria-label", &name);
    let row = row.child(el("h3").class("app-card__name").text(&name));
    if !is_own(state, id) {
        return row.child(hint("The worked example of a made-up home. You can open it again at any time."));
    }
    let (of, exported) = (id.clone(), id.clone());
    let risk = move || state.since_copy(&of).and_then(at_risk);
    row.child(copy_line(state, id))
        .swap(risk, |risk| {
            risk.as_ref().map_or_else(fragment, |risk| el("p").class("app-warning").text(risk))
        })
        .child(button(Weight::Main, "Export a file", move || state.export(&exported)))
}

fn set_aside(count: usize) -> El {
    if count == 0 {
        return fragment();
    }
    let words = format!(
        "{} under “Snapshots and set aside” will go too. If you need any of it, save it as a file first: ",
        words::count(count, "thing"),
    );
    card().child(el("p").text(&words).child(link(&Route::Data.href(), "go to Your data")).text("."))
}

fn confirmation(state: AppState, ids: impl Fn() -> Vec<Id> + 'static) -> El {
    let (typed, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let right = move || typed.with(|typed| typed.trim().eq_ignore_ascii_case(CONFIRMATION));
    let error =
        move || (tried.get() && !right()).then_some("Type the word clear, or press “Keep everything”");
    // How many assessments would lose something.
    let risky = move || {
        let loses = |id: &&Id| is_own(state, id) && state.since_copy(id).and_then(at_risk).is_some();
        ids().iter().filter(loses).count()
    };
    let warning = |risky: &usize| match *risky {
        0 => fragment(),
        count => el("p").class("app-warning").child(el("b").text(&format!(
            "{} changes that are in no file.",
            if count == 1 { "One assessment has".to_owned() } else { format!("{count} assessments have") }
        ))),
    };
    let confirm = move || {
        tried.set(true);
        if !untrack(right) {
            focus("#clear-word");
            return;
        }
        let moment = paragraph("It takes a moment. Please leave this page open.");
        show_alone("Clearing this device…", moment);
        state.clear_device(|left| show_cleared(&left));
    };
    card().child(
        form(confirm)
            .child(paragraph("This deletes, and nobody can bring it back:"))
            .child(list(&WHAT_GOES))
            .swap(risky, warning)
            .child(text_field(TextField {
                id: "clear-word".into(),
                label: "To confirm, type the word clear",
                hint: None,
                error: Some(Rc::new(error)),
                capitals: "none",
                value: Rc::new(move || typed.get()),
                on_input: Rc::new(move |text| typed.set(text)),
            }))
            .child(
                buttons().child(submit(TITLE).class("nhsuk-button app-button--danger")).child(button_link(
                    Weight::Second,
                    &Route::Data.href(),
                    "Keep everything",
                )),
            ),
    )
}

/// Says it when the device is cleared in another tab: what is on screen here is gone by then.
pub fn listen(state: AppState) {
    state.on_cleared_elsewhere(|| {
        let words = fragment()
            .child(paragraph(
                "What was shown here is not kept any more, and nothing that is typed here would be. You can close \
                 this tab.",
            ))
            .child(start_anew());
        show_alone("This device was cleared in another tab", words);
    });
}

fn list(points: &[&str]) -> El {
    el("ul").children(points.iter().map(|point| el("li").text(point)))
}

/// Loads the page again, without a trace of what was here.
fn start_anew() -> El {
    if page::is_one_file() {
        // Its folder is not its own.
        let anew = || {
            address::go("/");
            page::reload();
        };
        return buttons().child(button(Weight::Second, "Start anew", anew));
    }
    buttons().child(button_link(Weight::Second, "./", "Start anew"))
}

fn show_cleared(left: &[Left]) {
    if left.is_empty() {
        let words = fragment()
            .child(paragraph("Nothing of yours is kept in this browser any more.").class("app-lead"))
            .child(paragraph(
                "Browsers take a minute or so to write that down. If this device loses its power before that, open the page \
                 once more and look.",
            ))
            .child(paragraph("What a page cannot remove, and where it is:"))
            .child(list(&WHAT_STAYS))
            .child(paragraph("You can close this tab now."))
            .child(start_anew());
        return show_alone("This device is cleared.", words);
    }
    let part = |left: &Left| match left {
        Left::FirstStore => "the answers in the browser's local storage",
        Left::SecondStore => "the second copy, in the browser's database: another tab may be holding it",
        Left::OwnFiles => "the page's own files, which hold nothing of yours",
    };
    let words = fragment()
        .child(paragraph("This browser did not let the page remove:"))
        .child(el("ul").children(left.iter().map(|left| el("li").text(part(left)))))
        .child(paragraph(
            "Close every other tab and window of Standards Met, also the app on the home screen, and try again. If it \
             stays like this, clear the data of this website in the browser's settings.",
        ))
        .child(buttons().child(button(Weight::Main, "Try again", page::reload)));
    show_alone("Not everything could be removed", words);
}

/// Puts a plain page in the place of everything, so that nothing of the program can be used any more: its state is
/// empty, and keeps nothing.
fn show_alone(heading: &str, words: El) {
    let main = el("main").id("main").class("app-main").child(title(heading));
    let around = el("div").child(main.child(card().class("app-card app-prose").child(words)));
    Node::first("body > *").put_before(around.node());
    // The block for failures stays where it is: out of sight.
    around.node().clear_up_to(&Node::first("#failure"));
    page::set_title(&format!("{heading} – Standards Met"));
    focus("h1");
}
