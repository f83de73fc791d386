//! Your homes: the files of many homes in one table, for whoever reviews them.

mod across;
mod file_choice;
mod item_choice;
mod outcome;
mod phrases;
mod row;
mod save_csv;
mod search;
mod table;

pub use across::HomesItemPage;

use crate::components::{Button, ButtonVariant, Card, Heading, PageHeading, focus_soon};
use crate::platform::dropped::Dropped;
use crate::store::{Exchange, YourHomes};
use file_choice::FileChoice;
use item_choice::ItemChoice;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use table::HomesTable;

/// The page of the table of many homes.
#[component]
pub fn HomesPage() -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let your_homes = exchange.your_homes();
    let any = move || your_homes.homes.with(|homes| !homes.is_empty());
    let outline = Memo::new(move |_| your_homes.outline());
    let item_choice = move || {
        outline.with(|_| ());
        view! { <ItemChoice /> }
    };
    // Files and folders can be dropped anywhere on the page.
    let take_dropped = move |event: DragEvent| {
        if let Some(dropped) = Dropped::of(&event) {
            event.prevent_default();
            event.stop_propagation();
            exchange.read_dropped_homes(dropped);
        }
    };
    view! {
        <div on:drop=take_dropped>
            <PageHeading>"Your homes"</PageHeading>
            <p class="app-lead">
                "For people who review many homes. Choose all the files they sent you, and see every home’s progress in one \
                 table."
            </p>
            <FileChoice your_homes />
            <StorageNote your_homes />
            <UndoForget your_homes />
            <Show when=any>
                <HomesTable your_homes outline />
                <Heading>"One question across all homes"</Heading>
                {item_choice}
            </Show>
        </div>
    }
}

/// Where the table is, if not on the device.
#[component]
fn StorageNote(your_homes: YourHomes) -> impl IntoView {
    let words = Memo::new(move |_| phrases::kept(your_homes.keeping.get()));
    let note = move || words.get().map(|words| view! { <p class="app-warning">{words}</p> });
    view! { <div role="status">{note}</div> }
}

/// After the table was forgotten: the way back.
#[component]
fn UndoForget(your_homes: YourHomes) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let bring_back = move |()| {
        exchange.bring_homes_back();
        focus_soon("h1");
    };
    view! {
        <div id="homes-forgotten" role="status" tabindex="-1">
            <Show when=move || your_homes.forgotten.with(Option::is_some)>
                <Card>
                    <p>"The list is cleared, here and on the device. The files are where they were."</p>
                    <div class="app-buttons">
                        <Button variant=ButtonVariant::Secondary on_press=bring_back>
                            "Bring the list back"
                        </Button>
                    </div>
                </Card>
            </Show>
        </div>
    }
}
