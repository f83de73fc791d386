//! The words around what is new in a toolkit year.

use crate::words::years::ids;
use crate::words::{by, capital, count, number};
use standards_met_core::assessment::{
    AnswersAhead, CarryOverChoice, CarryOverNote, EditionNews, ItemNews, ItemOrigin,
};
use standards_met_core::catalogue::{Edition, EvidenceItem, ItemId};

/// More minutes than these are said in hours.
const MANY_MINUTES: u32 = 120;
/// More questions than these are counted and not named.
const FEW: usize = 2;

/// What two toolkit years are called beside each other, the older one first: by their years, or by their titles where the years
/// do not tell them apart.
#[must_use]
pub fn names(old: &Edition, new: &Edition) -> (String, String) {
    let by_year = old.year != new.year && !old.year.trim().is_empty() && !new.year.trim().is_empty();
    let name = |edition: &Edition| if by_year { edition.year.clone() } else { edition.title.clone() };
    (name(old), name(new))
}

#[must_use]
pub fn heading(old: &Edition, new: &Edition) -> String {
    let (old, new) = names(old, new);
    format!("What is new in {new} compared with {old}")
}

/// The news in a few sentences. `ahead` is what they mean for the answers of an assessment in the older edition.
#[must_use]
pub fn summary(old: &Edition, new: &Edition, news: &EditionNews, ahead: Option<&AnswersAhead>) -> String {
    if news.dropped.is_empty() && news.items.iter().all(ItemNews::is_unchanged) {
        return format!("Nothing has changed since {}.", names(old, new).0);
    }
    let mut sentences = vec![new_questions(news)];
    let many = |which: fn(&ItemNews) -> bool| news.items.iter().filter(|item| which(item)).count();
    sentences.extend(some(many(ItemNews::is_reworded), "is reworded", "are reworded"));
    sentences.extend(some(many(ItemNews::is_renumbered), "has a new number", "have new numbers"));
    sentences.extend(merged(new, news, ahead));
    sentences.extend(split(old, news));
    sentences.extend(some(many(ItemNews::has_other_guidance), "has new guidance", "have new guidance"));
    let alike = news.of(ItemOrigin::Alike).count();
    sentences.extend(some(alike, "may replace an older one", "may replace older ones"));
    sentences.extend(some(news.dropped.len(), "is not asked any more", "are not asked any more"));
    sentences.join(" ")
}

fn new_questions(news: &EditionNews) -> String {
    let time = news.minutes().map(|minutes| format!(", {}", about(minutes))).unwrap_or_default();
    match news.of(ItemOrigin::New).count() {
        0 => "No new questions.".into(),
        new => format!("{}{time}.", count(new, "new question")),
    }
}

fn about(minutes: u32) -> String {
    match minutes {
        ..=MANY_MINUTES => format!("about {minutes} minutes"),
        many => format!("about {} hours", (many + 30) / 60),
    }
}

/// How many questions something is so of. `None` where there are none.
fn some(many: usize, is: &str, are: &str) -> Option<String> {
    (many > 0).then(|| format!("{} {}.", count(many, "question"), if many == 1 { is } else { are }))
}

/// What became one, by what it is about. `None` where nothing did.
fn merged(new: &Edition, news: &EditionNews, ahead: Option<&AnswersAhead>) -> Option<String> {
    let all: Vec<&ItemNews> = news.of(ItemOrigin::Merged).collect();
    if all.len() > FEW {
        return Some(format!("{} questions are each made of several older ones.", all.len()));
    }
    let one = |item: &&ItemNews| {
        let topic = new.item(&item.item).and_then(|found| found.topic.as_deref());
        let answered = |ahead: &AnswersAhead| item.from.iter().all(|from| ahead.answered.contains(from));
        let many = number(item.from.len());
        let what = match ahead.is_some_and(answered) {
            true => format!("Your {many} answers"),
            false => format!("{} questions", capital(&many)),
        };
        match topic {
            Some(topic) => format!("{what} about {topic} become one."),
            None => format!("{what} become one: {}.", item.item),
        }
    };
    (!all.is_empty()).then(|| all.iter().map(one).collect::<Vec<_>>().join(" "))
}

/// What became several, by what it is about. `None` where nothing did.
fn split(old: &Edition, news: &EditionNews) -> Option<String> {
    let all = news.split();
    if all.len() > FEW {
        return Some(format!("{} questions each become several.", all.len()));
    }
    let one = |item: &&ItemId| {
        let many = number(news.continuing(item).len());
        match old.item(item).and_then(|found| found.topic.as_deref()) {
            Some(topic) => format!("One question about {topic} becomes {many}."),
            None => format!("{item} becomes {many} questions."),
        }
    };
    (!all.is_empty()).then(|| all.iter().map(one).collect::<Vec<_>>().join(" "))
}

