//! What is wrong around the page: a host that does not do what it should, a worker that is stale, a clock that was never
//! set. Nobody is left stuck by any of it.

use anyhow::Context;
use e2e::host::Wrong;
use e2e::{Result, Session, act, check, ensure, eventually, find};

use crate::offline::{from_a_host, kept};
use crate::steps;

const HOME: &str = "Rosewood House";

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

/// Waits for the page to come to an end: with the field of an item, or with the block for failures. Asks again and again, since
/// a start that is tried once more takes the page along in which it was asked.
async fn ends_well(s: &Session) -> Result<bool> {
    let script = "if (document.querySelector('#app textarea')) return true;
        const block = document.getElementById('failure');
        return block && !block.hidden ? false : null;";
    eventually(s, "the page to come to an end", async || {
        s.script(script, vec![]).await?.as_bool().context("it has not begun, and has not given up")
    })
    .await
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
        ("split_answering", ".wasm", Wrong::Type, true),
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
    act::open(s, "#/data/storage").await?;
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
