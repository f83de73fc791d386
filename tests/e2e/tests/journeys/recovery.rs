//! When something is lost or missing: one of the two stores, the program or a part of it, the power.

use e2e::{Engine, Options, Result, Session, act, check, ensure, faults, find};

use crate::steps;

const HOME: &str = "Rosewood House";

/// With local storage emptied everything comes back from the second copy, and the page says so.
pub async fn what_one_copy_loses_the_other_brings_back(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;
    act::open(s, "recover.html").await?;
    act::clear_storage(s).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", "Helen").await?;
    check::text(s, "The second copy on this device had it, and it is here again.").await?;
    check::accessible(s).await?;
    let left = find::storage_keys(s).await?;
    ensure!(left.iter().any(|key| key.contains("/kept/")), "it is not in local storage again: {left:?}");
    act::reload(s).await?;
    check::no_text(s, "It was brought back").await
}

/// With the second copy refusing, the page goes on with the first, says so, and takes the second up again by itself.
pub async fn without_the_second_copy_the_first_carries_on(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::saved(s).await?;
    let refuse = "window.e2eTransaction = IDBDatabase.prototype.transaction;
        IDBDatabase.prototype.transaction = () => { throw new DOMException('no', 'UnknownError'); };";
    s.script(refuse, vec![]).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    check::text(s, "In one copy only at").await?;
    act::open(s, "#/data").await?;
    check::text(s, "Only one copy of your answers can be kept at the moment.").await?;
    steps::open_storage(s).await?;
    check::text(s, "The second copy cannot be kept at the moment").await?;
    check::accessible(s).await?;
    s.script("IDBDatabase.prototype.transaction = window.e2eTransaction;", vec![]).await?;
    check::text(s, "This browser keeps two copies. Both are up to date.").await?;
    act::open(s, "recover.html").await?;
    act::clear_storage(s).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", "Helen").await
}

/// Where the browser gives no local storage but IndexedDB, the page works with that alone, and says what it means.
pub async fn without_local_storage_the_second_copy_carries_on(s: &mut Session) -> Result<()> {
    s.restart_with(Options { storage_blocked: true, ..Options::default() }).await?;
    let id = steps::begin(s, HOME).await?;
    check::text(s, "This browser does not let this page use its main storage.").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    check::text(s, "In the second copy at").await?;
    check::accessible(s).await?;
    act::reload(s).await?;
    check::value(s, "Your answer", "Helen").await
}

/// Whatever is missing when the page starts: a block says what happened and leads to what is stored.
pub async fn a_page_that_cannot_start_leads_to_what_is_stored(s: &mut Session) -> Result<()> {
    steps::begin(s, HOME).await?;
    steps::saved(s).await?;
    let base = s.base().to_owned();
    s.expect_console_errors();
    for folder in ["without-script/", "without-program/", "without-boot/"] {
        s.web().goto(format!("{base}{folder}")).await?;
        act::follow(s, find::containing("ee and save what is stored")).await?;
        check::heading(s, "What Standards Met keeps on this device").await?;
        check::text(s, "Rosewood House · an assessment").await?;
    }
    check::accessible(s).await
}

/// In a browser without WebAssembly too.
pub async fn without_webassembly_the_page_leads_to_what_is_stored(s: &mut Session) -> Result<()> {
    s.expect_console_errors();
    s.restart_with(Options { no_webassembly: true, ..Options::default() }).await?;
    act::open(s, "").await?;
    check::text(s, "Something went wrong on this page.").await?;
    act::follow(s, "See and save what is stored").await?;
    check::heading(s, "What Standards Met keeps on this device").await?;
    check::text(s, "Nothing of Standards Met is stored in this browser.").await
}

/// Everything in both stores can be saved without the program, one by one and all at once.
pub async fn what_is_stored_can_be_saved_without_the_program(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;
    act::open(s, "recover.html").await?;
    check::text(s, "entries found.").await?;
    check::accessible(s).await?;
    check::no_sideways_scroll(s).await?;
    act::press(s, "Save everything as one file").await?;
    let all = std::fs::read_to_string(find::download(s, "standards-met-recovery").await?)?;
    let all: serde_json::Value = serde_json::from_str(&all)?;
    for copy in ["first", "second"] {
        let texts = all["found"][copy].as_object().cloned().unwrap_or_default();
        ensure!(
            texts.values().any(|text| text.as_str().is_some_and(|text| text.contains("Helen"))),
            "{copy}"
        );
    }
    // The newest of the two saves, as a file that the page itself opens.
    act::forget_downloads(s)?;
    let newest = all["found"]["first"].as_object().cloned().unwrap_or_default();
    let key = newest.iter().find(|(key, text)| key.contains("/kept/") && text.to_string().contains("Helen"));
    let key = key.map(|(key, _)| key.clone()).unwrap_or_default();
    act::press(s, format!("Save this: {key} (second copy)").as_str()).await?;
    let file = find::download(s, ".json").await?;
    let saved: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&file)?)?;
    ensure!(saved["edition"]["parts"].is_array(), "its questions are not in it: {}", saved["edition"]);
    steps::choose_file(s, &file).await?;
    check::text(s, "has exactly the same answers").await?;
    // The file with everything is no assessment, and it is said what it is.
    act::forget_downloads(s)?;
    act::open(s, "recover.html").await?;
    act::press(s, "Save everything as one file").await?;
    let everything = find::download(s, "standards-met-recovery").await?;
    steps::choose_file(s, &everything).await?;
    check::text(s, "It is a recovery file").await
}

/// Without the part with the everyday pages, one goes on answering, and the pages in it say what to do.
pub async fn without_the_everyday_part_one_goes_on_answering(s: &mut Session) -> Result<()> {
    s.expect_console_errors();
    s.serve_from("without-everyday/");
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    check::text(s, "In one copy only at").await?;
    act::open(s, &format!("#/a/{id}/actions")).await?;
    check::heading(s, "This page did not arrive").await?;
    check::accessible(s).await?;
    act::press(s, "Try again").await?;
    check::heading(s, "This page did not arrive").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", "Helen").await
}

/// Without the part that comes when it is asked for, its pages say what to do, and all others are there.
pub async fn without_the_part_for_reviewers_everything_else_is_there(s: &mut Session) -> Result<()> {
    s.expect_console_errors();
    s.serve_from("without-reviewing/");
    let id = steps::begin(s, HOME).await?;
    act::open(s, "#/homes").await?;
    check::heading(s, "This page did not arrive").await?;
    check::accessible(s).await?;
    act::press(s, "Try again").await?;
    check::heading(s, "This page did not arrive").await?;
    act::open(s, &format!("#/a/{id}/actions")).await?;
    check::heading(s, "Action plan").await?;
    steps::export(s, HOME).await?;
    Ok(())
}

/// What the trials below are chosen by, so that they are the same each time. `cargo xtask faults` chooses others.
const FAULTS: u64 = 20_261_128;

/// Each fault once: typing goes on until something goes wrong, and everything that was called saved is there.
pub async fn whatever_goes_wrong_nothing_saved_is_lost(s: &mut Session) -> Result<()> {
    s.expect_console_errors();
    println!("{} from the seed {FAULTS}", s.engine().name());
    faults::each_once(s, FAULTS).await?;
    ensure!(
        s.engine() != Engine::WebKit
            || faults::faults_of(Engine::WebKit).len() + 1 == faults::Fault::ALL.len(),
        "WebKit has one fewer"
    );
    Ok(())
}
