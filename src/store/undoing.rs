//! Undo and redo of every edit in the sitting, and the previous answers to an item.

use super::{Assessments, Kept, Notice, Steps};
use crate::platform::clock;
use crate::platform::storage::Device;
use crate::platform::turns;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::{Assessment, Change, Edit, Id, Response};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;
use standards_met_core::storage::{self, HistoryEntry, HistoryReason};

/// An item that was left alone for so long and is worked on again has its text put into the history first.
const WHILE_MS: f64 = 600_000.0;
/// How often, and for how long each time, the part that writes the history is waited for.
const WAITS_FOR_HISTORY: u32 = 100;
const WAIT_MS: u32 = 100;
/// Deleting so many characters at once puts the text before it into the history.
const MUCH: usize = 40;

impl Assessments {
    /// Changes one item's response, so that it can be undone. Gives what puts back what it removed.
    pub(super) fn change_item(self, id: &Id, item: &ItemId, edit: Edit) -> Option<Edit> {
        let now = clock::now();
        let before =
            self.with_untracked(id, |document| document.assessment.response(item).cloned()).flatten();
        let undo = self.change(id, |assessment| assessment.edit(item, edit, now)).flatten();
        let change = self.with_untracked(id, |document| {
            let after = document.assessment.response(item)?;
            if let Some(before) = before.as_ref().filter(|before| is_worth_keeping(before, after)) {
                self.remember(id, HistoryReason::Edited, vec![before.clone()]);
                // What deleted much is undone by itself, and not with what was typed before.
                self.steps.update_untracked(|steps| steps.open = false);
            }
            Change::of_item(before, after, now)
        });
        self.step(id, change.flatten());
        undo
    }

    /// Changes an assessment, so that it can be undone.
    pub(super) fn change_all<T>(self, id: &Id, change: impl FnOnce(&mut Assessment) -> T) -> Option<T> {
        let before = self.with_untracked(id, |document| document.assessment.clone())?;
        let outcome = self.change(id, change);
        let step = self.with_untracked(id, |after| Change::between(&before, &after.assessment, clock::now()));
        self.step(id, step.flatten());
        outcome
    }

    fn step(self, id: &Id, change: Option<Change>) {
        let Some(change) = change else { return };
        // Typing on changes nothing of what the buttons show.
        let shown = self.steps.with_untracked(|steps| steps.can_undo(id) && !steps.can_redo(id));
        if shown {
            self.steps.update_untracked(|steps| steps.push(id, change));
        } else {
            self.steps.update(|steps| steps.push(id, change));
        }
    }

    /// What is typed from now on is a change of its own.
    pub fn leave_field(self) {
        self.steps.update_untracked(|steps| steps.open = false);
        self.save_soon();
    }

    /// Undoes the last change to an assessment in this sitting.
    pub fn undo_change(self, id: &Id) {
        let change = self.steps.try_update(|steps| Steps::take(&mut steps.done, id)).flatten();
        let Some(change) = change else { return };
        self.apply(id, &change, Assessment::undo);
        self.notices.tell(Notice::UndidChange(change.items().into_iter().cloned().collect()), None);
        self.steps.update(|steps| {
            steps.open = false;
            steps.undone.push((id.clone(), change));
        });
    }

    /// Does again what was undone last.
    pub fn redo_change(self, id: &Id) {
        let change = self.steps.try_update(|steps| Steps::take(&mut steps.undone, id)).flatten();
        let Some(change) = change else { return };
        self.apply(id, &change, Assessment::redo);
        self.notices.tell(Notice::DidAgain(change.items().into_iter().cloned().collect()), None);
        self.steps.update(|steps| {
            steps.open = false;
            steps.done.push((id.clone(), change));
        });
    }

    fn apply(
        self,
        id: &Id,
        change: &Change,
        apply: fn(&mut Assessment, &Change, standards_met_core::assessment::Timestamp) -> Vec<Response>,
    ) {
        let lost = self.change(id, |assessment| apply(assessment, change, clock::now()));
        self.remember(id, HistoryReason::Elsewhere, lost.unwrap_or_default());
        self.flush();
    }

    /// Writes what is to go into the histories, once the later part of the program is here. Should there be no room for it,
    /// the answers themselves are kept all the same, and it is tried again with the next save. Gives whether all of it is kept.
    pub(super) fn keep_history(self) -> bool {
        let write = self.mirror.read_value().write_history;
        write.is_some_and(|write| write.run(()))
    }

