//! What becomes of reviews in the home and in a copy for reviewing.

use super::*;

#[test]
fn what_came_back_is_compared_with_what_was_sent_and_what_is_here() {
    let mut home = answered();
    let file = reviewed(&home);
    let compared = |home: &Document| -> Vec<ReturnOutcome> {
        file.remarks.iter().map(|one| home.assessment.compare(&home.edition, one)).collect()
    };
    assert_eq!(compared(&home), [ReturnOutcome::Fresh; 3]);
    answer(&mut home, "1.1.5", "Helen, and Priya when she is away", later(15.0));
    // The remark on the whole is of this answer too, and the one on part 2 is not.
    let changed = ReturnOutcome::ChangedSince;
    assert_eq!(compared(&home), [changed, ReturnOutcome::Fresh, changed]);
    for remark in &file.remarks {
        home.assessment.take_remark(&home.edition, remark, later(20.0));
    }
    assert_eq!(compared(&home), [ReturnOutcome::AlreadyHere; 3]);
    let elsewhere = Remark { on: on("99.9.9"), review: file.remarks[0].review.clone() };
    assert_eq!(home.assessment.compare(&home.edition, &elsewhere), ReturnOutcome::NotHere);
    let before = home.assessment.clone();
    home.assessment.take_remark(&home.edition, &elsewhere, later(30.0));
    assert_eq!(home.assessment, before);
    // Back to the answer that was sent: typing in between is no difference.
    answer(&mut home, "1.1.5", "Helen, the manager", later(40.0));
    let now = home.assessment.response(&item("1.1.5")).expect("a response").answer_sha256();
    assert_eq!(now, file.remarks[0].review.answer_sha256());
}

#[test]
fn a_second_round_begins_where_the_first_was_dealt_with() {
    let mut home = answered();
    for remark in &reviewed(&home).remarks {
        home.assessment.take_remark(&home.edition, remark, later(20.0));
    }
    let (edition, one) = (home.edition.clone(), item("1.1.5"));
    home.assessment.handle(&one, &Id("r1".into()), Some("Priya".into()), Some(true), later(30.0));
    answer(&mut home, "1.1.5", "Helen; Priya when she is away, agreed in writing", later(31.0));
    let mut copy = copy(&home);
    assert_eq!(copy.present_remark(&edition, &on("1.1.5"), &asha()), None);
    let see = |copy: &Assessment, only: ReviewFilter| -> Vec<String> {
        let today = now().date();
        let hits = to_see(&edition, copy, &asha(), Some(only), &Query::default(), today);
        hits.into_iter().map(|hit| hit.item.0).collect()
    };
    // What was said before stands, with what the home did since.
    assert_eq!(copy.under_review().map(|sent| sent.round), Some(2));
    assert_eq!(see(&copy, ReviewFilter::Changed), ["1.1.5"]);
    assert_eq!(see(&copy, ReviewFilter::Replied), ["1.1.5"]);
    assert_eq!(see(&copy, ReviewFilter::ToReview).len(), 42);
    let progress = copy.progress(&edition, &asha());
    assert_eq!((progress.reviewed, progress.questions, progress.replied, progress.changed), (1, 1, 1, 1));
    let next = copy.next_to_review(&edition, &asha());
    assert_eq!(next, Some(NextToReview { item: one.clone(), why: ReviewReason::Replied }));
    let said = ReviewEdit::Verdict(Some(Verdict::Agreed));
    copy.remark(&edition, &on("1.1.5"), &asha(), Id("r4".into()), said, later(40.0));
    assert_eq!((see(&copy, ReviewFilter::Changed).len(), see(&copy, ReviewFilter::ToReview).len()), (0, 42));
    let progress = copy.progress(&edition, &asha());
    assert_eq!((progress.reviewed, progress.agreed, progress.items), (1, 1, 43));
    assert_eq!((progress.replied, progress.changed), (0, 0));
    let rounds = copy.response(&one).expect("a response").reviews.iter();
    let rounds: Vec<u64> = rounds.filter(|review| !review.is_wider()).map(Review::round).collect();
    assert_eq!(rounds, [1, 2]);
    let file = ReviewFile::of(&edition, &copy, &asha()).expect("a copy");
    for remark in &file.remarks {
        home.assessment.take_remark(&edition, remark, later(50.0));
    }
    let reviews = &home.assessment.response(&one).expect("a response").reviews;
    let of_it = reviews.iter().filter(|review| !review.is_wider()).count();
    assert_eq!(of_it, 2, "the first round is still there");
    assert_eq!(reviews[0].handling().reply, "Priya", "and so is what the home said to it");
}

