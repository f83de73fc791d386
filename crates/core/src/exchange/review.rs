//! The file that a reviewer hands back: what they say and which answers they speak of, and never an answer.

use super::document::{APP, EditionRef, Spelled, exported_text};
use super::error::{ImportError, Place, Warning};
use super::read::{parse, text_of, wrong, wrong_in};
use crate::assessment::{Assessment, Id, On, Remark, Review, Reviewer, Timestamp, Verdict};
use crate::catalogue::{Edition, ItemId};
use crate::json::{Extra, Fields, Writing, WrongField};
use serde_json::Value;

/// The `format` of a review file.
pub const REVIEW_FORMAT: &str = "standards-met/review";
/// The newest version of the review file that this page reads, and the one that it writes.
pub const REVIEW_VERSION: u32 = 1;
/// More remarks than any review has.
const MOST: usize = 1000;

const TIME: &str = "a time such as 2026-11-30T14:02:00Z";
const IDENTIFIER: &str = "an identifier of letters and digits";

/// What one reviewer says of one assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewFile {
    /// The home's own assessment.
    pub assessment: Id,
    /// The organisation's name, as it was sent.
    pub organisation: String,
    pub edition: EditionRef,
    pub reviewer: Reviewer,
    /// What is said of the reviewer that this version does not know.
    pub reviewer_extra: Extra,
    /// Of items, then of parts, then of the whole.
    pub remarks: Vec<Remark>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// A review file that could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewRead {
    pub file: ReviewFile,
    pub warnings: Vec<Warning>,
    /// The check code as computed from the content.
    pub check_code: String,
}

impl ReviewFile {
    /// What a reviewer says in their copy of an assessment. `None` where it is not a copy for reviewing.
    #[must_use]
    pub fn of(edition: &Edition, assessment: &Assessment, reviewer: &Reviewer) -> Option<Self> {
        let sent = assessment.under_review()?;
        let all = assessment.remarks(edition);
        let theirs = || all.iter().filter(|remark| remark.review.by() == *reviewer).map(Remark::as_said);
        let mut remarks: Vec<Remark> = theirs().filter(|one| matches!(one.on, On::Item(_))).collect();
        remarks.extend(theirs().filter(|one| matches!(one.on, On::Part(_))));
        remarks.extend(theirs().filter(|one| one.on == On::Overall));
        Some(Self {
            assessment: sent.assessment,
            organisation: sent.organisation,
            edition: EditionRef::of(edition),
            reviewer: reviewer.clone(),
            reviewer_extra: Extra::new(),
            remarks,
            extra: Extra::new(),
        })
    }

    /// The text that is handed to a person, and its check code.
    #[must_use]
    pub fn to_text(&self, now: Timestamp) -> (String, String) {
        let list = |wanted: fn(&On) -> bool| {
            let remarks = self.remarks.iter().filter(|remark| wanted(&remark.on));
            Value::Array(remarks.map(|remark| Value::Object(write_remark(remark))).collect())
        };
        let reviewer = Writing::over(&self.reviewer_extra)
            .text("name", &self.reviewer.name)
            .text("organisation", &self.reviewer.organisation);
        let fields = Writing::over(&self.extra)
            .text("format", REVIEW_FORMAT)
            .value("version", REVIEW_VERSION.into())
            .text("app", APP)
            .text("exported_at", &now.to_string())
            .text("assessment", &self.assessment.0)
            .text("organisation", &self.organisation)
            .text("edition", &self.edition.0)
            .value("reviewer", Value::Object(reviewer.done()))
            .value("items", list(|on| matches!(on, On::Item(_))))
            .value("parts", list(|on| matches!(on, On::Part(_))))
            .value("overall", list(|on| *on == On::Overall))
            .done();
        let (fields, code) = Spelled::of(fields).check();
        (exported_text(fields, &code), code)
    }
}

fn write_remark(remark: &Remark) -> Extra {
    let Remark { on, review } = remark;
    let (mut item, mut part, mut answer) = (None, None, None);
    match on {
        On::Item(id) => {
            item = Some(Value::String(id.0.clone()));
            answer = Some(Value::String(review.answer_sha256().into()));
        }
        On::Part(number) => part = Some(Value::from(*number)),
        On::Overall => {}
    }
    Writing::over(&remark.unknown())
        .text("id", &review.id.0)
        .maybe("item", item)
        .maybe("part", part)
        .optional("verdict", review.verdict.map(|verdict| verdict.name().into()))
        .text("comments", &review.comments)
        .maybe("answer_sha256", answer)
        .text("reviewed_at", &review.reviewed_at.to_string())
        .done()
}

