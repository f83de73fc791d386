//! The day on which the home plans to publish: asked once, changed, taken away, and what follows it.

use e2e::{Result, Session, act, check, find};

use crate::steps;

const QUESTION: &str = "When do you plan to publish?";
const DAY: &str = "The day you plan to publish";
const RUNS_OUT: &str = "The date here is 18 November 2021. It will be more than 12 months old on 20 December 2022, the day you plan to \
                        publish.";

/// The boxes of the day: the frame around them has the same name.
fn the_day() -> find::Named {
    find::named(QUESTION).number(2)
}

/// In the worked example, whose day never changes: from the overview to the day, and what of it is on the other pages.
pub async fn the_day_of_publication_is_planned_changed_and_taken_away(s: &mut Session) -> Result<()> {
    let id = steps::open_example(s).await?;
    check::text(s, "Publish by 30 June 2022, in 108 days.").await?;
    act::follow(s, "Choose the day you plan to publish").await?;
    check::heading(s, DAY).await?;
    check::address(s, &format!("#/a/{id}/publish-day")).await?;
    check::text(s, "Enter a day in the future to see what will be too old by then.").await?;
    act::fill_date(s, the_day(), "2022-12-20").await?;
    check::text(s, "You plan to publish on 20 December 2022, in 281 days. That is after 30 June 2022, the last day for this toolkit year.")
        .await?;
    // What has run out by then is said with its question, and is a check.
    check::text(s, RUNS_OUT).await?;
    check::accessible(s).await?;
    act::follow(s, find::starting("1.3.1 ")).await?;
    steps::on_item(s, "1.3.1").await?;
    check::text(s, RUNS_OUT).await?;
    act::follow(s, find::named("Checks").within("Main")).await?;
    check::text(s, RUNS_OUT).await?;
    steps::saved(s).await?;

    // The question stays done, and what is printed has the day.
    act::open(s, &format!("#/a/{id}/part/2")).await?;
    let row = find::link(s, find::starting("1.3.1 ")).await?.text().await?;
    e2e::ensure!(row.trim().ends_with("Met"), "the row says “{row}”");
    act::open(s, &format!("#/a/{id}/reports/calendar")).await?;
    check::text(s, "20 December 2022").await?;
    check::no_text(s, "and every year").await?;
    act::open(s, &format!("#/a/{id}/reports/summary")).await?;
    check::text(s, "Planned day to publish").await?;

    act::open(s, &format!("#/a/{id}")).await?;
    check::text(s, "You plan to publish on 20 December 2022, in 281 days.").await?;
    act::follow(s, "Change the day").await?;
    check::date(s, the_day(), "2022-12-20").await?;
    act::fill_date(s, the_day(), "2022-06-17").await?;
    check::text(s, "You plan to publish on 17 June 2022, in 95 days.").await?;
    check::text(s, "Nothing that you have answered so far will be too old by then.").await?;
    act::fill(s, find::named("Month").within(QUESTION), "2").await?;
    check::text(s, "You planned to publish on 17 February 2022. Have you published?").await?;
    act::fill(s, find::named("Month").within(QUESTION), "6").await?;

    act::press(s, "Remove the day").await?;
    check::absent(s, "button", "Remove the day").await?;
    check::focus(s, "field", find::named("Day").within(QUESTION)).await?;
    check::no_text(s, "You plan to publish").await?;
    act::press(s, "Undo the last change").await?;
    check::text(s, "Undone: the last change.").await?;
    check::date(s, the_day(), "2022-06-17").await?;
    act::press(s, "Redo the last change").await?;
    check::no_text(s, "You plan to publish").await?;
    act::follow(s, "Continue to your overview").await?;
    check::text(s, "Publish by 30 June 2022, in 108 days.").await
}

/// Half a day is kept, and counts for nothing until the rest is there.
pub async fn half_a_day_of_publication_is_kept(s: &mut Session) -> Result<()> {
    let id = steps::open_example(s).await?;
    act::open(s, &format!("#/a/{id}/publish-day")).await?;
    act::fill(s, find::named("Day").within(QUESTION), "20").await?;
    act::fill(s, find::named("Month").within(QUESTION), "12").await?;
    act::leave_field(s).await?;
    act::leave_field(s).await?;
    check::text(s, "Add the year").await?;
    steps::saved(s).await?;
    act::reload(s).await?;
    check::value(s, find::named("Month").within(QUESTION), "12").await?;
    check::text(s, "Add the year").await?;
    check::text(s, "Enter a day in the future to see what will be too old by then.").await?;
    act::fill(s, find::named("Year").within(QUESTION), "22").await?;
    act::leave_field(s).await?;
    check::text(s, "You plan to publish on 20 December 2022, in 281 days.").await
}

/// After the easy questions the day is asked for, until there is one or somebody does not want to be asked.
pub async fn the_day_of_publication_is_asked_for_once(s: &mut Session) -> Result<()> {
    let id = steps::open_example(s).await?;
    act::open(s, &format!("#/a/{id}/organisation")).await?;
    find::heading(s, QUESTION).await?;
    act::follow(s, "Choose the day").await?;
    check::heading(s, DAY).await?;
    act::back(s).await?;
    // Looked at and left, it is not answered.
    act::press(s, "Not now").await?;
    check::absent(s, "heading", QUESTION).await?;
    steps::saved(s).await?;
    act::reload(s).await?;
    check::text(s, "What does not apply to you").await?;
    check::absent(s, "heading", QUESTION).await?;
    act::open(s, &format!("#/a/{id}")).await?;
    find::link(s, "Choose the day you plan to publish").await?;

    // Before the last of the easy questions is answered, it is not asked.
    let id = steps::begin(s, "Bramble Court").await?;
    act::open(s, &format!("#/a/{id}/organisation")).await?;
    check::text(s, "0 of 14 answered").await?;
    check::absent(s, "heading", QUESTION).await
}
