//! Checks of the answers. A finding says what to look at and why. It never blocks anything.

use super::dates::dates;
use super::private::{PersonalData, private};
use super::text::begins;
use super::{Assessment, Date, Judgement, Response, YesNoUnsure};
use crate::catalogue::{AnswerKind, Edition, EvidenceItem, ItemId, JudgedItem, Recency};

/// Something in one item that may be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub item: ItemId,
    pub kind: FindingKind,
}

/// The kind of a finding, with its details.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// The judgements of this item and of `other` cannot both be right. `because` is the reason that the edition gives.
    Contradicts {
        other: ItemId,
        because: String,
    },
    /// Judged not applicable, although an interview question that settles the item was answered with yes. `question` is
    /// the wording of that question.
    AppliesByInterview {
        question: String,
    },
    /// Judged met or not yet, although the interview settles the item as not applicable.
    DoesNotApplyByInterview,
    /// The date that decides is too old or, for [`Recency::By`], too late. `newest` is that date, and `limit` is the
    /// date that would be accepted.
    OutOfDate {
        newest: Date,
        rule: Recency,
        limit: Date,
    },
    /// The date of a document, or the day on which an action was done, is in the future.
    InTheFuture {
        day: Date,
    },
    /// A document without a location. `title` may be empty.
    DocumentWithoutLocation {
        title: String,
    },
    ActionWithoutOwner {
        what: String,
    },
    ActionWithoutDate {
        what: String,
    },
    ActionOverdue {
        what: String,
        due: Date,
    },
    /// Judged met, although one of its texts says "not applicable".
    SaysNotApplicable,
    /// Carried over from another year, and not yet confirmed by anybody as still valid.
    NotConfirmed {
        year: String,
    },
    /// A text looks like something that should not be typed here.
    Private(PersonalData),
}

/// Returns all findings, in the order of the edition's items.
#[must_use]
pub fn findings(edition: &Edition, assessment: &Assessment, today: Date) -> Vec<Finding> {
    let mut found = Vec::new();
    for item in edition.items() {
        if let Some(response) = assessment.response(&item.id) {
            found.extend(of_item(edition, assessment, item, response, today));
        }
    }
    found
}

/// Returns the findings for one item. Empty if the edition does not hold the item or it has no response.
#[must_use]
pub fn findings_of(edition: &Edition, assessment: &Assessment, item: &ItemId, today: Date) -> Vec<Finding> {
    let found = edition.item(item).and_then(|found| Some((found, assessment.response(item)?)));
    found.map(|(item, response)| of_item(edition, assessment, item, response, today)).unwrap_or_default()
}

fn of_item(
    edition: &Edition,
    assessment: &Assessment,
    item: &EvidenceItem,
    response: &Response,
    today: Date,
) -> Vec<Finding> {
    let mut kinds =
        Vec::from_iter(response.unconfirmed_year().map(|year| FindingKind::NotConfirmed { year }));
    contradictions(edition, assessment, response, &mut kinds);
    kinds.extend(against_interview(edition, assessment, item, response));
    kinds.extend(out_of_date(item, response, today));
    of_documents(response, today, &mut kinds);
    of_actions(response, today, &mut kinds);
    if response.judgement == Some(Judgement::Met) && says_not_applicable(response) {
        kinds.push(FindingKind::SaysNotApplicable);
    }
    for text in response.texts() {
        for found in private(text, today) {
            let found = FindingKind::Private(found);
            if !kinds.contains(&found) {
                kinds.push(found);
            }
        }
    }
    kinds.into_iter().map(|kind| Finding { item: item.id.clone(), kind }).collect()
}

/// Adds the contradictions with other items. A contradiction is reported at the second of its two items, which is the
/// one that usually follows from the first.
fn contradictions(
    edition: &Edition,
    assessment: &Assessment,
    response: &Response,
    kinds: &mut Vec<FindingKind>,
) {
    let judged = |wanted: &JudgedItem| {
        let judgement = assessment.response(&wanted.item).and_then(|response| response.judgement);
        judgement.is_some_and(|judgement| wanted.is.iter().any(|name| name == judgement.name()))
    };
    for both in &edition.contradictions {
        if both.other.item == response.item && judged(&both.one) && judged(&both.other) {
            kinds.push(FindingKind::Contradicts {
                other: both.one.item.clone(),
                because: both.because.clone(),
            });
        }
    }
}

