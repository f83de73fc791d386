//! The text of a file, for those to whom it came in a message.

use crate::components::{Fold, Form, SubmitButton, TextArea, focus_soon};
use crate::store::Exchange;
use leptos::prelude::*;

/// A box to paste the text of a file into.
#[component]
pub fn PastedText() -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let (text, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let is_blank = Memo::new(move |_| text.with(|text| text.trim().is_empty()));
    let open = move |()| {
        tried.set(true);
        if is_blank.get_untracked() {
            focus_soon("#pasted");
        } else {
            tried.set(false);
            exchange.open_text(text.get_untracked(), move |could| {
                if could {
                    // The page may have moved on meanwhile.
                    let _ = text.try_set(String::new());
                }
            });
        }
    };
    view! {
        <Fold summary="Paste the text of a file instead">
            <Form on_submit=open>
                <TextArea
                    id="pasted"
                    label="The text of the file"
                    hint="From the first { to the last }."
                    rows=3
                    value=text
                    on_input=move |typed| text.set(typed)
                />
                <div role="alert">
                    <Show when=move || tried.get() && is_blank.get()>
                        <p class="nhsuk-error-message">"Paste the text first, or choose a file instead"</p>
                    </Show>
                </div>
                <SubmitButton>"Open the text"</SubmitButton>
            </Form>
        </Fold>
    }
}
