//! A table as a file for a spreadsheet.

use crate::components::{Button, ButtonVariant};
use crate::platform::clock;
use crate::store::Exchange;
use crate::words;
use leptos::prelude::*;
use standards_met_core::exchange::CsvWords;

/// How a spreadsheet spells what only this page can.
pub fn spelling() -> CsvWords {
    CsvWords { status: words::status, day: clock::day_of, today: clock::today() }
}

/// A button that hands a table to the person, and says so.
#[component]
pub fn SaveAsCsv(
    /// What the name of the file begins with.
    #[prop(into)]
    name: String,
    /// What is in the file.
    #[prop(into)]
    text: Callback<(), String>,
) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let outcome = RwSignal::new(String::new());
    let save = move |()| {
        let file = format!("{name}-{}.csv", clock::today());
        exchange.hand_over_table(&file, &text.run(()));
        outcome.set(format!("Your spreadsheet is ready: {file}. Look for it in your downloads."));
    };
    view! {
        <Button variant=ButtonVariant::Secondary on_press=save>
            "Save as a spreadsheet (CSV)"
        </Button>
        <span role="status">{move || outcome.get()}</span>
    }
}