fn against_interview(
    edition: &Edition,
    assessment: &Assessment,
    item: &EvidenceItem,
    response: &Response,
) -> Option<FindingKind> {
    match response.judgement? {
        Judgement::NotApplicable => {
            let rule = item.not_applicable.as_ref().filter(|rule| !rule.also_otherwise)?;
            let yes =
                rule.if_no_to.iter().find(|question| assessment.told(question) == Some(YesNoUnsure::Yes))?;
            let question = edition.interview_question(yes)?.question.clone();
            Some(FindingKind::AppliesByInterview { question })
        }
        Judgement::Met | Judgement::NotYet => {
            assessment.is_settled_by_interview(item).then_some(FindingKind::DoesNotApplyByInterview)
        }
    }
}

/// Checks the dates of the documents and those in the texts. The newest of them has to be recent enough. For a document
/// item, each dated document has to be.
fn out_of_date(item: &EvidenceItem, response: &Response, today: Date) -> Option<FindingKind> {
    let rule = item.recent.filter(|_| response.judgement == Some(Judgement::Met))?;
    let documents: Vec<Date> = response.evidence.iter().filter_map(|one| one.approved_on).collect();
    let mut texts = Vec::new();
    for text in [&response.answer, &response.comments] {
        for written in dates(text) {
            // A month without a day is read as its last day. "March 2022", written in the middle of March, must not
            // count as a date in the future.
            let begun = (written.day.year(), written.day.month()) == (today.year(), today.month());
            texts.push(if begun && !written.exact { written.day.min(today) } else { written.day });
        }
    }
    let newest = if item.kind == AnswerKind::Document && !documents.is_empty() {
        // Each document of a list has to be in date, so the oldest decides.
        documents.into_iter().min()?
    } else {
        let mut days = documents;
        days.append(&mut texts);
        days.retain(|day| *day <= today);
        // What was to be done by a day counts from the earliest date that shows it.
        if matches!(rule, Recency::By(_)) { days.into_iter().min() } else { days.into_iter().max() }?
    };
    let wrong = !rule.allows(newest, today);
    wrong.then(|| FindingKind::OutOfDate { newest, rule, limit: rule.limit(today) })
}

fn of_documents(response: &Response, today: Date, kinds: &mut Vec<FindingKind>) {
    for one in &response.evidence {
        kinds.extend(one.approved_on.filter(|day| *day > today).map(|day| FindingKind::InTheFuture { day }));
        if !one.is_blank() && one.location.trim().is_empty() {
            kinds.push(FindingKind::DocumentWithoutLocation { title: one.title.clone() });
        }
    }
}

fn of_actions(response: &Response, today: Date, kinds: &mut Vec<FindingKind>) {
    for action in &response.actions {
        kinds.extend(action.done_on.filter(|day| *day > today).map(|day| FindingKind::InTheFuture { day }));
        if action.done || action.is_blank() {
            continue;
        }
        let what = action.what.trim();
        if action.owner.trim().is_empty() {
            kinds.push(FindingKind::ActionWithoutOwner { what: what.into() });
        }
        match action.due {
            None => kinds.push(FindingKind::ActionWithoutDate { what: what.into() }),
            Some(due) if due < today => kinds.push(FindingKind::ActionOverdue { what: what.into(), due }),
            Some(_) => {}
        }
    }
}

fn says_not_applicable(response: &Response) -> bool {
    let says = |text: &str| {
        let text = text.trim();
        let short = text.split([' ', '.']).next().is_some_and(|word| word.eq_ignore_ascii_case("n/a"));
        short || begins(text, "not applicable").is_some()
    };
    says(&response.answer)
        || says(&response.comments)
        || response.evidence.iter().any(|one| says(&one.location))
}
