//! The choice when a file of an assessment that is on the device comes in.

use e2e::{Result, Session, act, check, ensure, find};
use tempfile::NamedTempFile;

use crate::steps;

const HOME: &str = "Rosewood House";

/// First what is in the file and what would change; leaving it changes nothing.
pub async fn a_file_says_what_would_change_before_anything_does(s: &mut Session) -> Result<()> {
    let (_, file) = two_states(s).await?;
    let before = find::storage(s).await?;
    steps::choose_file(s, file.path()).await?;
    check::focus(s, "heading", find::containing(HOME).number(1)).await?;
    for words in [
        "2 of 43 questions answered",
        "Another version of Rosewood House",
        "answered differently in the file: 1.1.5",
        "answered only in the file: 2.1.1",
        "answered only on this device, and not in the file: 3.1.1",
    ] {
        check::text(s, words).await?;
    }
    act::press(s, "Cancel").await?;
    check::no_text(s, "Another version of Rosewood House").await?;
    ensure!(
        find::storage(s).await? == before,
        "what is kept on the device changed, though the file was left"
    );
    Ok(())
}

/// Kept beside, the file has a name of its own, and undo takes it away again.
pub async fn a_file_can_be_kept_beside_and_that_undone(s: &mut Session) -> Result<()> {
    let (id, file) = two_states(s).await?;
    steps::choose_file(s, file.path()).await?;
    act::press(s, "Keep both").await?;
    check::heading(s, "Rosewood House (imported)").await?;
    check::text(s, "Rosewood House (imported) is on this device now.").await?;
    act::press(s, "Undo").await?;
    check::heading(s, "Your data").await?;
    find::group(s, HOME).await?;
    check::absent(s, "group", "Rosewood House (imported)").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", "Priya").await
}

/// Put in place of the present one, and undo brings the present one back, also after a reload.
pub async fn a_file_can_take_the_place_and_that_undone(s: &mut Session) -> Result<()> {
    let (id, file) = two_states(s).await?;
    steps::choose_file(s, file.path()).await?;
    act::press(s, "Replace").await?;
    check::text(s, &format!("{HOME} is on this device now.")).await?;
    steps::open_storage(s).await?;
    check::text(s, "automatic backup from before a larger change").await?;
    answers(s, &id, "Helen", "in the file", "").await?;

    steps::open_storage(s).await?;
    act::reload(s).await?;
    act::press(s, "Put back").await?;
    check::text(s, &format!("{HOME} was put back.")).await?;
    act::press(s, "Undo").await?;
    answers(s, &id, "Helen", "in the file", "").await?;

    steps::open_storage(s).await?;
    act::press(s, "Put back").await?;
    answers(s, &id, "Priya", "", "on the device").await
}

/// A good file that is dropped on any page is offered like one that was chosen.
pub async fn a_file_that_is_dropped_is_offered(s: &mut Session) -> Result<()> {
    let (id, file) = two_states(s).await?;
    let bytes = std::fs::read(file.path())?;
    steps::open_item(s, &id, "2.1.1").await?;
    act::drop_file(s, "heading", find::starting("2.1.1 "), "from-helen.json", "application/json", &bytes)
        .await?;
    check::heading(s, "Your data").await?;
    check::text(s, "You opened from-helen.json").await?;
    act::press(s, "Replace").await?;
    answers(s, &id, "Helen", "in the file", "").await
}

/// An assessment with three answers, of which an exported file holds one differently, one too many and one not.
async fn two_states(s: &Session) -> Result<(String, NamedTempFile)> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::open_item(s, &id, "2.1.1").await?;
    act::fill(s, "Comments (optional)", "in the file").await?;
    let file = steps::export(s, HOME).await?.keep()?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Priya").await?;
    steps::open_item(s, &id, "2.1.1").await?;
    act::fill(s, "Comments (optional)", "").await?;
    steps::open_item(s, &id, "3.1.1").await?;
    act::fill(s, "Comments (optional)", "on the device").await?;
    steps::saved(s).await?;
    Ok((id, file))
}

async fn answers(s: &Session, id: &str, first: &str, second: &str, third: &str) -> Result<()> {
    for (item, label, text) in [
        ("1.1.5", "Your answer", first),
        ("2.1.1", "Comments (optional)", second),
        ("3.1.1", "Comments (optional)", third),
    ] {
        steps::open_item(s, id, item).await?;
        check::value(s, label, text).await?;
    }
    Ok(())
}
