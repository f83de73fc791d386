//! The questions that are not done, by what they need.

use crate::components::{Card, Fold};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Status};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;

/// What is not done, what is soonest put right first.
const LEFT: [Status; 5] =
    [Status::ToConfirm, Status::Incomplete, Status::ActionNeeded, Status::NotStarted, Status::ActionPlanned];

/// The questions of each of these, with the short title of each. A long list is folded.
#[component]
pub(super) fn QuestionsLeft(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let of = id.clone();
    let left = Memo::new(move |_| assessments.with(&of, left).unwrap_or_default());
    let id = StoredValue::new(id);
    let groups = move || {
        let groups = left.get().into_iter();
        groups.map(|(status, items)| view! { <Group id=id.get_value() status items /> }).collect_view()
    };
    view! {
        <Show when=move || !left.with(Vec::is_empty)>
            <Card>
                <h2>"Not done yet"</h2>
                <p>"You can send the file as it is. A plan for the rest is a good answer too."</p>
                {groups}
            </Card>
        </Show>
    }
}

/// The items of each status, with their short titles.
type Left = Vec<(Status, Vec<(ItemId, String)>)>;

fn left(document: &Document) -> Left {
    let Document { edition, assessment, .. } = document;
    let mut left: Left = LEFT.map(|status| (status, Vec::new())).into();
    for item in edition.items() {
        let status = assessment.status(edition, item);
        if let Some((_, items)) = left.iter_mut().find(|(of, _)| *of == status) {
            items.push((item.id.clone(), words::short_title(item)));
        }
    }
    left.retain(|(_, items)| !items.is_empty());
    left
}

/// So many are shown without being asked for.
const FEW: usize = 8;

#[component]
fn Group(id: Id, status: Status, items: Vec<(ItemId, String)>) -> impl IntoView {
    let summary = format!("{}: {}", words::status(status), words::count(items.len(), "question"));
    let open = items.len() <= FEW;
    let rows = items.into_iter().map(|(item, title)| {
        view! {
            <li>
                <a class="app-tap" href=Route::Item(id.clone(), item.clone()).href()>
                    {format!("{item} {title}")}
                </a>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Fold summary open>
            <ul class="app-plain-list">{rows}</ul>
        </Fold>
    }
}
