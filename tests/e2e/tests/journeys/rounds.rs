//! A review in several rounds: what was said stands, what the home did since is seen, and the end is one page.

use std::path::Path;

use e2e::{Result, Session, act, check, ensure, find};
use tempfile::NamedTempFile;

use crate::steps;

const HOME: &str = "Bramble Court";

/// One reviewer does not agree and another asks; the home replies, changes an answer and plans; both look again, until it is
/// agreed.
pub async fn two_reviewers_and_three_rounds_lead_to_an_agreement(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    answer(s, &id, "1.1.5", "Helen leads on data security.").await?;
    answer(s, &id, "4.5.4", "Everybody has a password of their own.").await?;
    let first = steps::export(s, HOME).await?.keep()?;

    // The first round, at two reviewers'.
    review(s, first.path(), "Asha Patel").await?;
    say(s, "1.1.5", "Not agreed", "By whom was she appointed?").await?;
    say(s, "4.5.4", "Agreed", "").await?;
    let asha = finish(s, "Please look at part 1 again.").await?;
    review(s, first.path(), "Amir Khan").await?;
    say(s, "4.5.4", "Question", "How long are they?").await?;
    let amir = finish(s, "").await?;

    // The home takes both in: one press from the file to the comments.
    s.move_to(s.engine().another()).await?;
    steps::choose_file(s, first.path()).await?;
    act::press(s, "Open and carry on").await?;
    check::heading(s, HOME).await?;
    steps::choose_file(s, asha.path()).await?;
    act::press(s, "Add all 3 comments").await?;
    check::heading(s, "Reviewer comments").await?;
    check::text(s, "By whom was she appointed?").await?;
    steps::choose_file(s, amir.path()).await?;
    act::press(s, "Add this comment").await?;
    check::text(s, "3 comments to answer.").await?;
    check::accessible(s).await?;

    // They are on the overview, in the next step, in the list, and above the answer.
    act::follow(s, HOME).await?;
    find::heading(s, "Reviewer comments: 3 to answer").await?;
    check::text(s, "Your reviewer did not agree with this answer.").await?;
    check::accessible(s).await?;
    act::open(s, &format!("#/a/{id}/part/1")).await?;
    check::text(s, "1 comment to answer").await?;
    act::open(s, &format!("#/a/{id}")).await?;
    act::follow(s, "See the comment").await?;
    steps::on_item(s, "1.1.5").await?;
    let reply = find::containing("Your reply").number(1);
    act::fill(s, reply, "By Grace, our director. It says so now.").await?;
    check::no_text(s, "The answer has changed since this comment.").await?;
    act::add(s, "Your answer", " Grace, our director, appointed her.").await?;
    check::text(s, "The answer has changed since this comment.").await?;
    // What it spoke of is there still.
    act::press(s, "See the answer that was reviewed").await?;
    check::text(s, "Helen leads on data security.").await?;
    check::text(s, "Your reviewer sees your replies when you send them the file again.").await?;
    steps::open_item(s, &id, "4.5.4").await?;
    act::press(s, "Turn it into an action").await?;
    check::text(s, "Added to the action plan.").await?;
    check::no_text(s, "The answer has changed since this comment.").await?;
    // What is said of everything becomes an action of no question.
    act::follow(s, "All reviewer comments").await?;
    act::press(s, find::named("Turn it into an action").number(1)).await?;
    check::text(s, "There is nothing left to answer.").await?;
    act::open(s, &format!("#/a/{id}/actions")).await?;
    find::group(s, "Action of the assessment as a whole").await?;
    find::group(s, "Action of 4.5.4").await?;
    check::accessible(s).await?;
    let second = steps::export(s, HOME).await?.keep()?;

    // The second round, where the first file is open for reviewing still: two presses to the home's first reply.
    review(s, first.path(), "Asha Patel").await?;
    steps::choose_file(s, second.path()).await?;
    find::heading(s, "A new file from Bramble Court, which you are reviewing").await?;
    act::press(s, "Continue your review").await?;
    check::text(s, "2 of 2 answered questions reviewed: 1 agreed, 1 not agreed.").await?;
    check::text(s, "Since you reviewed it, the home has replied to 1 comment and changed 1 answer.").await?;
    check::accessible(s).await?;
    act::select(s, "Show only", "The home has replied").await?;
    check::text(s, "1 item shown").await?;
    act::follow(s, "Continue with 1.1.5").await?;
    check::text(s, "By Grace, our director. It says so now.").await?;
    act::choose(s, "Agreed").await?;
    act::open(s, &format!("#/a/{}/review", steps::identifier(s).await?)).await?;
    check::text(s, "2 of 2 answered questions reviewed: 2 agreed.").await?;
    // The menu leads only where something is.
    act::follow(s, "Action plan").await?;
    check::heading(s, "Action plan").await?;
    find::group(s, "Action of 4.5.4").await?;
    check::absent(s, "button", find::containing("Change this action")).await?;
    act::follow(s, "Review").await?;
    let again = finish(s, "Thank you.").await?;

    // The third: what was said in each round is there.
    s.move_to(s.engine().another()).await?;
    steps::choose_file(s, second.path()).await?;
    act::press(s, "Open and carry on").await?;
    steps::choose_file(s, again.path()).await?;
    act::press(s, "Add all 2 comments").await?;
    check::text(s, "2 comments added.").await?;
    check::text(s, "Round 2").await?;
    answer(s, &id, "1.1.5", "Helen leads on data security. Grace appointed her in May.").await?;
    let third = steps::export(s, HOME).await?.keep()?;
    review(s, third.path(), "Asha Patel").await?;
    check::text(s, "2 of 2 answered questions reviewed: 2 agreed.").await?;
    check::text(s, "Agreed, round 2 · the answer has changed since").await?;
    act::follow(s, "Continue with 1.1.5").await?;
    check::text(s, "By whom was she appointed?").await?;
    check::text(s, "Round 2").await?;
    say(s, "1.1.5", "Agreed", "").await?;
    let last = finish(s, "").await?;
    let text = std::fs::read_to_string(last.path())?;
    ensure!(text.contains("\"round\": 3"), "the last file does not say in which round it was written");
    Ok(())
}

