//! What a file is to the person who opens it, and so what they most likely want with it.

use super::document::Document;
use crate::assessment::{Conflict, MergeSide, Remark, ReturnOutcome, Timestamp, difference, three_way};

/// What an assessment in a file is to the person who opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// So many questions for an IT supplier, of a home whose assessment is not on this device.
    Questions { count: usize },
    /// An IT supplier's answers to questions that were asked from this device: so many are answered.
    Answers { count: usize },
    /// An assessment that is on this device, with so many reviews in it that are not here yet.
    Reviews { count: usize },
    /// An assessment that is on this device, with the same answers.
    Same,
    /// An assessment that is on this device, in which so many items were changed elsewhere, and none here.
    Newer { changed: usize },
    /// An assessment that is on this device, in which so many items were changed here, and none elsewhere.
    Older { changed: usize },
    /// An assessment that is on this device and was changed in both places: so many items only there, only here, and in
    /// both, differently.
    Both { there: usize, here: usize, both: usize },
    /// Another state of an assessment that is on this device, of which nobody can tell what they had in common.
    OtherState,
    /// An assessment that is on this device, of another edition.
    OtherEdition,
    /// A newer or older state of what is reviewed on this device.
    NextRound,
    /// What is reviewed on this device, as it is reviewed.
    SameRound,
    /// A copy in which something was left out.
    Redacted,
    /// An assessment that is not on this device, of an organisation that has another one here, of the same edition: it was
    /// started separately, and nothing says what both have in common.
    StartedApart,
    /// An assessment that is not on this device.
    NotHere,
}

/// What is on this device of an assessment that arrives.
#[derive(Clone, Copy, Debug, Default)]
pub struct Present<'a> {
    /// The assessment itself.
    pub own: Option<&'a Document>,
    /// Whether the assessment that a sheet of questions was made from is here.
    pub asked: bool,
    /// When what is reviewed here had last been changed by the home. `None` where no copy for reviewing is here.
    pub reviewed: Option<Timestamp>,
    /// Whether another assessment of the same organisation is here.
    pub same_organisation: bool,
}

impl Arrival {
    /// Returns what this document is to somebody on whose device this is.
    #[must_use]
    pub fn of(theirs: &Document, here: Present<'_>) -> Self {
        let assessment = &theirs.assessment;
        let answered = assessment.responses.iter().filter(|response| !response.is_blank()).count();
        if assessment.sheet_of.is_some() && here.asked {
            return Self::Answers { count: answered };
        }
        if theirs.redacted().is_some() {
            return Self::Redacted;
        }
        match here.own {
            Some(own) => Self::of_known(theirs, own),
            None if assessment.sheet_of.is_some() => {
                Self::Questions { count: theirs.edition.items().count() }
            }
            None if here.reviewed == Some(assessment.edited_at) => Self::SameRound,
            None if here.reviewed.is_some() => Self::NextRound,
            None if here.same_organisation => Self::StartedApart,
            None => Self::NotHere,
        }
    }

    /// Returns whether a document is another assessment of the same organisation as this one, in the same edition: by the ODS
    /// code where both have one, and otherwise by the name. The worked example is nobody's.
    #[must_use]
    pub fn is_same_organisation(theirs: &Document, own: &Document) -> bool {
        let is_own = |document: &Document| {
            let assessment = &document.assessment;
            !assessment.is_under_review() && assessment.sheet_of.is_none() && assessment.example.is_none()
        };
        let (one, other) = (&theirs.assessment.organisation, &own.assessment.organisation);
        let (codes, names) = ([&one.ods_code, &other.ods_code], [&one.name, &other.name]);
        let same = |texts: [&String; 2]| {
            let [one, other] = texts.map(|text| text.trim().to_lowercase());
            !one.is_empty() && one == other
        };
        let both_have_codes = codes.iter().all(|code| !code.trim().is_empty());
        is_own(theirs)
            && is_own(own)
            && theirs.assessment.id != own.assessment.id
            && theirs.edition.id == own.edition.id
            && same(if both_have_codes { codes } else { names })
    }

