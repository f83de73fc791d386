//! What is looked for in the table, and the order.

use super::phrases;
use crate::components::{Button, ButtonVariant, Card, Choice, Select, TextField, focus_soon};
use crate::store::YourHomes;
use leptos::prelude::*;
use standards_met_core::assessment::homes::{HomesFilter, HomesQuery, HomesSort};

/// The fields for what is looked for, and for the order.
#[component]
pub fn SearchFields(your_homes: YourHomes) -> impl IntoView {
    let query = your_homes.query;
    let turn = move |()| your_homes.look_for(|query| query.reversed = !query.reversed);
    let clear = move |()| {
        your_homes.look_for(|query| {
            query.words.clear();
            query.only = None;
        });
        focus_soon("#homes-words");
    };
    view! {
        <Card>
            <TextField
                id="homes-words"
                label="Search"
                hint="The home’s name, its ODS code or the name of its file."
                capitals="none"
                value=Signal::derive(move || query.with(|query| query.words.clone()))
                on_input=move |text| your_homes.look_for(|query| query.words = text)
            />
            <div class="app-filters">
                <FilterChoice your_homes />
                <SortChoice your_homes />
            </div>
            <div class="app-buttons">
                <Button
                    variant=ButtonVariant::Small
                    on_press=turn
                    attr:aria-pressed=move || query.with(|query| query.reversed).to_string()
                >
                    "Reverse the order"
                </Button>
                <Show when=move || query.with(HomesQuery::narrows)>
                    <Button variant=ButtonVariant::Small on_press=clear>
                        "Clear all"
                    </Button>
                </Show>
            </div>
        </Card>
    }
}

/// Which homes are shown.
#[component]
fn FilterChoice(your_homes: YourHomes) -> impl IntoView {
    let choice = |only: HomesFilter| -> Choice { (only.name().into(), phrases::only(only).into()) };
    let value = move || your_homes.query.with(|query| query.only.map_or("", HomesFilter::name).to_owned());
    view! {
        <Select
            id="homes-only"
            label="Show"
            none="All homes"
            choices=HomesFilter::ALL.map(choice).into()
            value=Signal::derive(value)
            on_choose=move |name: String| {
                your_homes.look_for(|query| query.only = HomesFilter::parse(&name));
            }
        />
    }
}

/// What the homes are sorted by.
#[component]
fn SortChoice(your_homes: YourHomes) -> impl IntoView {
    let choice = |sort: HomesSort| -> Choice { (sort.name().into(), phrases::sorted(sort).into()) };
    // The name is what it is sorted by where nothing else is chosen.
    let others = HomesSort::ALL.into_iter().filter(|sort| *sort != HomesSort::Name);
    let value = move || {
        let sort = your_homes.query.with(|query| query.sort);
        if sort == HomesSort::Name { String::new() } else { sort.name().to_owned() }
    };
    view! {
        <Select
            id="homes-sort"
            label="Sort by"
            none=phrases::sorted(HomesSort::Name)
            choices=others.map(choice).collect()
            value=Signal::derive(value)
            on_choose=move |name: String| {
                sort_by(your_homes, HomesSort::parse(&name).unwrap_or_default(), false);
            }
        />
    }
}

/// Sorts by something; where it is sorted by that already and `turns` says so, the other way round.
pub fn sort_by(your_homes: YourHomes, sort: HomesSort, turns: bool) {
    your_homes.look_for(|query| {
        query.reversed = turns && query.sort == sort && !query.reversed;
        query.sort = sort;
    });
}
