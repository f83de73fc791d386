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
