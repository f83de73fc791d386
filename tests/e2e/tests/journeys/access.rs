//! axe-core on every page in every state.

use e2e::{Options, Result, Session, act, check, find};

use crate::{narrow, pages, steps};

const HOME: &str = "Rosewood House";

/// Every page of an assessment that has just begun.
pub async fn every_empty_page_is_accessible(s: &mut Session) -> Result<()> {
    act::open(s, "").await?;
    check::heading(s, "Get your care home to Standards Met").await?;
    check::accessible(s).await?;
    act::open(s, "#/data").await?;
    check::text(s, "There is no assessment on this device yet.").await?;
    check::accessible(s).await?;
    let id = steps::begin(s, HOME).await?;
    each(s, &id, HOME).await
}

/// Every page of an assessment that is answered at length, on the screen with the least room: it is accessible, and nothing
/// has to be pushed sideways.
pub async fn every_filled_page_is_accessible_and_fits_a_narrow_screen(s: &mut Session) -> Result<()> {
    narrow::narrow(s).await?;
    let id = steps::open_example(s).await?;
    each(s, &id, steps::EXAMPLE).await
}

/// Every page in the colours of the night, on a phone, a tablet and a small laptop, and the start page before there is anything.
pub async fn every_filled_page_is_accessible_at_night(s: &mut Session) -> Result<()> {
    act::dark(s).await?;
    act::open(s, "").await?;
    check::heading(s, "Get your care home to Standards Met").await?;
    let night = "return getComputedStyle(document.documentElement).colorScheme === 'dark';";
    check::comes_true(s, "the colours of the night", night).await?;
    check::accessible(s).await?;
    let id = steps::open_example(s).await?;
    for (width, height) in [(320, 640), (768, 1024), (1366, 768)] {
        act::size(s, width, height).await?;
        each(s, &id, steps::EXAMPLE).await?;
    }
    Ok(())
}

/// Every page on a tablet upright and on a small laptop, with what is folded away as it is and opened. At the laptop's size the
/// guidance beside a question scrolls by itself.
pub async fn every_filled_page_is_accessible_folded_and_unfolded(s: &mut Session) -> Result<()> {
    let id = steps::open_example(s).await?;
    for (width, height) in [(768, 1024), (1366, 768)] {
        act::size(s, width, height).await?;
        for page in pages::all(&id, steps::EXAMPLE)? {
            page.open(s).await?;
            check::accessible(s).await?;
            s.script("for (const fold of document.querySelectorAll('details')) fold.open = true;", vec![])
                .await?;
            check::accessible(s).await?;
        }
    }
    Ok(())
}

async fn each(s: &Session, id: &str, name: &str) -> Result<()> {
    for page in pages::all(id, name)? {
        page.open(s).await?;
        check::no_sideways_scroll(s).await?;
        check::accessible(s).await?;
    }
    for address in [format!("#/a/{id}/item/9.9.9"), "#/a/elsewhere".to_owned()] {
        act::open(s, &address).await?;
        check::text(s, "Nothing that you typed is lost.").await?;
        check::accessible(s).await?;
    }
    Ok(())
}

/// What is on screen is accessible on a phone, on a tablet and on a small laptop, by day and at night.
pub async fn in_every_light(s: &Session) -> Result<()> {
    for (width, height) in [(320, 640), (1366, 768), (768, 1024)] {
        act::size(s, width, height).await?;
        act::dark(s).await?;
        check::accessible(s).await?;
        act::light(s).await?;
        check::accessible(s).await?;
    }
    Ok(())
}

/// Whatever opens on the page of an item: guidance, reasons, actions, warnings, undo.
pub async fn what_opens_on_an_item_is_accessible(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.3.11").await?;
    act::press(s, "Tooltip: the official guidance for 1.3.11").await?;
    act::press(s, "Actions (optional)").await?;
    act::choose(s, "Yes").await?;
    check::text(s, "Still to do:").await?;
    in_every_light(s).await?;
    act::choose(s, "Not applicable to us").await?;
    find::button(s, "Use this reason").await?;
    in_every_light(s).await?;
    act::choose(s, "Not yet").await?;
    act::fill(s, "What will be done", "A policy").await?;
    act::press(s, "Add another action").await?;
    in_every_light(s).await?;
    act::press(s, find::named("Remove this action").number(1)).await?;
    find::button(s, "Undo").await?;
    in_every_light(s).await?;
    // Beside each other, as on a tablet on its side.
    act::size(s, 1024, 768).await?;
    find::heading(s, "Official guidance").await?;
    in_every_light(s).await
}

