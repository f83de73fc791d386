//! What has changed from one year to the next.

use super::table::YearEdition;
use crate::components::{Card, Fold, Heading, Hint};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, OpenAction, Status, StatusChange, YearStep};
use standards_met_core::catalogue::{Edition, ItemId};

/// More lines than these are folded away.
const MOST: usize = 8;

/// What has become better or worse, what is still open, what is new, what is not asked any more, and what nobody has decided
/// yet.
#[component]
pub fn Changes<'a>(step: &'a YearStep, old: &'a YearEdition, new: &'a YearEdition) -> impl IntoView + use<> {
    let ((old_id, old), (new_id, new)) = (old, new);
    let today = expect_context::<Assessments>().today(new_id);
    let moved = |moved: &StatusChange| {
        let title = title_of(new, &moved.item);
        let words = words::years::moved(moved);
        view! {
            <li>
                <ItemLink id=new_id item=&moved.item />
                {format!(" {title} ")}
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
        let words = words::years::still_open(open, &old.year, today);
        view! {
            <li>
                <ItemLink id item />
                {format!(" {words}")}
            </li>
        }
        .into_any()
    };
    // A number of the older year may be that of another question now.
    let items = |edition: &Edition, id: &Id, items: &[ItemId], of: &str| {
        let one = |item: &ItemId| {
            let title = title_of(edition, item);
            view! {
                <li>
                    <ItemLink id item />
                    {format!("{of} {title}")}
                </li>
            }
            .into_any()
        };
        items.iter().map(one).collect::<Vec<_>>()
    };
    let undecided = step.undecided.iter().map(|(item, from)| {
        let words = format!(" {}, or {} of {}?", title_of(new, item), words::years::ids(from), old.year);
        view! {
            <li>
                <ItemLink id=new_id item />
                {words}
            </li>
        }
        .into_any()
    });
    let undecided: Vec<AnyView> = undecided.collect();
    let carry = Route::Carry(new_id.clone()).href();
    let undecided = (!undecided.is_empty()).then(|| {
        view! {
            <ChangeList name="Not decided yet" lines=undecided none="">
                <p>
                    <a class="app-tap" href=carry>
                        "Choose whether to use last year’s answers"
                    </a>
                </p>
            </ChangeList>
        }
    });
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
                none="Every question that was answered before is started."
            />
            <ChangeList
                name=words::years::still_open_since(&old.year)
                lines=still_open
                none="No action of that year is open."
            />
            {undecided}
            <ChangeList name="New" lines=items(new, new_id, &step.new, "") none="Nothing new is asked." />
            <ChangeList
                name="Not asked any more"
                lines=items(old, old_id, &step.dropped, &format!(" of {}:", old.year))
                none="Everything is still asked."
            />
        </section>
    }
}

fn title_of(edition: &Edition, item: &ItemId) -> String {
    edition.item(item).map(words::short_title).unwrap_or_default()
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
    /// What is said below the heading.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let count = lines.len();
    let list = |lines: Vec<AnyView>| view! { <ul class="app-moved">{lines}</ul> };
    let inside = match count {
        0 => view! { <Hint>{none}</Hint> }.into_any(),
        count if count > MOST => {
            view! { <Fold summary=format!("Show all {count}")>{list(lines)}</Fold> }.into_any()
        }
        _ => list(lines).into_any(),
    };
    view! {
        <Card>
            <h3>{format!("{name} ({count})")}</h3>
            {children.map(|children| children())}
            {inside}
        </Card>
    }
}
