//! How each part stood in each year.

use crate::components::{Card, StatusBar};
use crate::route::Route;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Tally, Years};
use standards_met_core::catalogue::Edition;
use std::sync::Arc;

/// An assessment, and the edition that it is of.
pub(super) type YearEdition = (Id, Arc<Edition>);

/// A row for each part, a column for each year.
#[component]
pub fn YearsTable<'a>(years: &'a Years, editions: &'a [YearEdition]) -> impl IntoView + use<> {
    let heads = editions.iter().map(|(id, edition)| {
        view! {
            <th scope="col">
                <a href=Route::Overview(id.clone()).href()>{edition.year.clone()}</a>
            </th>
        }
    });
    let heads = heads.collect_view();
    let parts = years.parts.iter().map(|line| {
        let cells = line.years.iter().zip(editions).map(|(found, (_, edition))| {
            // A part that was called otherwise then says so.
            let title = found.as_ref().map(|(title, _)| title.clone()).filter(|title| *title != line.title);
            let (tally, year) = (found.as_ref().map(|(_, tally)| *tally), edition.year.clone());
            view! { <Cell tally title year /> }
        });
        view! {
            <tr>
                <th scope="row">{line.title.clone()}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    let parts = parts.collect_view();
    let totals = years.totals.iter().zip(editions).map(|(tally, (_, edition))| {
        view! { <Cell tally=Some(*tally) title=None year=edition.year.clone() /> }
    });
    let totals = totals.collect_view();
    view! {
        <Card>
            <table class="app-years">
                <caption>"Progress by part and year. Done means met or not applicable."</caption>
                <thead>
                    <tr>
                        <th scope="col">"Part"</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    {parts} <tr class="app-years__all">
                        <th scope="row">"Everything"</th>
                        {totals}
                    </tr>
                </tbody>
            </table>
        </Card>
    }
}

#[component]
fn Cell(
    /// `None` where it was not a part then.
    tally: Option<Tally>,
    /// What the part was called, where that is not what it is called now.
    title: Option<String>,
    year: String,
) -> impl IntoView {
    let inside = match tally {
        None => view! { <span class="app-hint">{format!("not in the {year} toolkit")}</span> }.into_any(),
        Some(tally) => view! {
            <span>{format!("{} of {} done", tally.settled(), tally.total())}</span>
            {title.map(|title| view! { <span class="app-hint app-years__then">{title}</span> })}
            <StatusBar tally />
        }
        .into_any(),
    };
    view! { <td data-year=year>{inside}</td> }
}
