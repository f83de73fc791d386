//! The review round trip: from the home to a reviewer on another device, and back, with answers that change in between.

use std::path::Path;

use e2e::{Result, Session, act, check, ensure, find};
use tempfile::NamedTempFile;

use crate::steps::{self, Exported};

const HOME: &str = "Rosewood House";
const LEAD: &str = "Helen, the registered manager, leads on data security.";

/// The manager's file, a review of it elsewhere, the answer changed meanwhile, the review taken in, dealt with, and a
/// second round.
pub async fn a_review_goes_to_the_reviewer_and_back_and_changes_no_answer(s: &mut Session) -> Result<()> {
    let (id, home) = home(s).await?;

    // At the reviewer's.
    s.move_to(s.engine().another()).await?;
    review_file(s, home.path()).await?;
    check::text(s, "0 of 2 answered questions reviewed").await?;
    check::accessible(s).await?;
    act::follow(s, "Continue with 1.1.5").await?;
    steps::on_item(s, "1.1.5").await?;
    check::text(s, LEAD).await?;
    check::absent(s, "field", "Your answer").await?;
    act::choose(s, "Question").await?;
    act::fill(s, "Your comments", "Who is it when Helen is away?").await?;
    check::accessible(s).await?;
    act::follow(s, "Next: 4.5.4").await?;
    steps::on_item(s, "4.5.4").await?;
    act::choose(s, "Agreed").await?;
    act::follow(s, "Review of Rosewood House").await?;
    check::text(s, "2 of 2 answered questions reviewed: 1 agreed, 1 question.").await?;
    act::follow(s, "Finish the review").await?;
    check::heading(s, "Finish the review of Rosewood House").await?;
    act::fill(s, "Your comments", "Nearly there.").await?;
    act::fill(s, "Your role (optional)", "Quality lead").await?;
    check::text(s, "Asha Patel, Quality lead, North Support, ").await?;
    check::accessible(s).await?;
    let first = save_review(s).await?;
    ensure!(!first.text.contains("leads on data security"), "the review file carries an answer");
    ensure!(first.json["format"] == "standards-met/review", "it is a {}", first.json["format"]);
    let first = first.keep()?;

    // Back at the home, where the answer has changed since.
    s.move_to(s.engine().another()).await?;
    steps::choose_file(s, home.path()).await?;
    act::press(s, "Open and carry on").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::add(s, "Your answer", " Priya does when she is away.").await?;
    steps::saved(s).await?;
    steps::choose_file(s, first.path()).await?;
    check::focus(s, "heading", "You have a review of Rosewood House").await?;
    check::text(s, "3 comments from Asha Patel, Quality lead, North Support.").await?;
    check::text(s, "New. Your answer has changed since.").await?;
    check::accessible(s).await?;
    act::press(s, "Add the comment on 1.1.5").await?;
    check::text(s, "1 comment added.").await?;
    check::text(s, "Already added.").await?;
    act::press(s, "Undo").await?;
    check::no_text(s, "Already added.").await?;
    act::press(s, "Add all 3 comments").await?;
    check::heading(s, "Reviewer comments").await?;
    check::text(s, "3 comments added.").await?;
    check::text(s, "2 comments to answer.").await?;
    find::heading(s, "The assessment as a whole").await?;
    check::accessible(s).await?;

    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", &format!("{LEAD} Priya does when she is away.")).await?;
    check::text(s, "Who is it when Helen is away?").await?;
    check::text(s, "The answer has changed since this comment.").await?;
    check::accessible(s).await?;
    act::press(s, find::named("Turn it into an action").number(1)).await?;
    check::text(s, "Added to the action plan").await?;
    act::fill(s, find::named("Your reply (optional)").number(1), "Priya. It says so now.").await?;
    act::press(s, find::named("Mark as resolved").number(1)).await?;
    check::text(s, "Resolved.").await?;
    steps::saved(s).await?;
    act::reload(s).await?;
    check::text(s, "Resolved.").await?;
    check::text(s, "Added to the action plan").await?;
    act::follow(s, "All reviewer comments").await?;
    check::heading(s, "Reviewer comments").await?;
    check::accessible(s).await?;
    let again = steps::export(s, HOME).await?;
    let actions = &again.json["assessment"]["responses"][0]["actions"];
    ensure!(actions[0]["from_review"].is_string(), "the action has no link: {actions}");
    let second = again.keep()?;

    // The second round, on a device that has never seen the first.
    s.move_to(s.engine().another()).await?;
    review_file(s, second.path()).await?;
    act::select(s, "Show only", "Changed since my last review").await?;
    check::text(s, "1 item shown").await?;
    act::follow(s, find::starting("1.1.5 ")).await?;
    check::text(s, "Previous comments").await?;
    check::text(s, "Priya. It says so now.").await?;
    check::value(s, "Your comments", "").await?;
    act::choose(s, "Agreed").await?;
    act::follow(s, "Finish: to the list").await?;
    check::text(s, "No matches.").await?;
    save_review(s).await.map(drop)
}

