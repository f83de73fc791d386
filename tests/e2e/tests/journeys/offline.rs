//! The page without its host: opened from what the browser keeps, updated when the person wants it, and whole whatever
//! the host does.

use e2e::host::{Host, Wrong};
use e2e::{Engine, Result, Session, act, check, ensure, find};

use crate::{pages, steps};

const HOME: &str = "Rosewood House";
const OFFLINE: &str = "This page opens without the internet.";
const NEW: &str = "A new version of this page is ready.";

/// A host of this journey's own, and the page opened from it.
async fn from_a_host(s: &mut Session) -> Result<Host> {
    let host = Host::start()?;
    s.move_to_host(host.address());
    Ok(host)
}

/// Waits until the page says that it is kept.
async fn kept(s: &Session) -> Result<()> {
    act::open(s, "#/data").await?;
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
    host.break_file("example", ".json", Wrong::PageInstead);
    for _ in 0..2 {
        steps::open_item(s, &id, "1.1.5").await?;
        act::reload(s).await?;
        act::open(s, "#/data").await?;
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

/// A start that fails once, for whatever reason, is tried once more by itself.
pub async fn a_start_that_fails_once_is_tried_again(s: &mut Session) -> Result<()> {
    s.expect_console_errors();
    let host = from_a_host(s).await?;
    host.break_file("standards-met-", ".wasm", Wrong::MissingUntilLookedFor);
    act::open(s, "").await?;
    check::heading(s, "Get your care home to Standards Met").await?;
    let asked = host.asked();
    ensure!(asked.iter().any(|path| path == "/index.html"), "the host was not looked for: {asked:?}");
    Ok(())
}

/// Waits for the page to come to an end: with the field of an item, or with the block for failures.
async fn ends_well(s: &Session) -> Result<bool> {
    let script = "const done = arguments[arguments.length - 1];
        const look = () => {
          if (document.querySelector('textarea')) return done(true);
          const block = document.getElementById('failure');
          if (block && !block.hidden) return done(false);
          setTimeout(look, 50);
        };
        look();";
    // A start that is tried once more takes the script along, and it is tried twice.
    for _ in 0..3 {
        if let Ok(ended) = s.web().execute_async(script, vec![]).await {
            return Ok(*ended.json() == true);
        }
    }
    Ok(*s.web().execute_async(script, vec![]).await?.json() == true)
}

/// Each way in which a host can hand out the program wrongly ends in the working page, or in the way to what is stored.
pub async fn a_host_that_does_it_wrongly_leaves_nobody_stuck(s: &mut Session) -> Result<()> {
    s.expect_console_errors();
    let host = from_a_host(s).await?;
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;
    // Without a worker, every load depends on the host.
    host.break_file("worker", ".js", Wrong::Forbidden);
    let forget = "return navigator.serviceWorker.getRegistrations()
        .then((all) => Promise.all(all.map((one) => one.unregister())))
        .then(() => caches.keys()).then((names) => Promise.all(names.map((name) => caches.delete(name))));";
    s.script(forget, vec![]).await?;
    for (start, end, wrong, works) in [
        ("standards-met-", ".wasm", Wrong::Type, true),
        ("split_later", ".wasm", Wrong::Type, true),
        ("standards-met-", ".wasm", Wrong::PageInstead, false),
        ("standards-met-", ".js", Wrong::Type, false),
        ("standards-met-", ".js", Wrong::PageInstead, false),
        ("dspt", ".json", Wrong::Type, true),
        ("dspt", ".json", Wrong::Missing, false),
        ("main-", ".css", Wrong::Missing, true),
    ] {
        host.mend();
        host.break_file("worker", ".js", Wrong::Forbidden);
        host.break_file(start, end, wrong);
        act::open(s, "recover.html").await?;
        act::open(s, &format!("#/a/{id}/item/1.1.5")).await?;
        // What a browser still remembers may help it over what the host does wrongly.
        if ends_well(s).await? {
            check::value(s, "Your answer", "Helen").await?;
        } else {
            ensure!(!works, "{start}…{end} with {wrong:?} stops the page");
            find::link(s, "See and save what is stored").await?;
        }
    }
    // A blocked worker: the page works, and says what it cannot do.
    host.mend();
    host.break_file("worker", ".js", Wrong::Forbidden);
    act::open(s, "recover.html").await?;
    act::open(s, "#/data").await?;
    check::text(s, "so it needs the internet to open").await
}

/// A worker that is kept from an older version and has lost files of it: the page leads out of it.
pub async fn a_stale_worker_is_left_behind(s: &mut Session) -> Result<()> {
    s.expect_console_errors();
    let host = from_a_host(s).await?;
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;
    kept(s).await?;
    // A page that names a program which nobody has any more.
    let spoil = "return caches.keys().then((names) => caches.open(names.find((name) => name.startsWith('standards-met-'))))
        .then(async (cache) => {
          const place = new URL('./', location.href).href;
          const page = await (await cache.match(place)).text();
          const stale = page.replace(/standards-met-[0-9a-f]{16}/g, 'standards-met-0000000000000000');
          await cache.put(place, new Response(stale, { headers: { 'content-type': 'text/html' } }));
        });";
    s.script(spoil, vec![]).await?;
    drop(host.asked());
    steps::open_item(s, &id, "1.1.5").await?;
    act::reload(s).await?;
    check::value(s, "Your answer", "Helen").await?;
    let asked = host.asked();
    ensure!(asked.iter().any(|path| path == "/"), "the page did not come from the host: {asked:?}");
    Ok(())
}

/// A tablet whose clock was never set: the page says so, keeps everything, and goes on when it is right again.
pub async fn a_wrong_clock_is_said_and_loses_nothing(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;
    // As if it had always been so: the page asks the browser each time.
    let clock = "const { Date } = window.wrappedJSObject || window;";
    s.script(&format!("{clock} Date.e2eNow = Date.now; Date.now = () => 946684800000;"), vec![]).await?;
    act::open(s, &format!("#/a/{id}/item/2.1.1")).await?;
    check::text(s, "This device believes that it is").await?;
    check::text(s, "2000").await?;
    check::accessible(s).await?;
    act::fill(s, "Comments (optional)", "New").await?;
    steps::saved(s).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::add(s, "Your answer", " and Amir").await?;
    steps::saved(s).await?;
    s.script(&format!("{clock} Date.now = Date.e2eNow;"), vec![]).await?;
    act::open(s, "#/data").await?;
    check::no_text(s, "This device believes").await?;
    act::reload(s).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", "Helen and Amir").await?;
    steps::open_item(s, &id, "2.1.1").await?;
    check::value(s, "Comments (optional)", "New").await
}
