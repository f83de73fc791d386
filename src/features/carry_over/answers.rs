//! Every item of this year's, part by part, with last year's answers.

use super::progress::{CarryAllButton, Progress, is_decided, sources};
use super::row::CarryOverRow;
use crate::components::{ButtonLink, ButtonVariant, Card, Checkbox, Heading, Hint};
use crate::route::Route;
use crate::store::{Assessments, Carrying};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::ItemId;
use std::sync::Arc;

/// All of them, where last year's assessment is on this device.
#[component]
pub fn Answers(id: Id, carrying: Arc<Carrying>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    // Which are hidden: those that were decided when it was asked for. What is decided since stays, with the focus in it.
    let hidden = RwSignal::new(Vec::<ItemId>::new());
    let only_open = RwSignal::new(false);
    let parts = carrying.new.parts.iter().map(|part| {
        let rows = part.items.iter().map(|item| {
            let of = item.id.clone();
            let hidden = Signal::derive(move || hidden.with(|hidden| hidden.contains(&of)));
            let item = Arc::new(item.clone());
            view! { <CarryOverRow id=id.clone() carrying=carrying.clone() item hidden /> }
        });
        let rows = rows.collect_view();
        view! {
            <section>
                <Heading>{format!("{} {}", part.number, part.title)}</Heading>
                {rows}
            </section>
        }
    });
    let parts = parts.collect_view();
    let (of_filter, id_filter) = (carrying.clone(), id.clone());
    let filter = move |only: bool| {
        let decided = |item: &&ItemId| untrack(|| is_decided(assessments, &id_filter, item));
        let all = of_filter.matching.items.iter().map(|(item, _)| item);
        hidden.set(all.filter(|item| only && decided(item)).cloned().collect());
        only_open.set(only);
    };
    let lead = format!(
        "What was answered in {}, next to what is asked now. Choose for each whether to use it. Last year’s assessment stays on \
         this device and is not changed.",
        carrying.from.title
    );
    let sources = sources(assessments, &carrying);
    let overview = Route::Overview(id.clone()).href();
    let years = Route::Years(id.clone()).href();
    let news = Route::News(id.clone()).href();
    view! {
        <p class="app-lead">{lead}</p>
        <p>
            <a class="app-tap" href=news>
                "What is new this year"
            </a>
        </p>
        <Card>
            <Progress id=id.clone() sources=sources.clone() />
            <CarryAllButton id sources />
            <div>
                <Checkbox
                    id="carry-open"
                    label="Show only what is still to be decided"
                    checked=only_open
                    on_change=filter
                />
            </div>
        </Card>
        <Explanation />
        {parts}
        <DroppedItems carrying />
        <div class="app-buttons">
            <ButtonLink variant=ButtonVariant::Primary href=overview>
                "Go to the overview"
            </ButtonLink>
            <ButtonLink variant=ButtonVariant::Secondary href=years>
                "Year by year"
            </ButtonLink>
        </div>
    }
}

/// What each choice does.
#[component]
fn Explanation() -> impl IntoView {
    view! {
        <ul>
            <li>
                <b>"Yes: "</b>
                "the whole answer is carried over. It is marked until you confirm that it is still true."
            </li>
            <li>
                <b>"Yes, but answer again: "</b>
                "the texts, documents and actions are carried over, and you answer Yes or Not yet again."
            </li>
            <li>
                <b>"No: "</b>
                "nothing is carried over. You can still see last year’s answer here."
            </li>
        </ul>
        <Hint>
            "Reviewer comments, and what you said about your organisation, stay with last year: things may have changed."
        </Hint>
    }
}

/// What was answered and is not asked any more.
#[component]
fn DroppedItems(carrying: Arc<Carrying>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let is_answered = |item: &&ItemId| {
        let found = assessments.answered_before(&carrying.from, std::slice::from_ref(*item));
        found.iter().any(|response| !response.is_blank())
    };
    let row = |item: &ItemId| {
        let old = carrying.old.as_ref().and_then(|old| old.item(item));
        let title = old.map(words::short_title).unwrap_or_default();
        let route = Route::Item(carrying.from.assessment.clone(), item.clone());
        view! {
            <li>
                <a class="app-tap" href=route.href()>
                    {item.to_string()}
                </a>
                {format!(" {title}")}
            </li>
        }
    };
    let rows: Vec<_> = carrying.matching.dropped.iter().filter(is_answered).map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <Heading>"Answered last year, and not asked any more"</Heading>
                <Hint>"Each stays where it is, in last year’s assessment."</Hint>
                <ul class="app-dropped">{rows}</ul>
            </section>
        }
    })
}