/// The whole assessment comes back with the review inside: the review is taken out of it, and no answer changes.
pub async fn a_review_inside_the_whole_assessment_is_taken_out_of_it(s: &mut Session) -> Result<()> {
    let (id, home) = home(s).await?;
    s.move_to(s.engine().another()).await?;
    review_file(s, home.path()).await?;
    act::follow(s, "Continue with 1.1.5").await?;
    act::choose(s, "Not agreed").await?;
    act::fill(s, "Your comments", "By whom was she appointed?").await?;
    act::follow(s, "Review of Rosewood House").await?;
    act::press(s, "Save the whole assessment with your review instead").await?;
    act::forget_downloads(s)?;
    act::press(s, "Save the whole assessment").await?;
    let whole = steps::exported(s).await?;
    ensure!(whole.json["assessment"]["organisation"]["name"] == HOME, "it is another home's");
    ensure!(whole.json["assessment"]["responses"][0]["answer"] == LEAD, "it has another answer");
    let whole = whole.keep()?;

    s.move_to(s.engine().another()).await?;
    steps::choose_file(s, home.path()).await?;
    act::press(s, "Open and carry on").await?;
    steps::open_item(s, &id, "4.5.4").await?;
    act::add(s, "Your answer", " Since May.").await?;
    steps::saved(s).await?;
    steps::choose_file(s, whole.path()).await?;
    check::focus(s, "heading", "You have a review of Rosewood House").await?;
    check::text(s, "It has 1 comment you do not have yet.").await?;
    act::press(s, "See the comments first").await?;
    check::text(s, "New.").await?;
    act::press(s, "Close this review").await?;
    steps::choose_file(s, whole.path()).await?;
    act::press(s, "Add the comments").await?;
    check::heading(s, "Reviewer comments").await?;
    check::text(s, "1 comment added.").await?;
    steps::open_item(s, &id, "4.5.4").await?;
    check::value(s, "Your answer", "We do. Since May.").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", LEAD).await?;
    check::text(s, "By whom was she appointed?").await
}

/// Two reviewers, taken in in either order, and one of them twice.
pub async fn two_reviewers_do_not_get_in_each_others_way(s: &mut Session) -> Result<()> {
    let (id, home) = home(s).await?;
    let mut reviews = Vec::new();
    for (name, words) in [("Asha Patel", "First words"), ("Amir Khan", "Second words")] {
        s.move_to(s.engine().another()).await?;
        offered(s, home.path()).await?;
        who(s, name, "").await?;
        act::follow(s, "Continue with 1.1.5").await?;
        act::fill(s, "Your comments", words).await?;
        act::follow(s, "Review of Rosewood House").await?;
        reviews.push(save_review(s).await?.keep()?);
    }
    let mut outcomes = Vec::new();
    for order in [[0, 1, 0], [1, 0, 1]] {
        s.move_to(s.engine().another()).await?;
        steps::choose_file(s, home.path()).await?;
        act::press(s, "Open and carry on").await?;
        for (time, number) in order.into_iter().enumerate() {
            steps::choose_file(s, reviews[number].path()).await?;
            if time < 2 {
                act::press(s, "Add this comment").await?;
                check::text(s, "1 comment added.").await?;
            } else {
                check::text(s, "You have added all the comments.").await?;
                act::press(s, "Close this review").await?;
            }
        }
        steps::open_item(s, &id, "1.1.5").await?;
        check::value(s, "Your answer", LEAD).await?;
        check::text(s, "First words").await?;
        check::text(s, "Second words").await?;
        let file = steps::export(s, HOME).await?;
        outcomes.push(file.json["assessment"]["responses"][0]["reviews"].clone());
    }
    ensure!(outcomes[0] == outcomes[1], "in one order:\n{}\nin the other:\n{}", outcomes[0], outcomes[1]);
    Ok(())
}