/// What the news mean for the answers of `year`.
#[must_use]
pub fn answers(ahead: &AnswersAhead, year: &str) -> String {
    if ahead.answered.is_empty() {
        return format!("Nothing was answered in {year}, so there is nothing to carry over.");
    }
    let mut sentences = Vec::new();
    let unchanged = ahead.unchanged.len();
    if unchanged > 0 {
        let questions = count(unchanged, "question");
        sentences
            .push(format!("{questions} can use your {year} answer, once you confirm that it is still true."));
    }
    sentences.extend(match (ahead.other_guidance.len(), unchanged) {
        (0, _) => None,
        (_, 1) => Some("It has new guidance, so read that first.".into()),
        (1, _) => Some("1 of them has new guidance, so read that first.".into()),
        (many, _) => Some(format!("{many} of them have new guidance, so read that first.")),
    });
    let needs = "needs a closer look at the answer, because it has changed";
    let need = "need a closer look at the answer, because they have changed";
    sentences.extend(some(ahead.to_review.len(), needs, need));
    let may_use = "looks like an older one: you decide whether to use that answer";
    let may_each = "look like older ones: you decide whether to use those answers";
    sentences.extend(some(ahead.alike.len(), may_use, may_each));
    sentences.extend(match ahead.dropped.len() {
        0 => None,
        1 => Some("1 of your answers is not asked for any more.".into()),
        many => Some(format!("{many} of your answers are not asked for any more.")),
    });
    sentences.join(" ")
}

/// Why there is nothing to compare. `named`: two years were asked for.
#[must_use]
pub fn no_pair(named: bool) -> &'static str {
    if named {
        "Choose two different toolkit years that are on this device."
    } else {
        "Only one toolkit year is on this device. Add another one under “Editions”, and you can compare them here."
    }
}

/// That the newer year says nothing of the older one.
#[must_use]
pub fn by_wording_alone(old: &Edition, new: &Edition) -> String {
    let (old, new) = names(old, new);
    format!(
        "{new} does not say which questions of {old} it continues. We compared the words alone, so an old question in other \
         words is listed as new."
    )
}

/// How long it takes and who can answer it.
#[must_use]
pub fn time_and_who(item: &EvidenceItem) -> Option<String> {
    let minutes = u32::from(item.minutes?);
    Some(format!("{}. For: {}.", capital(&about(minutes)), by(&item.who)))
}

/// What it was in the older year. `None` where that is nothing, or the same number.
#[must_use]
pub fn was(item: &ItemNews, old: &str) -> Option<String> {
    let from = ids(&item.from);
    match item.origin {
        ItemOrigin::Merged => Some(format!("Made of {from} of {old}.")),
        ItemOrigin::Split => Some(format!("Part of what was {from} in {old}.")),
        ItemOrigin::Alike => Some(format!("It may replace {from} of {old}. Check that it asks the same.")),
        ItemOrigin::Single if item.is_renumbered() => Some(format!("It was {from} in {old}.")),
        ItemOrigin::Single | ItemOrigin::New => None,
    }
}

/// That its number was that of another question. `None` where it was not.
#[must_use]
pub fn reused(item: &ItemNews, news: &EditionNews, old: &str) -> Option<String> {
    let id = &item.item;
    let now: Vec<ItemId> = news.continuing(id).into_iter().cloned().collect();
    let now = match now.as_slice() {
        [] => "is not asked any more".into(),
        now => format!("is {} now", ids(now)),
    };
    item.is_number_reused.then(|| format!("Take care: in {old}, {id} was another question. That one {now}."))
}

/// What became of the `answers` of the older year that there are. `None` where there are none, and nothing was carried over by
/// hand either.
#[must_use]
pub fn became(note: Option<&CarryOverNote>, waits: bool, answers: usize, year: &str) -> Option<String> {
    let chosen = note.map(|note| note.items.len()).unwrap_or_default();
    let (what, are) = match if answers == 0 { chosen } else { answers } {
        0 => return None,
        1 => (format!("Your {year} answer"), "is"),
        many => (format!("Your {} {year} answers", number(many)), "are"),
    };
    Some(match note.map(|note| note.choice) {
        None => format!("{what} {are} not used yet."),
        Some(CarryOverChoice::Leave) => format!("{what} {are} not used."),
        Some(_) if waits => format!("{what} {are} carried over and not confirmed yet."),
        Some(_) => format!("{what} {are} carried over and confirmed."),
    })
}

#[cfg(test)]
mod tests;
