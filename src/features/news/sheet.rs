//! What is new between two toolkit years, to read and to print.

use super::phrases;
use super::row::{NewsRow, RowContent};
use crate::components::{Button, ButtonVariant, Card, Fold, Hint};
use crate::platform::clock;
use crate::store::{Assessments, YearNews};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, ItemNews, ItemOrigin};
use standards_met_core::catalogue::{Edition, ItemId};

/// The news in a few sentences, the ways on, and a list for each kind of change.
#[component]
pub fn NewsSheet<'a>(
    found: &'a YearNews,
    /// The assessment of the newer year, if it is for one.
    id: Option<Id>,
    /// The ways on, before the button that prints.
    children: Children,
) -> impl IntoView + use<> {
    let assessments = expect_context::<Assessments>();
    let YearNews { old, new, news, answers } = found;
    let ahead = answers.as_ref().map(|(_, ahead)| ahead);
    let summary = phrases::summary(old, new, news, ahead);
    let for_answers = answers.as_ref().map(|(from, ahead)| {
        let words = phrases::answers(ahead, &from.year);
        view! { <p>{words}</p> }
    });
    let unsure = (!news.is_stated).then(|| {
        let words = phrases::by_wording_alone(old, new);
        view! { <p class="app-warning">{words}</p> }
    });
    let printed = format!("Printed on {}.", clock::today().in_words());
    view! {
        <p class="app-lead">{summary}</p>
        {for_answers}
        {unsure}
        <p class="app-on-paper">{printed}</p>
        <div class="app-buttons">
            {children()} <Button variant=ButtonVariant::Secondary on_press=move |()| assessments.print()>
                "Print this list"
            </Button>
        </div>
        <Groups found id />
    }
}

/// A list for each kind of change, what is to be done first.
#[component]
fn Groups<'a>(found: &'a YearNews, id: Option<Id>) -> impl IntoView + use<> {
    let (old, _) = phrases::names(&found.old, &found.new);
    let rows = |which: &dyn Fn(&ItemNews) -> bool, content: &dyn Fn(&ItemNews) -> RowContent| {
        let some = found.news.items.iter().filter(|item| which(item));
        some.map(|item| view! { <NewsRow content=content(item) id=id.clone() /> }.into_any())
            .collect::<Vec<_>>()
    };
    let in_full = |item: &ItemNews| row(found, item, true);
    let in_short = |item: &ItemNews| row(found, item, false);
    // What has other words as well has its row there.
    let numbered = |item: &ItemNews| match item.is_reworded() {
        true => RowContent {
            answered: None,
            facts: number_facts(found, item, "It is reworded too."),
            ..in_short(item)
        },
        false => in_short(item),
    };
    let of = |origin: ItemOrigin| move |item: &ItemNews| item.origin == origin;
    let unchanged = rows(&ItemNews::is_unchanged, &|item| RowContent { facts: Vec::new(), ..in_short(item) });
    view! {
        <Group name="New questions" rows=rows(&of(ItemOrigin::New), &in_full)>
            {format!("Not asked in {old}.")}
        </Group>
        <Group name="Several questions became one" rows=rows(&of(ItemOrigin::Merged), &in_full)>
            "Look at your old answers together, and write one."
        </Group>
        <Group name="One question became several" rows=rows(&of(ItemOrigin::Split), &in_full)>
            "Put the right part of your old answer into each question."
        </Group>
        <Group name="Reworded questions" rows=rows(&ItemNews::is_reworded, &in_full)>
            "Check that your answer still fits what is asked now."
        </Group>
        <Group name="New numbers" rows=rows(&ItemNews::is_renumbered, &numbered)>
            "Go by what is asked, not by the number."
        </Group>
        <Group name="Possible matches" rows=rows(&of(ItemOrigin::Alike), &in_full)>
            "The words are alike. Only you can tell whether the question is the same."
        </Group>
        <Group name="New guidance" rows=rows(&ItemNews::has_other_guidance, &in_short)>
            "The question is the same. Read the guidance again before you confirm your answer."
        </Group>
        <Group name="Not asked any more" rows=dropped(found)>
            {format!("These numbers are those of {old}.")}
        </Group>
        <Unchanged rows=unchanged />
    }
}

/// A list with its name and what to do with it; nothing where it is empty.
#[component]
fn Group(name: &'static str, rows: Vec<AnyView>, children: Children) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        view! {
            <Card class="app-changed app-new">
                <h2>{format!("{name} ({})", rows.len())}</h2>
                <Hint>{children()}</Hint>
                <ul class="app-plain-list">{rows}</ul>
            </Card>
        }
    })
}

/// What is as it was: counted on paper, and folded away on screen.
#[component]
fn Unchanged(rows: Vec<AnyView>) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        let summary = format!("Show {}", words::count(rows.len(), "unchanged question"));
        view! {
            <Card class="app-changed app-new">
                <h2>{format!("Unchanged ({})", rows.len())}</h2>
                <Hint>"Same number, same question, same guidance."</Hint>
                <Fold summary>
                    <ul class="app-plain-list">{rows}</ul>
                </Fold>
            </Card>
        }
    })
}

fn row(found: &YearNews, item: &ItemNews, in_full: bool) -> RowContent {
    let new = found.new.item(&item.item);
    let mut facts = number_facts(found, item, item.note.as_deref().unwrap_or_default());
    facts.extend(new.filter(|_| in_full).and_then(phrases::time_and_who));
    let answered = found.answers.as_ref().map(|(from, ahead)| {
        let answered = item.from.iter().filter(|item| ahead.answered.contains(item)).count();
        (answered, from.year.clone())
    });
    RowContent {
        title: title(&found.new, &item.item),
        // Without a short title, the title is the question.
        question: new.filter(|new| in_full && new.topic.is_some()).map(|new| new.question.clone()),
        facts,
        is_to_do: in_full,
        answered,
        item: item.item.clone(),
    }
}

/// What its number was and whose its number was, and then `more`.
fn number_facts(found: &YearNews, item: &ItemNews, more: &str) -> Vec<String> {
    let (old, _) = phrases::names(&found.old, &found.new);
    let facts = [phrases::was(item, &old), phrases::reused(item, &found.news, &old), Some(more.to_owned())];
    facts.into_iter().flatten().filter(|fact| !fact.is_empty()).collect()
}

/// What is not asked any more. The number leads to last year's answer where that is on this device.
fn dropped(found: &YearNews) -> Vec<AnyView> {
    let id = found.answers.as_ref().map(|(from, _)| &from.assessment);
    let row = |item: &ItemId| {
        let content =
            RowContent { item: item.clone(), title: title(&found.old, item), ..RowContent::default() };
        view! { <NewsRow content id=id.cloned() /> }.into_any()
    };
    found.news.dropped.iter().map(row).collect()
}

fn title(edition: &Edition, item: &ItemId) -> String {
    edition.item(item).map(words::short_title).unwrap_or_default()
}