/// What is missing is said with a way to it, and what is sent is seen before it is.
pub async fn a_reviewer_finishes_with_everything_before_them(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    answer(s, &id, "1.1.5", "Helen leads on data security.").await?;
    answer(s, &id, "4.5.4", "Everybody has a password of their own.").await?;
    let file = steps::export(s, HOME).await?.keep()?;
    review(s, file.path(), "Asha Patel").await?;
    // Only what is answered, until somebody wants to see all of it.
    check::text(s, "2 items shown").await?;
    act::select(s, "Show only", "All items").await?;
    check::text(s, "43 items shown").await?;
    act::follow(s, "Continue with 1.1.5").await?;
    check::text(s, "What counts as evidence:").await?;
    act::choose(s, "Not agreed").await?;
    check::text(s, "Write what the home should answer or change.").await?;
    act::follow(s, "Review of Bramble Court").await?;
    act::follow(s, "Finish the review").await?;
    check::text(s, "1 of 2 answered questions reviewed: 1 not agreed.").await?;
    check::text(s, "1 answered question is not reviewed yet.").await?;
    check::text(s, "Write why you did not agree, or what your question is:").await?;
    check::accessible(s).await?;
    act::follow(s, "1.1.5").await?;
    act::fill(s, "Your comments", "By whom was she appointed?").await?;
    act::follow(s, "Review of Bramble Court").await?;
    act::follow(s, "Finish the review").await?;
    check::no_text(s, "Write why you did not agree").await?;
    check::text(s, "By whom was she appointed?").await?;
    act::choose(s, "Question").await?;
    act::fill(s, "Your comments", "Nearly there.").await?;
    check::text(s, "The whole · Question").await?;
    act::fill(s, "Your role (optional)", "Quality lead").await?;
    act::forget_downloads(s)?;
    act::press(s, "Save the review file").await?;
    check::text(s, "Your review is ready").await?;
    check::text(s, "You saved the review file on").await?;
    let file = steps::exported(s).await?;
    ensure!(file.json["reviewer"]["role"] == "Quality lead", "{}", file.json["reviewer"]);
    ensure!(file.json["overall"][0]["comments"] == "Nearly there.", "{}", file.json["overall"]);
    Ok(())
}

async fn answer(s: &Session, id: &str, item: &str, text: &str) -> Result<()> {
    steps::open_item(s, id, item).await?;
    act::choose(s, "Yes").await?;
    act::fill(s, "Your answer", text).await?;
    steps::saved(s).await
}

/// Opens a file to review it, on a device that is new.
async fn review(s: &mut Session, file: &Path, name: &str) -> Result<()> {
    s.move_to(s.engine().another()).await?;
    steps::choose_file(s, file).await?;
    act::press(s, "Review and comment").await?;
    check::heading(s, "Review of Bramble Court").await?;
    act::fill(s, "Your name", name).await?;
    act::press(s, "Start reviewing").await?;
    check::text(s, &format!("Reviewing as {name}")).await
}

async fn say(s: &Session, item: &str, verdict: &str, words: &str) -> Result<()> {
    let id = steps::identifier(s).await?;
    act::open(s, &format!("#/a/{id}/review/{item}")).await?;
    steps::on_item(s, item).await?;
    act::choose(s, verdict).await?;
    if !words.is_empty() {
        act::fill(s, "Your comments", words).await?;
    }
    act::follow(s, "Review of Bramble Court").await
}

async fn finish(s: &Session, words: &str) -> Result<NamedTempFile> {
    act::follow(s, "Finish the review").await?;
    check::heading(s, "Finish the review of Bramble Court").await?;
    if !words.is_empty() {
        act::fill(s, "Your comments", words).await?;
    }
    act::forget_downloads(s)?;
    act::press(s, "Save the review file").await?;
    check::text(s, "Your review is ready").await?;
    steps::exported(s).await?.keep()
}
