//! What the home makes of a review: what outdates it, what it waits for, and the actions that come of it.

use super::*;

#[test]
fn only_a_changed_answer_outdates_a_review_and_not_what_the_home_makes_of_it() {
    let mut home = answered();
    for remark in &reviewed(&home).remarks {
        home.assessment.take_remark(&home.edition, remark, later(20.0));
    }
    let one = item("1.1.5");
    let is_outdated = |home: &Document| {
        let response = home.assessment.response(&one).expect("a response");
        response
            .reviews
            .iter()
            .find(|review| review.id.as_str() == "r1")
            .expect("a review")
            .is_outdated(response)
    };
    assert_eq!(home.assessment.count_waiting(), 3);
    home.assessment.handle(&one, &Id("r1".into()), Some("Priya".into()), None, later(30.0));
    assert_eq!(
        home.assessment.act_on(&one, &Id("r1".into()), Id("a".into()), later(31.0)),
        Some(one.clone())
    );
    home.assessment.edit(&one, Edit::Comments("For the toolkit".into()), later(32.0));
    assert!(!is_outdated(&home));
    assert_eq!(home.assessment.count_waiting(), 2);
    answer(&mut home, "1.1.5", "Priya", later(33.0));
    assert!(is_outdated(&home));
}

#[test]
fn a_review_of_a_part_or_of_the_whole_is_outdated_by_any_answer_in_it() {
    let mut home = answered();
    let sent = reading(&value(&reviewed(&home))).expect("a review file");
    let first_of = |part: usize| home.edition.parts[part - 1].items[0].id.clone();
    let (in_part_1, in_part_2) = (first_of(1), first_of(2));
    let of = |on: &Subject| sent.remarks.iter().find(|remark| remark.on == *on).expect("a remark");
    let (part, whole) = (of(&Subject::Part(2)), of(&Subject::Overall));
    let outcomes =
        |home: &Document| [part, whole].map(|remark| home.assessment.compare(&home.edition, remark));
    assert_eq!(outcomes(&home), [ReturnOutcome::Fresh; 2]);
    home.assessment.edit(&in_part_2, Edit::Comments("For the toolkit".into()), later(19.0));
    assert_eq!(outcomes(&home), [ReturnOutcome::Fresh; 2]);
    answer(&mut home, in_part_1.as_str(), "Something else", later(20.0));
    assert_eq!(outcomes(&home), [ReturnOutcome::Fresh, ReturnOutcome::ChangedSince]);
    answer(&mut home, in_part_2.as_str(), "Something else", later(21.0));
    assert_eq!(outcomes(&home), [ReturnOutcome::ChangedSince; 2]);
    // The same once they are here, and the reviewer's next words are of the answers as they are then.
    for remark in &sent.remarks {
        home.assessment.take_remark(&home.edition, remark, later(22.0));
    }
    let outdated = |assessment: &Assessment| {
        [part, whole].map(|remark| {
            let place = remark.on.place(&home.edition).expect("a place");
            let reviews = &assessment.response(&place).expect("a response").reviews;
            let review = reviews.iter().find(|review| review.id == remark.review.id).expect("a review");
            assessment.has_changed_since(&home.edition, &place, review)
        })
    };
    assert_eq!(outdated(&home.assessment), [true; 2]);
    let mut again = copy(&home);
    say(&mut again, &home.edition, &Subject::Overall, &asha(), "unused", "Better", 30.0);
    assert_eq!(outdated(&again), [true, false]);
    // A comment of the first versions does not say of which answers it is.
    let mut old = whole.clone();
    old.review.extra.remove("answer_sha256");
    old.review.id = Id("r9".into());
    assert_eq!(home.assessment.compare(&home.edition, &old), ReturnOutcome::Fresh);
}

#[test]
fn an_action_from_a_comment_on_a_part_or_on_everything_belongs_to_no_item() {
    let mut home = answered();
    for remark in &reviewed(&home).remarks {
        home.assessment.take_remark(&home.edition, remark, later(20.0));
    }
    let (one, waiting) = (item("1.1.5"), home.assessment.count_waiting());
    // The comment on the whole is stored with the first item.
    let made = home.assessment.act_on(&one, &Id("r3".into()), Id("a".into()), later(30.0));
    assert_eq!(made, Some(ItemId::whole()));
    assert_eq!(home.assessment.act_on(&one, &Id("r3".into()), Id("b".into()), later(31.0)), None);
    assert!(home.assessment.response(&one).expect("a response").actions.is_empty());
    assert_eq!(home.assessment.count_waiting(), waiting - 1);
    let plan = planned(&home.edition, &home.assessment);
    let plan: Vec<(&ItemId, &str)> = plan.iter().map(|one| (&one.item, one.action.what.as_str())).collect();
    assert_eq!(plan, [(&ItemId::whole(), "Nearly there")]);
    // It is saved, read and merged like everything else, and is no answer to an unknown item.
    let text = home.to_stored(later(40.0));
    let read = read(&text, |_| Some(home.edition.clone())).expect("it opens");
    assert_eq!((read.document, read.warnings), (home.clone(), vec![ImportWarning::NoCheckCode]));
    let mut next = Assessment::new(Id("next".into()), "Rosewood House", "", later(50.0));
    next.carry_whole(&home.assessment, later(50.0));
    assert_eq!(next.response(&ItemId::whole()).map(|response| response.actions.len()), Some(1));
}

#[test]
fn a_review_that_names_the_whole_response_is_of_it() {
    let mut home = answered();
    let one = item("1.1.5");
    let digest = home.assessment.response(&one).expect("a response").content_sha256();
    let review = Review {
        id: Id("old".into()),
        reviewer: String::new(),
        verdict: Some(Verdict::Agreed),
        comments: String::new(),
        reviewed_at: later(1.0),
        extra: Map::new(),
    };
    let remark = Remark::new(on("1.1.5"), review, &asha(), &digest);
    assert_eq!(home.assessment.compare(&home.edition, &remark), ReturnOutcome::Fresh);
    answer(&mut home, "1.1.5", "Another", later(2.0));
    assert_eq!(home.assessment.compare(&home.edition, &remark), ReturnOutcome::ChangedSince);
}
