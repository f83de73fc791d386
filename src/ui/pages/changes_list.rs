//! A list of changes, by part and item, with words for whoever does not see the colours.

use crate::ui::element::{El, el, fragment};
use crate::words;
use standards_met_core::assessment::{
    Action, Changes, DiffRun, Evidence, FieldChange, Review, Verdict, word_changes,
};
use standards_met_core::catalogue::{Edition, ItemId};

pub fn changes_list(edition: &Edition, changes: &Changes) -> El {
    let of_part = |part: &standards_met_core::catalogue::Part| {
        let inside = |item: &ItemId| part.items.iter().any(|one| one.id == *item);
        group(edition, &part.title, changes, &inside)
    };
    let elsewhere = |item: &ItemId| edition.item(item).is_none();
    fragment().child(organisation(edition, changes)).children(edition.parts.iter().map(of_part)).child(group(
        edition,
        "Items that are not in this list of questions",
        changes,
        &elsewhere,
    ))
}

/// What was said of the organisation; nothing where that is the same.
fn organisation(edition: &Edition, changes: &Changes) -> El {
    let pair = |what: &str, pair: &Option<(String, String)>| {
        pair.as_ref().map(|(old, new)| entry(what, from_to(old, new)))
    };
    let mut entries: Vec<El> = Vec::new();
    entries.extend(pair("Name", &changes.name));
    entries.extend(pair("ODS code", &changes.ods_code));
    for (question, old, new) in &changes.told {
        let asked = edition.interview_question(question).map_or(question.as_str(), |found| &found.question);
        let [old, new] = [old, new].map(|told| told.map(words::told).unwrap_or_default());
        entries.push(entry(asked, from_to(old, new)));
    }
    if entries.is_empty() {
        return fragment();
    }
    el("section").child(el("h2").text("Your organisation")).children(entries)
}

/// The items of one part; nothing where they are all the same.
fn group(edition: &Edition, title: &str, changes: &Changes, inside: &dyn Fn(&ItemId) -> bool) -> El {
    let items: Vec<El> = changes
        .items
        .iter()
        .filter(|(item, _)| inside(item))
        .map(|(item, changes)| one_item(edition, item, changes))
        .collect();
    if items.is_empty() {
        return fragment();
    }
    el("section").child(el("h2").text(title)).children(items)
}

fn one_item(edition: &Edition, item: &ItemId, changes: &[FieldChange]) -> El {
    let question = edition.item(item).map(|found| format!(" {}", found.question)).unwrap_or_default();
    el("div")
        .class("app-aside-row")
        .attr("role", "group")
        .attr("aria-label", item.as_str())
        .child(el("h3").child(el("span").class("app-id").text(item.as_str())).text(&question))
        .children(changes.iter().map(changed))
}

fn changed(changed: &FieldChange) -> El {
    match changed {
        FieldChange::Judgement(old, new) => {
            let [old, new] = [old, new].map(|judgement| judgement.map(words::judgement).unwrap_or_default());
            entry("Does your home do this?", from_to(old, new))
        }
        FieldChange::Answer(runs) => entry("Answer", in_words(runs)),
        FieldChange::Reason(runs) => entry("Reason why it does not apply", in_words(runs)),
        FieldChange::Comments(runs) => entry("Comments", in_words(runs)),
        FieldChange::Document(old, new) => {
            one("Document", old.as_ref().map(document), new.as_ref().map(document))
        }
        FieldChange::Action(old, new) => {
            let done = |action: &Option<Action>| action.as_ref().is_some_and(|action| action.done);
            let what = if done(new) && !done(old) { "Action done" } else { "Action" };
            one(what, old.as_ref().map(action), new.as_ref().map(action))
        }
        FieldChange::Review(old, new) => one("Review", old.as_ref().map(review), new.as_ref().map(review)),
    }
}

/// Something that was added, removed or changed.
fn one(what: &str, old: Option<String>, new: Option<String>) -> El {
    let how = match (&old, &new) {
        (None, _) => "added",
        (_, None) => "removed",
        _ => "changed",
    };
    // "Action done" says it.
    let what = if what.ends_with("done") { what.to_owned() } else { format!("{what} {how}") };
    let runs = word_changes(&old.unwrap_or_default(), &new.unwrap_or_default());
    entry(&what, in_words(&runs))
}

fn entry(what: &str, said: El) -> El {
    el("div").class("app-changed__one").child(el("p").child(el("b").text(what))).child(said)
}

/// Two texts that are read whole, the first struck through.
fn from_to(old: &str, new: &str) -> El {
    let mut runs = Vec::new();
    if !old.is_empty() {
        runs.extend([DiffRun::Removed(old.into()), DiffRun::Kept(" ".into())]);
    }
    if new.is_empty() {
        runs.push(DiffRun::Kept("(nothing)".into()));
    } else {
        runs.push(DiffRun::Added(new.into()));
    }
    in_words(&runs)
}

fn in_words(runs: &[DiffRun]) -> El {
    let run = |run: &DiffRun| match run {
        DiffRun::Kept(text) => fragment().text(text),
        DiffRun::Removed(text) => marked("del", "removed: ", text),
        DiffRun::Added(text) => marked("ins", "added: ", text),
    };
    el("p").class("app-words").children(runs.iter().map(run))
}

/// Few screen readers say of themselves what is struck through or underlined.
fn marked(tag: &str, mark: &str, text: &str) -> El {
    let unseen = |text: &str| el("span").class("nhsuk-u-visually-hidden").text(text);
    el(tag).child(unseen(mark)).text(text).child(unseen("; "))
}

fn document(one: &Evidence) -> String {
    let approved = one.approved_on.map(|day| format!(", approved {}", day.in_words()));
    format!("{}, {}{}", one.title, one.location, approved.unwrap_or_default())
}

fn action(one: &Action) -> String {
    let mut said = one.what.clone();
    if !one.owner.is_empty() {
        said.push_str(&format!(" ({})", one.owner));
    }
    if let Some(day) = one.due {
        said.push_str(&format!(", by {}", day.in_words()));
    }
    if let Some(priority) = one.priority {
        said.push_str(&format!(", priority {}", words::priority(priority).to_ascii_lowercase()));
    }
    match one.done_on.filter(|_| one.done) {
        Some(day) => said.push_str(&format!(", done on {}", day.in_words())),
        None if one.done => said.push_str(", done"),
        None => {}
    }
    said
}

fn review(one: &Review) -> String {
    let verdict = match one.verdict {
        None => "",
        Some(Verdict::Agreed) => " Agreed.",
        Some(Verdict::Question) => " A question.",
        Some(Verdict::NotAgreed) => " Not agreed.",
    };
    format!("{}:{verdict} {}", one.reviewer, one.comments)
}
