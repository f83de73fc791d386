//! Finding items by the text in them or in their responses.

use super::{Assessment, Response, SearchWords, Status};
use crate::catalogue::{AnswerKind, Edition, EvidenceItem, ItemId};

/// A search for items. A field that is empty or `None` does not narrow it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that must all occur in an item or its response, as [`SearchWords`] finds them.
    pub words: String,
    /// The number of a part, counted from 1.
    pub part: Option<u8>,
    pub status: Option<Status>,
    pub kind: Option<AnswerKind>,
    /// Part of the name of the owner of an action of the item, found as `words` are.
    pub owner: String,
}

impl Query {
    /// Returns whether the query does not narrow the search at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// An item that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub item: ItemId,
    /// The text around the match. `None` if everything was found in the number, the topic or the question of the item.
    pub around: Option<String>,
}

/// How many characters of a text are shown before and after a match.
const AROUND: usize = 50;

/// Returns all items that match, in the order of the edition.
#[must_use]
pub fn search(edition: &Edition, assessment: &Assessment, query: &Query) -> Vec<Hit> {
    let (words, owner) = (SearchWords::of(&query.words), SearchWords::of(&query.owner));
    let mut found = Vec::new();
    for part in edition.parts.iter().filter(|part| query.part.is_none_or(|number| number == part.number)) {
        for item in &part.items {
            let status = || assessment.status(edition, item);
            let response = assessment.response(&item.id);
            if query.status.is_none_or(|wanted| wanted == status()) && fits(item, response, query, &owner) {
                found.extend(hit(item, response, &words));
            }
        }
    }
    found
}

fn fits(item: &EvidenceItem, response: Option<&Response>, query: &Query, owner: &SearchWords) -> bool {
    let owned =
        |given: &Response| given.actions.iter().any(|action| owner.find_in(&[&action.owner]).is_some());
    query.kind.is_none_or(|wanted| wanted == item.kind)
        && (query.owner.trim().is_empty() || response.is_some_and(owned))
}

/// Returns the item as a hit. `None` if one of the words is in none of its texts.
fn hit(item: &EvidenceItem, response: Option<&Response>, words: &SearchWords) -> Option<Hit> {
    // The first three are in sight as they are.
    let mut texts: Vec<&str> =
        vec![item.id.as_str(), item.topic.as_deref().unwrap_or_default(), &item.question, &item.tooltip];
    texts.extend(item.in_short.as_deref());
    if let Some(response) = response {
        texts.extend(response.texts());
    }
    let found = words.find_in(&texts)?;
    let hidden = found.into_iter().find(|(place, _)| *place > 2);
    let around = hidden.and_then(|(place, at)| texts.get(place).map(|text| excerpt(text, at)));
    Some(Hit { item: item.id.clone(), around })
}

/// Returns the characters around a byte offset, on one line.
fn excerpt(text: &str, at: usize) -> String {
    let start = text.get(..at).map_or(0, |before| before.chars().count()).saturating_sub(AROUND);
    let shown: String = text.chars().skip(start).take(2 * AROUND).collect();
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    let (before, after) = (start > 0, text.chars().count() > start + 2 * AROUND);
    format!("{}{shown}{}", if before { "… " } else { "" }, if after { " …" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{ActionEdit, Edit, Id, Judgement, Timestamp};

    fn home() -> (Edition, Assessment) {
        let mut home = Assessment::new(Id("a".into()), "Home", "", Timestamp::default());
        let action = |edit| Edit::Action(Id("a".into()), edit);
        for (item, edit) in [
            ("1.1.5", Edit::Answer("Élise leads.\nShe keeps the pelican file.".into())),
            ("1.1.5", Edit::Judge(Some(Judgement::Met))),
            ("2.1.1", action(ActionEdit::What("Buy a toucan".into()))),
            ("2.1.1", action(ActionEdit::Owner("Priya Shah".into()))),
        ] {
            home.edit(&ItemId(item.into()), edit, Timestamp::default());
        }
        (Edition::built_in(), home)
    }

    fn check(query: &Query, expected: &[&str]) {
        let (edition, home) = home();
        let found = search(&edition, &home, query);
        assert_eq!(found.iter().map(|hit| hit.item.as_str()).collect::<Vec<_>>(), expected, "{query:?}");
    }

    fn words(words: &str) -> Query {
        Query { words: words.into(), ..Query::default() }
    }

    #[test]
    fn words_are_found_in_questions_tooltips_answers_and_actions() {
        check(&words("induction process"), &["2.1.1"]);
        check(&words("computer port control"), &["9.5.2"]);
        check(&words("PELICAN"), &["1.1.5"]);
        check(&words("elise"), &["1.1.5"]);
        check(&words("toucan"), &["2.1.1"]);
        check(&words("public wifi"), &["6.3.2"]);
        check(&words("10.2.1"), &["10.2.1"]);
        check(&words("people's rights under"), &[]);
        check(&words("pelican toucan"), &[]);
        check(&words("elican"), &[]);
    }

    #[test]
    fn filters_narrow_it_down() {
        check(
            &Query { part: Some(1), ..Query::default() },
            &["1.1.5", "2.1.1", "2.1.2", "3.1.1", "3.2.1", "3.4.1", "4.1.1"],
        );
        check(&Query { status: Some(Status::Met), ..Query::default() }, &["1.1.5"]);
        check(
            &Query { kind: Some(AnswerKind::Document), ..Query::default() },
            &["1.1.2", "1.2.1", "1.3.11", "8.2.1"],
        );
        check(&Query { owner: "priya".into(), ..Query::default() }, &["2.1.1"]);
        check(&Query { owner: "helen".into(), ..Query::default() }, &[]);
        check(&Query { part: Some(4), ..words("password") }, &["4.5.4", "6.3.2", "9.1.1"]);
        assert_eq!(search(&home().0, &home().1, &Query::default()).len(), 43);
    }

    #[test]
    fn what_was_found_is_shown_with_the_words_around_it() {
        let (edition, home) = home();
        let around =
            |text: &str| search(&edition, &home, &words(text)).into_iter().next().and_then(|hit| hit.around);
        assert_eq!(around("pelican").as_deref(), Some("Élise leads. She keeps the pelican file."));
        assert_eq!(around("responsibility"), None);
        assert!(around("deciphered").is_some_and(|text| text.starts_with("… ") && text.ends_with(" …")));
    }
}
