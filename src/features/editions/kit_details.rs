//! What a spreadsheet itself does not say of its edition.

use super::spreadsheet::spreadsheet_of;
use crate::components::{Choice, Select, TextField};
use crate::store::{Editions, Exchange};
use leptos::prelude::*;
use standards_met_core::kit::EditionDetails;

/// One of the details.
type Detail = fn(&mut EditionDetails) -> &mut String;

/// The fields of what it is.
#[component]
pub fn Details(editions: Editions) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let value = move |detail: Detail| {
        Signal::derive(move || {
            let value = editions
                .spreadsheet
                .with(|read| spreadsheet_of(read).map(|now| detail(&mut now.about.clone()).clone()));
            value.unwrap_or_default()
        })
    };
    let on_input = move |detail: Detail| {
        Callback::new(move |text: String| exchange.tell_of_edition(|about| *detail(about) = text))
    };
    let (title, year): (Detail, Detail) = (|about| &mut about.title, |about| &mut about.year);
    let (name, source): (Detail, Detail) = (|about| &mut about.id, |about| &mut about.source);
    let all = exchange.editions().into_iter();
    let mut choices: Vec<Choice> =
        all.map(|here| (here.edition.id.clone(), here.edition.title.clone())).collect();
    let before: Detail = |about| &mut about.before;
    // The official workbook says what has changed since the year before, whether that edition is here or not.
    let first = value(before).get_untracked();
    if !first.is_empty() && !choices.iter().any(|(id, _)| *id == first) {
        let words = format!("{first} (not on this device)");
        choices.push((first, words));
    }
    view! {
        <TextField
            id="kit-title"
            label="Title"
            capitals="sentences"
            value=value(title)
            on_input=on_input(title)
        />
        <TextField
            id="kit-year"
            label="Year, such as 2022-23"
            capitals="none"
            value=value(year)
            on_input=on_input(year)
        />
        <TextField
            id="kit-id"
            label="Short ID"
            hint="Small letters, digits and hyphens, such as dspt-2022-23. It stays the same when only a word is corrected."
            capitals="none"
            value=value(name)
            on_input=on_input(name)
        />
        <TextField
            id="kit-source"
            label="Where the wording comes from"
            hint="For example the document or the address that it was copied from, and when."
            capitals="sentences"
            value=value(source)
            on_input=on_input(source)
        />
        <Select
            id="kit-before"
            label="Numbers in the column “Replaces” are those of"
            none="Another edition, or none"
            choices
            value=value(before)
            on_choose=on_input(before)
        />
    }
}