/// A review file that was changed by hand, is too new, or is of another assessment: each has its sentence, and nothing
/// changes.
pub async fn a_review_file_that_is_not_as_it_should_be_changes_nothing(s: &mut Session) -> Result<()> {
    let (id, home) = home(s).await?;
    s.move_to(s.engine().another()).await?;
    review_file(s, home.path()).await?;
    act::follow(s, "Continue with 1.1.5").await?;
    act::fill(s, "Your comments", "Who else?").await?;
    act::follow(s, "Review of Rosewood House").await?;
    let file = save_review(s).await?;

    s.move_to(s.engine().another()).await?;
    let folder = tempfile::tempdir()?;
    let with = |name: &str, change: &dyn Fn(&mut serde_json::Value)| {
        let mut changed = file.json.clone();
        change(&mut changed);
        steps::file(folder.path(), name, changed.to_string())
    };
    let good = with("good.json", &|_| {})?;
    steps::choose_file(s, &good).await?;
    check::text(s, "It is a review of Rosewood House, which is not on this device.").await?;
    steps::choose_file(s, home.path()).await?;
    act::press(s, "Open and carry on").await?;
    let newer = with("newer.json", &|file| file["version"] = 2.into())?;
    steps::choose_file(s, &newer).await?;
    check::text(s, "It was made by a newer version of this page (form 2).").await?;
    let broken = with("broken.json", &|file| file["items"][0]["verdict"] = "Maybe".into())?;
    steps::choose_file(s, &broken).await?;
    check::text(s, "The verdict on 1.1.5 is “Maybe”, which is not Agreed, Question or NotAgreed.").await?;
    let changed = with("changed.json", &|file| file["items"][0]["comments"] = "Who, then?".into())?;
    steps::choose_file(s, &changed).await?;
    check::text(s, "This file was changed after it was exported").await?;
    check::text(s, "Who, then?").await?;
    act::press(s, "Close this review").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", LEAD).await?;
    check::no_text(s, "Who, then?").await
}

/// A home with two answers, exported: one at length, and one that says too little.
pub(super) async fn home(s: &Session) -> Result<(String, NamedTempFile)> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::choose(s, "Yes").await?;
    act::fill(s, "Your answer", LEAD).await?;
    steps::open_item(s, &id, "4.5.4").await?;
    act::choose(s, "Yes").await?;
    act::fill(s, "Your answer", "We do.").await?;
    let file = steps::export(s, HOME).await?.keep()?;
    Ok((id, file))
}

/// Opens a file to review it.
async fn offered(s: &Session, file: &Path) -> Result<()> {
    steps::choose_file(s, file).await?;
    act::press(s, "Review and comment").await?;
    check::heading(s, "Review of Rosewood House").await
}

async fn who(s: &Session, name: &str, organisation: &str) -> Result<()> {
    act::press(s, "Start reviewing").await?;
    check::text(s, "Enter your name").await?;
    act::fill(s, "Your name", name).await?;
    act::fill(s, "Your organisation (optional)", organisation).await?;
    act::press(s, "Start reviewing").await?;
    check::text(s, &format!("Reviewing as {name}")).await
}

pub(super) async fn review_file(s: &Session, file: &Path) -> Result<()> {
    offered(s, file).await?;
    who(s, "Asha Patel", "North Support").await
}

pub(super) async fn save_review(s: &Session) -> Result<Exported> {
    if find::address(s).await?.ends_with("/review") {
        act::follow(s, "Finish the review").await?;
    }
    act::forget_downloads(s)?;
    act::press(s, "Save the review file").await?;
    check::text(s, "Your review is ready").await?;
    steps::exported(s).await
}
