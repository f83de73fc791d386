//! What to enter in which box of the official toolkit.

use super::text::begins;
use super::{Assessment, Response, Status};
use crate::catalogue::{AnswerKind, Edition, EvidenceItem, NotApplicableBox};
use crate::json::{Extra, base32, digest, spelled};
use serde_json::Value;

/// The words that the tooltips ask for where an item does not apply.
pub const NOT_APPLICABLE: &str = "Not applicable";

/// A box of the official toolkit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficialBox {
    /// A tick, with no text.
    Tick,
    TextBox,
    CommentsBox,
    /// The box "Enter text describing document location".
    DocumentLocation,
}

spelled!(OfficialBox {
    Tick = "tick",
    TextBox = "text",
    CommentsBox = "comments",
    DocumentLocation = "document_location",
});

/// Everything that is to be entered for one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficialEntry {
    /// The boxes, each with its text. The text of a tick is empty.
    pub boxes: Vec<(OfficialBox, String)>,
}

/// Whether the official toolkit holds an item as it is answered here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryStatus {
    No,
    Yes,
    /// What was entered differs from what is here now.
    ChangedSince,
}

/// Returns what to enter for an item with this status. Empty while the item is not settled, as there is nothing to enter yet.
#[must_use]
pub fn entry(item: &EvidenceItem, response: Option<&Response>, status: Status) -> OfficialEntry {
    let Some(given) = response.filter(|_| status.is_settled()) else {
        return OfficialEntry::default();
    };
    let applies = status == Status::Met;
    let words = |text: &str| if applies { text.to_owned() } else { NOT_APPLICABLE.to_owned() };
    let mut boxes = match item.kind {
        AnswerKind::Text => vec![(OfficialBox::TextBox, words(&given.answer))],
        AnswerKind::Tick => vec![(OfficialBox::Tick, String::new())],
        AnswerKind::Document => vec![(OfficialBox::DocumentLocation, words(&documents(given)))],
    };
    let in_comments =
        !applies && item.not_applicable.as_ref().is_some_and(|rule| rule.write == NotApplicableBox::Comments);
    let mut comments = given.comments.trim().to_owned();
    if in_comments {
        comments = match begins(&comments, "not applicable") {
            Some(0) => comments,
            _ if comments.is_empty() => NOT_APPLICABLE.into(),
            _ => format!("{NOT_APPLICABLE}. {comments}"),
        };
    }
    if !comments.is_empty() {
        boxes.push((OfficialBox::CommentsBox, comments));
    }
    OfficialEntry { boxes }
}

impl Assessment {
    /// Returns what to enter for an item as it is now.
    #[must_use]
    pub fn official_entry(&self, edition: &Edition, item: &EvidenceItem) -> OfficialEntry {
        entry(item, self.response(&item.id), self.status(edition, item))
    }
}

/// Returns each document with its location, one per line.
fn documents(response: &Response) -> String {
    let named = response.evidence.iter().filter(|one| !one.is_blank());
    let line = |one: &super::Evidence| {
        let approved =
            one.approved_on.map(|day| format!(" (approved {})", day.in_words())).unwrap_or_default();
        format!("{}{approved}: {}", one.title.trim(), one.location.trim())
    };
    named.map(line).collect::<Vec<_>>().join("\n")
}

