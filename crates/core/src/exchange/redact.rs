//! A copy of an assessment with something left out, for a person who may not see everything.
//!
//! It has its own identifier and states that it is a redacted copy ([`Document::redacted`]), so that it can neither
//! replace the assessment that it was made from nor be merged into it.

use super::document::Document;
use crate::assessment::{Assessment, Id, InterviewAnswer, Response};
use crate::catalogue::ItemId;
use crate::json::Extra;
use serde_json::Value;

/// The field of a document that lists what was left out of it: `names`, `comments`, `part 2`.
const REDACTED: &str = "redacted";
const NAMES: &str = "names";
const COMMENTS: &str = "comments";
const PART: &str = "part ";

/// Only these fields are copied: fields that this version does not know may hold anything.
const OF_RESPONSE: [&str; 11] = [
    "item",
    "judgement",
    "answer",
    "evidence",
    "comments",
    "not_applicable_reason",
    "explanation",
    "suggested",
    "actions",
    "reviews",
    "edited_at",
];
const OF_EVIDENCE: [&str; 4] = ["id", "title", "location", "approved_on"];
const OF_ACTION: [&str; 7] = ["id", "what", "owner", "due", "priority", "done", "done_on"];
/// Includes what a review is about, so that a remark on a whole part is not taken for one on a single item.
const OF_REVIEW: [&str; 7] = ["id", "reviewer", "verdict", "comments", "reviewed_at", "about", "resolved"];

/// What is left out of a redacted copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redaction {
    /// The names of action owners and of reviewers.
    pub names: bool,
    /// The comments of the manager and of the reviewers.
    pub comments: bool,
    /// The numbers of the parts that are left out, with everything that was given for their items.
    pub parts: Vec<u8>,
}

impl Redaction {
    /// Returns whether nothing is left out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn write(&self) -> Value {
        let mut said: Vec<Value> = Vec::new();
        for (left, name) in [(self.names, NAMES), (self.comments, COMMENTS)] {
            said.extend(left.then(|| Value::String(name.into())));
        }
        said.extend(self.parts.iter().map(|number| Value::String(format!("{PART}{number}"))));
        Value::Array(said)
    }
}

impl Document {
    /// Returns what was left out of a redacted copy, or `None` for any other document. A file may list it in a form
    /// that is not known here; it is a redacted copy all the same.
    #[must_use]
    pub fn redacted(&self) -> Option<Redaction> {
        let said = self.extra.get(REDACTED).filter(|said| !said.is_null())?;
        let mut leave = Redaction::default();
        for one in said.as_array().into_iter().flatten().filter_map(Value::as_str) {
            let part = one.strip_prefix(PART).and_then(|number| number.parse::<u8>().ok());
            leave.names |= one == NAMES;
            leave.comments |= one == COMMENTS;
            leave.parts.extend(part);
        }
        Some(leave)
    }
}

/// Makes a copy with this identifier that states what is left out of it. People's names become `Person 1`, `Person 2`
/// and so on, with one number for each name, so that it stays visible which actions have an owner. Names within an
/// answer, a document or an action cannot be told from other words and stay.
#[must_use]
pub fn redact(document: &Document, id: Id, leave: &Redaction) -> Document {
    let from = &document.assessment;
    let stays = |item: &ItemId| match document.edition.part_of(item) {
        Some(part) => !leave.parts.contains(&part.number),
        // It is not known which part the item would belong to.
        None => leave.parts.is_empty(),
    };
    // The answer to a question about the organisation gives away something about the items that the question settles.
    let asked = |question: &String| {
        let mut settles = document
            .edition
            .items()
            .filter(|item| item.not_applicable.as_ref().is_some_and(|rule| rule.if_no_to.contains(question)));
        leave.parts.is_empty() || settles.any(|item| stays(&item.id))
    };
    let name = format!("{} (redacted copy)", from.organisation.name);
    let mut copy = Assessment::new(id, &name, &from.organisation.ods_code, from.created_at);
    copy.edited_at = from.edited_at;
    copy.example = from.example;
    copy.publish_on = from.publish_on;
    copy.publish_changed_at = from.publish_changed_at;
    for given in from.interview.iter().filter(|given| asked(&given.question)) {
        let (question, answer, answered_at) = (given.question.clone(), given.answer, given.answered_at);
        copy.interview.push(InterviewAnswer { question, answer, answered_at, extra: Extra::new() });
    }
    let mut people = Vec::new();
    let responses = from.responses.iter().filter(|response| stays(&response.item));
    copy.responses = responses.filter_map(|response| without(response, leave, &mut people)).collect();
    let mut extra = Extra::new();
    extra.insert(REDACTED.into(), leave.write());
    Document { edition: document.edition.clone(), assessment: copy, extra }
}

/// Returns a response without what is to be left out. The result is always `Some`.
fn without(response: &Response, leave: &Redaction, people: &mut Vec<String>) -> Option<Response> {
    let mut fields = response.write();
    only(&mut fields, &OF_RESPONSE);
    if leave.comments {
        empty(&mut fields, "comments");
    }
    for evidence in objects(&mut fields, "evidence") {
        only(evidence, &OF_EVIDENCE);
    }
    for action in objects(&mut fields, "actions") {
        only(action, &OF_ACTION);
        if leave.names {
            stand_in(action, "owner", people);
        }
    }
    for review in objects(&mut fields, "reviews") {
        only(review, &OF_REVIEW);
        if leave.names {
            stand_in(review, "reviewer", people);
        }
        if leave.comments {
            empty(review, "comments");
        }
    }
    Response::read(&fields).ok()
}

fn only(fields: &mut Extra, known: &[&str]) {
    fields.retain(|field, _| known.contains(&field.as_str()));
}

fn empty(fields: &mut Extra, field: &str) {
    fields.insert(field.into(), Value::String(String::new()));
}

fn objects<'a>(fields: &'a mut Extra, field: &str) -> impl Iterator<Item = &'a mut Extra> {
    let list = fields.get_mut(field).and_then(Value::as_array_mut);
    list.into_iter().flatten().filter_map(Value::as_object_mut)
}

/// Replaces a person's name by the number of the person. An empty name stays empty.
fn stand_in(fields: &mut Extra, field: &str, people: &mut Vec<String>) {
    let name = fields.get(field).and_then(Value::as_str).unwrap_or_default().trim().to_ascii_lowercase();
    if name.is_empty() {
        return empty(fields, field);
    }
    let place = people.iter().position(|known| *known == name).unwrap_or_else(|| {
        people.push(name);
        people.len() - 1
    });
    fields.insert(field.into(), Value::String(format!("Person {}", place + 1)));
}
