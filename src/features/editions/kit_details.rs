//! What a spreadsheet itself does not say of its edition.

use super::spreadsheet::spreadsheet_of;
use crate::components::{Choice, DateField, Select, TextField};
use crate::store::{Editions, Exchange};
use leptos::prelude::*;
use standards_met_core::assessment::Date;
use standards_met_core::catalogue::Wording;
use standards_met_core::date_parts::DateEntry;
use standards_met_core::kit::EditionDetails;

/// The value of the choice of our own words.
const OURS: &str = "ours";

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
    let (opens, closes): (Detail, Detail) = (|about| &mut about.opens, |about| &mut about.closes);
    // The edition is made anew only when nobody has typed for a moment; a list and boxes for a day must not wait for that.
    let now = |detail: Detail| RwSignal::new(value(detail).get_untracked());
    let chosen = now(before);
    let choose_before = move |id: String| {
        chosen.set(id.clone());
        exchange.tell_of_edition(|about| about.before = id);
    };
    let is_ours = editions
        .spreadsheet
        .with_untracked(|read| spreadsheet_of(read).is_some_and(|now| now.about.wording == Wording::Ours));
    let wording = RwSignal::new(if is_ours { OURS.to_owned() } else { String::new() });
    let choose_wording = move |chosen: String| {
        let whose = if chosen == OURS { Wording::Ours } else { Wording::Official };
        wording.set(chosen);
        exchange.tell_of_edition(|about| about.wording = whose);
    };
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
            value=chosen
            on_choose=choose_before
        />
        <Select
            id="kit-wording"
            label="Whose words the questions are in"
            none="The official words"
            choices=vec![(OURS.to_owned(), "Our own words".to_owned())]
            value=wording
            on_choose=choose_wording
        />
        <Day id="kit-opens" label="Day it opened, if known" text=now(opens) on_input=on_input(opens) />
        <Day
            id="kit-closes"
            label="Last day to publish, if known"
            text=now(closes)
            on_input=on_input(closes)
        />
    }
}

/// A day that is kept as it was typed until it is whole.
#[component]
fn Day(
    id: &'static str,
    label: &'static str,
    text: RwSignal<String>,
    on_input: Callback<String>,
) -> impl IntoView {
    let day = Memo::new(move |_| text.with(|text| Date::parse(text)));
    let draft = Signal::derive(move || if day.get().is_some() { String::new() } else { text.get() });
    let hand_on = move |entry| {
        let typed = match entry {
            DateEntry::Date(day) => day.map(|day| day.to_string()).unwrap_or_default(),
            DateEntry::Draft(draft) => draft,
        };
        text.set(typed.clone());
        on_input.run(typed);
    };
    view! { <DateField id label value=day draft on_input=hand_on /> }
}
