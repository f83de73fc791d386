//! What happens when the device does not keep what is typed, or keeps something that cannot be read.

use e2e::{Options, Result, Session, act, check, ensure, find};

use crate::steps;

const HOME: &str = "Rosewood House";
const NOT_SAVED: &str = "Your answers are not being saved.";

/// With storage blocked the page says so, and typing, moving about and exporting work.
pub async fn with_storage_blocked_typing_goes_on_and_export_works(s: &mut Session) -> Result<()> {
    s.restart_with(Options { storage_blocked: true, ..Options::default() }).await?;
    act::open(s, "").await?;
    find::alert(s, find::containing("This browser is not letting the page keep anything on this device."))
        .await?;
    check::text(s, "Not saved").await?;

    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::choose(s, "Yes").await?;
    act::fill(s, "Your answer", "Helen").await?;
    act::follow(s, "Next: 2.1.1").await?;
    steps::on_item(s, "2.1.1").await?;
    act::follow(s, "Back to 1.1.5").await?;
    steps::on_item(s, "1.1.5").await?;
    check::value(s, "Your answer", "Helen").await?;
    check::text(s, NOT_SAVED).await?;

    act::press(s, "Export a file now").await?;
    check::text(s, "Your file is ready").await?;
    let file = steps::exported(s).await?;
    let answer = &file.json["assessment"]["responses"][0]["answer"];
    ensure!(answer == "Helen", "the file holds {answer}");

    // And the file comes in again, into a page that has forgotten it all.
    let kept = file.keep()?;
    act::reload(s).await?;
    steps::choose_file(s, kept.path()).await?;
    act::press(s, "Open and carry on").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", "Helen").await
}

/// In another site's frame the page has no storage either, and says so in the same words.
pub async fn in_a_frame_without_rights_typing_goes_on(s: &mut Session) -> Result<()> {
    act::open_in_a_sandbox(s).await?;
    find::alert(s, find::containing("This browser is not letting the page keep anything on this device."))
        .await?;
    act::fill(s, "Name of your care home or organisation", HOME).await?;
    act::press(s, "Start").await?;
    check::heading(s, HOME).await?;
    act::press(s, "Export a file now").await?;
    check::text(s, "Your file is ready").await
}

/// With the storage full nothing is lost, and it is saved by itself once there is room.
pub async fn a_full_storage_loses_nothing_and_saves_again_once_there_is_room(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;

    act::fill_storage(s).await?;
    act::add(s, "Your answer", ", the registered manager").await?;
    // The second copy on the device carries on, and the page does not call that saved.
    find::alert(s, find::containing("There is no room in this browser’s main storage.")).await?;
    check::text(s, "In the second copy at").await?;
    act::add(s, "Your answer", " since 2019").await?;
    let kept = find::storage(s).await?;
    ensure!(kept.iter().any(|(key, text)| key.contains("/kept/") && text.contains("Helen")), "it is gone");
    act::follow(s, "Next: 2.1.1").await?;
    steps::on_item(s, "2.1.1").await?;
    find::button(s, "Export a file now").await?;

    act::free_storage(s).await?;
    steps::saved(s).await?;
    check::no_text(s, "main storage").await?;
    act::reload(s).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", "Helen, the registered manager since 2019").await
}

/// Where the storage is full from the beginning, only the second copy ever has anything: it has it at every moment, however
/// often the page is opened and tries the first one again.
pub async fn in_a_full_storage_the_second_copy_keeps_what_it_alone_has(s: &mut Session) -> Result<()> {
    act::open(s, "recover.html").await?;
    act::fill_storage(s).await?;
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    check::text(s, "In the second copy at").await?;
    for _ in 0..2 {
        act::reload(s).await?;
        check::value(s, "Your answer", "Helen").await?;
    }
    act::add(s, "Your answer", ", the registered manager").await?;
    check::text(s, "In the second copy at").await?;
    // It tries the first copy again every five seconds.
    let begun = std::time::Instant::now();
    while begun.elapsed().as_secs() < 7 {
        let keys = find::second_keys(s).await?;
        ensure!(keys.iter().any(|key| key.contains(&format!("/kept/{id}/"))), "it is not there: {keys:?}");
    }
    // Removed, it stays removed, without ever having been in the first copy.
    steps::remove(s, HOME).await?;
    check::not_in_second(s, &format!("/kept/{id}/")).await
}

