//! The table: what is looked for, in which order, and the rows.

use super::phrases;
use super::row::{Columns, HomeRow, row_key};
use super::save_csv::{SaveAsCsv, spelling};
use super::search::{SearchFields, sort_by};
use crate::components::{Button, ButtonVariant, Card, Hint, focus_soon};
use crate::platform::clock;
use crate::store::{Exchange, ROWS, YourHomes};
use leptos::prelude::*;
use standards_met_core::assessment::homes::{Homes, HomesQuery, HomesSort, Outline};
use standards_met_core::assessment::{Date, Id};
use standards_met_core::exchange::homes_csv;

/// The rows that fit, in their order.
type Found = Memo<Vec<Id>>;

/// The search, the table, and what can be done with it.
#[component]
pub fn HomesTable(
    your_homes: YourHomes,
    /// The edition that most of the homes answer.
    outline: Memo<Option<Outline>>,
) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let today = clock::today();
    let found = Memo::new(move |_| {
        your_homes.homes.with(|homes| {
            let rows = your_homes.query.with(|query| homes.rows(query, today));
            rows.iter().map(row_key).collect::<Vec<Id>>()
        })
    });
    let count = move || {
        let all = your_homes.homes.with(Homes::len);
        match (found.with(Vec::len), your_homes.query.with(HomesQuery::narrows)) {
            (0, true) => "No matches. Try fewer words, or remove a filter.".to_owned(),
            (some, true) => {
                format!("{} of {}", phrases::grouped(some), phrases::many(all, "home"))
            }
            (_, false) => phrases::many(all, "home"),
        }
    };
    let table = move || outline.get().map(|outline| view! { <Table your_homes outline found today /> });
    let csv = move |()| {
        your_homes.homes.with_untracked(|homes| {
            your_homes.query.with_untracked(|query| homes_csv(homes, &homes.rows(query, today), &spelling()))
        })
    };
    let forget = move |()| {
        exchange.forget_homes();
        focus_soon("#homes-forgotten");
    };
    view! {
        <SearchFields your_homes />
        <p id="homes-count" role="status" tabindex="-1">
            {count}
        </p>
        {table}
        <MoreRows your_homes found />
        <div class="app-buttons">
            <SaveAsCsv name="your-homes" text=csv />
            <Button variant=ButtonVariant::Secondary on_press=forget>
                "Clear this list"
            </Button>
        </div>
        <Hint>
            "The spreadsheet contains the homes shown above, in this order. Findings are as at the day each file was opened."
        </Hint>
    }
}

/// Also where it is shown as cards, it is a table to who hears it: the roles are spelled out because browsers take them
/// away from a table that is drawn otherwise.
#[component]
fn Table(your_homes: YourHomes, outline: Outline, found: Found, today: Date) -> impl IntoView {
    let parts = outline.parts.iter().map(|part| {
        view! {
            <th scope="col" role="columnheader">
                {format!("Part {}", part.number)}
            </th>
        }
    });
    let parts = parts.collect_view();
    let sorts = [
        HomesSort::Settled,
        HomesSort::Findings,
        HomesSort::Overdue,
        HomesSort::Changed,
        HomesSort::Reviewed,
    ];
    let sorts = sorts.map(|sort| view! { <SortHeader your_homes sort /> });
    let main = your_homes.homes.with_untracked(|homes| homes.main_edition().map(|(main, _)| main.to_owned()));
    let columns = Columns {
        parts: outline.parts.iter().map(|part| part.number).collect(),
        edition: main.unwrap_or_default(),
    };
    let keys = move || {
        let shown = your_homes.shown.get();
        found.with(|found| found.iter().take(shown).cloned().collect::<Vec<Id>>())
    };
    let legend: Vec<String> =
        outline.parts.iter().map(|part| format!("Part {}: {}", part.number, part.title)).collect();
    view! {
        <Card class="app-homes-card">
            <Hint attr:id="homes-parts">{format!("{}.", legend.join(" · "))}</Hint>
            <table class="app-homes" role="table" aria-describedby="homes-parts">
                <caption class="nhsuk-u-visually-hidden">"The homes"</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <SortHeader your_homes sort=HomesSort::Name />
                        {parts}
                        {sorts.into_iter().collect_view()}
                        <th scope="col" role="columnheader">
                            "Review"
                        </th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=keys key=Id::clone let:key>
                        <HomeRow your_homes key columns=&columns today />
                    </For>
                </tbody>
            </table>
        </Card>
    }
}

/// The head of a column that the table can be sorted by.
#[component]
fn SortHeader(your_homes: YourHomes, sort: HomesSort) -> impl IntoView {
    let order = move || {
        let (by, reversed) = your_homes.query.with(|query| (query.sort, query.reversed));
        let order = if sort.goes_down() != reversed { "descending" } else { "ascending" };
        (by == sort).then_some(order)
    };
    view! {
        <th scope="col" role="columnheader" aria-sort=order>
            <button type="button" class="app-homes__sort" on:click=move |_| sort_by(your_homes, sort, true)>
                {phrases::sort(sort)}
            </button>
        </th>
    }
}

/// A button that draws more rows, while there are any.
#[component]
fn MoreRows(your_homes: YourHomes, found: Found) -> impl IntoView {
    let left = move || found.with(Vec::len) > your_homes.shown.get();
    let press = move |()| {
        your_homes.show_more();
        // With the last rows the button goes, and the focus would go with it.
        if !untrack(left) {
            focus_soon("#homes-count");
        }
    };
    view! {
        <div class="app-buttons">
            <Show when=left>
                <Button variant=ButtonVariant::Secondary on_press=press>
                    {format!("Show {ROWS} more")}
                </Button>
            </Show>
        </div>
    }
}
