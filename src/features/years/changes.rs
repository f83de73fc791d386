//! What has changed from one year to the next.

use super::table::YearEdition;
use crate::components::{Card, Heading, Hint};
use crate::route::Route;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, OpenAction, Status, StatusChange, YearStep};
use standards_met_core::catalogue::{Edition, ItemId};

/// What has become better or worse, what is still open, what is new, and what is not asked any more.
#[component]
pub fn Changes<'a>(step: &'a YearStep, old: &'a YearEdition, new: &'a YearEdition) -> impl IntoView + use<> {
    let ((old_id, old), (new_id, new)) = (old, new);
    let moved = |moved: &StatusChange| {
        let question = question_of(new, &moved.item);
        let words = words::years::moved(moved);
        view! {
            <li>
                <ItemLink id=new_id item=&moved.item />
                {format!(" {question} ")}
                <b>{words}</b>
            </li>
        }
        .into_any()
    };
    let open = |open: &OpenAction| {
        let (id, item) = match &open.item {
            Some(item) => (new_id, item),
            None => (old_id, &open.from),
        };
        let words = words::years::still_open(open, &old.year);
        view! {
            <li>
                <ItemLink id item />
                {format!(" {words}")}
            </li>
        }
        .into_any()
    };
    let items = |edition: &Edition, id: &Id, items: &[ItemId]| {
        let one = |item: &ItemId| {
            let question = question_of(edition, item);
            view! {
                <li>
                    <ItemLink id item />
                    {format!(" {question}")}
                </li>
            }
            .into_any()
        };
        items.iter().map(one).collect::<Vec<_>>()
    };
    // Early in the year most of them are not begun: that is no step back.
    let (unbegun, slipped): (Vec<&StatusChange>, Vec<&StatusChange>) =
        step.slipped.iter().partition(|moved| moved.now == Status::NotStarted);
    let improved: Vec<AnyView> = step.improved.iter().map(moved).collect();
    let slipped: Vec<AnyView> = slipped.into_iter().map(moved).collect();
    let unbegun: Vec<AnyView> = unbegun.into_iter().map(moved).collect();
    let still_open: Vec<AnyView> = step.open.iter().map(open).collect();
    view! {
        <section>
            <Heading>{format!("From {} to {}", old.year, new.year)}</Heading>
            <ChangeList name="Improved" lines=improved none="Nothing has improved yet." />
            <ChangeList name="Slipped" lines=slipped none="Nothing has slipped." />
            <ChangeList
                name="Not started yet"
                lines=unbegun
                none="Everything that was answered before is begun."
            />
            <ChangeList
                name=words::years::still_open_since(&old.year)
                lines=still_open
                none="No action of then is open."
            />
            <ChangeList name="New" lines=items(new, new_id, &step.new) none="Nothing new is asked." />
            <ChangeList
                name="Not asked any more"
                lines=items(old, old_id, &step.dropped)
                none="Everything is still asked."
            />
        </section>
    }
}

fn question_of(edition: &Edition, item: &ItemId) -> String {
    edition.item(item).map(|item| item.question.clone()).unwrap_or_default()
}

#[component]
fn ItemLink<'a>(id: &'a Id, item: &'a ItemId) -> impl IntoView + use<> {
    let to = match item.is_whole() {
        true => Route::ActionPlan(id.clone()),
        false => Route::Item(id.clone(), item.clone()),
    };
    view! {
        <a class="app-tap" href=to.href()>
            {words::row_name(item)}
        </a>
    }
}

#[component]
fn ChangeList(
    #[prop(into)] name: String,
    lines: Vec<AnyView>,
    /// What is said where there are no lines.
    none: &'static str,
) -> impl IntoView {
    let heading = format!("{name} ({})", lines.len());
    let inside = if lines.is_empty() {
        view! { <Hint>{none}</Hint> }.into_any()
    } else {
        view! { <ul class="app-moved">{lines}</ul> }.into_any()
    };
    view! {
        <Card>
            <h3>{heading}</h3>
            {inside}
        </Card>
    }
}
