//! One question across all homes: who has it, and who has not begun.

use super::item_choice::ItemChoice;
use super::phrases;
use super::save_csv::{SaveAsCsv, spelling};
use crate::components::{Card, Heading, Hint, NotFound, PageHeading, StatusBar, StatusKey};
use crate::route::Route;
use crate::store::{Assessments, Exchange, YourHomes};
use crate::words;
use leptos::either::Either;
use leptos::prelude::*;
use standards_met_core::assessment::Tally;
use standards_met_core::assessment::homes::{ItemAcrossHomes, Summary};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::across_csv;

/// The page of one item across all homes.
#[component]
pub fn HomesItemPage(item: ItemId) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let your_homes = exchange.your_homes();
    let outline = untrack(|| exchange.homes_outline());
    let question = outline.items().find(|(known, _)| *known == item).map(|(_, question)| question.to_owned());
    match question {
        None => Either::Left(view! { <NotFound what="question" current=assessments.current_here() /> }),
        Some(question) => Either::Right(view! { <ItemAcross your_homes item question /> }),
    }
}

#[component]
fn ItemAcross(your_homes: YourHomes, item: ItemId, question: String) -> impl IntoView {
    let title = phrases::short_title(expect_context(), &item, &question);
    let full = (question != title).then(|| view! { <Hint>{question}</Hint> });
    let of = item.clone();
    let groups = move || {
        your_homes.homes.with(|homes| match homes.across(&of) {
            Some(across) => Either::Left(view! { <Groups your_homes across=&across /> }),
            None => Either::Right(view! {
                <Card>
                    <p>
                        "There is no table yet. Choose files under "
                        <a href=Route::Homes.href()>"Your homes"</a> " first."
                    </p>
                </Card>
            }),
        })
    };
    view! {
        <p class="app-caption">
            <a href=Route::Homes.href()>"Your homes"</a>
        </p>
        <PageHeading>{format!("{item} across your homes")}</PageHeading>
        <p class="app-lead">{title}</p>
        {full}
        <ItemChoice present=item />
        {groups}
    }
}

/// The homes by the status of the item, and the same as a file.
#[component]
fn Groups<'a>(your_homes: YourHomes, across: &'a ItemAcrossHomes<'a>) -> impl IntoView + use<> {
    let counts = across.groups.iter();
    let tally: Tally = counts.flat_map(|(status, homes)| std::iter::repeat_n(*status, homes.len())).collect();
    let some = across.groups.iter().filter(|(_, homes)| !homes.is_empty());
    let groups = some.map(|(status, homes)| view! { <Group name=words::status(*status) homes /> });
    let elsewhere = (!across.elsewhere.is_empty()).then(|| {
        view! {
            <Group name="Another year" homes=&across.elsewhere />
            <Hint>
                "These homes answer another year’s questions, where this number may be a different question."
            </Hint>
        }
    });
    let item = across.item.clone();
    let name = format!("item-{item}");
    let csv = move |()| {
        let text = your_homes
            .homes
            .with_untracked(|homes| homes.across(&item).map(|across| across_csv(&across, &spelling())));
        text.unwrap_or_default()
    };
    view! {
        <Card>
            <StatusBar tally />
            <StatusKey tally />
        </Card>
        {groups.collect_view()}
        {elsewhere}
        <div class="app-buttons">
            <SaveAsCsv name text=csv />
        </div>
    }
}

/// The names of the homes in which the item has one status.
#[component]
fn Group<'a>(name: &'static str, homes: &'a [&'a Summary]) -> impl IntoView + use<> {
    let names = homes.iter().map(|summary| {
        let code = match summary.ods_code.as_str() {
            "" => String::new(),
            code => format!(" ({code})"),
        };
        view! { <li>{format!("{}{code}", summary.name)}</li> }
    });
    let names = names.collect_view();
    view! {
        <Heading>{format!("{name} ({})", phrases::grouped(homes.len()))}</Heading>
        <Card>
            <ul class="app-homes-names">{names}</ul>
        </Card>
    }
}