/// Stored data that cannot be read is moved aside and can be saved as a file, byte for byte.
pub async fn unreadable_data_is_moved_aside_and_offered_as_a_file(s: &mut Session) -> Result<()> {
    const DAMAGED: &str = "{\"format\":\"standards-met/assessment\",\"version\":1,\"ass";
    steps::begin(s, "Elm Lodge").await?;
    act::store(s, "standards-met/assessment/damaged", DAMAGED).await?;
    act::open(s, "#/data").await?;
    act::reload(s).await?;

    check::text(s, "1 assessment could not be opened. It is still on this device.").await?;
    // The others are as they were.
    find::link(s, "Elm Lodge").await?;
    steps::open_storage(s).await?;
    check::text(s, "could not be read, and was moved aside untouched").await?;
    act::press(s, "Save as a file").await?;
    let path = find::download(s, ".json").await?;
    let saved = std::fs::read_to_string(&path)?;
    ensure!(saved == DAMAGED, "the file holds {saved}");
    // Under its own key it could be written over by an assessment of the same identity.
    let stored = find::stored(s, "standards-met/assessment/damaged").await?;
    ensure!(stored.is_none(), "it is still in its place: {stored:?}");
    act::reload(s).await?;
    check::text(s, "could not be read, and was moved aside untouched").await
}

/// What a newer version of the page left stays in its place, whatever is done here.
pub async fn data_of_a_newer_version_is_never_written_over(s: &mut Session) -> Result<()> {
    const NEWER: &str = "{\"at\":\"2030-01-01T00:00:00Z\",\"format\":\"standards-met/kept\",\"length\":1,\
                         \"sequence\":99,\"sha256\":\"\",\"version\":2}\nx";
    let id = steps::begin(s, HOME).await?;
    steps::saved(s).await?;
    let keys = find::storage_keys(s).await?;
    let key = keys.into_iter().find(|key| key.contains(&format!("/kept/{id}/"))).unwrap_or_default();
    // As a newer page in another tab would leave it, while this one is still open.
    act::store(s, &key, NEWER).await?;
    steps::open_item(s, &id, "2.1.1").await?;
    act::fill(s, "Comments (optional)", "Typed in the older page").await?;
    check::text(s, NOT_SAVED).await?;
    let stored = find::stored(s, &key).await?;
    ensure!(stored.as_deref() == Some(NEWER), "it was written over with {stored:?}");

    steps::open_storage(s).await?;
    act::reload(s).await?;
    check::text(s, "made by a newer version of this page: reload the page to open it").await?;
    // What was typed in the older page may be deleted, and this may not.
    let rows = "return [...document.querySelectorAll('.app-aside-row')].map((row) => row.textContent)
        .filter((text) => text.includes('newer version') && text.includes('Delete for good')).length;";
    ensure!(s.script(rows, vec![]).await? == 0, "it can be deleted");
    steps::begin(s, "Elm Lodge").await?;
    steps::saved(s).await?;
    let stored = find::stored(s, &key).await?;
    ensure!(stored.as_deref() == Some(NEWER), "it was written over with {stored:?}");
    Ok(())
}

/// Words that were typed a moment ago are there after a reload in the middle of the sentence.
pub async fn a_half_typed_sentence_survives_a_reload(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen is the").await?;
    act::reload(s).await?;
    check::value(s, "Your answer", "Helen is the").await?;

    // And after going on at once, before any save was due.
    act::add(s, "Your answer", " manager").await?;
    act::open(s, "#/about").await?;
    act::reload(s).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", "Helen is the manager").await
}

/// The tablet is put in the drawer for the night: the browser is closed and opened again.
pub async fn answers_are_there_the_next_morning(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;
    s.restart().await?;
    act::open(s, "").await?;
    act::follow(s, find::starting(HOME)).await?;
    act::follow(s, "Carry on").await?;
    steps::on_item(s, "1.1.5").await?;
    check::value(s, "Your answer", "Helen").await
}
