//! A last look before something leaves the device: at what should not be in it.

use super::{Exchange, HeldBack};
use crate::platform::turns::Turns;
use crate::route::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::{Date, Id, PersonalData};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;
use std::sync::Arc;

impl Exchange {
    /// Lets something of an assessment leave the device by `go_on`: at once where no check sees a secret or personal data in
    /// its texts, and otherwise once the person has said so.
    pub fn let_out(self, id: &Id, go_on: impl Fn() + Send + Sync + 'static) {
        if let Some(document) = self.assessments.with_untracked(id, Clone::clone) {
            self.let_copy_out(id, document, go_on);
        }
    }

    /// The same for a copy of an assessment, in which something may be left out.
    pub(super) fn let_copy_out(self, id: &Id, copy: Document, go_on: impl Fn() + Send + Sync + 'static) {
        let (id, today) = (id.clone(), self.assessments.today(id));
        let asked_on = self.navigation.route.get_untracked();
        spawn_local(async move {
            let found = private_in_turns(&copy, today).await;
            if found.is_empty() {
                go_on();
            } else {
                self.held_back.set(Some(HeldBack {
                    assessment: id,
                    found,
                    asked_on,
                    go_on: Arc::new(go_on),
                }));
            }
        });
    }

    /// Gives up what was held back on another page than this one.
    pub fn keep_held_back_on(self, page: &Route) {
        let is_of_another =
            self.held_back.with_untracked(|held| held.as_ref().is_some_and(|held| held.asked_on != *page));
        if is_of_another {
            self.held_back.set(None);
        }
    }

    /// Lets out what was held back.
    pub fn go_on_anyway(self) {
        if let Some(held) = self.held_back.try_update(Option::take).flatten() {
            (held.go_on)();
        }
    }
}

/// Reads all texts, one kind at a time: all kinds in a long text take long.
async fn private_in_turns(copy: &Document, today: Date) -> Vec<(ItemId, PersonalData)> {
    let (mut turns, mut found) = (Turns::default(), Vec::new());
    for response in &copy.assessment.responses {
        let texts = response.texts();
        for kind in PersonalData::ALL {
            for text in &texts {
                if turns.work(|| kind.is_in(text, today)) {
                    found.push((response.item.clone(), kind));
                    break;
                }
                if turns.are_due() {
                    turns.pass().await;
                }
            }
        }
    }
    found
}
