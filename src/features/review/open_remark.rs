//! What a reviewer says of one thing: as signals, and the commands that change it.

use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Review, ReviewEdit, ShownAnswer, Subject};
use standards_met_core::catalogue::ItemId;

/// What a reviewer says, or will say, of one thing: for an item, of the answer that is shown with it.
#[derive(Clone)]
pub(super) struct OpenRemark {
    assessments: Assessments,
    assessment: Id,
    on: Subject,
    /// The `answer_sha256` of the answer that is shown. `None` for the answer as it is now.
    answer: Option<String>,
}

impl OpenRemark {
    pub(super) fn new(assessments: Assessments, assessment: Id, on: Subject, answer: Option<String>) -> Self {
        Self { assessments, assessment, on, answer }
    }

    fn seen(&self) -> ShownAnswer<'_> {
        ShownAnswer { on: &self.on, answer: self.answer.as_deref() }
    }

    /// The item that it is about, where it is about one.
    pub(super) fn item(&self) -> Option<&ItemId> {
        if let Subject::Item(item) = &self.on { Some(item) } else { None }
    }

    /// What is said so far, followed.
    pub(super) fn present(&self) -> Option<Review> {
        self.assessments.present_remark(&self.assessment, &self.seen())
    }

    /// A value of what is said so far.
    pub(super) fn memo<T: PartialEq + Send + Sync + 'static>(
        &self,
        look: fn(Option<Review>) -> T,
    ) -> Memo<T> {
        let remark = self.clone();
        Memo::new(move |_| look(remark.present()))
    }

    /// A callback that changes what is said.
    pub(super) fn callback<T: 'static>(&self, edit: fn(T) -> ReviewEdit) -> Callback<T> {
        let remark = self.clone();
        Callback::new(move |value| remark.assessments.remark(&remark.assessment, &remark.seen(), edit(value)))
    }
}
