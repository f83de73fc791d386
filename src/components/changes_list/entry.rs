//! A change in words: what changed, and the words that were kept, removed and added.

use crate::words;
use standards_met_core::assessment::{
    Action, Changes, Date, DiffRun, Evidence, FieldChange, Review, Verdict, word_changes,
};
use standards_met_core::catalogue::Edition;
use standards_met_core::date_parts::DateEntry;

/// One change.
pub(super) struct Entry {
    /// What changed, such as "Answer".
    pub what: String,
    pub runs: Vec<DiffRun>,
}

impl Entry {
    /// What was changed of the organisation.
    pub fn of_organisation(edition: &Edition, changes: &Changes) -> Vec<Self> {
        let pair = |what: &str, pair: &Option<(String, String)>| {
            pair.as_ref().map(|(old, new)| Self::from_to(what, old, new))
        };
        let told = changes.told.iter().map(|(question, old, new)| {
            let asked = edition.interview_question(question).map_or(question, |found| &found.question);
            let [old, new] = [*old, *new].map(|told| told.map(words::told).unwrap_or_default());
            Self::from_to(asked, old, new)
        });
        let names = pair("Name", &changes.name).into_iter().chain(pair("ODS code", &changes.ods_code));
        let day = changes
            .publish_day
            .as_ref()
            .map(|(old, new)| Self::from_to("The day you plan to publish", &typed_day(old), &typed_day(new)));
        names.chain(day).chain(told).collect()
    }

    /// A change of an item.
    pub fn of_item(change: &FieldChange) -> Self {
        let text = |what: &str, runs: &[DiffRun]| Self { what: what.to_owned(), runs: runs.to_vec() };
        match change {
            FieldChange::Judgement(old, new) => {
                let [old, new] =
                    [*old, *new].map(|judgement| judgement.map(words::judgement).unwrap_or_default());
                Self::from_to("Is this in place?", old, new)
            }
            FieldChange::Answer(runs) => text("Answer", runs),
            FieldChange::Reason(runs) => text("Reason why it does not apply", runs),
            FieldChange::Explanation(runs) => text("Why this answer is right", runs),
            FieldChange::Comments(runs) => text("Comments", runs),
            FieldChange::Document(old, new) => {
                Self::of_one("Document", old.as_ref().map(document), new.as_ref().map(document))
            }
            FieldChange::Action(old, new) => {
                let done = |action: &Option<Action>| action.as_ref().is_some_and(|action| action.done);
                let what = if done(new) && !done(old) { "Action done" } else { "Action" };
                Self::of_one(what, old.as_ref().map(action), new.as_ref().map(action))
            }
            FieldChange::Review(old, new) => {
                Self::of_one("Review", old.as_ref().map(review), new.as_ref().map(review))
            }
        }
    }

    /// Something that was added, removed or changed.
    fn of_one(what: &str, old: Option<String>, new: Option<String>) -> Self {
        let how = match (&old, &new) {
            (None, _) => "added",
            (_, None) => "removed",
            _ => "changed",
        };
        // "Action done" says it.
        let what = if what.ends_with("done") { what.to_owned() } else { format!("{what} {how}") };
        Self { what, runs: word_changes(&old.unwrap_or_default(), &new.unwrap_or_default()) }
    }

    /// Two texts that are read whole, the first struck through.
    fn from_to(what: &str, old: &str, new: &str) -> Self {
        let mut runs = Vec::new();
        if !old.is_empty() {
            runs.extend([DiffRun::Removed(old.into()), DiffRun::Kept(" ".into())]);
        }
        if new.is_empty() {
            runs.push(DiffRun::Kept("(nothing)".into()));
        } else {
            runs.push(DiffRun::Added(new.into()));
        }
        Self { what: what.to_owned(), runs }
    }
}

fn typed_day(entry: &DateEntry) -> String {
    match entry {
        DateEntry::Date(day) => day.map(Date::in_words).unwrap_or_default(),
        DateEntry::Draft(typed) => typed.clone(),
    }
}

fn document(one: &Evidence) -> String {
    let approved = one.approved_on.map(|day| format!(", approved {}", day.in_words()));
    format!("{}{}", words::placed(one), approved.unwrap_or_default())
}

fn action(one: &Action) -> String {
    let mut said = words::owned(one);
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
