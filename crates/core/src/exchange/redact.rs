//! A copy of an assessment in which something is left out, for somebody who may not see everything.
//!
//! It has an identifier of its own and says of itself what it is ([`Document::redacted`]), so that it can never take the
//! place of the assessment that it was made from, nor be merged into it.

use super::document::Document;
use crate::assessment::{Assessment, Id, InterviewAnswer, Response};
use crate::catalogue::ItemId;
use crate::json::Extra;
use serde_json::Value;

/// The field of a document that says what was left out of it: `names`, `comments`, `part 2`.
const REDACTED: &str = "redacted";
const NAMES: &str = "names";
const COMMENTS: &str = "comments";
const PART: &str = "part ";

/// Only these fields go into the copy: what this version does not know may hold anything.
const OF_RESPONSE: [&str; 10] = [
    "item",
    "judgement",
    "answer",
    "evidence",
    "comments",
    "not_applicable_reason",
    "suggested",
    "actions",
    "reviews",
    "edited_at",
];
const OF_EVIDENCE: [&str; 4] = ["id", "title", "location", "approved_on"];
const OF_ACTION: [&str; 7] = ["id", "what", "owner", "due", "priority", "done", "done_on"];
/// Also what a review is about, so that what was said of a whole part does not pass for a word on one item.
const OF_REVIEW: [&str; 7] = ["id", "reviewer", "verdict", "comments", "reviewed_at", "about", "resolved"];

/// What is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redaction {
    /// Who does an action, and who reviewed.
    pub names: bool,
    /// The manager's and the reviewers'.
    pub comments: bool,
    /// The parts with these numbers, with all that was given for their items.
    pub parts: Vec<u8>,
}

impl Redaction {
    /// Whether nothing is left out.
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
    /// What was left out of a redacted copy; `None` for any other document. A file may say it in a form that is not known
    /// here: it is a redacted copy all the same.
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

/// Makes a copy with this identifier that says what is left out of it. People's names become `Person 1`, `Person 2`, the
/// same for the same name, so that it can still be seen what has somebody to do it. Names within an answer, a document or
/// an action cannot be told from other words: they stay.
#[must_use]
pub fn redact(document: &Document, id: Id, leave: &Redaction) -> Document {
    let from = &document.assessment;
    let stays = |item: &ItemId| match document.edition.part_of(item) {
        Some(part) => !leave.parts.contains(&part.number),
        // Nobody knows which part it would belong to.
        None => leave.parts.is_empty(),
    };
    // A question about the organisation tells of the items that it settles.
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

/// A response without what is to be left out. There always is one.
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

/// Puts the number of a person in the place of their name. Where there is no name, there still is none.
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
