//! The page without its host: opened from what the browser keeps, and updated when the person wants it.

use e2e::host::{Host, Wrong};
use e2e::{Engine, Result, Session, act, check, ensure};

use crate::{pages, steps};

const HOME: &str = "Rosewood House";
const OFFLINE: &str = "This page opens without the internet.";
const NEW: &str = "A new version of this page is ready.";

/// A host of this journey's own, and the page opened from it.
pub async fn from_a_host(s: &mut Session) -> Result<Host> {
    let host = Host::start()?;
    s.move_to_host(host.address());
    Ok(host)
}

/// Waits until the page says that it is kept.
pub async fn kept(s: &Session) -> Result<()> {
    act::open(s, "#/data/storage").await?;
    check::text(s, OFFLINE).await
}

/// The version of the page that is shown.
async fn is_next(s: &Session) -> Result<bool> {
    Ok(s.script("return !!document.querySelector('meta[name=version]');", vec![]).await? == true)
}

async fn becomes_next(s: &Session) -> Result<()> {
    check::comes_true(s, "the new version", "return !!document.querySelector('meta[name=version]');").await
}

/// Once it has been opened, the page needs its host no more: not for the rest of the sitting, not after the browser was
/// closed; and it asks it for nothing.
pub async fn the_page_works_from_start_to_export_without_its_host(s: &mut Session) -> Result<()> {
    let host = from_a_host(s).await?;
    act::open(s, "").await?;
    kept(s).await?;
    let asked = host.asked();
    ensure!(
        asked.iter().any(|path| path.ends_with(".wasm")),
        "the host was not asked for the program: {asked:?}"
    );
    host.stop();
    if s.engine() != Engine::WebKit {
        // WebKit's automation sessions keep nothing from one to the next.
        s.restart().await?;
    }
    let id = steps::begin(s, HOME).await?;
    for page in pages::all(&id, HOME)? {
        page.open(s).await?;
    }
    steps::open_item(s, &id, "1.1.5").await?;
    act::choose(s, "Yes").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;
    act::reload(s).await?;
    check::value(s, "Your answer", "Helen").await?;
    steps::open_example(s).await?;
    let file = steps::export(s, HOME).await?;
    ensure!(file.text.contains("Helen"), "the answer is not in the file");
    act::open(s, &format!("#/a/{id}/reports/action-plan")).await?;
    act::press(s, "Save for Word").await?;
    check::text(s, "The file is ready: ").await?;
    act::open(s, "recover.html").await?;
    check::text(s, HOME).await
}

/// With the host there, a whole journey asks it for nothing after the first load but whether there is a newer version.
pub async fn after_the_first_load_nothing_is_asked_for(s: &mut Session) -> Result<()> {
    let host = from_a_host(s).await?;
    act::open(s, "").await?;
    kept(s).await?;
    drop(host.asked());
    let id = steps::begin(s, HOME).await?;
    for page in pages::all(&id, HOME)? {
        page.open(s).await?;
    }
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;
    act::reload(s).await?;
    check::value(s, "Your answer", "Helen").await?;
    steps::open_example(s).await?;
    steps::export(s, HOME).await?;
    let asked: Vec<String> = host.asked().into_iter().filter(|path| path != "/worker.js").collect();
    ensure!(asked.is_empty(), "the host was asked for {asked:?}");
    Ok(())
}

/// A newer version waits until the person wants it, saves first, loads once, and comes back to the same place.
pub async fn a_new_version_waits_and_keeps_the_place(s: &mut Session) -> Result<()> {
    let mut host = from_a_host(s).await?;
    let id = steps::begin(s, HOME).await?;
    kept(s).await?;
    host.update()?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::reload(s).await?;
    check::text(s, NEW).await?;
    check::accessible(s).await?;
    ensure!(!is_next(s).await?, "the new version did not wait");
    act::reload(s).await?;
    check::text(s, NEW).await?;
    ensure!(!is_next(s).await?, "the new version did not wait for the person");
    act::press(s, "Later").await?;
    check::no_text(s, NEW).await?;
    act::reload(s).await?;
    check::text(s, NEW).await?;
    act::fill(s, "Your answer", "Helen, half a sen").await?;
    act::press(s, "Switch to it now").await?;
    becomes_next(s).await?;
    check::no_text(s, NEW).await?;
    check::value(s, "Your answer", "Helen, half a sen").await?;
    check::address(s, &format!("#/a/{id}/item/1.1.5")).await?;
    let mixed = "return caches.keys().then((names) => names.filter((name) => name.startsWith('standards-met-')).length);";
    ensure!(s.script(mixed, vec![]).await? == 1, "more than one version is kept");
    Ok(())
}

/// A host in the middle of an update, or one that has lost a file: the version that is kept stays whole and in use.
pub async fn a_half_updated_host_changes_nothing(s: &mut Session) -> Result<()> {
    let mut host = from_a_host(s).await?;
    let id = steps::begin(s, HOME).await?;
    kept(s).await?;
    host.update()?;
    host.break_file("example.", "json", Wrong::PageInstead);
    for _ in 0..2 {
        steps::open_item(s, &id, "1.1.5").await?;
        act::reload(s).await?;
        act::open(s, "#/data/storage").await?;
        check::text(s, OFFLINE).await?;
        check::no_text(s, NEW).await?;
        ensure!(!is_next(s).await?, "half of a new version is shown");
    }
    ensure!(host.asked().iter().any(|path| path == "/example.json"), "the new version was not tried");
    host.mend();
    steps::open_item(s, &id, "1.1.5").await?;
    act::reload(s).await?;
    check::text(s, NEW).await
}

/// Also in the tab of the very first visit, which began without a worker: the new version comes when it is wanted, with the
/// focus where it was; and another tab is told.
pub async fn a_new_version_comes_in_the_tab_of_the_first_visit(s: &mut Session) -> Result<()> {
    let mut host = from_a_host(s).await?;
    let id = steps::begin(s, HOME).await?;
    kept(s).await?;
    act::new_tab(s, "#/about").await?;
    check::heading(s, "About Standards Met").await?;
    act::switch_to_tab(s, 1).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    host.update()?;
    s.script(
        "return navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => true);",
        vec![],
    )
    .await?;
    check::text(s, NEW).await?;
    act::fill(s, "Your answer", "Helen").await?;
    act::press(s, "Switch to it now").await?;
    becomes_next(s).await?;
    check::no_text(s, NEW).await?;
    check::value(s, "Your answer", "Helen").await?;
    check::focus(s, "field", "Your answer").await?;
    becomes_next(s).await?;
    act::switch_to_tab(s, 2).await?;
    check::text(s, "A newer version of this page was opened in another tab.").await?;
    act::press(s, "Reload this page").await?;
    check::heading(s, "About Standards Met").await?;
    becomes_next(s).await
}
