//! What to know about the store of this browser before anything is in it.

use crate::route::Route;
use crate::store::{Lasting, Saving};
use leptos::prelude::*;

/// Before the first answer: that this browser does not keep it for long, and what to do about it; and in the app, where the
/// work may be that is not here. In the first part of the program, because coming later it would push the form down.
///
/// Both notes are there, also in the page as it stands in `index.html`. Which of them is seen, the style sheet decides by what
/// `public/early.js` has found out about the device.
#[component]
pub fn StoreNote() -> impl IntoView {
    let saving = expect_context::<Saving>();
    let promised = saving.lasting.with_untracked(|lasting| *lasting == Lasting::Promised);
    let short_lived = (!promised).then(|| {
        view! {
            <Note
                class="app-notice app-note-week"
                what="Before your first answer: add this page to the home screen. "
                words="This browser deletes what a page keeps after seven days without a visit, unless it is on the home screen. "
                link="How it is done"
            />
        }
    });
    view! {
        <Note
            class="app-notice app-note-app"
            what="Did you begin in the browser? "
            words="Then your work is still there: the app may have a store of its own. "
            link="How to bring it here"
        />
        {short_lived}
    }
}

#[component]
fn Note(
    class: &'static str,
    what: &'static str,
    words: &'static str,
    /// What the link is called that leads to the way.
    link: &'static str,
) -> impl IntoView {
    view! {
        <p class=class>
            <b>{what}</b>
            {words}
            <a href=Route::HomeScreen.href()>{link}</a>
        </p>
    }
}
