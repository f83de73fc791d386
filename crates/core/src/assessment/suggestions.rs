//! The items that the interview settles.

use super::{Assessment, Edit, InterviewAnswer, Judgement, Response, Timestamp, YesNoUnsure};
use crate::catalogue::{Edition, EvidenceItem, ItemId};
use crate::json::Extra;

/// Returns the items that the interview settles as not applicable and for which nothing is given yet, each with the
/// printed reason. A suggestion takes effect only when the person accepts it.
#[must_use]
pub fn suggestions<'a>(edition: &'a Edition, assessment: &Assessment) -> Vec<(&'a EvidenceItem, &'a str)> {
    let mut found = Vec::new();
    for item in edition.items() {
        let open = assessment.response(&item.id).is_none_or(Response::is_blank);
        if let Some(rule) =
            item.not_applicable.as_ref().filter(|_| open && assessment.is_settled_by_interview(item))
        {
            found.push((item, rule.reason.as_str()));
        }
    }
    found
}

impl Assessment {
    /// Returns the answer to a question of the interview. `None` if there is none or it was withdrawn.
    #[must_use]
    pub fn told(&self, question: &str) -> Option<YesNoUnsure> {
        self.interview.iter().find(|given| given.question == question)?.answer
    }

    /// Returns whether every question that settles the item was answered with no. False if no question settles it.
    #[must_use]
    pub fn is_settled_by_interview(&self, item: &EvidenceItem) -> bool {
        let questions = item.not_applicable.as_ref().map(|rule| rule.if_no_to.as_slice()).unwrap_or_default();
        !questions.is_empty() && questions.iter().all(|question| self.told(question) == Some(YesNoUnsure::No))
    }

    /// Records the answer to a question of the interview, and withdraws each accepted suggestion that no longer
    /// follows. Returns the items whose judgement was withdrawn.
    ///
    /// Only a "not applicable" that is still exactly as it was suggested is withdrawn. What a person chose or changed
    /// themselves stays, and is a finding instead.
    pub fn tell(
        &mut self,
        edition: &Edition,
        question: &str,
        answer: Option<YesNoUnsure>,
        now: Timestamp,
    ) -> Vec<ItemId> {
        self.keep_told(question, answer, now);
        self.edited_at = now.after(self.edited_at);
        let no_longer = |item: &&EvidenceItem| {
            let reason = item.not_applicable.as_ref().map(|rule| rule.reason.as_str()).unwrap_or_default();
            let untouched = |response: &Response| {
                response.suggested
                    && response.judgement == Some(Judgement::NotApplicable)
                    && response.not_applicable_reason == reason
            };
            self.response(&item.id).is_some_and(untouched) && !self.is_settled_by_interview(item)
        };
        let back: Vec<ItemId> = edition.items().filter(no_longer).map(|item| item.id.clone()).collect();
        for item in &back {
            self.edit(item, Edit::Judge(None), now);
            self.edit(item, Edit::Reason(String::new()), now);
        }
        back
    }

    /// Records the answer to a question of the interview in its sorted place. Leaves all judgements as they are.
    pub(super) fn keep_told(&mut self, question: &str, answer: Option<YesNoUnsure>, now: Timestamp) {
        match self.interview.binary_search_by(|given| given.question.as_str().cmp(question)) {
            Ok(place) => {
                if let Some(given) = self.interview.get_mut(place) {
                    given.answered_at = now.after(given.answered_at);
                    given.answer = answer;
                }
            }
            Err(place) => {
                let given = InterviewAnswer {
                    question: question.into(),
                    answer,
                    answered_at: now,
                    extra: Extra::new(),
                };
                self.interview.insert(place, given);
            }
        }
    }

    /// Accepts what the interview suggests for these items, as far as it still suggests it. Returns how many items were
    /// accepted.
    pub fn accept(&mut self, edition: &Edition, items: &[ItemId], now: Timestamp) -> usize {
        let suggested: Vec<(ItemId, String)> = suggestions(edition, self)
            .into_iter()
            .filter(|(item, _)| items.contains(&item.id))
            .map(|(item, reason)| (item.id.clone(), reason.to_owned()))
            .collect();
        for (item, reason) in &suggested {
            self.edit(item, Edit::Accept(reason.clone()), now);
        }
        suggested.len()
    }

    /// Returns whether the item is judged not applicable.
    #[must_use]
    pub fn is_not_applicable(&self, item: &ItemId) -> bool {
        self.response(item).is_some_and(|response| response.judgement == Some(Judgement::NotApplicable))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Id, Status};

