//! The rules that an edition states as data, and what of them speaks against a judgement.

use super::dates::dates;
use super::figures::shares;
use super::finding::FindingKind;
use super::{Assessment, Date, Judgement, Response, YesNoUnsure};
use crate::catalogue::{AnswerKind, Edition, EvidenceItem, JudgedItem, Recency};

/// Returns what in the edition's rules speaks against the judgement of an item, as it is on this day.
pub(super) fn against_rules(
    edition: &Edition,
    assessment: &Assessment,
    item: &EvidenceItem,
    response: &Response,
    today: Date,
) -> Vec<FindingKind> {
    let mut kinds = Vec::new();
    contradictions(edition, assessment, response, &mut kinds);
    kinds.extend(against_interview(edition, assessment, item, response));
    kinds.extend(share_too_low(item, response));
    kinds.extend(out_of_date(item, response, today));
    kinds
}

/// Returns whether a rule of the edition spoke against the judgement when the response was last changed. What was recent
/// enough then and no longer is today is to be looked at, and is done all the same. Nor does a judgement wait because an
/// item would not have had to be answered at all, or because somebody was not sure of something about the organisation.
pub(super) fn is_doubtful(
    edition: &Edition,
    assessment: &Assessment,
    item: &EvidenceItem,
    response: &Response,
) -> bool {
    let against = against_rules(edition, assessment, item, response, response.edited_at.date());
    against.iter().any(|kind| {
        !matches!(kind, FindingKind::DoesNotApplyByInterview | FindingKind::UnsureByInterview { .. })
    })
}

fn share_too_low(item: &EvidenceItem, response: &Response) -> Option<FindingKind> {
    let needed = item.share.filter(|_| response.judgement == Some(Judgement::Met))?;
    let written = shares(&response.answer).into_iter().chain(shares(&response.comments));
    let highest = written.max()?;
    (highest < u32::from(needed)).then_some(FindingKind::ShareTooLow { highest, needed })
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
            let told = |wanted| {
                let question =
                    rule.if_no_to.iter().find(|question| assessment.told(question) == Some(wanted))?;
                Some(edition.interview_question(question)?.question.clone())
            };
            let applies = told(YesNoUnsure::Yes).map(|question| FindingKind::AppliesByInterview { question });
            applies.or_else(|| Some(FindingKind::UnsureByInterview { question: told(YesNoUnsure::NotSure)? }))
        }
        Judgement::Met | Judgement::NotYet => {
            assessment.is_settled_by_interview(item).then_some(FindingKind::DoesNotApplyByInterview)
        }
    }
}

fn out_of_date(item: &EvidenceItem, response: &Response, today: Date) -> Option<FindingKind> {
    let (rule, newest) = deciding_date(item, response, today)?;
    let wrong = !rule.allows(newest, today);
    wrong.then(|| FindingKind::OutOfDate { newest, rule, limit: rule.limit(today) })
}

/// Returns what is recent enough today and will not be on the day of publication. It says nothing against the judgement.
pub(super) fn out_of_date_when_published(
    item: &EvidenceItem,
    response: &Response,
    today: Date,
    publish_on: Date,
) -> Option<FindingKind> {
    let (rule, newest) = deciding_date(item, response, today)?;
    // The other rules do not depend on the day.
    let Recency::WithinMonths(months) = rule else { return None };
    let runs_out = rule.allows(newest, today) && !rule.allows(newest, publish_on);
    let limit = rule.limit(publish_on);
    runs_out.then_some(FindingKind::OutOfDateWhenPublished { newest, months, limit, publish_on })
}

/// Returns the rule of the item on how recent its evidence has to be, and the date that decides, among those of the documents
/// and those in the texts: the newest. For a document item, each dated document has to be recent enough. `None` where there
/// is no rule or no date.
fn deciding_date(item: &EvidenceItem, response: &Response, today: Date) -> Option<(Recency, Date)> {
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
    Some((rule, newest))
}