/// The page "Your data" while something is going on: forms, errors, an offer, results, what was set aside.
pub async fn what_opens_on_your_data_is_accessible(s: &mut Session) -> Result<()> {
    steps::open_example(s).await?;
    let file = steps::export(s, steps::EXAMPLE).await?;
    act::press(s, "No file appeared?").await?;
    find::field(s, "The exported text").await?;
    in_every_light(s).await?;

    steps::open_more(s, steps::EXAMPLE).await?;
    act::fill(s, "Name", "").await?;
    check::text(s, "Enter a name").await?;
    in_every_light(s).await?;
    act::press(s, "Remove this assessment").await?;
    check::text(s, "Type the word remove").await?;
    in_every_light(s).await?;

    let mut changed = file.json.clone();
    changed["assessment"]["responses"][0]["answer"] = "Somebody else".into();
    let folder = tempfile::tempdir()?;
    let odd = steps::file(folder.path(), "odd.json", changed.to_string())?;
    steps::choose_file(s, &odd).await?;
    check::text(s, "This file was changed after it was exported").await?;
    in_every_light(s).await?;
    act::press(s, "Replace").await?;
    check::text(s, "is on this device now.").await?;
    in_every_light(s).await?;
    steps::open_storage(s).await?;
    check::text(s, "automatic backup from before a larger change").await?;
    in_every_light(s).await?;
    act::press(s, "Delete for good").await?;
    in_every_light(s).await?;

    let bad = steps::file(folder.path(), "bad.json", "Dear Helen")?;
    steps::choose_file(s, &bad).await?;
    check::text(s, "“bad.json” could not be opened.").await?;
    in_every_light(s).await
}

/// Whatever appears while a person is guided: suggestions, findings, plans being made, filters, a sum worked out.
pub async fn what_guides_a_person_is_accessible(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    in_every_light(s).await?;
    act::open(s, &format!("#/a/{id}/organisation")).await?;
    for question in ["Do you use any IT systems or software?", "Does your home use any mobile phones?"] {
        act::choose(s, find::named("No").within(question)).await?;
    }
    find::button(s, "Accept all 4").await?;
    in_every_light(s).await?;
    act::press(s, "Accept 1.3.14").await?;
    check::text(s, "Accepted as not applicable").await?;
    in_every_light(s).await?;
    steps::open_item(s, &id, "3.2.1").await?;
    act::choose(s, "Yes").await?;
    act::fill(s, "Comments (optional)", "The PIN is 4821").await?;
    act::leave_field(s).await?;
    check::text(s, "This looks like a password or a PIN.").await?;
    act::press(s, "What counts, and an example answer").await?;
    act::press(s, "Work out your percentage").await?;
    act::fill(s, "People with access to personal data", "31").await?;
    act::fill(s, "Of these, trained", "26").await?;
    check::text(s, "That is 83.8%").await?;
    in_every_light(s).await?;
    act::press(s, "What to enter in the official toolkit").await?;
    act::tick(s, "Entered in the official toolkit").await?;
    act::fill(s, "Comments (optional)", "The PIN is 4822").await?;
    check::text(s, "Your answer has changed since you entered it.").await?;
    in_every_light(s).await?;
    act::open(s, &format!("#/a/{id}/checks")).await?;
    check::text(s, "1 thing to check, in 1 question.").await?;
    in_every_light(s).await?;
    steps::open_item(s, &id, "4.1.1").await?;
    act::choose(s, "Not yet").await?;
    act::open(s, &format!("#/a/{id}/actions")).await?;
    act::press(s, "Plan 4.1.1").await?;
    check::value(s, "What will be done", "Sort out your list of staff and roles").await?;
    in_every_light(s).await?;
    act::open(s, &format!("#/a/{id}/find")).await?;
    act::fill(s, "Words", "nothing has these words").await?;
    check::text(s, "Nothing found.").await?;
    in_every_light(s).await?;
    act::fill(s, "Words", "wifi").await?;
    check::comes_true(s, "a mark", "return document.querySelector('main mark') !== null;").await?;
    in_every_light(s).await
}

/// The page when something is wrong: a missing name, storage that refuses, the program itself.
pub async fn what_is_said_when_something_is_wrong_is_accessible(s: &mut Session) -> Result<()> {
    act::open(s, "").await?;
    act::press(s, "Start").await?;
    check::text(s, "Enter the name of your care home").await?;
    in_every_light(s).await?;

    // The block that the page shows should its program fail; shown here by hand.
    s.script("document.getElementById('failure').hidden = false;", vec![]).await?;
    find::link(s, "See and save what is stored").await?;
    in_every_light(s).await?;

    s.restart_with(Options { storage_blocked: true, ..Options::default() }).await?;
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    find::button(s, "Export a file now").await?;
    in_every_light(s).await
}
