//! The review file that a reviewer returns. It holds their remarks and which answers these are about, never an answer.

use super::codes::{CanonicalFields, FileCodes};
use super::document::{EditionRef, FileFields, exported_text};
use super::error::{FilePart, ImportError, ImportWarning};
use super::read::{checked, parse, printed_codes, text_of, wrong_in, wrong_version};
use crate::assessment::{Assessment, Id, Remark, Review, Reviewer, Subject, Timestamp, Verdict};
use crate::catalogue::{Edition, ItemId};
use crate::json::{Extra, WrongField, different, from_object, to_object};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The `format` of a review file.
pub const REVIEW_FORMAT: &str = "standards-met/review";
/// The version of the review file that this page writes, and the newest that it reads.
pub const REVIEW_VERSION: u32 = 1;
/// The most remarks in one file, which is more than any review has.
const MOST: usize = 1000;

/// The remarks of one reviewer on one assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewFile {
    /// The identifier of the home's own assessment.
    pub assessment: Id,
    /// The organisation's name, as it was in the copy that was sent.
    pub organisation: String,
    pub edition: EditionRef,
    pub reviewer: Reviewer,
    /// Fields of the reviewer that this version does not know.
    pub reviewer_extra: Extra,
    /// Remarks on items, then on parts, then on the whole.
    pub remarks: Vec<Remark>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// A review file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedReview {
    pub file: ReviewFile,
    pub warnings: Vec<ImportWarning>,
    /// The check code by which the file is known.
    pub check_code: String,
}

impl ReviewFile {
    /// Collects a reviewer's remarks from their copy of an assessment. Returns `None` where the assessment is not a
    /// copy for reviewing.
    #[must_use]
    pub fn of(edition: &Edition, assessment: &Assessment, reviewer: &Reviewer) -> Option<Self> {
        let sent = assessment.under_review()?;
        let all = assessment.remarks(edition);
        // Signed anew: their role may have been said after they wrote it.
        let theirs =
            || all.iter().filter(|remark| remark.review.by() == *reviewer).map(|one| one.said_as(reviewer));
        let mut remarks: Vec<Remark> = theirs().filter(|one| matches!(one.on, Subject::Item(_))).collect();
        remarks.extend(theirs().filter(|one| matches!(one.on, Subject::Part(_))));
        remarks.extend(theirs().filter(|one| one.on == Subject::Overall));
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

    /// Returns the text that is exported for a person, and its check code.
    #[must_use]
    pub fn to_text(&self, now: Timestamp) -> (String, String) {
        let list = |wanted: fn(&Subject) -> bool| {
            let remarks = self.remarks.iter().filter(|remark| wanted(&remark.on));
            remarks.map(RemarkFields::of).collect()
        };
        let fields = ReviewFields {
            assessment: self.assessment.clone(),
            organisation: self.organisation.clone(),
            edition: self.edition.clone(),
            reviewer: ReviewerFields {
                name: self.reviewer.name.clone(),
                organisation: self.reviewer.organisation.clone(),
                role: self.reviewer.role.clone(),
                extra: self.reviewer_extra.clone(),
            },
            items: list(|on| matches!(on, Subject::Item(_))),
            parts: list(|on| matches!(on, Subject::Part(_))),
            overall: list(|on| *on == Subject::Overall),
            extra: self.extra.clone(),
        };
        let exported = FileFields::new(REVIEW_FORMAT, REVIEW_VERSION, now, fields);
        // It holds no answers: its one code is of every field.
        let (fields, FileCodes { checksum, .. }) = CanonicalFields::of(to_object(&exported)).check();
        let codes = FileCodes { check_code: checksum, checksum: String::new() };
        (exported_text(fields, &codes), codes.check_code)
    }
}

/// The content of a review file.
#[derive(Serialize, Deserialize)]
struct ReviewFields {
    assessment: Id,
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    edition: EditionRef,
    reviewer: ReviewerFields,
    #[serde(default)]
    items: Vec<RemarkFields>,
    #[serde(default)]
    parts: Vec<RemarkFields>,
    #[serde(default)]
    overall: Vec<RemarkFields>,
    #[serde(flatten)]
    extra: Extra,
}

#[derive(Serialize, Deserialize)]
struct ReviewerFields {
    name: String,
    #[serde(default)]
    organisation: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    role: String,
    #[serde(flatten)]
    extra: Extra,
}

/// A remark on one subject. Which of the first three fields it has depends on the list that it is in.
#[derive(Serialize, Deserialize)]
struct RemarkFields {
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<ItemId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer_sha256: Option<String>,
    id: Id,
    verdict: Option<Verdict>,
    #[serde(default)]
    comments: String,
    reviewed_at: Timestamp,
    #[serde(flatten)]
    extra: Extra,
}

impl RemarkFields {
    fn of(remark: &Remark) -> Self {
        let Remark { on, review } = remark;
        let (item, part) = match on {
            Subject::Item(id) => (Some(id.clone()), None),
            Subject::Part(number) => (None, Some(*number)),
            Subject::Overall => (None, None),
        };
        Self {
            answer_sha256: (item.is_some() || !review.answer_sha256().is_empty())
                .then(|| review.answer_sha256().into()),
            item,
            part,
            id: review.id.clone(),
            verdict: review.verdict,
            comments: review.comments.clone(),
            reviewed_at: review.reviewed_at,
            extra: remark.unknown(),
        }
    }

