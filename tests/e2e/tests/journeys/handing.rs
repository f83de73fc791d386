//! Copies: handed to another app, as text, looked at again; and a device that is cleared.

use e2e::{Result, Session, act, check, ensure, find};

use crate::steps;

const HOME: &str = "Rosewood House";

/// Takes the place of the device's share sheet, which no driver reaches. `takes` says which endings it lets through.
fn sheet(takes: &str, outcome: &str) -> String {
    format!(
        "window.e2eShared = null;
        const set = (name, value) => Object.defineProperty(Navigator.prototype, name, {{ configurable: true, value }});
        set('canShare', (what) => what.files.every((file) => /\\.({takes})$/.test(file.name)));
        set('share', async (what) => {{
          {outcome}
          const [file] = what.files;
          window.e2eShared = {{ name: file.name, type: file.type, text: await file.text() }};
        }});"
    )
}

/// Where the device can share a file, the page does: in the form that it takes, or as a download where it refuses.
pub async fn a_file_is_shared_in_the_form_that_the_browser_takes(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;
    for (takes, ending, kind) in [("json|txt", ".json", "application/json"), ("txt", ".txt", "text/plain")] {
        s.script(&sheet(takes, ""), vec![]).await?;
        act::open(s, "#/about").await?;
        act::open(s, "#/data").await?;
        act::press(s, find::named("Share").within(HOME)).await?;
        check::text(s, "The other app was given").await?;
        check::accessible(s).await?;
        let shared = s.script("return window.e2eShared;", vec![]).await?;
        let name = shared["name"].as_str().unwrap_or_default();
        ensure!(name.ends_with(ending) && shared["type"] == kind, "it was shared as {name}");
        ensure!(shared["text"].as_str().unwrap_or_default().contains("Helen"), "the answer was not shared");
        act::press(s, "Close").await?;
    }
    s.script(&sheet("json", "throw new DOMException('no', 'AbortError');"), vec![]).await?;
    act::press(s, find::named("Share").within(HOME)).await?;
    check::text(s, "Nothing was shared, and nothing has left this device.").await?;
    act::forget_downloads(s)?;
    s.script(&sheet("json", "throw new DOMException('no', 'NotAllowedError');"), vec![]).await?;
    act::press(s, find::named("Share").within(HOME)).await?;
    check::text(s, "Your file is ready").await?;
    let file = steps::exported(s).await?;
    ensure!(file.text.contains("Helen"), "the answer is not in the file");
    // What was shared as text comes in again.
    let folder = tempfile::tempdir()?;
    let text = steps::file(folder.path(), "rosewood.txt", &file.text)?;
    steps::choose_file(s, &text).await?;
    check::text(s, "The file has exactly the same answers").await
}

/// A copy is read back and compared: it is complete and up to date, from before, of another home, changed, or no copy.
pub async fn a_copy_is_checked_against_what_is_here(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    let file = steps::export(s, HOME).await?;
    act::press(s, "Check my copy").await?;
    act::upload(s, "Choose the copy", &file.path).await?;
    check::text(s, "Your copy is good.").await?;
    check::accessible(s).await?;

    let copy = file.keep()?;
    steps::open_item(s, &id, "2.1.1").await?;
    act::fill(s, "Comments (optional)", "New").await?;
    steps::open_storage(s).await?;
    act::upload(s, "Choose a copy", copy.path()).await?;
    check::text(s, "is an older copy of").await?;
    check::text(s, ": 1 question is different here now").await?;

    // A colleague's device has only the older one.
    let newer = steps::export(s, HOME).await?.keep()?;
    act::clear_device(s).await?;
    steps::choose_file(s, copy.path()).await?;
    act::press(s, "Open and carry on").await?;
    check::text(s, "is on this device now.").await?;
    steps::open_storage(s).await?;
    act::upload(s, "Choose a copy", newer.path()).await?;
    check::text(s, "that is newer than what is here: 1 question is different").await?;

    let folder = tempfile::tempdir()?;
    let changed = steps::file(folder.path(), "changed.json", file.text.replace("Helen", "Nobody"))?;
    let broken = steps::file(folder.path(), "broken.json", &file.text[..file.text.len() / 2])?;
    for (path, words) in
        [(changed, "This copy was changed after it was made."), (broken, "This copy cannot be used.")]
    {
        act::upload(s, "Choose a copy", &path).await?;
        check::text(s, words).await?;
    }
    check::accessible(s).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", "Helen").await
}

/// A file whose text arrived in a message is opened by pasting it.
pub async fn the_text_of_a_file_can_be_pasted(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    let file = steps::export(s, HOME).await?;
    act::clear_device(s).await?;
    act::open(s, "#/data").await?;
    check::text(s, "There is no assessment on this device yet.").await?;
    act::press(s, "Paste the text of a file instead").await?;
    act::press(s, "Open the text").await?;
    check::text(s, "Paste the text first").await?;
    check::accessible(s).await?;
    act::paste(s, "The text of the file", &file.text).await?;
    act::press(s, "Open the text").await?;
    act::press(s, "Open and carry on").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", "Helen").await
}

/// Everything that a browser can keep for a page: the keys of both kinds of storage, the databases, the caches, the workers.
const KEPT: &str = "return (async () => {
    const databases = indexedDB.databases ? (await indexedDB.databases()).map((one) => one.name) : [];
    const workers = (await navigator.serviceWorker.getRegistrations()).length;
    return [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...databases, ...(await caches.keys()),
      ...Array(workers).fill('worker')];
  })();";

/// A shared tablet is cleared after an export, with a word typed; nothing is left, and no other tab brings it back.
pub async fn a_shared_tablet_is_cleared(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;
    act::new_tab(s, &format!("#/a/{id}/item/1.1.5")).await?;
    check::value(s, "Your answer", "Helen").await?;
    steps::open_storage(s).await?;
    check::text(s, "This browser keeps two copies. Both are up to date.").await?;
    act::switch_to_tab(s, 1).await?;
    act::open(s, "#/clear").await?;
    check::heading(s, "Clear this device").await?;
    check::text(s, HOME).await?;
    check::text(s, "No copy saved yet").await?;
    check::accessible(s).await?;
    act::press(s, "Export a file").await?;
    check::text(s, "Your file is ready").await?;
    act::press(s, "Clear this device").await?;
    check::text(s, "Type the word clear").await?;
    check::accessible(s).await?;
    ensure!(!find::storage_keys(s).await?.is_empty(), "it was cleared without the word");
    act::fill(s, find::containing("type the word clear"), "clear").await?;
    act::press(s, "Clear this device").await?;
    check::text(s, "Nothing of yours is kept in this browser any more").await?;
    check::accessible(s).await?;
    let left = s.script(KEPT, vec![]).await?;
    ensure!(left.as_array().is_some_and(Vec::is_empty), "this is left: {left}");
    act::switch_to_tab(s, 2).await?;
    check::text(s, "This device was cleared in another tab").await?;
    check::accessible(s).await?;
    act::switch_to_tab(s, 1).await?;
    let left = s.script(KEPT, vec![]).await?;
    ensure!(left.as_array().is_some_and(Vec::is_empty), "another tab brought back {left}");
    act::open(s, "recover.html").await?;
    act::open(s, "#/data").await?;
    check::text(s, "There is no assessment on this device yet.").await
}
