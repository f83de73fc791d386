//! A look whether a copy is complete, at any time.

use crate::components::{Card, FileField, Heading};
use crate::store::Exchange;
use leptos::prelude::*;
use web_sys::File;

/// A field to choose a copy with, which is then compared with what is here.
#[component]
pub fn CopyCheck() -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    view! {
        <Heading>"Check a copy"</Heading>
        <Card>
            <p>
                "Choose a copy you saved earlier. We will tell you if it is complete and up to date. Nothing changes."
            </p>
            <FileField
                id="check-copy-file"
                label="Choose a copy"
                on_choose=move |file: File| exchange.check_copy(file.into())
            />
        </Card>
    }
}