#[test]
fn what_is_said_of_an_answer_is_of_the_one_that_was_read_also_when_another_tab_has_brought_a_newer_one() {
    let mut home = answered();
    let mut copy = copy(&home);
    let edition = home.edition.clone();
    let read = copy.response(&item("1.1.5")).expect("a response").answer_sha256();
    say(&mut copy, &edition, &on("1.1.5"), &asha(), "r1", "Who is", 1.0);
    answer(&mut home, "1.1.5", "Priya, since May", later(2.0));
    let mut copy = copy.go_on_with(home.assessment.clone());
    let on = on("1.1.5");
    let seen = ShownAnswer { on: &on, answer: Some(&read) };
    // The page still shows the old answer, and the half-typed comment with it.
    let known = copy.remark_on(&edition, &seen, &asha()).map(|review| review.comments.clone());
    assert_eq!(known.as_deref(), Some("Who is"));
    for said in [ReviewEdit::Comments("Who is that?".into()), ReviewEdit::Verdict(Some(Verdict::Agreed))] {
        copy.remark_seen(&edition, &seen, &asha(), Id("r2".into()), said, later(3.0));
    }
    let reviews = &copy.response(&item("1.1.5")).expect("a response").reviews;
    assert_eq!(reviews.len(), 1);
    assert_eq!((reviews[0].comments.as_str(), reviews[0].answer_sha256()), ("Who is that?", read.as_str()));
    // Nobody has read the new one yet.
    assert_eq!(copy.present_remark(&edition, &on, &asha()), None);
    assert_eq!(copy.progress(&edition, &asha()).changed, 1);
}

#[test]
fn an_earlier_text_brings_the_remarks_back_that_were_lost_with_it_and_takes_none_away() {
    let mut home = answered();
    let said = reviewed(&home).remarks;
    let first = said.first().expect("a remark");
    let mut other = home.assessment.clone();
    home.assessment.take_remark(&home.edition, first, later(20.0));
    let lost = home.assessment.response(&item("1.1.5")).expect("a response").clone();
    // Meanwhile another tab went on with the answer: of the item, the newest wins whole.
    other.edit(&item("1.1.5"), Edit::Answer("Priya".into()), later(30.0));
    let mut merged = newest_of_each(&home.assessment, &other);
    let reviews = |merged: &Assessment| {
        let all = &merged.response(&item("1.1.5")).expect("a response").reviews;
        all.iter().map(|review| review.comments.clone()).collect::<Vec<_>>()
    };
    assert_eq!(reviews(&merged), Vec::<String>::new());
    let mut newer = first.clone();
    newer.review.id = Id("r9".into());
    newer.review.comments = "And now?".into();
    merged.take_remark(&home.edition, &newer, later(31.0));
    let wanted = merged.response(&item("1.1.5")).expect("a response").with_earlier(&lost);
    merged.edit(&item("1.1.5"), Edit::BringBack(Box::new(wanted)), later(32.0));
    assert_eq!(merged.response(&item("1.1.5")).expect("a response").answer, "Helen, the manager");
    assert_eq!(reviews(&merged), ["Who when she is “away”?", "And now?"]);
}

#[test]
fn who_corrects_their_name_hands_everything_back_that_they_have_said() {
    let mut home = answered();
    let (edition, typo) = (home.edition.clone(), Reviewer { name: "Asa Patel".into(), ..asha() });
    // An earlier round under the wrong name, which the home has dealt with.
    let mut first = copy(&home);
    say(&mut first, &edition, &on("1.1.5"), &typo, "r0", "And who else?", 1.0);
    for remark in &ReviewFile::of(&edition, &first, &typo).expect("a copy").remarks {
        home.assessment.take_remark(&edition, remark, later(2.0));
    }
    home.assessment.handle(&item("1.1.5"), &Id("r0".into()), Some("Priya".into()), Some(true), later(3.0));
    assert_eq!(home.assessment.said_by(&typo), 0, "in a home's own assessment nothing is renamed");
    let mut copy = copy(&home);
    say(&mut copy, &edition, &on("1.1.5"), &typo, "r1", "Since when?", 4.0);
    say(&mut copy, &edition, &Subject::Overall, &typo, "r2", "Nearly there", 5.0);
    say(&mut copy, &edition, &on("2.1.1"), &amir(), "other", "Not theirs", 6.0);
    assert_eq!(copy.said_by(&typo), 2);
    let times = |copy: &Assessment, by: &Reviewer| -> Vec<Timestamp> {
        let file = ReviewFile::of(&edition, copy, by).expect("a copy");
        file.remarks.iter().filter(|one| one.review.id.0 != "r0").map(|one| one.review.reviewed_at).collect()
    };
    let before = times(&copy, &typo);
    copy.rename_reviewer(&typo, &asha(), later(7.0));
    assert_eq!((copy.said_by(&typo), copy.said_by(&asha()), copy.said_by(&amir())), (0, 2, 1));
    let file = ReviewFile::of(&edition, &copy, &asha()).expect("a copy");
    let said: Vec<_> = file.remarks.iter().map(|one| one.review.comments.as_str()).collect();
    assert_eq!((said, times(&copy, &asha())), (vec!["Since when?", "Nearly there"], before));
    // What they say next goes on with it.
    say(&mut copy, &edition, &on("1.1.5"), &asha(), "unused", "Since when, exactly?", 8.0);
    assert_eq!(copy.said_by(&asha()), 2);
}

