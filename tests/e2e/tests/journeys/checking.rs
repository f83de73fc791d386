//! Checks: what is found in an answer, and the percentage of 3.2.1.

use e2e::{Result, Session, act, check, ensure, find};

use crate::steps;

const HOME: &str = "Rosewood House";

/// Findings appear as the words are typed, are listed with their item, and go when the words go.
pub async fn checks_follow_what_is_typed(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    act::open(s, &format!("#/a/{id}/checks")).await?;
    check::text(s, "Nothing to check").await?;

    steps::open_item(s, &id, "7.2.1").await?;
    act::choose(s, "Yes").await?;
    act::fill(s, "Your answer", "Tried out on 3 May 2021. NHS number 943 476 5919").await?;
    act::leave_field(s).await?;
    check::text(s, "The date here is 3 May 2021, which is too old: it has to be 1 July 2021 or later.")
        .await?;
    check::text(s, "This looks like an NHS number.").await?;
    steps::open_item(s, &id, "8.1.4").await?;
    act::choose(s, "Not yet").await?;
    steps::open_item(s, &id, "8.2.1").await?;
    act::choose(s, "Not applicable to us").await?;
    act::press(s, "Use this reason").await?;
    steps::saved(s).await?;

    act::follow(s, find::named("Checks").within("Main")).await?;
    check::text(s, "3 things to check, in 2 questions.").await?;
    check::text(s, "8.2.1 is only “not applicable” when everything is supported").await?;
    act::follow(s, "Go to 7.2.1").await?;
    act::fill(s, "Your answer", "Tried out on 3 May 2022.").await?;
    check::no_text(s, "1 thing to check").await?;
    act::follow(s, find::named("Checks").within("Main")).await?;
    check::text(s, "1 thing to check, in 1 question.").await?;
    // An answer that another one contradicts is done once somebody says why it is right.
    stands(s, &id, "8.2.1", "Incomplete").await?;
    steps::open_item(s, &id, "8.2.1").await?;
    act::fill(s, "Why is your answer right?", "The old tablet is only used for music").await?;
    steps::saved(s).await?;
    stands(s, &id, "8.2.1", "Not applicable").await
}

/// The row of an item of part 4 ends with this status.
async fn stands(s: &Session, id: &str, item: &str, status: &str) -> Result<()> {
    act::open(s, &format!("#/a/{id}/part/4")).await?;
    let row = find::link(s, find::starting(&format!("{item} "))).await?.text().await?;
    ensure!(row.trim().ends_with(status), "the row of {item} says “{row}”");
    Ok(())
}

/// 3.2.1 asks for 95 %: two numbers make the percentage, what is missing, and a sentence for the comments.
pub async fn the_share_of_people_is_worked_out(s: &mut Session) -> Result<()> {
    const SENTENCE: &str = "38 of 40 people with access to personal data (95%) have completed the training.";
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "3.2.1").await?;
    act::fill(s, "Comments (optional)", "By 28 February 2022:").await?;
    act::press(s, "Work out your percentage").await?;
    act::fill(s, "People with access to personal data", "40").await?;
    act::fill(s, "Of these, trained", "41").await?;
    check::text(s, "The number trained cannot be higher than the total.").await?;
    act::fill(s, "Of these, trained", "37").await?;
    check::text(s, "That is 92.5%. You need 95%, so train 1 more person.").await?;
    act::fill(s, "Of these, trained", "38").await?;
    check::text(s, "That is 95%. You need 95%, so you have enough.").await?;
    act::press(s, "Add this sentence to your comments").await?;
    check::value(s, "Comments (optional)", &format!("By 28 February 2022:\n{SENTENCE}")).await?;
    steps::saved(s).await?;
    act::reload(s).await?;
    check::value(s, "Comments (optional)", &format!("By 28 February 2022:\n{SENTENCE}")).await?;
    steps::open_item(s, &id, "2.1.1").await?;
    check::absent(s, "button", "Work out your percentage").await
}
