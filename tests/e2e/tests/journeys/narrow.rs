//! A telephone, or a tablet at 400 %: nothing has to be pushed sideways.

use e2e::{Result, Session, act, check, find};

use crate::{pages, steps};

/// Words without a break, wherever a person can type: they are cut or wrapped, but stick out nowhere.
pub async fn words_without_a_break_fit_a_narrow_screen(s: &mut Session) -> Result<()> {
    narrow(s).await?;
    act::open(s, "#/data").await?;
    check::text(s, "There is no assessment on this device yet.").await?;
    check::no_sideways_scroll(s).await?;
    let long = "Llanfairpwllgwyngyll".repeat(6);
    let id = steps::begin(s, &long).await?;
    steps::open_item(s, &id, "1.3.11").await?;
    act::choose(s, "Not applicable to us").await?;
    act::fill(s, "Why it does not apply to you", &long).await?;
    act::fill(s, "Title of the document", &long).await?;
    act::fill(s, "Where it is kept, or a link to it", &format!("https://example.org/{long}")).await?;
    act::fill(s, "Comments (optional)", &long).await?;
    check::no_sideways_scroll(s).await?;
    act::choose(s, "Not yet").await?;
    act::fill(s, "What will be done", &long).await?;
    act::fill(s, "Who will do it", &long).await?;
    act::fill_date(s, "By when", "2001-02-03").await?;
    act::select(s, "Priority", "High").await?;
    act::press(s, find::named("Remove this document")).await?;
    find::button(s, "Undo").await?;
    // Fields stand side by side where there is room, so every width in between counts too.
    for width in [1024, 834, 768, 640, 480, 320] {
        act::size(s, width, 640).await?;
        check::no_sideways_scroll(s).await?;
    }
    act::press(s, "Undo").await?;
    for page in pages::all(&id, &long)? {
        page.open(s).await?;
        check::no_sideways_scroll(s).await?;
    }
    act::press(s, "Menu").await?;
    check::no_sideways_scroll(s).await?;

    let file = steps::export(s, &long).await?;
    act::press(s, "No file appeared?").await?;
    check::no_sideways_scroll(s).await?;
    steps::choose_file(s, &file.path).await?;
    find::button(s, "Keep both").await?;
    check::no_sideways_scroll(s).await?;
    act::press(s, "Keep both").await?;
    check::text(s, "is on this device now").await?;
    check::no_sideways_scroll(s).await?;
    act::press(s, "Undo").await?;
    check::heading(s, "Your data").await?;
    let folder = tempfile::tempdir()?;
    let bad = steps::file(folder.path(), &format!("{long}.json"), "no")?;
    steps::choose_file(s, &bad).await?;
    check::text(s, "could not be opened").await?;
    check::no_sideways_scroll(s).await?;
    act::press(s, "Close").await?;
    steps::save_version(s, &long, &long).await?;
    check::no_sideways_scroll(s).await?;
    steps::open_storage(s).await?;
    check::text(s, &long).await?;
    check::no_sideways_scroll(s).await
}

/// A small telephone, or a tablet at 400 %.
pub async fn narrow(s: &Session) -> Result<()> {
    act::open(s, "").await?;
    act::size(s, 320, 640).await
}
