//! The check of a file that was just handed over.

use crate::components::{FileField, Fold};
use crate::platform::files::File;
use crate::store::Exchange;
use leptos::prelude::*;

/// Reads the file back from where it was put.
#[component]
pub fn CheckCopy() -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    view! {
        <Fold summary="Check my copy">
            <p>
                "Choose the file where you put it: on this device, a memory stick or a shared drive. We will tell you if it is \
                 complete and up to date. Nothing changes."
            </p>
            <FileField
                id="check-file"
                label="Choose the copy"
                on_choose=move |file| exchange.check_copy(File::from(file))
            />
        </Fold>
    }
}
