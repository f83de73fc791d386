//! The documents and the actions of an item.

use crate::components::{ActionList, EvidenceList};
use crate::platform::random;
use crate::store::OpenItem;
use leptos::prelude::*;
use standards_met_core::assessment::Edit;

/// The documents that show that an item is met.
#[component]
pub fn ItemDocuments(open: OpenItem) -> impl IntoView {
    view! {
        <EvidenceList
            evidence=open.signal(|response| response.evidence.clone())
            on_edit=open.callback(|(id, edit)| Edit::Evidence(id, edit))
            on_remove=open.callback(Edit::RemoveEvidence)
            new_id=random::new_id
        />
    }
}

/// What will be done so that an item is met.
#[component]
pub fn ItemActions(open: OpenItem) -> impl IntoView {
    view! {
        <ActionList
            actions=open.signal(|response| response.actions.clone())
            on_edit=open.callback(|(id, edit)| Edit::Action(id, edit))
            on_remove=open.callback(Edit::RemoveAction)
            new_id=random::new_id
            today=open.today()
        />
    }
}