impl OfficialEntry {
    /// Returns whether there is nothing to enter.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.boxes.is_empty()
    }

    /// Returns a short digest of the boxes and their texts, by which the entry is recognised later.
    #[must_use]
    pub fn digest(&self) -> String {
        let named =
            |(place, text): &(OfficialBox, String)| (place.name().into(), Value::String(text.clone()));
        let fields: Extra = self.boxes.iter().map(named).collect();
        base32(&digest(&fields), 8)
    }

    /// Returns whether the response records exactly this entry as entered.
    #[must_use]
    pub fn entered(&self, response: Option<&Response>) -> EntryStatus {
        match response.and_then(|response| response.entered.as_ref()) {
            None => EntryStatus::No,
            Some(entered) if !self.is_empty() && *entered == self.digest() => EntryStatus::Yes,
            Some(_) => EntryStatus::ChangedSince,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Date, Edit, EvidenceEdit, Id, Judgement, Timestamp};
    use crate::catalogue::ItemId;

    fn given(item: &str, edits: Vec<Edit>) -> (EvidenceItem, Assessment) {
        let item = Edition::built_in().item(&ItemId(item.into())).cloned().expect(item);
        let mut home = Assessment::new(Id("a".into()), "Home", "", Timestamp::default());
        edits.into_iter().for_each(|edit| apply(&mut home, &item, edit));
        (item, home)
    }

    fn apply(home: &mut Assessment, item: &EvidenceItem, edit: Edit) {
        home.edit(&item.id, edit, Timestamp::default());
    }

    fn check(item: &str, edits: Vec<Edit>, expected: &[(OfficialBox, &str)]) {
        let (item, home) = given(item, edits);
        let entry = home.official_entry(&Edition::built_in(), &item);
        let boxes: Vec<(OfficialBox, &str)> =
            entry.boxes.iter().map(|(place, text)| (*place, text.as_str())).collect();
        assert_eq!(boxes, expected, "{}", item.id);
    }

    #[test]
    fn each_kind_goes_into_its_box() {
        let met = || Edit::Judge(Some(Judgement::Met));
        let comments = |text: &str| Edit::Comments(text.into());
        check("1.1.5", vec![met(), Edit::Answer("Helen\n".into())], &[(OfficialBox::TextBox, "Helen\n")]);
        check("2.1.1", vec![met()], &[(OfficialBox::Tick, "")]);
        check(
            "2.1.1",
            vec![met(), comments("Day one")],
            &[(OfficialBox::Tick, ""), (OfficialBox::CommentsBox, "Day one")],
        );
        let document = |edit| Edit::Evidence(Id("d".into()), edit);
        let edits = vec![
            met(),
            document(EvidenceEdit::Title("Notice".into())),
            document(EvidenceEdit::Location("Office".into())),
            document(EvidenceEdit::ApprovedOn(Date::parse("2021-09-01"))),
        ];
        check(
            "1.2.1",
            edits,
            &[(OfficialBox::DocumentLocation, "Notice (approved 1 September 2021): Office")],
        );
    }

    #[test]
    fn not_applicable_goes_where_the_tooltip_says() {
        let tick = (OfficialBox::Tick, "");
        let edits =
            || vec![Edit::Judge(Some(Judgement::NotApplicable)), Edit::Reason("We have none.".into())];
        check("1.4.3", edits(), &[(OfficialBox::TextBox, "Not applicable")]);
        check("4.1.2", edits(), &[(OfficialBox::Tick, ""), (OfficialBox::CommentsBox, "Not applicable")]);
        check("1.3.11", edits(), &[(OfficialBox::DocumentLocation, "Not applicable")]);
        let more = |text: &str| [edits(), vec![Edit::Comments(text.into())]].concat();
        check(
            "4.1.2",
            more("We use paper."),
            &[tick, (OfficialBox::CommentsBox, "Not applicable. We use paper.")],
        );
        check("4.1.2", more("not applicable"), &[tick, (OfficialBox::CommentsBox, "not applicable")]);
    }

    #[test]
    fn what_is_not_settled_is_not_to_be_entered() {
        check("2.1.1", vec![Edit::Judge(Some(Judgement::NotYet))], &[]);
        check("1.1.5", vec![Edit::Judge(Some(Judgement::Met))], &[]);
        check("1.1.5", vec![Edit::Answer("Helen".into())], &[]);
    }

    #[test]
    fn a_change_after_it_was_entered_is_noticed_and_taken_back_it_is_entered_again() {
        let (item, mut home) = given("2.1.1", vec![Edit::Judge(Some(Judgement::Met))]);
        let edition = Edition::built_in();
        let entered =
            |home: &Assessment| home.official_entry(&edition, &item).entered(home.response(&item.id));
        assert_eq!(entered(&home), EntryStatus::No);
        let digest = home.official_entry(&edition, &item).digest();
        apply(&mut home, &item, Edit::Enter(Some(digest)));
        assert_eq!(entered(&home), EntryStatus::Yes);
        for (edit, expected) in [
            (Edit::Comments("Day one".into()), EntryStatus::ChangedSince),
            (Edit::Comments(String::new()), EntryStatus::Yes),
            (Edit::Judge(Some(Judgement::NotYet)), EntryStatus::ChangedSince),
        ] {
            apply(&mut home, &item, edit);
            assert_eq!(entered(&home), expected);
        }
    }
}
