//! The choice of many files, and how far the reading is.

use super::outcome::ReadingOutcome;
use super::phrases;
use crate::components::{Button, ButtonVariant, Card, FilesField, Hint, focus_soon};
use crate::platform::files::{self, File};
use crate::store::{Exchange, YourHomes};
use leptos::prelude::*;

/// The fields to choose files with, the progress of the reading, and its outcome.
#[component]
pub fn FileChoice(your_homes: YourHomes) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let read = Callback::new(move |files: Vec<_>| {
        exchange.read_homes(files.into_iter().map(File::from).collect());
    });
    let folder = files::takes_folders().then(|| {
        view! { <FilesField id="homes-folder" label="Choose a folder" folder=true on_choose=read /> }
    });
    view! {
        <Card>
            <p>
                "Choose as many files at once as you like. You can also drop them here, or a folder with all of them. Nothing in \
                 them changes, and none of them leaves this device."
            </p>
            <div class="app-buttons">
                <FilesField id="homes-files" label="Choose files" on_choose=read />
                {folder}
            </div>
            <Hint>
                "Standards Met keeps only this table on the device, not the files. Keep the files where they are."
            </Hint>
            <ReadingProgress your_homes />
            <ReadingOutcome your_homes />
        </Card>
    }
}

/// How far the reading is, and a way to stop it.
#[component]
fn ReadingProgress(your_homes: YourHomes) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let reading = your_homes.reading;
    let announced = move || reading.with(|reading| reading.as_ref().map(phrases::heard).unwrap_or_default());
    let of = move || reading.with(|reading| reading.as_ref().map(|it| it.of.to_string()));
    let done = move || reading.with(|reading| reading.as_ref().map(|it| it.done.to_string()));
    let words = move || reading.with(|reading| reading.as_ref().map(phrases::reading).unwrap_or_default());
    let last = move || reading.with(|reading| reading.as_ref().map(|it| it.file.clone()).unwrap_or_default());
    let cancel = move |()| {
        exchange.cancel_homes();
        // The button goes, and the focus would go with it.
        focus_soon("#homes-outcome");
    };
    view! {
        // The bar is drawn anew many times a second: who hears the page is told at each quarter.
        <p class="nhsuk-u-visually-hidden" role="status">
            {announced}
        </p>
        <Show when=move || reading.with(Option::is_some)>
            <div class="app-homes-reading">
                <label class="app-label" for="homes-progress">
                    "Reading the files"
                </label>
                <progress id="homes-progress" max=of value=done></progress>
                <p>{words}</p>
                <p class="app-hint">{last}</p>
                <div class="app-buttons">
                    <Button variant=ButtonVariant::Secondary on_press=cancel>
                        "Cancel"
                    </Button>
                </div>
            </div>
        </Show>
    }
}
