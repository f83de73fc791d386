//! What comes of a spreadsheet, and what can be done with it.

use super::edition::EditionParts;
use super::phrases;
use super::problems::ProblemList;
use super::spreadsheet::spreadsheet_of;
use crate::components::{Button, ButtonVariant, Card, Heading, Hint, Redraw};
use crate::route::Route;
use crate::store::{Editions, Exchange, Navigation, Said};
use leptos::prelude::*;

/// What comes of it, and what can be done with it: it stays where it is, with the focus and under the finger, while the
/// problems and the edition below are drawn anew.
#[component]
pub fn KitOutcome(editions: Editions) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let navigation = expect_context::<Navigation>();
    let summary = move || {
        let made = editions.spreadsheet.with(|read| spreadsheet_of(read).map(|now| phrases::made(&now.made)));
        made.unwrap_or_default()
    };
    let is_usable = move || {
        editions.spreadsheet.with(|read| spreadsheet_of(read).map(|now| now.made.edition.is_some()))
            == Some(true)
    };
    let add = move |()| {
        if exchange.add_made() {
            navigation.go(&Route::Editions);
        }
    };
    let said = move || {
        editions.said.with(|said| {
            // What came on the device is told where it is then, on the page of editions.
            if !matches!(said, Some(Said::Added(_) | Said::HereAlready(_))) {
                editions.tell_once();
            }
            said.as_ref().map(phrases::said).unwrap_or_default()
        })
    };
    view! {
        <div>
            <Heading>"4. Look at it, and keep it"</Heading>
            <p class="app-lead" role="status">
                {summary}
            </p>
            <Show when=is_usable>
                <div class="app-buttons">
                    <Button variant=ButtonVariant::Primary on_press=add>
                        "Put it on this device"
                    </Button>
                    <Button variant=ButtonVariant::Secondary on_press=move |()| exchange.save_made()>
                        "Save as a file"
                    </Button>
                </div>
            </Show>
            <p class="app-report-outcome" role="status">
                {said}
            </p>
            <Redraw on=move || editions.spreadsheet.track()>
                <ProblemsAndPreview editions />
            </Redraw>
        </div>
    }
}

/// The problems, and the edition as the manager will see it.
#[component]
fn ProblemsAndPreview(editions: Editions) -> impl IntoView {
    let made = editions.spreadsheet.with_untracked(|read| spreadsheet_of(read).map(|now| now.made.clone()));
    made.map(|made| {
        let problems = (!made.problems.is_empty()).then(|| {
            view! {
                <Card>
                    <ProblemList problems=&made.problems />
                </Card>
            }
        });
        let preview = made.edition.as_ref().map(|edition| {
            view! {
                <Heading>"As the manager will see it"</Heading>
                <Hint>"Open an item to see it whole."</Hint>
                <EditionParts edition nested=true />
            }
        });
        view! {
            {problems}
            {preview}
        }
    })
}
