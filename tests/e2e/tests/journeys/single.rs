//! The one-file edition, opened from a file with nothing beside it.

use e2e::{Result, Session, act, check, ensure, find, settings};
use serde_json::json;

use crate::{pages, steps};

const HOME: &str = "Rosewood House";
const NOTE: &str = "This is the one-file edition";
const RECOVERY: &str = "What Standards Met keeps on this device";

/// Opens it, and gives what was asked for until then: the served page's files, which show that the engine tells of them.
async fn open_the_file(s: &mut Session) -> Result<Vec<String>> {
    act::open(s, "#/data/storage").await?;
    // Until then, it asks for something now and then.
    check::text(s, "This page opens without the internet.").await?;
    s.open_from_a_file(&settings::single_file()?, "standards-met.html").await?;
    let asked = s.requests().await?;
    ensure!(!asked.is_empty(), "the engine told of no request of the served page");
    act::open(s, "").await?;
    check::heading(s, "Get your care home to Standards Met").await?;
    Ok(asked)
}

/// Answers an item and waits until that is saved. Gives the identifier of the assessment.
async fn answer(s: &Session) -> Result<String> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;
    Ok(id)
}

/// Begin, answer, come back, export, look at the example: all of it from the file, which asks nobody for anything.
pub async fn the_one_file_works_from_a_folder(s: &mut Session) -> Result<()> {
    let before = open_the_file(s).await?;
    check::text(s, NOTE).await?;
    check::text(s, "It does not update itself.").await?;
    check::text(s, "Export a file often.").await?;
    check::accessible(s).await?;
    check::no_sideways_scroll(s).await?;

    let id = answer(s).await?;
    act::reload(s).await?;
    steps::on_item(s, "1.1.5").await?;
    check::value(s, "Your answer", "Helen").await?;
    check::text(s, NOTE).await?;
    steps::open_storage(s).await?;
    check::text(s, "This browser keeps two copies. Both are up to date.").await?;

    let file = steps::export(s, HOME).await?;
    ensure!(file.json["assessment"]["id"] == json!(id), "it is of another assessment: {}", file.text);
    ensure!(file.text.contains("Helen"), "the answer is not in it: {}", file.text);
    steps::open_example(s).await?;
    act::open(s, &format!("#/a/{id}/reports/action-plan")).await?;
    act::press(s, "Save the actions for Excel").await?;
    check::text(s, "The file is ready: ").await?;

    let asked = s.requests().await?;
    let inside = |address: &str| address.starts_with("blob:") || address.starts_with("data:");
    let outside: Vec<&String> =
        asked.iter().filter(|address| !before.contains(address) && !inside(address)).collect();
    ensure!(outside.is_empty(), "the file asked for {outside:?}");
    Ok(())
}

/// No page is missing, and none of them needs what the file has not.
pub async fn every_page_is_in_the_one_file(s: &mut Session) -> Result<()> {
    open_the_file(s).await?;
    let id = steps::begin(s, HOME).await?;
    for page in pages::all(&id, HOME)? {
        page.open(s).await?;
    }
    Ok(())
}

/// Even a page that wanted to could reach nobody: the policy in it refuses every address.
pub async fn the_one_file_can_reach_nobody(s: &mut Session) -> Result<()> {
    s.expect_console_errors();
    let host = s.base().to_owned();
    open_the_file(s).await?;
    let script = "const done = arguments[arguments.length - 1];
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
        const picture = document.createElement('img');
        picture.onload = () => done('it came');
        picture.src = arguments[0];";
    let said = s.web().execute_async(script, vec![json!(format!("{host}icon.svg?from-a-file"))]).await?;
    ensure!(said.json() == &json!("img-src"), "the picture was not refused: {}", said.json());
    Ok(())
}

/// The recovery page is in the file too, and the program is not needed for it.
pub async fn the_one_file_lists_what_is_stored_without_the_program(s: &mut Session) -> Result<()> {
    open_the_file(s).await?;
    answer(s).await?;
    steps::open_storage(s).await?;
    act::press(s, "If this page will not open").await?;
    act::follow(s, "open the recovery page").await?;
    check::heading(s, RECOVERY).await?;
    check::title(s, "Recovery – Standards Met").await?;
    check::text(s, "Rosewood House · an assessment").await?;
    check::text(s, "entries found.").await?;
    check::no_text(s, "Get your care home").await?;
    check::accessible(s).await?;
    act::reload(s).await?;
    check::heading(s, RECOVERY).await?;
    act::forget_downloads(s)?;
    act::press(s, "Save everything as one file").await?;
    let all = std::fs::read_to_string(find::download(s, "standards-met-recovery").await?)?;
    let all: serde_json::Value = serde_json::from_str(&all)?;
    for copy in ["first", "second"] {
        let texts = all["found"][copy].as_object().cloned().unwrap_or_default();
        let holds = texts.values().any(|text| text.as_str().is_some_and(|text| text.contains("Helen")));
        ensure!(holds, "the {copy} copy does not hold the answer");
    }
    act::follow(s, "open Standards Met").await?;
    check::heading(s, "Get your care home to Standards Met").await?;
    find::link(s, find::starting(HOME).number(1)).await?;
    Ok(())
}

/// What the note says of other files: they share one store, wherever they are.
pub async fn another_file_keeps_what_the_note_says(s: &mut Session) -> Result<()> {
    open_the_file(s).await?;
    answer(s).await?;
    for name in ["renamed.html", "in another folder/standards-met.html"] {
        s.open_from_a_file(&settings::single_file()?, name).await?;
        act::open(s, "#/data").await?;
        check::heading(s, "Your data").await?;
        find::heading(s, find::containing(HOME).number(1)).await?;
    }
    Ok(())
}

/// A shared computer is cleared from the one file too: nothing of it is left, and it begins anew.
pub async fn the_one_file_can_clear_the_device(s: &mut Session) -> Result<()> {
    open_the_file(s).await?;
    answer(s).await?;
    act::open(s, "#/clear").await?;
    act::fill(s, "To confirm, type the word clear", "clear").await?;
    act::press(s, "Clear this device").await?;
    check::text(s, "Nothing of yours is kept in this browser any more").await?;
    ensure!(find::storage_keys(s).await?.is_empty(), "something is left in local storage");
    act::press(s, "Start anew").await?;
    check::heading(s, "Get your care home to Standards Met").await?;
    check::no_text(s, "Carry on").await
}