    /// What [`Self::keep_history`] does, in the later part.
    pub(super) fn write_history(self) -> bool {
        let mut all = true;
        let mut waiting = self.keep(|keeping| std::mem::take(&mut keeping.earlier));
        while let Some((id, _)) = waiting.first().cloned() {
            // All of an assessment at once: refused, they are offered to the second copy under one key.
            let (of, others): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|(whose, _)| *whose == id);
            let of: Vec<HistoryEntry> = of.into_iter().map(|(_, one)| one).collect();
            if storage::keep_earlier(&Device::open(), &id, &of, clock::now()).is_err() {
                self.keep(|keeping| keeping.earlier.extend(of.into_iter().map(|one| (id.clone(), one))));
                all = false;
            }
            waiting = others;
        }
        all
    }

    /// Puts responses into the history of an assessment, with the next save.
    pub(super) fn remember(self, id: &Id, why: HistoryReason, responses: Vec<Response>) {
        let at = clock::now();
        self.keep(|keeping| {
            for response in responses {
                // An edit may have put it there itself.
                if !keeping.earlier.iter().any(|(of, entry)| of == id && entry.response == response) {
                    keeping.earlier.push((id.clone(), HistoryEntry { at, why, response }));
                }
            }
        });
    }

    /// Lets somebody else's answers take the place of those in an assessment. What they replace goes into its history.
    pub(super) fn replacing<T>(self, id: &Id, replace: impl FnOnce() -> T) -> T {
        let responses = |document: &Document| document.assessment.responses.clone();
        let before = self.with_untracked(id, responses).unwrap_or_default();
        let outcome = replace();
        let lost = self.with_untracked(id, |now| {
            let is_lost = |one: &&Response| {
                let present = now.assessment.response(&one.item);
                !one.is_blank() && present.is_none_or(|now| now.fields() != one.fields())
            };
            before.iter().filter(is_lost).cloned().collect()
        });
        self.remember(id, HistoryReason::Replaced, lost.unwrap_or_default());
        outcome
    }

    /// The earlier responses to an item, the newest first: those that wait for the next save, and those on the device.
    #[must_use]
    pub fn earlier(self, id: &Id, item: &ItemId) -> Vec<HistoryEntry> {
        let is_of = |(of, entry): &&(Id, HistoryEntry)| of == id && entry.response.item == *item;
        let mut found: Vec<HistoryEntry> = self.keep(|keeping| {
            keeping.earlier.iter().filter(is_of).map(|(_, entry)| entry.clone()).rev().collect()
        });
        found.extend(storage::earlier(&Device::open(), id, item));
        found.dedup();
        found
    }

    /// Puts an item back as it was, once the part of the program that writes the history is here: what stands there now goes
    /// into it. Without that part it is put back all the same after a while.
    pub fn bring_back(self, id: Id, earlier: Response) {
        spawn_local(async move {
            for _ in 0..WAITS_FOR_HISTORY {
                if self.mirror.read_value().write_history.is_some() {
                    break;
                }
                turns::after(WAIT_MS).await;
            }
            self.bring_back_now(&id, &earlier);
        });
    }

    fn bring_back_now(self, id: &Id, earlier: &Response) {
        let item = earlier.item.clone();
        let present =
            self.with_untracked(id, |document| document.assessment.response(&item).cloned()).flatten();
        let wanted =
            present.as_ref().map_or_else(|| earlier.clone(), |present| present.with_earlier(earlier));
        self.remember(id, HistoryReason::Replaced, present.into_iter().collect());
        let kept = if self.keep_history() { Kept::Aside } else { Kept::InMemory };
        self.change_item(id, &item, Edit::BringBack(Box::new(wanted)));
        self.leave_field();
        self.notices.tell(Notice::BroughtBack { item, kept }, None);
    }
}

/// Whether the text before an edit goes into the history: after a while, when much of it went, or when a reviewer spoke of it.
fn is_worth_keeping(before: &Response, after: &Response) -> bool {
    let length = |response: &Response| response.texts().iter().map(|text| text.len()).sum::<usize>();
    let rested = after.edited_at.millis() - before.edited_at.millis() > WHILE_MS;
    let was_reviewed = before.reviews.iter().any(|review| !review.is_wider() && review.is_of(before));
    rested
        || length(before) >= length(after) + MUCH
        || (was_reviewed && before.answer_sha256() != after.answer_sha256())
}