    fn on_item(self, reviewer: &Reviewer) -> Result<Remark, WrongField> {
        let item = self.item.clone().ok_or_else(|| WrongField::missing("item"))?;
        if ItemId::parse(item.as_str()).is_none() {
            return Err(WrongField::new("item", "the number of an item", Some(&Value::String(item.0))));
        }
        let answer = self.answer_sha256.clone().ok_or_else(|| WrongField::missing("answer_sha256"))?;
        Ok(self.on(Subject::Item(item), reviewer, &answer))
    }

    fn on_part(self, reviewer: &Reviewer) -> Result<Remark, WrongField> {
        let part = self.part.ok_or_else(|| WrongField::missing("part"))?;
        Ok(self.on_wider(Subject::Part(part), reviewer))
    }

    /// The remark on a part or on the whole. Those of the first versions do not say of which answers they are.
    fn on_wider(mut self, on: Subject, reviewer: &Reviewer) -> Remark {
        let answers = self.answer_sha256.take().unwrap_or_default();
        self.on(on, reviewer, &answers)
    }

    fn on(mut self, on: Subject, reviewer: &Reviewer, answer: &str) -> Remark {
        // In this list the field of another list is one that this version does not know.
        if let Some(item) = self.item.filter(|_| !matches!(on, Subject::Item(_))) {
            self.extra.insert("item".into(), Value::String(item.0));
        }
        if let Some(part) = self.part.filter(|_| !matches!(on, Subject::Part(_))) {
            self.extra.insert("part".into(), part.into());
        }
        let review = Review {
            id: self.id,
            reviewer: reviewer.name.clone(),
            verdict: self.verdict,
            comments: self.comments,
            reviewed_at: self.reviewed_at,
            extra: self.extra,
        };
        Remark::new(on, review, reviewer, answer)
    }
}

/// Reads the bytes of a review file.
///
/// # Errors
/// [`ImportError`] for anything that is not a whole review file of this or an older version.
pub fn read_review(bytes: &[u8]) -> Result<ImportedReview, ImportError> {
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
        _ => return Err(wrong_version(fields.get("version"))),
    }
    let printed = printed_codes(&mut fields);
    let (mut fields, actual) = CanonicalFields::of(fields).check();
    let actual = FileCodes { check_code: actual.checksum.clone(), ..actual };
    let mut warnings = Vec::new();
    let check_code = checked(printed, actual, &mut warnings);
    for known in ["format", "version", "app", "exported_at"] {
        fields.remove(known);
    }
    Ok(ImportedReview { file: read_file(&fields)?, warnings, check_code })
}

fn read_file(fields: &Extra) -> Result<ReviewFile, ImportError> {
    let in_file = |wrong: WrongField| wrong_in(FilePart::Document)(wrong);
    let read: ReviewFields = from_object(fields).map_err(|wrong| in_its_remark(wrong, fields))?;
    let ReviewerFields { name, organisation, role, extra: reviewer_extra } = read.reviewer;
    if name.trim().is_empty() {
        return Err(in_file(WrongField::new("reviewer.name", "text", Some(&Value::String(name)))));
    }
    let reviewer = Reviewer { name, organisation, role };
    let mut remarks = Vec::new();
    for remark in read.items {
        let place = FilePart::Remark(remark.item.as_ref().map_or("items", ItemId::as_str).into());
        remarks.push(remark.on_item(&reviewer).map_err(wrong_in(place))?);
    }
    for remark in read.parts {
        let place = FilePart::Remark(remark.part.map_or("parts".into(), |part| part.to_string()));
        remarks.push(remark.on_part(&reviewer).map_err(wrong_in(place))?);
    }
    remarks.extend(read.overall.into_iter().map(|remark| remark.on_wider(Subject::Overall, &reviewer)));
    if remarks.len() > MOST {
        return Err(in_file(WrongField::new("items", "at most 1,000", None)));
    }
    different("id", remarks.iter().map(|remark| remark.review.id.as_str())).map_err(in_file)?;
    Ok(ReviewFile {
        assessment: read.assessment,
        organisation: read.organisation,
        edition: read.edition,
        reviewer,
        reviewer_extra,
        remarks,
        extra: read.extra,
    })
}

/// Turns a wrong field into an error. Where the field is in a remark, the error names what the remark is about.
fn in_its_remark(mut wrong: WrongField, fields: &Extra) -> ImportError {
    for list in ["items", "parts", "overall"] {
        let Some(field) = wrong.field.strip_prefix(list).and_then(|rest| rest.strip_prefix('.')) else {
            continue;
        };
        let remark = fields.get(list).zip(wrong.index).and_then(|(all, index)| all.get(index));
        let about = remark.and_then(|remark| match remark.get("item").or_else(|| remark.get("part"))? {
            Value::String(item) => Some(item.clone()),
            other => Some(other.to_string()),
        });
        wrong.field = field.to_owned();
        return wrong_in(FilePart::Remark(about.unwrap_or_else(|| list.into())))(wrong);
    }
    wrong_in(FilePart::Document)(wrong)
}
