//! What everything that shows one item shares: which response it is, and how it is changed.

use crate::state::AppState;
use crate::ui::closure::Live;
use crate::ui::components::{Copy, Official};
use standards_met_core::assessment::{Edit, EntryStatus, Id, OfficialEntry, Response, entry};
use standards_met_core::catalogue::EvidenceItem;

use std::rc::Rc;

/// What the sections of the page share: which response they show, and how they change it.
#[derive(Clone)]
pub struct Editing {
    pub state: AppState,
    pub id: Id,
    pub item: Rc<EvidenceItem>,
}

impl Editing {
    /// A value of the response, following it; of an empty one where there is none.
    pub fn look<T: 'static>(&self, look: fn(&Response) -> T) -> Live<T> {
        let (state, id, item) = (self.state, self.id.clone(), self.item.id.clone());
        Rc::new(move || {
            let found = state.with(&id, |document| document.assessment.response(&item).map(look)).flatten();
            found.unwrap_or_else(|| look(&Response::empty(item.clone())))
        })
    }

    pub fn edit(&self, edit: Edit) {
        self.state.edit(&self.id, &self.item.id, edit);
    }

    fn on_copy(&self) -> Copy {
        let state = self.state;
        Rc::new(move |text, done| state.copy(text, done))
    }

    /// What goes where in the official toolkit, and whether it is there.
    pub fn official(&self) -> Official {
        let (state, id, item) = (self.state, self.id.clone(), self.item.id.clone());
        Official {
            key: self.item.id.0.clone(),
            entry: self.entry(),
            entered: self.entered(),
            on_copy: self.on_copy(),
            on_enter: Rc::new(move |entered| state.mark_entered(&id, &item, entered)),
        }
    }

    fn entry(&self) -> Live<OfficialEntry> {
        let (state, id, item) = (self.state, self.id.clone(), self.item.clone());
        Rc::new(move || {
            state
                .with(&id, |document| entry(&item, document.assessment.response(&item.id)))
                .unwrap_or_default()
        })
    }

    fn entered(&self) -> Live<EntryStatus> {
        let (state, id, item) = (self.state, self.id.clone(), self.item.clone());
        Rc::new(move || {
            let entered = state.with(&id, |document| {
                let response = document.assessment.response(&item.id);
                entry(&item, response).entered(response)
            });
            entered.unwrap_or(EntryStatus::No)
        })
    }
}
