//! A look whether a copy is whole, at any time.

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
                "Choose a copy where you keep it. It is read and compared with what is here, and you are told whether it is \
                 whole and up to date. Nothing changes."
            </p>
            <FileField
                id="check-copy-file"
                label="Choose a copy"
                on_choose=move |file: File| exchange.check_copy(file.into())
            />
        </Card>
    }
}
