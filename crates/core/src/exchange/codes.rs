//! The codes of a file: the check code, by which people know the same answers again, and the checksum, by which the page
//! sees that a file is as it was written.

use crate::json::{Extra, base32, compact, sha256_of};
use crate::sorting::sort_by;
use serde_json::Value;

/// The field with the check code.
pub(super) const CHECK_CODE: &str = "check_code";
/// The field with the checksum. Files of the first versions have none: their check code is of every field.
pub(super) const CHECKSUM: &str = "checksum";

/// What counts of a response, an evidence entry and an action for the check code: what a person gave.
const OF_RESPONSE: [&str; 6] =
    ["item", "judgement", "answer", "comments", "not_applicable_reason", "explanation"];
const OF_EVIDENCE: [&str; 3] = ["title", "location", "approved_on"];
const OF_ACTION: [&str; 6] = ["what", "owner", "due", "priority", "done", "done_on"];

/// The codes of a file: each the first 40 bits of a SHA-256 in Crockford's base 32, such as `4F7K-92QD`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileCodes {
    /// Of the answers: the questions, the organisation, the interview, and what was given for each item. Two files of the
    /// same answers have the same one, whenever and by whom they were exported, and whatever reviewers say in them. Empty
    /// for a file that holds no answers.
    pub check_code: String,
    /// Of every field of the file other than the two codes.
    pub checksum: String,
}

/// A file whose codes are being computed, in steps, because each step takes a moment for a long document.
#[derive(Clone, Debug)]
pub struct CanonicalFields {
    fields: Extra,
    text: String,
    check_code: String,
}

impl CanonicalFields {
    /// Writes the fields of a file other than its codes as canonical text.
    #[must_use]
    pub fn of(fields: Extra) -> Self {
        Self { text: compact(&fields), fields, check_code: String::new() }
    }

    /// Computes the check code of a document.
    #[must_use]
    pub fn with_answers(self) -> Self {
        let check_code = code(&compact(&answers(&self.fields)));
        Self { check_code, ..self }
    }

    /// Returns the fields and their codes.
    #[must_use]
    pub fn check(self) -> (Extra, FileCodes) {
        (self.fields, FileCodes { check_code: self.check_code, checksum: code(&self.text) })
    }
}

fn code(text: &str) -> String {
    let code = base32(&sha256_of(&[text]), 8).to_ascii_uppercase();
    let (start, end) = code.split_at_checked(4).unwrap_or((&code, ""));
    format!("{start}-{end}")
}

/// Returns what a document says, in one form for the same answers: without times, identifiers and reviews, and of a copy for
/// reviewing what was sent.
fn answers(fields: &Extra) -> Extra {
    let nothing = Extra::new();
    let assessment = fields.get("assessment").and_then(Value::as_object).unwrap_or(&nothing);
    let object = |name: &str| assessment.get(name).and_then(Value::as_object).unwrap_or(&nothing);
    let list =
        |name: &str| assessment.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut organisation = some_of(object("organisation"), &["name", "ods_code"]);
    organisation
        .extend(object("under_review").get("organisation").map(|sent| ("name".to_owned(), sent.clone())));
    let interview = list("interview").iter().filter_map(Value::as_object);
    let interview = interview.map(|given| some_of(given, &["question", "answer"]));
    let responses = list("responses").iter().filter_map(Value::as_object).map(response);
    let mut answers = Extra::new();
    answers.extend(fields.get("edition").map(|edition| ("edition".to_owned(), edition.clone())));
    answers.insert("organisation".into(), Value::Object(organisation));
    answers.insert("interview".into(), in_order(interview, "question"));
    answers.insert("responses".into(), in_order(responses, "item"));
    answers
}

fn response(given: &Extra) -> Extra {
    let mut kept = some_of(given, &OF_RESPONSE);
    for (name, of) in [("evidence", OF_EVIDENCE.as_slice()), ("actions", OF_ACTION.as_slice())] {
        let all =
            given.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object);
        let all: Vec<Value> =
            all.map(|one| some_of(one, of)).filter(|one| !one.is_empty()).map(Value::Object).collect();
        if !all.is_empty() {
            kept.insert(name.into(), Value::Array(all));
        }
    }
    kept
}

/// Returns those of the fields that say anything.
fn some_of(fields: &Extra, names: &[&str]) -> Extra {
    let says = |value: &&Value| match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.trim().is_empty(),
        _ => true,
    };
    let kept =
        names.iter().filter_map(|name| Some(((*name).to_owned(), fields.get(*name).filter(says)?.clone())));
    kept.collect()
}

/// Returns those that say more than what they are about, in the order of that.
fn in_order(all: impl Iterator<Item = Extra>, about: &str) -> Value {
    let mut all: Vec<Extra> = all.filter(|one| one.keys().any(|name| name != about)).collect();
    let key = |one: &Extra| one.get(about).and_then(Value::as_str).unwrap_or_default().to_owned();
    sort_by(&mut all, |one, other| key(one).cmp(&key(other)));
    Value::Array(all.into_iter().map(Value::Object).collect())
}
