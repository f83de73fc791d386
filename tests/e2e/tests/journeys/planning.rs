//! The action plan: planned with a press, edited in place, sorted, filtered, ticked off.

use e2e::{Result, Session, act, check, find};

use crate::steps;

/// "Not yet" without an action stands first, and one press begins the plan for it.
pub async fn what_is_not_planned_is_planned_with_one_press(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, "Rosewood House").await?;
    steps::open_item(s, &id, "4.1.1").await?;
    act::choose(s, "Not yet").await?;
    act::open(s, &format!("#/a/{id}/actions")).await?;
    check::text(s, "Not planned yet (1)").await?;
    act::press(s, "Plan 4.1.1").await?;
    check::no_text(s, "Not planned yet").await?;
    check::text(s, "To do (1)").await?;
    // What the checks ask for, and the picture of the months, which counts every action.
    for words in ["Your list of staff and roles", "No one assigned", "No date", "1 to do"] {
        check::text(s, words).await?;
    }
    check::focus(s, "field", "What will be done").await?;
    check::value(s, "What will be done", "Sort out your list of staff and roles").await?;
    // Emptied on the way to better words, the row stays, and so does the focus.
    act::fill(s, "What will be done", "").await?;
    check::focus(s, "field", "What will be done").await?;
    act::fill(s, "What will be done", "Write the list of staff").await?;
    act::fill(s, "Who will do it", "Priya").await?;
    act::fill_date(s, "By when", "2098-03-31").await?;
    act::select(s, "Priority", "High").await?;
    steps::saved(s).await?;
    act::reload(s).await?;
    for words in ["Write the list of staff", "Priya", "31 March 2098", "High"] {
        check::text(s, words).await?;
    }
    act::open(s, &format!("#/a/{id}/part/1")).await?;
    let row = find::link(s, find::starting("4.1.1 ")).await?.text().await?;
    e2e::ensure!(row.trim().ends_with("Action planned"), "the row says “{row}”");
    Ok(())
}

/// Filters and sorting; ticked off with the day; a row stays where it is while it is edited.
pub async fn actions_are_sorted_filtered_and_ticked_off_in_place(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, "Rosewood House").await?;
    for (item, what, who, when) in [
        ("1.3.2", "Walk round the office", "Priya", "2001-02-03"),
        ("4.1.1", "Write the list", "Helen", "2098-03-31"),
        ("2.1.1", "Print the checklist", "Priya", "2098-01-31"),
    ] {
        steps::open_item(s, &id, item).await?;
        act::choose(s, "Not yet").await?;
        act::fill(s, "What will be done", what).await?;
        act::fill(s, "Who will do it", who).await?;
        act::fill_date(s, "By when", when).await?;
    }
    act::open(s, &format!("#/a/{id}/actions")).await?;
    check::text(s, "To do (3)").await?;
    check::text(s, "Overdue").await?;
    order(s, ["1.3.2", "2.1.1", "4.1.1"]).await?;
    act::select(s, "Sort by", "Question").await?;
    order(s, ["2.1.1", "4.1.1", "1.3.2"]).await?;

    act::select(s, "Show", "Overdue").await?;
    check::absent(s, "group", "Action of 4.1.1").await?;
    find::group(s, "Action of 1.3.2").await?;
    act::select(s, "Show", "All").await?;
    act::select(s, "Owner", "Helen").await?;
    check::absent(s, "group", "Action of 1.3.2").await?;
    check::text(s, "1 of 3 actions shown.").await?;
    act::select(s, "Owner", "Everyone").await?;
    act::select(s, "Part", "2 Policies and Procedures").await?;
    check::absent(s, "group", "Action of 2.1.1").await?;
    find::group(s, "Action of 1.3.2").await?;

    act::press(s, "Change this action of 1.3.2").await?;
    act::tick(s, find::named("Done").within("Action of 1.3.2")).await?;
    check::text(s, "Done on ").await?;
    check::text(s, "1 done").await?;
    // Still there, where it can be changed back.
    check::ticked(s, find::named("Done").within("Action of 1.3.2")).await?;
    steps::saved(s).await?;
    act::reload(s).await?;
    check::text(s, "To do (2)").await?;
    check::text(s, "Done (1)").await
}

/// The rows stand in this order.
async fn order(s: &Session, items: [&str; 3]) -> Result<()> {
    for (number, item) in (1..).zip(items) {
        let row = find::group(s, find::starting("Action of ").number(number)).await?;
        let name = row.attr("aria-label").await?.unwrap_or_default();
        e2e::ensure!(name == format!("Action of {item}"), "row {number} is “{name}”, not {item}");
    }
    Ok(())
}
