//! What opens around editions and last year's answers, for everybody: with axe-core, on a tablet and on a telephone.

use e2e::{Result, Session, act, check, find};

use crate::access;
use crate::carrying::{CARRY, HARBOUR_NEWS, begin_from_example, choose};
use crate::editions::{
    BUILT_IN, HARBOUR, QUAY, make_harbour, open_editions, open_in_kit, open_kit, quay_file,
};
use crate::steps;

/// Nothing faulted by axe-core, on a tablet and on a telephone, where nothing has to be pushed sideways either.
async fn is_fine(s: &Session) -> Result<()> {
    access::in_every_light(s).await?;
    act::size(s, 320, 640).await?;
    check::no_sideways_scroll(s).await?;
    access::in_every_light(s).await?;
    act::size(s, 768, 1024).await
}

/// The kit with a table and its problems, files that were opened, what the site has, and the form for beginning.
pub async fn what_opens_around_editions_is_accessible(s: &mut Session) -> Result<()> {
    let folder = tempfile::tempdir()?;
    open_kit(s).await?;
    let bad = steps::file(folder.path(), "bad.xlsx", "Dear Helen")?;
    act::upload(s, "Choose a spreadsheet", &bad).await?;
    check::text(s, "“bad.xlsx” could not be read.").await?;
    act::press(s, "How it should look, with an example").await?;
    is_fine(s).await?;
    open_in_kit(s, "broken.csv").await?;
    check::text(s, "No edition can be made of it yet.").await?;
    act::press(s, "Other columns, if there are any").await?;
    is_fine(s).await?;
    act::fill(s, "Year, such as 2022-23", "2022-23").await?;
    find::heading(s, "As the manager will see it").await?;
    // A tooltip that is one endless word.
    act::press(s, find::starting("9.1.18 ")).await?;
    find::heading(s, "Official guidance").await?;
    is_fine(s).await?;

    open_editions(s).await?;
    let none = steps::file(folder.path(), "notes.json", "{}")?;
    act::upload(s, "Choose a file", &none).await?;
    find::heading(s, "There is no edition in this file that can be used").await?;
    is_fine(s).await?;
    act::upload(s, "Choose a file", &quay_file(folder.path())?).await?;
    check::text(s, "You opened quay.json").await?;
    act::press(s, "Look at it first").await?;
    act::press(s, find::starting("7.1.2 ")).await?;
    find::heading(s, "Official guidance").await?;
    is_fine(s).await?;
    act::press(s, "Put it on this device").await?;
    check::text(s, &format!("{QUAY} is on this device now.")).await?;
    act::press(s, "See what is there").await?;
    check::text(s, "There is no other edition on this site yet.").await?;
    act::press(s, find::named("Start an assessment").within(QUAY)).await?;
    act::press(s, "Start").await?;
    check::text(s, "Enter the name of your care home").await?;
    is_fine(s).await?;
    act::follow(s, find::named("Look at it").within(QUAY)).await?;
    check::heading(s, QUAY).await?;
    act::press(s, find::starting("7.1.2 ")).await?;
    is_fine(s).await
}

/// Last year's answers with choices made and what folds open, the note on an item, and two years side by side.
pub async fn what_opens_around_last_years_answers_is_accessible(s: &mut Session) -> Result<()> {
    steps::open_example(s).await?;
    make_harbour(s).await?;
    open_editions(s).await?;
    act::press(s, find::named("Start an assessment").within(HARBOUR)).await?;
    act::select(s, CARRY, &format!("{}, {BUILT_IN}", steps::EXAMPLE)).await?;
    check::text(s, "You go through them next to the new questions").await?;
    is_fine(s).await?;
    act::press(s, "Cancel").await?;
    let id = begin_from_example(s).await?;
    act::open(s, &format!("#/a/{id}/new")).await?;
    check::heading(s, HARBOUR_NEWS).await?;
    is_fine(s).await?;
    act::follow(s, "Choose which answers to use").await?;
    check::heading(s, CARRY).await?;
    choose(s, "2.3.2", "No", "Last year’s answer is not used.").await?;
    let checked = "Carried over. Open the question, check it, and answer Yes or Not yet.";
    choose(s, "1.2.2", "Yes, but answer again", checked).await?;
    act::press(s, find::named("What changed in the guidance").within("1.2.2")).await?;
    // Another of last year's than was found.
    act::press(s, find::named("Use another of last year’s answers").within("1.3.3")).await?;
    let induction = "2.1.1 Your induction on data and cyber security";
    act::select(s, find::named("Last year’s question").within("1.3.3"), induction).await?;
    check::text(s, "You chose 2.1.1 of 2021-22.").await?;
    choose(s, "1.3.3", "Yes", "Carried over. Open the question to confirm that it is still true.").await?;
    is_fine(s).await?;

    steps::open_item(s, &id, "1.2.2").await?;
    check::text(s, "the texts were carried over from 3.2.1 of 2021-22.").await?;
    is_fine(s).await?;
    // Without a yes or a not yet there is nothing that could hold; with one, it is judged anew.
    check::absent(s, "button", "Still true").await?;
    act::choose(s, "Not yet").await?;
    check::text(s, "Carried over from 3.2.1 of 2021-22 and confirmed.").await?;
    is_fine(s).await?;
    act::open(s, &format!("#/a/{id}/years")).await?;
    find::heading(s, "From 2021-22 to 2022-23").await?;
    is_fine(s).await
}