    fn of_known(theirs: &Document, own: &Document) -> Self {
        if own.edition.id != theirs.edition.id {
            return Self::OtherEdition;
        }
        let (ours, other) = (&own.assessment, &theirs.assessment);
        let new = |remark: &Remark| ours.compare(&own.edition, remark) != ReturnOutcome::AlreadyHere;
        let reviews = other.remarks(&theirs.edition).iter().filter(|remark| new(remark)).count();
        let found = three_way(&MergeSide::of(ours, &own.extra), &MergeSide::of(other, &theirs.extra));
        let (there, here, both) = (found.taken.len(), found.kept.len(), found.conflicts.len());
        // A reviewer changes no answer. Without a common state that is known, what was changed here since looks like a change
        // in both places.
        let as_sent = |conflict: &Conflict| {
            let Conflict { ours, theirs } = conflict;
            ours.edited_at > theirs.edited_at || theirs.reviews.iter().any(|review| review.is_of(theirs))
        };
        match (there, here, both) {
            (0, _, _) if reviews > 0 && found.conflicts.iter().all(as_sent) => {
                Self::Reviews { count: reviews }
            }
            (0, 0, 0) if difference(ours, other).is_empty() => Self::Same,
            (0, 0, 0) if other.edited_at > ours.edited_at => Self::Newer { changed: 0 },
            (0, changed, 0) => Self::Older { changed },
            (changed, 0, 0) => Self::Newer { changed },
            _ if !found.known => Self::OtherState,
            _ => Self::Both { there, here, both },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{
        Assessment, Edit, Id, Judgement, MergeBase, ReviewEdit, Reviewer, Subject, Verdict,
    };
    use crate::catalogue::{Edition, ItemId};
    use crate::json::Extra;
    use std::sync::Arc;

    fn at(minute: u32) -> Timestamp {
        Timestamp::from_millis(f64::from(minute) * 60_000.0)
    }

    fn answered(document: &Document, item: &str, text: &str, minute: u32) -> Document {
        let mut changed = document.clone();
        let item = ItemId(item.into());
        changed.assessment.edit(&item, Edit::Judge(Some(Judgement::Met)), at(minute));
        changed.assessment.edit(&item, Edit::Answer(text.into()), at(minute));
        changed
    }

    /// Returns a document that was taken in from a file.
    fn taken_in(file: &Document) -> Document {
        let (mut document, mut base) = (file.clone(), MergeBase::default());
        file.assessment.responses.iter().for_each(|response| base.add(response));
        base.keep(&mut document.extra);
        document
    }

    fn home() -> Document {
        let assessment = Assessment::new(Id("a".into()), "Bramble Court", "", at(0));
        Document { edition: Arc::new(Edition::built_in()), assessment, extra: Extra::new() }
    }

    fn arrives(theirs: &Document, ours: &Document) -> Arrival {
        Arrival::of(theirs, Present { own: Some(ours), ..Present::default() })
    }

    #[test]
    fn a_colleagues_version_is_newer_until_both_have_changed_something() {
        let sent = answered(&home(), "1.1.5", "Helen", 1);
        assert_eq!(arrives(&sent, &sent), Arrival::Same);
        let theirs = answered(&taken_in(&sent), "2.1.1", "In the office", 2);
        assert_eq!(arrives(&theirs, &sent), Arrival::Newer { changed: 1 });
        assert_eq!(arrives(&sent, &theirs), Arrival::Older { changed: 1 });
        let ours = answered(&sent, "1.1.5", "Priya", 3);
        assert_eq!(arrives(&theirs, &ours), Arrival::Both { there: 1, here: 1, both: 0 });
        let both = answered(&theirs, "1.1.5", "Asha", 4);
        assert_eq!(arrives(&both, &ours), Arrival::Both { there: 1, here: 0, both: 1 });
        let elsewhere = answered(&sent, "1.1.5", "Somebody", 2);
        assert_eq!(arrives(&elsewhere, &ours), Arrival::OtherState);
    }

    #[test]
    fn reviews_inside_a_file_come_first_unless_answers_were_changed_there() {
        let ours = answered(&home(), "1.1.5", "Helen", 1);
        let mut theirs = ours.clone();
        let reviewer = Reviewer { name: "Asha".into(), organisation: String::new(), role: String::new() };
        let on = Subject::Item(ItemId("1.1.5".into()));
        let said = ReviewEdit::Verdict(Some(Verdict::Question));
        theirs.assessment.remark(&ours.edition, &on, &reviewer, Id("r".into()), said, at(2));
        assert_eq!(arrives(&theirs, &ours), Arrival::Reviews { count: 1 });
        for (item, minute) in [("2.1.1", 3), ("1.1.5", 3)] {
            let later = answered(&ours, item, "Another", minute);
            assert_eq!(arrives(&theirs, &later), Arrival::Reviews { count: 1 }, "{item}");
        }
        let changed = answered(&theirs, "2.1.1", "In the office", 4);
        assert_eq!(arrives(&changed, &ours), Arrival::Newer { changed: 1 });
    }

    #[test]
    fn questions_for_a_supplier_come_back_as_answers() {
        let mut sheet = home();
        sheet.assessment.sheet_of = Some(Id("of".into()));
        let elsewhere = Arrival::of(&sheet, Present::default());
        assert_eq!(elsewhere, Arrival::Questions { count: 43 });
        let answered = answered(&sheet, "7.3.1", "Nightly", 1);
        let back = Arrival::of(&answered, Present { asked: true, ..Present::default() });
        assert_eq!(back, Arrival::Answers { count: 1 });
        // The supplier opens their own file again.
        assert_eq!(arrives(&sheet, &answered), Arrival::Older { changed: 1 });
    }

    #[test]
    fn what_is_not_here_is_the_next_round_of_a_review_or_another_homes() {
        assert_eq!(Arrival::of(&home(), Present::default()), Arrival::NotHere);
        let reviewed = |at| Present { reviewed: Some(at), ..Present::default() };
        assert_eq!(Arrival::of(&home(), reviewed(at(0))), Arrival::SameRound);
        let newer = answered(&home(), "1.1.5", "Helen", 1);
        assert_eq!(Arrival::of(&newer, reviewed(at(0))), Arrival::NextRound);
    }

    #[test]
    fn an_assessment_of_the_same_home_that_was_started_apart_is_told_from_another_homes() {
        let ours = home();
        let apart = |name: &str, code: &str| {
            let mut apart = home();
            apart.assessment.id = Id("apart".into());
            apart.assessment.organisation.name = name.into();
            apart.assessment.organisation.ods_code = code.into();
            apart
        };
        let name = ours.assessment.organisation.name.clone();
        let code = ours.assessment.organisation.ods_code.clone();
        let mut coded = ours.clone();
        coded.assessment.organisation.ods_code = "VM1AB".into();
        for (theirs, own, same) in [
            (apart(&format!(" {} ", name.to_uppercase()), ""), &ours, true),
            (apart("Another", ""), &ours, false),
            (apart(&name, "VM1AB"), &coded, true),
            (apart("Another name", "vm1ab"), &coded, true),
            (apart(&name, "VM2CD"), &coded, false),
            (apart("", ""), &apart("", ""), false),
            (ours.clone(), &ours, false),
        ] {
            let found = Arrival::is_same_organisation(&theirs, own);
            assert_eq!(found, same, "{:?}", theirs.assessment.organisation);
        }
        assert_eq!(code, "");
        let here = Present { same_organisation: true, ..Present::default() };
        assert_eq!(Arrival::of(&apart(&name, ""), here), Arrival::StartedApart);
    }
}
