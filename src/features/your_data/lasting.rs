//! How long this browser keeps what is stored.

use crate::components::{Button, ButtonVariant, Hint, focus_soon};
use crate::store::{Lasting, Saving};
use leptos::prelude::*;

/// What the browser has promised, with a button that asks it to promise.
#[component]
pub fn LastingStatus() -> impl IntoView {
    let saving = expect_context::<Saving>();
    let lasting = Memo::new(move |_| saving.lasting.get());
    let ask = move |()| {
        // What it says takes the place of the button.
        focus_soon("#lasting");
        saving.ask_to_last();
    };
    let words = move || {
        match lasting.get() {
        Lasting::Unknown => view! {
            <Hint>
                "You cannot ask this browser not to delete it. Some browsers delete what you have not used for a week: come \
                 back often, and export files."
            </Hint>
        }
        .into_any(),
        Lasting::Promised => {
            view! { <Hint>"The browser has agreed not to delete it to free up space."</Hint> }.into_any()
        }
        Lasting::NotPromised => view! {
            <Hint>"The browser may delete it to free up space."</Hint>
            <Button variant=ButtonVariant::Secondary on_press=ask>
                "Ask the browser not to delete it"
            </Button>
        }
        .into_any(),
        Lasting::Refused => view! {
            <Hint>
                "The browser did not agree to keep it. It often does once you have used the page for a while, or added it to \
                 the home screen. Until then, export files."
            </Hint>
        }
        .into_any(),
    }
    };
    view! {
        <div id="lasting" tabindex="-1" role="status">
            {words}
        </div>
    }
}
