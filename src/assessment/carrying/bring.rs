//! What comes from the responses of another edition, and how it goes together with what is there.

use crate::assessment::{Action, Evidence, Id, Judgement, Response};
use crate::catalogue::{EvidenceItem, ItemId};
use crate::json::{base32, sha256_of};

impl Response {
    /// Adds the texts, the documents and the actions of these responses.
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
    /// Takes back what [`Self::bring`] added of these responses, as far as it is still the same.
    pub(super) fn take_back(&mut self, sources: &[&Self]) {
        self.answer = apart(&self.answer, sources, |source| &source.answer);
        self.comments = apart(&self.comments, sources, |source| &source.comments);
        let reason = apart(&self.not_applicable_reason, sources, |source| &source.not_applicable_reason);
        self.not_applicable_reason = reason;
        for source in sources {
            // Also under the identifier that it got where its own was taken.
            let came = |id: &Id, own: &Id| id == own || *id == other_id(&source.item, own, 2);
            self.evidence.retain(|one| {
                let same = |old: &Evidence| {
                    came(&one.id, &old.id) && Evidence { id: one.id.clone(), ..old.clone() } == *one
                };
                !source.evidence.iter().any(same)
            });
            self.actions.retain(|one| {
                let same = |old: &Action| {
                    came(&one.id, &old.id) && Action { id: one.id.clone(), ..old.clone() } == *one
                };
                !source.actions.iter().any(same)
            });
        }
    }
}

/// The judgement that is the same for all these items. "Not applicable" is none where the new item does not allow it.
pub fn judgement(item: &EvidenceItem, sources: &[&Response], items: &[ItemId]) -> Option<Judgement> {
    let of = |id: &ItemId| sources.iter().find(|source| source.item == *id)?.judgement;
    let first = of(items.first()?)?;
    let agreed = items.iter().all(|id| of(id) == Some(first));
    let allowed = first != Judgement::NotApplicable || item.not_applicable.is_some();
    (agreed && allowed).then_some(first)
}

/// One's own text, and below it what the sources say and it does not. Where more than one of them says something, each
/// under the number of its item.
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

/// What is left of a text when what [`together`] put below it, or made of it, is taken away again.
fn apart(text: &str, sources: &[&Response], of: fn(&Response) -> &str) -> String {
    let brought = together("", sources, of);
    if brought.is_empty() {
        return text.into();
    }
    if text == brought {
        return String::new();
    }
    let own = text.strip_suffix(&brought).and_then(|own| own.strip_suffix("\n\n"));
    own.unwrap_or(text).into()
}

/// Whether a text holds another as paragraphs of its own: "No" is not said by "None".
fn holds(own: &str, said: &str) -> bool {
    let parted = |text: &str| format!("\n\n{}\n\n", text.trim());
    parted(own).contains(&parted(said))
}

/// Adds one to a list in which each has another identifier, unless just that one is there.
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

/// The identifier of what an item brings, where its own is taken: the same each time. `count` begins with 2.
pub fn other_id(source: &ItemId, own: &Id, count: usize) -> Id {
    Id(base32(&sha256_of(&[source.as_str(), "/", own.as_str(), "/", &count.to_string()]), 12))
}
