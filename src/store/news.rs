//! What is new in one toolkit year, compared with another one on this device.

use super::carrying::matched;
use super::{Assessments, Exchange};
use standards_met_core::assessment::{
    AnswersAhead, CarryOverSource, EditionNews, Id, edition_before, edition_news, older_first,
};
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::EditionRef;
use std::sync::Arc;

/// What is new in an edition, compared with an older one.
#[derive(Clone, Debug)]
pub struct YearNews {
    pub old: Arc<Edition>,
    pub new: Arc<Edition>,
    pub news: EditionNews,
    /// What that means for the answers of an assessment in the older edition; `None` where there is no such assessment here.
    pub answers: Option<(CarryOverSource, AnswersAhead)>,
}

impl YearNews {
    fn between(old: Arc<Edition>, new: Arc<Edition>) -> Self {
        let news = edition_news(&old, &new, &matched(&old, &new));
        Self { old, new, news, answers: None }
    }
}

impl Exchange {
    /// What is new for an assessment: compared with the year that it was begun from, or with the year before on this device.
    /// `None` where there is no such year.
    #[must_use]
    pub fn news_of(self, id: &Id) -> Option<YearNews> {
        let assessments: Assessments = self.assessments;
        let (new, from) = assessments
            .with_untracked(id, |document| (document.edition.clone(), document.assessment.carried_from()))?;
        // Last year's assessment may be gone, and its edition still be here.
        let begun_from = from.as_ref().and_then(|from| {
            let old = assessments.with_untracked(&from.assessment, |old| old.edition.clone());
            old.or_else(|| self.edition_here(&EditionRef(from.edition.clone())))
        });
        let old = begun_from.or_else(|| self.edition_before(&new))?;
        let mut found = YearNews::between(old, new);
        found.answers = from.and_then(|from| {
            let ahead = assessments
                .with_untracked(&from.assessment, |older| found.news.answers_ahead(&older.assessment))?;
            Some((from, ahead))
        });
        Some(found)
    }

    /// What is new between two editions on this device, whichever is named first; of the two of the latest years where none
    /// is named. `None` where one of them is not here, or where both are the same.
    #[must_use]
    pub fn news_between(self, named: Option<&(EditionRef, EditionRef)>) -> Option<YearNews> {
        let (one, other) = match named {
            Some((one, other)) => (self.edition_here(one)?, self.edition_here(other)?),
            None => {
                let here = self.editions();
                let all = || here.iter().map(|here| &here.edition);
                let later = all().filter(|edition| edition_before(edition, all()).is_some());
                let latest = later.max_by(|one, other| one.year.cmp(&other.year))?;
                (latest.clone(), edition_before(latest, all())?.clone())
            }
        };
        let (old, new) = older_first(other, one);
        (EditionRef::of(&old) != EditionRef::of(&new)).then(|| YearNews::between(old, new))
    }

    /// The edition of the last year before that of an edition, on this device.
    #[must_use]
    pub fn edition_before(self, edition: &Edition) -> Option<Arc<Edition>> {
        let here = self.editions();
        edition_before(edition, here.iter().map(|here| &here.edition)).cloned()
    }
}
