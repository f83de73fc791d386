//! Saves, and what other versions of the page leave.

use super::memory::Memory;
use super::{built_in, later, now};
use standards_met_core::assessment::Id;
use standards_met_core::exchange::{Document, Envelope};
use standards_met_core::storage::Store;
use standards_met_core::storage::{Reason, Reconciliation, SavePoint, SetAside, load, reconcile, save};

pub fn keep(store: &Memory, document: &Document) -> SavePoint {
    save(store, document, None, now()).expect("it is kept").kept
}

pub fn keep_after(store: &Memory, document: &Document, known: &SavePoint, seconds: f64) -> SavePoint {
    save(store, document, Some(known), later(seconds)).expect("it is kept").kept
}

pub fn place(document: &Document, kept: &SavePoint) -> String {
    format!("standards-met/kept/{}/{}", document.assessment.id, kept.place)
}

pub fn first_form(document: &Document) -> String {
    format!("standards-met/assessment/{}", document.assessment.id)
}

/// What a page of a later version would have written.
pub fn newer(document: &Document) -> String {
    let text = document.to_stored(now());
    let envelope = Envelope { version: 2, ..Envelope::of(&text, 9, now()) };
    envelope.around(&text)
}

pub fn aside(id: &str, document: &Document) -> SetAside {
    SetAside {
        id: Id(id.into()),
        reason: Reason::Removed,
        at: now(),
        name: document.assessment.organisation.name.clone(),
        text: document.to_stored(now()),
    }
}

/// Everything in one store, in another.
pub fn copy(from: &Memory) -> Memory {
    let to = Memory::new();
    for key in from.keys() {
        to.put(&key, &from.get(&key).expect("it is there"));
    }
    to
}

/// The two copies on a device, compared as when the page starts.
pub fn compare(first: &Memory, second: &Memory) -> Reconciliation {
    let ours = load(first, &built_in(), later(10.0)).documents;
    let gone = first.gone.borrow().clone();
    reconcile(first, second, &ours, &gone, &built_in(), later(10.0))
}
