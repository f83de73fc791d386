//! What to know about the store of this browser before anything is in it.

use crate::platform::install::{self, Place};
use crate::platform::page;
use crate::route::Route;
use crate::store::Saving;
use leptos::prelude::*;

/// Before the first answer: that this browser does not keep it for long, and what to do about it; and in the app, where the
/// work may be that is not here. In the first part of the program, because coming later it would push the form down.
#[component]
pub fn StoreNote() -> impl IntoView {
    let saving = expect_context::<Saving>();
    let said = if install::place() == Place::App {
        Some((
            "Did you begin in the browser? ",
            "Then your work is still there: the app may have a store of its own. ",
            "How to bring it here",
        ))
    } else if saving.is_short_lived() && !page::is_one_file() {
        Some((
            "Before your first answer: add this page to the home screen. ",
            "This browser deletes what a page keeps after seven days without a visit, unless it is on the home screen. ",
            "How it is done",
        ))
    } else {
        None
    };
    said.map(|(what, words, how)| {
        view! {
            <p class="app-notice">
                <b>{what}</b>
                {words}
                <a href=Route::HomeScreen.href()>{how}</a>
            </p>
        }
    })
}