/// Reads the bytes of a review file.
///
/// # Errors
/// [`ImportError`] for anything that is not a whole review file of this or an older version.
pub fn read_review(bytes: &[u8]) -> Result<ReviewRead, ImportError> {
    let mut fields = parse(text_of(bytes)?)?;
    match fields.get("format").and_then(Value::as_str) {
        Some(REVIEW_FORMAT) => {}
        Some(format) if format.starts_with("standards-met/") => {
            return Err(ImportError::OtherFormat { format: format.into() });
        }
        _ => return Err(ImportError::OtherJson),
    }
    match fields.get("version").and_then(Value::as_u64) {
        Some(version) if version > u64::from(REVIEW_VERSION) => {
            return Err(ImportError::NewerVersion { version });
        }
        Some(version) if version >= 1 => {}
        _ => return Err(wrong(Place::Document, "“version” should be a whole number from 1")),
    }
    let printed = fields.remove("check_code");
    let (mut fields, actual) = Spelled::of(fields).check();
    let warnings = match printed {
        Some(Value::String(printed)) if printed == actual => Vec::new(),
        Some(Value::String(printed)) => vec![Warning::CheckCode { printed, actual: actual.clone() }],
        _ => vec![Warning::NoCheckCode],
    };
    for known in ["format", "version", "app", "exported_at"] {
        fields.remove(known);
    }
    let file = read_file(Fields::of(fields))?;
    Ok(ReviewRead { file, warnings, check_code: actual })
}

fn read_file(mut fields: Fields) -> Result<ReviewFile, ImportError> {
    let lists = ["items", "parts", "overall"].map(|list| (list, fields.values(list)));
    let (reviewer, reviewer_extra) = fields.optional_object("reviewer", read_reviewer).unwrap_or_default();
    let mut file = ReviewFile {
        assessment: fields.parsed("assessment", IDENTIFIER, Id::parse, Id::default()),
        organisation: fields.text_or_empty("organisation"),
        edition: EditionRef(fields.text_or_empty("edition")),
        reviewer,
        reviewer_extra,
        remarks: Vec::new(),
        extra: fields.rest(),
    };
    let mut remarks = Vec::new();
    for (list, values) in lists {
        for value in values {
            remarks.push(read_remark(value, list, &file.reviewer)?);
        }
    }
    if remarks.len() > MOST {
        return Err(wrong(Place::Document, "“items” should be at most 1,000"));
    }
    let ids: Vec<&str> = remarks.iter().map(|remark| remark.review.id.as_str()).collect();
    fields.different("id", &ids);
    if file.reviewer.name.trim().is_empty() {
        return Err(wrong(Place::Document, "“reviewer.name” should be text"));
    }
    file.remarks = remarks;
    fields.finish(file).map_err(wrong_in(Place::Document))
}

fn read_reviewer(mut fields: Fields) -> Result<(Reviewer, Extra), WrongField> {
    let reviewer = Reviewer { name: fields.text("name"), organisation: fields.text_or_empty("organisation") };
    let extra = fields.rest();
    fields.finish((reviewer, extra))
}

fn read_remark(value: Value, list: &str, reviewer: &Reviewer) -> Result<Remark, ImportError> {
    let Value::Object(object) = value else {
        return Err(wrong(Place::Document, &format!("“{list}” should be a list of objects")));
    };
    let number = object.get("item").or_else(|| object.get("part")).map(ToString::to_string);
    let place = Place::Remark(number.unwrap_or_else(|| list.into()).trim_matches('"').into());
    let mut fields = Fields::of(object);
    let on = match list {
        "items" => On::Item(fields.parsed("item", "the number of an item", ItemId::parse, ItemId::default())),
        "parts" => On::Part(fields.number("part")),
        _ => On::Overall,
    };
    let answer = if matches!(on, On::Item(_)) { fields.text("answer_sha256") } else { String::new() };
    let review = Review {
        id: fields.parsed("id", IDENTIFIER, Id::parse, Id::default()),
        reviewer: reviewer.name.clone(),
        verdict: fields.optional("verdict", "Agreed, Question or NotAgreed", Verdict::parse),
        comments: fields.text_or_empty("comments"),
        reviewed_at: fields.parsed("reviewed_at", TIME, Timestamp::parse, Timestamp::default()),
        extra: fields.rest(),
    };
    fields.finish(Remark::new(on, review, reviewer, &answer)).map_err(wrong_in(place))
}
