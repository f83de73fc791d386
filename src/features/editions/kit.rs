//! The edition kit: a spreadsheet, its columns as the person chooses them, every problem with its row, and the edition.

use super::kit_columns::Columns;
use super::kit_details::Details;
use super::kit_result::KitOutcome;
use super::phrases;
use super::spreadsheet::spreadsheet_of;
use crate::components::{
    Button, ButtonVariant, Card, Checkbox, FileField, Fold, PageHeading, Redraw, Select,
};
use crate::platform::files::{self, File};
use crate::route::Route;
use crate::store::{Editions, Exchange};
use leptos::prelude::*;
use standards_met_core::kit::{EXAMPLE, Problem, ProblemKind};

const ACCEPT: &str = ".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The page of the edition kit.
#[component]
pub fn EditionKitPage() -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let editions = exchange.editions_context();
    editions.leave();
    // Which spreadsheet is shown: its fields stay as they are while the rest follows what is chosen in them.
    let reading =
        Memo::new(move |_| editions.spreadsheet.with(|read| spreadsheet_of(read).map(|now| now.reading)));
    view! {
        <p class="app-caption">
            <a href=Route::Editions.href()>"Editions"</a>
        </p>
        <PageHeading>"Edition kit"</PageHeading>
        <p class="app-lead">
            "Make an edition out of a spreadsheet: a row for each item, with its number, question and tooltip."
        </p>
        <ChooseSpreadsheet editions />
        <Redraw on=move || reading.with(|_| ())>
            <Steps editions />
        </Redraw>
    }
}

#[component]
fn ChooseSpreadsheet(editions: Editions) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let save_example = |()| {
        files::hand_over_as("example-edition.csv", EXAMPLE, "text/csv");
    };
    view! {
        <Card>
            <h2>"1. Choose the spreadsheet"</h2>
            <p>
                "An .xlsx or .csv file, as it is: the official workbook with a sheet for each category, or a list of your own. \
                 It stays on this device and is not changed. Below, you can change which column is which."
            </p>
            <FileField
                id="kit-file"
                label="Choose a spreadsheet"
                accept=ACCEPT
                on_choose=move |file| exchange.read_spreadsheet(File::from(file))
            />
            <p class="app-report-outcome" role="status">
                {move || editions.spreadsheet.with(phrases::reading)}
                <span class="nhsuk-error-message">{move || editions.spreadsheet.with(phrases::unread)}</span>
            </p>
            <Fold summary="How it should look, with an example">
                <p>
                    "One row for each evidence item. A row of headings is above them. Number and question are needed; part and \
                     tooltip are what makes it useful; everything else is optional. Leave a cell empty where there is nothing \
                     to say."
                </p>
                <p>
                    "In the column “Replaces” write the number that the item had the year before, or several with commas \
                     between them: then answers can be carried over."
                </p>
                <Button variant=ButtonVariant::Secondary on_press=save_example>
                    "Save the example spreadsheet"
                </Button>
            </Fold>
        </Card>
    }
}

/// What is asked once a spreadsheet was read.
#[component]
fn Steps(editions: Editions) -> impl IntoView {
    let sheet = move || {
        editions.spreadsheet.with(|read| spreadsheet_of(read).map(|now| now.sheet)).unwrap_or_default()
    };
    let sheet = Memo::new(move |_| sheet());
    let is_here = editions.spreadsheet.with_untracked(|read| spreadsheet_of(read).is_some());
    is_here.then(|| {
        view! {
            <Card>
                <h2>"2. Say which column is which"</h2>
                <SheetChoice editions sheet />
                <Redraw on=move || sheet.with(|_| ())>
                    <Columns editions />
                </Redraw>
                <OptionalChoice editions />
            </Card>
            <Card>
                <h2>"3. Say what it is"</h2>
                <Redraw on=move || sheet.with(|_| ())>
                    <Details editions />
                </Redraw>
            </Card>
            <KitOutcome editions />
        }
    })
}

/// Which sheet, where there are several.
#[component]
fn SheetChoice(editions: Editions, sheet: Memo<usize>) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let names = editions.spreadsheet.with_untracked(|read| {
        spreadsheet_of(read)
            .map(|now| now.book.sheets.iter().map(|table| table.name.clone()).collect::<Vec<_>>())
    });
    let names = names.unwrap_or_default();
    let reason = move || {
        editions.spreadsheet.with(|read| spreadsheet_of(read).and_then(|now| now.sheet_reason.clone()))
    };
    let choose = move |chosen: String| {
        if let Ok(sheet) = chosen.parse() {
            exchange.choose_sheet(sheet);
        }
    };
    (names.len() > 1).then(|| {
        let choices = names.into_iter().enumerate().map(|(place, name)| (place.to_string(), name));
        view! {
            <Select
                id="kit-sheet"
                label="Sheet"
                none="Choose"
                choices=choices.collect()
                value=Signal::derive(move || sheet.get().to_string())
                on_choose=choose
            />
            <p role="status">{reason}</p>
        }
    })
}

/// Whether the questions that are mandatory at no level are kept, where there are any.
#[component]
fn OptionalChoice(editions: Editions) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let is_included = Memo::new(move |_| {
        editions.spreadsheet.with(|read| spreadsheet_of(read).is_some_and(|now| now.about.with_optional))
    });
    let are_there = Memo::new(move |_| {
        let is_left_out = |problem: &Problem| problem.kind == ProblemKind::OptionalLeftOut;
        let are_left_out = editions
            .spreadsheet
            .with(|read| spreadsheet_of(read).is_some_and(|now| now.made.problems.iter().any(is_left_out)));
        are_left_out || is_included.get()
    });
    view! {
        <Show when=move || are_there.get()>
            <Checkbox
                id="kit-optional"
                label="Include optional questions"
                checked=is_included
                on_change=move |is_included| exchange.include_optional(is_included)
            />
        </Show>
    }
}