#[test]
fn a_newer_file_goes_into_the_same_copy_and_the_copy_goes_back_as_it_came() {
    let mut home = answered();
    let mut copy = copy(&home);
    say(&mut copy, &home.edition, &on("1.1.5"), &asha(), "r1", "Who else?", 1.0);
    answer(&mut home, "2.1.1", "In the folder", later(2.0));
    let newer = copy.go_on_with(home.assessment.clone());
    let (before, now) = (copy.under_review().expect("a copy"), newer.under_review().expect("a copy"));
    assert_eq!(
        (newer.id.as_str(), &now.assessment, now.round),
        ("c0py", &before.assessment, before.round + 1)
    );
    let again = newer.go_on_with(home.assessment.clone());
    assert_eq!(again.under_review(), Some(now), "the same file once more is no round");
    assert!(newer.response(&item("2.1.1")).is_some());
    assert_eq!(newer.response(&item("1.1.5")).expect("a response").reviews.len(), 1);
    let sent = newer.as_sent();
    assert_eq!((sent.id.as_str(), sent.organisation.name.as_str()), ("k3m9", "Rosewood House"));
    assert_eq!(answers(&sent), answers(&home.assessment));
}

#[test]
fn a_comment_becomes_one_action_that_keeps_its_link() {
    let mut home = answered();
    for remark in &reviewed(&home).remarks {
        home.assessment.take_remark(&home.edition, remark, later(20.0));
    }
    let (one, review) = (item("1.1.5"), Id("r1".into()));
    let acted = home.assessment.act_on(&one, &review, Id("a1".into()), later(30.0));
    assert_eq!(acted, Some(one.clone()));
    let again = home.assessment.act_on(&one, &review, Id("a2".into()), later(31.0));
    assert_eq!(again, None, "once for each");
    let actions = &home.assessment.response(&one).expect("a response").actions;
    assert_eq!((actions.len(), actions[0].from_review()), (1, Some("r1")));
    assert_eq!(actions[0].what, "Who when she is “away”?");
    let text = home.to_export(now()).0;
    let again = read(&text, |_| None).expect("it opens").document.assessment;
    assert_eq!(again, home.assessment, "the link is in the file");
}

#[test]
fn taking_in_is_undone_and_done_again_with_everything_else() {
    use standards_met_core::assessment::Change;
    let home = answered();
    let mut after = home.assessment.clone();
    for remark in &reviewed(&home).remarks {
        after.take_remark(&home.edition, remark, later(20.0));
    }
    let change = Change::between(&home.assessment, &after, later(20.0)).expect("a change");
    let reviews = |assessment: &Assessment| assessment.remarks(&home.edition).len();
    assert_eq!(reviews(&after), 3);
    assert_eq!(after.undo(&change, later(21.0)), []);
    assert_eq!((reviews(&after), answers(&after)), (0, answers(&home.assessment)));
    after.redo(&change, later(22.0));
    assert_eq!(reviews(&after), 3);
    // Undoing what was typed before leaves what came in since.
    let mut typed = home.clone();
    answer(&mut typed, "1.1.5", "Priya", later(23.0));
    let typing = Change::between(&home.assessment, &typed.assessment, later(23.0)).expect("a change");
    for remark in &reviewed(&home).remarks {
        typed.assessment.take_remark(&home.edition, remark, later(24.0));
    }
    typed.assessment.undo(&typing, later(25.0));
    assert_eq!((reviews(&typed.assessment), answers(&typed.assessment)), (3, answers(&home.assessment)));
}

#[test]
fn short_answers_and_missing_reasons_are_weak() {
    let of = |edits: Vec<Edit>| {
        let mut home = common::home("k3m9", "Rosewood House");
        for edit in edits {
            home.assessment.edit(&item("6.2.1"), edit, now());
        }
        home.assessment.response(&item("6.2.1")).cloned().expect("a response")
    };
    let long = "Helen is responsible, and Priya is when Helen is away.";
    let met = Edit::Judge(Some(Judgement::Met));
    let not_applicable = Edit::Judge(Some(Judgement::NotApplicable));
    for (edits, expected) in [
        (vec![met.clone(), Edit::Answer("Helen".into())], Some(Weakness::Short)),
        (vec![met.clone(), Edit::Answer(long.into())], None),
        (vec![met], None),
        (vec![Edit::Answer("Helen".into())], None),
        (vec![not_applicable.clone()], Some(Weakness::NoReason)),
        (vec![not_applicable, Edit::Reason("We have none".into())], None),
    ] {
        assert_eq!(weakness(AnswerKind::Text, &of(edits.clone())), expected, "{edits:?}");
    }
    let short = of(vec![Edit::Judge(Some(Judgement::Met)), Edit::Answer("Helen".into())]);
    assert_eq!(weakness(AnswerKind::Tick, &short), None, "a tick needs no words");
}
