//! Several assessments on one device, and one assessment in several tabs.

use e2e::{Result, Session, act, check, ensure, find};

use crate::steps;

/// Two homes side by side do not mix, and each is found again from the first page.
pub async fn two_homes_stand_side_by_side(s: &mut Session) -> Result<()> {
    let elm = steps::begin(s, "Elm Lodge").await?;
    steps::open_item(s, &elm, "1.1.5").await?;
    act::fill(s, "Your answer", "Amir").await?;
    let oak = steps::begin(s, "Oak View").await?;
    ensure!(elm != oak, "both have the identifier {elm}");
    steps::open_item(s, &oak, "1.1.5").await?;
    check::value(s, "Your answer", "").await?;
    act::fill(s, "Your answer", "Beth").await?;

    for (home, answer) in [("Elm Lodge", "Amir"), ("Oak View", "Beth")] {
        act::open(s, "#/").await?;
        act::reload(s).await?;
        act::follow(s, find::starting(home)).await?;
        check::heading(s, home).await?;
        act::follow(s, "Carry on").await?;
        check::value(s, "Your answer", answer).await?;
    }
    Ok(())
}

/// A new name, and a copy that goes its own way.
pub async fn an_assessment_can_be_renamed_and_copied(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, "Elm Lodge").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Amir").await?;
    steps::open_more(s, "Elm Lodge").await?;
    act::fill(s, "Name", "Elm House").await?;
    act::fill(s, "ODS code (optional)", "VN2CD").await?;
    act::press(s, "Save").await?;
    check::text(s, "It is now called Elm House.").await?;
    check::heading(s, "More for Elm House").await?;

    act::press(s, "Make a copy").await?;
    check::heading(s, "Your data").await?;
    check::text(s, "A copy was made: Elm House (copy).").await?;
    check::text(s, "ODS code VN2CD").await?;
    act::reload(s).await?;
    act::follow(s, "Elm House (copy)").await?;
    act::follow(s, "Carry on").await?;
    check::value(s, "Your answer", "Amir").await?;
    act::add(s, "Your answer", " and Zoe").await?;
    steps::saved(s).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", "Amir").await?;

    steps::open_more(s, "Elm House").await?;
    act::press(s, "Make a copy").await?;
    act::press(s, "Undo").await?;
    check::text(s, "Undone.").await
}

/// A copy of the worked example, or the example under a name of one's own, is work like any other: with today's date, among
/// one's own, and with a file before the device is cleared.
pub async fn a_copy_of_the_worked_example_is_somebodys_own(s: &mut Session) -> Result<()> {
    const NOTE: &str = "This is the worked example of a made-up home.";
    const COPY: &str = "Rosewood House (copy)";
    steps::open_example(s).await?;
    steps::open_more(s, steps::EXAMPLE).await?;
    act::press(s, "Make a copy").await?;
    check::text(s, "A copy was made: Rosewood House (copy).").await?;
    act::follow(s, COPY).await?;
    check::heading(s, COPY).await?;
    check::no_text(s, NOTE).await?;
    // What was to be done in 2022 is late by now.
    act::follow(s, "Action plan").await?;
    check::text(s, "Overdue").await?;
    act::open(s, "#/").await?;
    find::link(s, find::starting(COPY)).await?;
    act::open(s, "#/clear").await?;
    find::button(s, find::named("Export a file").within(COPY)).await?;
    check::absent(s, "button", find::named("Export a file").within(steps::EXAMPLE)).await?;
    let file = steps::export(s, COPY).await?;
    ensure!(file.json["assessment"]["example"].is_null(), "the file calls itself the worked example");

    // Named, the example itself is one's own, and another can be opened.
    steps::open_more(s, steps::EXAMPLE).await?;
    act::fill(s, "Name", "Oak Lodge").await?;
    act::fill(s, "ODS code (optional)", "VM1AB").await?;
    act::press(s, "Save").await?;
    check::heading(s, "More for Oak Lodge").await?;
    act::open(s, "#/data").await?;
    act::follow(s, "Open Oak Lodge").await?;
    check::heading(s, "Oak Lodge").await?;
    check::no_text(s, NOTE).await?;
    steps::open_example(s).await?;
    check::text(s, NOTE).await?;
    act::open(s, "#/").await?;
    find::link(s, find::starting("Oak Lodge")).await.map(drop)
}

