//! Checks of the answers. A finding says what to look at and why. It never blocks anything.

use super::finding::{Finding, FindingKind};
use super::rules::{against_rules, out_of_date_when_published};
use super::text::begins;
use super::{Assessment, Date, Judgement, Response};
use crate::catalogue::{Edition, EvidenceItem, ItemId};

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

/// Returns what is recent enough today and will be too old on the day on which the organisation plans to publish. These are
/// among the [`findings`] too, which take longer: they read every text.
#[must_use]
pub fn findings_when_published(edition: &Edition, assessment: &Assessment, today: Date) -> Vec<Finding> {
    let of = |item: &EvidenceItem| {
        let kind = when_published(assessment, item, assessment.response(&item.id)?, today)?;
        Some(Finding { item: item.id.clone(), kind })
    };
    edition.items().filter_map(of).collect()
}

fn when_published(
    assessment: &Assessment,
    item: &EvidenceItem,
    response: &Response,
    today: Date,
) -> Option<FindingKind> {
    let publish_on = assessment.publishes_on(today)?;
    // What was explained is dealt with.
    let is_explained = !response.explanation.trim().is_empty();
    out_of_date_when_published(item, response, today, publish_on).filter(|_| !is_explained)
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
    // What was explained is dealt with.
    if response.explanation.trim().is_empty() {
        kinds.append(&mut against_rules(edition, assessment, item, response, today));
    }
    kinds.extend(when_published(assessment, item, response, today));
    of_documents(response, today, &mut kinds);
    of_actions(response, today, &mut kinds);
    if response.judgement == Some(Judgement::Met) && says_not_applicable(response) {
        kinds.push(FindingKind::SaysNotApplicable);
    }
    kinds.extend(response.private(today).into_iter().map(FindingKind::Private));
    kinds.into_iter().map(|kind| Finding { item: item.id.clone(), kind }).collect()
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
