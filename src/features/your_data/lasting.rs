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
                "This browser cannot be asked to keep it for good. Some delete what is not visited for a week: come back \
                 often, and export files."
            </Hint>
        }
        .into_any(),
        Lasting::Promised => {
            view! { <Hint>"This browser has promised not to clear it by itself."</Hint> }.into_any()
        }
        Lasting::NotPromised => view! {
            <Hint>
                "This browser may clear it by itself when the device runs out of room. It can be asked not to."
            </Hint>
            <Button variant=ButtonVariant::Secondary on_press=ask>
                "Ask this browser to keep it"
            </Button>
        }
        .into_any(),
        Lasting::Refused => view! {
            <Hint>
                "This browser was asked to keep it and did not promise it. It often does once the page has been used for a \
                 while, or was added to the home screen. Until then, export files."
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