    fn at(second: u32) -> Timestamp {
        Timestamp::from_millis(f64::from(second) * 1000.0)
    }

    fn home() -> (Edition, Assessment) {
        (Edition::built_in(), Assessment::new(Id("a".into()), "Home", "", at(0)))
    }

    fn suggested(edition: &Edition, assessment: &Assessment) -> String {
        let found = suggestions(edition, assessment);
        found.iter().map(|(item, _)| item.id.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Lists every question that the edition asks, and the items that a "no" to it alone settles.
    #[test]
    fn each_question_settles_just_its_items() {
        let (edition, home) = home();
        for (question, items) in [
            ("it_systems", "4.1.2 4.2.4 10.2.1"),
            ("computers", "6.2.1"),
            ("portable", "9.5.2"),
            ("mobile_phones", "1.3.14"),
            ("own_devices", "1.3.11"),
            ("devices_away", "6.3.2"),
            ("network", "9.1.1"),
            ("unsupported", "8.2.1"),
            ("paper_leaves", "1.3.12"),
            ("destroy_ourselves", "1.4.3"),
            ("third_party_destroys", "1.7.2"),
            ("suppliers", "10.1.2"),
            ("breach", "6.1.3 6.1.4"),
            ("near_miss", ""),
        ] {
            assert!(edition.interview_question(question).is_some(), "{question}");
            for (answer, expected) in
                [(YesNoUnsure::No, items), (YesNoUnsure::Yes, ""), (YesNoUnsure::NotSure, "")]
            {
                let mut home = home.clone();
                home.tell(&edition, question, Some(answer), at(1));
                assert_eq!(suggested(&edition, &home), expected, "{question}: {answer:?}");
            }
        }
        assert_eq!(edition.interview.len(), 14);
    }

    #[test]
    fn some_items_need_a_no_to_two_questions() {
        let (edition, home) = home();
        for (questions, items) in [
            (["it_systems", "computers"], "4.1.2 4.2.4 4.5.4 6.2.1 7.3.1 7.3.4 8.1.4 8.3.5 10.2.1"),
            (["breach", "near_miss"], "5.1.1 6.1.3 6.1.4"),
        ] {
            let mut home = home.clone();
            for question in questions {
                home.tell(&edition, question, Some(YesNoUnsure::No), at(1));
            }
            assert_eq!(suggested(&edition, &home), items);
        }
    }

    #[test]
    fn all_no_settles_each_of_the_22_rules() {
        let (edition, mut home) = home();
        for question in &edition.interview {
            home.tell(&edition, &question.id, Some(YesNoUnsure::No), at(1));
        }
        let rules: Vec<&str> = edition
            .items()
            .filter(|item| item.not_applicable.is_some())
            .map(|item| item.id.as_str())
            .collect();
        assert_eq!(suggested(&edition, &home), rules.join(" "));
        assert_eq!(rules.len(), 22);
    }

    #[test]
    fn what_was_accepted_is_taken_back_when_the_answer_changes_and_nothing_else_is() {
        let (edition, mut home) = home();
        let item = |id: &str| ItemId(id.into());
        home.edit(&item("4.2.4"), Edit::Comments("Our own words".into()), at(1));
        home.tell(&edition, "it_systems", Some(YesNoUnsure::No), at(2));
        assert_eq!(suggested(&edition, &home), "4.1.2 10.2.1", "an answer is never overwritten");
        assert_eq!(home.accept(&edition, &[item("4.1.2"), item("10.2.1"), item("4.2.4")], at(3)), 2);
        let of =
            |home: &Assessment, id: &str| edition.item(&item(id)).map(|found| home.status(&edition, found));
        assert_eq!(of(&home, "4.1.2"), Some(Status::NotApplicable));
        // A reason that was changed by hand is the person's own.
        home.edit(&item("10.2.1"), Edit::Reason("We have pen and paper.".into()), at(4));
        home.edit(&item("4.1.2"), Edit::Comments("Typed since".into()), at(4));

        assert_eq!(home.tell(&edition, "it_systems", Some(YesNoUnsure::NotSure), at(5)), [item("4.1.2")]);
        assert_eq!(of(&home, "4.1.2"), Some(Status::Incomplete));
        assert_eq!(
            home.response(&item("4.1.2")).map(|response| response.comments.as_str()),
            Some("Typed since")
        );
        assert_eq!(of(&home, "10.2.1"), Some(Status::NotApplicable));
        assert_eq!(of(&home, "4.2.4"), Some(Status::Incomplete));
    }
}
