//! What a year had still to do, and has still to do in the next.

use super::bring::other_id;
use super::years::Year;
use crate::assessment::{Action, Response};
use crate::catalogue::ItemId;

/// An action that was not done in the older year, nor since.
#[derive(Clone, Debug, PartialEq)]
pub struct StillOpen {
    /// The item of the older year.
    pub from: ItemId,
    /// The action as it is there.
    pub action: Action,
    /// The item of the newer year that has the action too or, where none has, that continues the old item.
    pub item: Option<ItemId>,
}

/// Every action of the older year that is done in neither. `continued` says which items each item of the newer continues.
pub fn still_open(older: &Year, newer: &Year, continued: &[(ItemId, Vec<ItemId>)]) -> Vec<StillOpen> {
    let mut open = Vec::new();
    let mut ids: Vec<&ItemId> = older.edition.items().map(|item| &item.id).collect();
    let unknown = older.assessment.unknown_items(older.edition);
    ids.extend(&unknown);
    for from in ids {
        let items: Vec<&ItemId> =
            continued.iter().filter(|(_, of)| of.contains(from)).map(|(item, _)| item).collect();
        let actions = older.assessment.response(from).map(|given| given.actions.as_slice());
        for action in actions.unwrap_or_default().iter().filter(|one| !one.done && !one.is_blank()) {
            let there = |item: &ItemId| {
                newer.assessment.response(item).and_then(|response| same_action(response, from, action))
            };
            if items.iter().any(|item| there(item).is_some_and(|same| same.done)) {
                continue;
            }
            let item = items.iter().find(|item| there(item).is_some()).or(items.first());
            let item = item.map(|item| (*item).clone());
            open.push(StillOpen { from: from.clone(), action: action.clone(), item });
        }
    }
    open
}

/// The same action in a response that it was carried to, where its identifier may have been taken.
fn same_action<'a>(response: &'a Response, from: &ItemId, action: &Action) -> Option<&'a Action> {
    let with = |id| response.actions.iter().find(|one| one.id == id);
    with(other_id(from, &action.id, 2)).or_else(|| with(action.id.clone()))
}
