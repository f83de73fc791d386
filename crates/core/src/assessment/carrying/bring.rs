//! What is brought from the responses of another edition, and how it is combined with what is there.

use super::note::{ALONE, BELOW, BROUGHT};
use crate::assessment::{Action, Evidence, Id, Judgement, Response};
use crate::catalogue::{EvidenceItem, ItemId};
use crate::json::{Extra, base32, sha256_of};
use serde_json::Value;

impl Response {
    /// Adds the texts, documents and actions of these responses.
    pub(super) fn bring(&mut self, sources: &[&Self]) {
        self.answer = together(&self.answer, sources, |source| &source.answer);
        self.comments = together(&self.comments, sources, |source| &source.comments);
        let reason = together(&self.not_applicable_reason, sources, |source| &source.not_applicable_reason);
        self.not_applicable_reason = reason;
        for source in sources {
            for one in source.evidence.iter().filter(|one| !one.is_blank()) {
                add(&mut self.evidence, one, &source.item, |one| &one.id, |one, id| Evidence { id, ..one });
            }
            for one in source.actions.iter().filter(|one| !one.is_blank()) {
                add(&mut self.actions, one, &source.item, |one| &one.id, |one, id| Action { id, ..one });
            }
        }
    }
}

impl Response {
    /// Returns what [`Self::bring`] has added to `before`, for the note. A text is noted as [`ALONE`] when its field
    /// was empty before, and as [`BELOW`] when it was added below the home's own text. Documents and actions are noted
    /// by their identifiers.
    pub(super) fn brought_since(&self, before: &Self) -> Extra {
        let mut brought = Extra::new();
        for (field, of) in TEXTS {
            if of(self) != of(before) {
                let how = if of(before).trim().is_empty() { ALONE } else { BELOW };
                brought.insert(field.into(), how.into());
            }
        }
        let documents = |of: &Self| of.evidence.iter().map(|one| one.id.clone()).collect::<Vec<Id>>();
        let actions = |of: &Self| of.actions.iter().map(|one| one.id.clone()).collect::<Vec<Id>>();
        for (field, mut ids, before) in
            [("evidence", documents(self), documents(before)), ("actions", actions(self), actions(before))]
        {
            ids.retain(|id| !before.contains(id));
            if !ids.is_empty() {
                brought.insert(field.into(), ids.into_iter().map(|id| Value::String(id.0)).collect());
            }
        }
        brought
    }

    /// Removes what [`Self::bring`] added from these responses, as far as it is unchanged. The home's own content
    /// stays, even where it is the same as what was brought.
    pub(super) fn take_back(&mut self, sources: &[&Self]) {
        let brought = self.note().and_then(|note| note.get(BROUGHT)).and_then(Value::as_object).cloned();
        // Notes of the first versions of the program do not say what was brought.
        let came_as = |field: &str, how: &str| {
            brought.as_ref().is_none_or(|brought| brought.get(field).is_some_and(|came| came == how))
        };
        for (field, of) in TEXTS {
            let whole = together("", sources, of);
            let text = of(self);
            let left = if whole.is_empty() {
                None
            } else if text == whole {
                came_as(field, ALONE).then(String::new)
            } else if came_as(field, BELOW) {
                text.strip_suffix(&whole).and_then(|own| own.strip_suffix("\n\n")).map(str::to_owned)
            } else {
                None
            };
            if let Some(left) = left {
                *text_of(self, field) = left;
            }
        }
        let came = |field: &str, source: &Self, id: &Id, own: &Id| match &brought {
            Some(brought) => {
                let ids = brought.get(field).and_then(Value::as_array).into_iter().flatten();
                ids.filter_map(Value::as_str).any(|came| came == id.as_str())
            }
            // Also match the identifier that was assigned where the original one was taken.
            None => id == own || *id == other_id(&source.item, own, 2),
        };
        for source in sources {
            self.evidence.retain(|one| {
                let same = |old: &Evidence| {
                    came("evidence", source, &one.id, &old.id)
                        && Evidence { id: one.id.clone(), ..old.clone() } == *one
                };
                !source.evidence.iter().any(same)
            });
            self.actions.retain(|one| {
                let same = |old: &Action| {
                    came("actions", source, &one.id, &old.id)
                        && Action { id: one.id.clone(), ..old.clone() } == *one
                };
                !source.actions.iter().any(same)
            });
        }
    }
}

/// A text of a response: the field's name in the file, and how to read it.
type ResponseText = (&'static str, fn(&Response) -> &str);

/// The texts that are brought.
const TEXTS: [ResponseText; 3] = [
    ("answer", |response| &response.answer),
    ("comments", |response| &response.comments),
    ("not_applicable_reason", |response| &response.not_applicable_reason),
];

fn text_of<'a>(response: &'a mut Response, field: &str) -> &'a mut String {
    match field {
        "answer" => &mut response.answer,
        "comments" => &mut response.comments,
        _ => &mut response.not_applicable_reason,
    }
}

/// Returns the judgement that all these items share. `None` when they differ or one has none. "Not applicable" also
/// gives `None` when the new item does not allow it.
pub fn judgement(item: &EvidenceItem, sources: &[&Response], items: &[ItemId]) -> Option<Judgement> {
    let of = |id: &ItemId| sources.iter().find(|source| source.item == *id)?.judgement;
    let first = of(items.first()?)?;
    let agreed = items.iter().all(|id| of(id) == Some(first));
    let allowed = first != Judgement::NotApplicable || item.not_applicable.is_some();
    (agreed && allowed).then_some(first)
}

/// Returns the home's own text, followed by the source texts that it does not contain yet. When several sources have a
/// text, each one is below the number of its item.
fn together(own: &str, sources: &[&Response], text: fn(&Response) -> &str) -> String {
    let said = sources.iter().map(|source| (&source.item, text(source)));
    let said: Vec<(&ItemId, &str)> = said.filter(|(_, text)| !text.trim().is_empty()).collect();
    let several = said.len() > 1;
    let mut texts: Vec<String> = Vec::new();
    if !own.trim().is_empty() {
        texts.push(own.into());
    }
    for (item, said) in said.into_iter().filter(|(_, said)| !holds(own, said)) {
        texts.push(if several { format!("From {item}:\n{said}") } else { said.into() });
    }
    if texts.is_empty() { own.into() } else { texts.join("\n\n") }
}

/// Returns whether a text contains another one as whole paragraphs. "None" does not contain "No".
fn holds(own: &str, said: &str) -> bool {
    let parted = |text: &str| format!("\n\n{}\n\n", text.trim());
    parted(own).contains(&parted(said))
}

/// Adds an entry to a list in which identifiers are unique, unless an equal entry is there. An entry whose identifier
/// is taken gets another one.
fn add<T: Clone + PartialEq>(
    list: &mut Vec<T>,
    one: &T,
    source: &ItemId,
    id: fn(&T) -> &Id,
    renamed: fn(T, Id) -> T,
) {
    let (own, mut added) = (id(one), one.clone());
    let mut count = 1;
    while let Some(there) = list.iter().find(|there| id(there) == id(&added)) {
        if *there == added {
            return;
        }
        count += 1;
        added = renamed(added, other_id(source, own, count));
    }
    list.push(added);
}

/// Returns the identifier of a brought entry whose own identifier is taken. It is the same each time. The first `count`
/// is 2.
pub fn other_id(source: &ItemId, own: &Id, count: usize) -> Id {
    Id(base32(&sha256_of(&[source.as_str(), "/", own.as_str(), "/", &count.to_string()]), 12))
}
