//! The questions that are left for the nearer level.

use crate::components::{Card, Heading, RowTitle, StatusMark};
use crate::route::Route;
use crate::store::{Assessments, status_of};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, LevelProgress};
use standards_met_core::catalogue::{Edition, EvidenceItem, ItemId, Part};

/// These questions, part by part.
#[component]
pub(super) fn QuestionsLeft(
    id: Id,
    /// The nearer level.
    nearer: LevelProgress,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let edition = assessments.with_untracked(&id, |document| document.edition.clone()).unwrap_or_default();
    let parts = by_part(&edition, &nearer.left).into_iter().map(|(part, items)| {
        let rows = items.into_iter().map(|item| view! { <ItemRow id=id.clone() item /> }).collect_view();
        let title = format!("{} {}", part.number, part.title);
        view! {
            <Card>
                <h3>{title}</h3>
                <ul class="app-rows app-rows--found">{rows}</ul>
            </Card>
        }
    });
    let parts = parts.collect_view();
    view! {
        <Heading>{format!("Left for {} ({})", words::level(nearer.level), nearer.left.len())}</Heading>
        {parts}
    }
}

/// The parts that have any of these items, each with those.
fn by_part<'a>(edition: &'a Edition, left: &[ItemId]) -> Vec<(&'a Part, Vec<&'a EvidenceItem>)> {
    let of = |part: &'a Part| (part, part.items.iter().filter(|item| left.contains(&item.id)).collect());
    edition.parts.iter().map(of).filter(|(_, items): &(_, Vec<_>)| !items.is_empty()).collect()
}

#[component]
fn ItemRow<'a>(id: Id, item: &'a EvidenceItem) -> impl IntoView + use<> {
    let assessments = expect_context::<Assessments>();
    let status = status_of(assessments, id.clone(), item.id.clone());
    view! {
        <li>
            <a href=Route::Item(id, item.id.clone()).href()>
                <b>{item.id.to_string()}</b>
                <RowTitle title=words::short_title(item) question=item.question.clone() />
                <StatusMark status />
                <span class="app-rows__detail">{effort(item)}</span>
            </a>
        </li>
    }
}

/// How long it takes and who can do it.
fn effort(item: &EvidenceItem) -> String {
    let by = format!("by {}", words::by(&item.who));
    match item.minutes {
        Some(minutes) => format!("About {minutes} minutes, {by}"),
        None => words::capital(&by),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_says_how_long_it_takes_and_who_can_answer_it() {
        use standards_met_core::catalogue::Role;
        let edition = Edition::built_in();
        let mut item = edition.items().next().expect("a question").clone();
        (item.minutes, item.who) = (Some(15), vec![Role::Manager, Role::SeniorManagement]);
        assert_eq!(effort(&item), "About 15 minutes, by you or senior management");
        (item.minutes, item.who) = (None, Vec::new());
        assert_eq!(effort(&item), "By everyone");
    }

    #[test]
    fn what_is_left_stands_below_its_part_and_other_parts_are_not_named() {
        let edition = Edition::built_in();
        let of = |part: usize, item: usize| edition.parts[part].items[item].id.clone();
        let found = by_part(&edition, &[of(2, 1), of(0, 3), of(0, 0)]);
        let found: Vec<(u8, Vec<ItemId>)> = found
            .into_iter()
            .map(|(part, items)| (part.number, items.into_iter().map(|item| item.id.clone()).collect()))
            .collect();
        assert_eq!(found, [(1, vec![of(0, 0), of(0, 3)]), (3, vec![of(2, 1)])]);
    }
}