/// Removing asks for a typed word, says what it takes, and can be undone, also the next day.
pub async fn removing_asks_and_can_be_undone(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, "Elm Lodge").await?;
    steps::begin(s, "Oak View").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Amir").await?;
    steps::open_more(s, "Elm Lodge").await?;
    check::text(s, "This takes the assessment and all its answers off “Your data”.").await?;
    act::press(s, "Remove this assessment").await?;
    check::text(s, "Type the word remove to confirm").await?;
    check::focus(s, "field", "To confirm, type the word remove").await?;
    check::heading(s, "More for Elm Lodge").await?;
    act::fill(s, "To confirm, type the word remove", "remove").await?;
    act::press(s, "Remove this assessment").await?;
    check::heading(s, "Your data").await?;
    check::text(s, "Elm Lodge was removed.").await?;
    check::focus(s, "heading", "Your data").await?;
    check::absent(s, "link", "Elm Lodge").await?;
    find::link(s, "Oak View").await?;
    act::press(s, "Undo").await?;
    find::link(s, "Elm Lodge").await?;

    steps::open_more(s, "Elm Lodge").await?;
    act::fill(s, "To confirm, type the word remove", "Remove ").await?;
    act::press(s, "Remove this assessment").await?;
    check::absent(s, "link", "Elm Lodge").await?;
    act::reload(s).await?;
    check::absent(s, "link", "Elm Lodge").await?;
    act::follow(s, "Storage on this device").await?;
    act::press(s, "Put back").await?;
    check::text(s, "Elm Lodge was put back.").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", "Amir").await
}

/// What is deleted for good is gone, and only after a second press.
pub async fn deleting_for_good_takes_two_presses(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, "Elm Lodge").await?;
    steps::remove(s, "Elm Lodge").await?;
    // The message leads to where it is.
    act::follow(s, "Saved versions and removed items").await?;
    check::heading(s, "Storage on this device").await?;
    act::press(s, "Delete for good").await?;
    find::button(s, "Put back").await?;
    act::press(s, "Yes, delete it for good").await?;
    check::absent(s, "button", "Put back").await?;
    let left = find::storage(s).await?;
    ensure!(
        !left.iter().any(|(key, text)| key.contains(&id) || text.contains("Elm Lodge")),
        "left: {left:?}"
    );
    Ok(())
}

/// Two tabs on one assessment: of each item the newest edit is kept, in both.
pub async fn two_tabs_keep_the_newest_of_each_item(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, "Elm Lodge").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::new_tab(s, &format!("#/a/{id}/item/2.1.1")).await?;
    steps::on_item(s, "2.1.1").await?;
    act::fill(s, "Comments (optional)", "from the second").await?;
    steps::saved(s).await?;

    act::switch_to_tab(s, 1).await?;
    act::fill(s, "Your answer", "from the first").await?;
    steps::saved(s).await?;
    steps::open_item(s, &id, "2.1.1").await?;
    check::value(s, "Comments (optional)", "from the second").await?;

    act::switch_to_tab(s, 2).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", "from the first").await?;
    act::add(s, "Your answer", ", then the second").await?;
    steps::saved(s).await?;

    act::switch_to_tab(s, 1).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", "from the first, then the second").await?;
    // A date too, while its box is on screen and nobody is in it.
    steps::open_item(s, &id, "1.2.1").await?;
    act::choose(s, "Yes").await?;
    act::fill_date(s, "Last approved", "2021-09-20").await?;
    act::fill(s, "Title of the document", "Privacy notice").await?;
    steps::saved(s).await?;
    act::switch_to_tab(s, 2).await?;
    steps::open_item(s, &id, "1.2.1").await?;
    check::date(s, "Last approved", "2021-09-20").await?;
    act::fill_date(s, "Last approved", "2021-10-04").await?;
    steps::saved(s).await?;
    act::switch_to_tab(s, 1).await?;
    check::date(s, "Last approved", "2021-10-04").await?;
    for tab in [2, 1] {
        act::switch_to_tab(s, tab).await?;
        act::reload(s).await?;
        steps::open_item(s, &id, "1.1.5").await?;
        check::value(s, "Your answer", "from the first, then the second").await?;
        steps::open_item(s, &id, "2.1.1").await?;
        check::value(s, "Comments (optional)", "from the second").await?;
    }
    Ok(())
}
