//! Which items are in a report, and what was recorded for each.

use super::{ReportCounts, ReportKind, ReportOptions, ReportSource};
use crate::assessment::{Action, Evidence, Response, Status};
use crate::catalogue::{Edition, EvidenceItem, ItemId, Part};

/// What the assessment as a whole is called, where an item has its question.
pub const WHOLE: &str = "The assessment as a whole";

/// The same for a whole part.
const WHOLE_PART: &str = "This whole part";

/// An item with what was recorded for it.
#[derive(Clone, Copy, Debug)]
pub struct ScopeItem<'a> {
    /// The number of the item.
    pub id: &'a ItemId,
    /// The item; `None` where the edition does not hold it.
    pub item: Option<&'a EvidenceItem>,
    /// The part of the item; `None` where the edition does not hold the item.
    pub part: Option<&'a Part>,
    /// The response to the item; `None` where there is none.
    pub response: Option<&'a Response>,
    /// The status of the item; `None` where the edition does not hold it.
    pub status: Option<Status>,
}

/// A part with those of its items that are in the report.
#[derive(Clone, Debug)]
pub struct ScopePart<'a> {
    /// The part.
    pub part: &'a Part,
    /// The items, in the order of the edition; never empty.
    pub items: Vec<ScopeItem<'a>>,
}

/// The items that are in a report.
#[derive(Clone, Debug)]
pub struct Scope<'a> {
    /// The options as far as the report follows them. A part that the edition does not have is ignored.
    pub options: ReportOptions,
    /// The parts, without those that have no item in the report.
    pub parts: Vec<ScopePart<'a>>,
    /// What belongs to the assessment as a whole; `None` where there is nothing, or only one part is asked for.
    pub whole: Option<ScopeItem<'a>>,
    /// The responses to items that the edition does not hold.
    pub unknown: Vec<ScopeItem<'a>>,
}

impl<'a> Scope<'a> {
    /// Determines which items are in the requested report.
    #[must_use]
    pub fn of(source: &ReportSource<'a>) -> Self {
        let ReportSource { edition, assessment, request, .. } = *source;
        let mut options = request.options.followed_by(request.kind);
        options.part = options.part.filter(|number| edition.part(*number).is_some());
        let asked = |part: &'a Part, item: &'a EvidenceItem| ScopeItem {
            id: &item.id,
            item: Some(item),
            part: Some(part),
            response: assessment.response(&item.id),
            status: Some(assessment.status(edition, item)),
        };
        let open = |asked: &ScopeItem<'_>| asked.status.is_none_or(|status| !status.is_settled());
        let mut parts = Vec::new();
        for part in
            edition.parts.iter().filter(|part| options.part.is_none_or(|number| number == part.number))
        {
            let items = part.items.iter().map(|item| asked(part, item));
            let items: Vec<ScopeItem<'a>> = items.filter(|asked| !options.only_open || open(asked)).collect();
            if !items.is_empty() {
                parts.push(ScopePart { part, items });
            }
        }
        // These items are in no part, but nothing may be missing from the whole assessment.
        let unknown = match request.kind {
            ReportKind::Whole | ReportKind::Calendar => true,
            ReportKind::ActionPlan | ReportKind::Review => options.part.is_none(),
            ReportKind::Summary
            | ReportKind::EmptyForm
            | ReportKind::ApproachingPlan
            | ReportKind::Supplier => false,
        };
        let in_no_part = |given: &'a Response| ScopeItem {
            id: &given.item,
            item: None,
            part: None,
            response: Some(given),
            status: None,
        };
        let of_no_item = |given: &&Response| edition.item(&given.item).is_none();
        let unknown = assessment
            .responses
            .iter()
            .filter(|given| unknown && of_no_item(given) && !given.item.is_whole());
        let shows_whole = options.part.is_none()
            && matches!(
                request.kind,
                ReportKind::Whole | ReportKind::Calendar | ReportKind::ActionPlan | ReportKind::Review
            );
        let mut whole = assessment
            .responses
            .iter()
            .filter(|given| shows_whole && given.item.is_whole() && !given.is_blank());
        let whole = whole.next().map(in_no_part);
        Self { options, parts, whole, unknown: unknown.map(in_no_part).collect() }
    }

    /// Returns every item that is in the report, then the assessment as a whole; those that the edition does not hold come
    /// last.
    pub fn asked(&self) -> impl Iterator<Item = &ScopeItem<'a>> {
        self.parts.iter().flat_map(|chosen| &chosen.items).chain(&self.whole).chain(&self.unknown)
    }

    /// Counts all items in the report, and all of their actions.
    #[must_use]
    pub fn holds(&self) -> ReportCounts {
        let mut holds = ReportCounts::default();
        for asked in self.asked() {
            holds.items += usize::from(!asked.id.is_whole());
            holds.actions += asked.actions().count();
        }
        holds
    }
}

impl<'a> ScopeItem<'a> {
    /// Returns the official question; empty where the edition does not hold the item.
    #[must_use]
    pub fn question(&self) -> &'a str {
        if self.id.is_whole() {
            return if self.part.is_some() { WHOLE_PART } else { WHOLE };
        }
        self.item.map_or("", |item| &item.question)
    }

    /// Returns the number of the item; empty for the assessment as a whole.
    #[must_use]
    pub fn number(&self) -> &'a str {
        if self.id.is_whole() { "" } else { self.id.as_str() }
    }

    /// Returns the number of the item and its question, or what the assessment as a whole is called.
    #[must_use]
    pub fn name(&self) -> String {
        if self.id.is_whole() {
            return self.question().into();
        }
        format!("{} {}", self.id, self.question()).trim_end().to_owned()
    }

    /// Returns the documents that are not blank.
    pub fn documents(&self) -> impl Iterator<Item = &'a Evidence> + use<'a> {
        let all = self.response.map(|given| given.evidence.as_slice()).unwrap_or_default();
        all.iter().filter(|one| !one.is_blank())
    }

    /// Returns the actions that are not blank.
    pub fn actions(&self) -> impl Iterator<Item = &'a Action> + use<'a> {
        let all = self.response.map(|given| given.actions.as_slice()).unwrap_or_default();
        all.iter().filter(|one| !one.is_blank())
    }
}

/// Returns the heading of a part, as the printed document has it: `Part 1 of 4: Staffing and Roles`.
#[must_use]
pub fn part_heading(edition: &Edition, part: &Part) -> String {
    format!("Part {} of {}: {}", part.number, edition.parts.len(), part.title)
}
