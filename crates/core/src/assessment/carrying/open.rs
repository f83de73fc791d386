//! Actions that were open in one year and are still open in the next.

use super::bring::other_id;
use super::year::{OpenAction, Year};
use crate::assessment::{Action, Response};
use crate::catalogue::ItemId;

/// Returns every action of the older year that is done in neither year. `continued` lists the older items that each
/// newer item continues.
pub fn still_open(older: &Year, newer: &Year, continued: &[(ItemId, Vec<ItemId>)]) -> Vec<OpenAction> {
    let mut open = Vec::new();
    let mut ids: Vec<&ItemId> = older.edition.items().map(|item| &item.id).collect();
    let unknown = older.assessment.unknown_items(older.edition);
    let whole = ItemId::whole();
    ids.extend(unknown.iter().chain([&whole]));
    for from in ids {
        let mut items: Vec<&ItemId> =
            continued.iter().filter(|(_, of)| of.contains(from)).map(|(item, _)| item).collect();
        items.extend(from.is_whole().then_some(&whole));
        let actions = older.assessment.response(from).map(|given| given.actions.as_slice());
        for action in actions.unwrap_or_default().iter().filter(|one| !one.done && !one.is_blank()) {
            let there = |item: &ItemId| -> Vec<&Action> {
                let response = newer.assessment.response(item);
                response.map(|response| same_action(response, from, action)).unwrap_or_default()
            };
            if items.iter().any(|item| there(item).iter().any(|same| same.done)) {
                continue;
            }
            let item = items.iter().find(|item| !there(item).is_empty());
            let item = item.map(|item| (*item).clone());
            open.push(OpenAction { from: from.clone(), action: action.clone(), item });
        }
    }
    open
}

/// Returns the same action in a response to which it was carried over. It has its own identifier there, or the one that
/// it was given where its own was taken.
fn same_action<'a>(response: &'a Response, from: &ItemId, action: &Action) -> Vec<&'a Action> {
    let ids = [action.id.clone(), other_id(from, &action.id, 2)];
    response.actions.iter().filter(|one| ids.contains(&one.id)).collect()
}
