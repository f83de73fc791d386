//! What keeps people's work safe while they work: undo, previous answers, saved versions, copies, other tabs.

use e2e::{Key, Result, Session, act, check, ensure, find};

use crate::steps;

const HOME: &str = "Rosewood House";
const UNDO: &str = "Undo the last change";
const REDO: &str = "Redo the last change";

/// Every edit of the sitting can be undone and done again, whatever page one is on by then.
pub async fn every_edit_can_be_undone_and_done_again(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::choose(s, "Yes").await?;
    act::fill(s, "Your answer", "Helen").await?;
    act::fill(s, "Comments (optional)", "In her contract").await?;
    act::press(s, UNDO).await?;
    check::text(s, "Undone: the last change to 1.1.5.").await?;
    check::value(s, "Comments (optional)", "").await?;
    check::value(s, "Your answer", "Helen").await?;
    act::press(s, UNDO).await?;
    check::value(s, "Your answer", "").await?;
    check::chosen(s, "Yes").await?;
    // By the keys, where the focus is in no text.
    act::keys(s, Key::Control + "z").await?;
    check::not_chosen(s, "Yes").await?;
    for _ in 0..3 {
        act::press(s, REDO).await?;
    }
    check::chosen(s, "Yes").await?;
    check::value(s, "Your answer", "Helen").await?;
    check::value(s, "Comments (optional)", "In her contract").await?;

    // What was told about the organisation, with everything that it settled and took back.
    act::open(s, &format!("#/a/{id}/organisation")).await?;
    let question = "Does your home use any mobile phones?";
    act::choose(s, find::named("No").within(question)).await?;
    act::press(s, UNDO).await?;
    check::not_chosen(s, find::named("No").within(question)).await?;
    act::reload(s).await?;
    check::not_chosen(s, find::named("No").within(question)).await
}

/// A text that was deleted is among the earlier ones, also the next day, and what it replaces becomes one.
pub async fn a_text_that_was_deleted_can_be_had_again(s: &mut Session) -> Result<()> {
    const LONG: &str = "Helen, the registered manager, is responsible for data security since 2019.";
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::press(s, "Previous answers").await?;
    check::text(s, "No previous answers yet.").await?;
    act::fill(s, "Your answer", LONG).await?;
    steps::saved(s).await?;
    act::fill(s, "Your answer", "Amir").await?;
    steps::saved(s).await?;
    act::reload(s).await?;
    act::press(s, "Previous answers").await?;
    check::text(s, LONG).await?;
    check::accessible(s).await?;
    act::press(s, "Put this back").await?;
    check::value(s, "Your answer", LONG).await?;
    check::text(s, "The earlier answer to 1.1.5 is back.").await?;
    check::text(s, "Amir").await?;
    act::press(s, UNDO).await?;
    check::value(s, "Your answer", "Amir").await
}

/// A version that was saved under a name, put back after a week's work that came to nothing.
pub async fn a_snapshot_can_be_put_back(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::open_more(s, HOME).await?;
    act::press(s, "Save this version").await?;
    check::text(s, "Enter a name that you will recognise").await?;
    check::accessible(s).await?;
    act::fill(s, "Name of this version", "before the June review").await?;
    act::press(s, "Save this version").await?;
    check::text(s, "This version was saved: before the June review.").await?;
    check::value(s, "Name of this version", "").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Nobody").await?;
    steps::open_storage(s).await?;
    act::reload(s).await?;
    act::press(s, "Put back").await?;
    check::text(s, "Rosewood House was put back.").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", "Helen").await
}

/// How old the last copy is, and what was changed since.
pub async fn the_page_says_how_old_the_last_copy_is(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    act::open(s, "#/data").await?;
    check::text(s, "No copy saved yet").await?;
    steps::export(s, HOME).await?;
    check::text(s, "Last copy saved today. Nothing has changed since").await?;
    steps::open_item(s, &id, "2.1.1").await?;
    act::fill(s, "Comments (optional)", "New").await?;
    steps::saved(s).await?;
    act::open(s, "#/data").await?;
    act::reload(s).await?;
    check::text(s, "Last copy saved today, 1 change since").await?;
    // Twelve days later, and eighteen items.
    let long_ago = "const key = Object.keys(localStorage).find((key) => key.includes('/copy/'));
        localStorage.setItem(key, new Date(Date.now() - 12 * 86400000).toISOString());";
    s.script(long_ago, vec![]).await?;
    act::open(s, &format!("#/a/{id}")).await?;
    act::reload(s).await?;
    check::text(s, "Last copy saved 12 days ago, 2 changes since.").await
}

/// The browser is asked to keep what is stored when a person wants it to, and what it answered is explained.
pub async fn the_browser_is_asked_to_keep_what_is_stored(s: &mut Session) -> Result<()> {
    steps::begin(s, HOME).await?;
    steps::open_storage(s).await?;
    act::press(s, "Ask the browser not to delete it").await?;
    check::absent(s, "button", "Ask the browser not to delete it").await?;
    // Which of the two it is, is up to the browser.
    let words = find::shown(s).await?.text;
    ensure!(
        words.contains("did not agree to keep it") || words.contains("has agreed not to delete it"),
        "{words}"
    );
    check::accessible(s).await
}

/// Where the browser lets a page write to a chosen file, the file follows every change by itself.
pub async fn a_chosen_file_is_kept_up_to_date(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;
    // WebDriver cannot choose a place in the system's window: a file of the browser's own takes its part.
    let chooser = "window.showSaveFilePicker = async () => {
        const folder = await navigator.storage.getDirectory();
        return folder.getFileHandle('rosewood.json', { create: true });
      };";
    s.script(chooser, vec![]).await?;
    steps::open_more(s, HOME).await?;
    act::press(s, "Choose where to keep the file").await?;
    check::text(s, "The file rosewood.json is kept up to date.").await?;
    holds(s, "Helen").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Priya").await?;
    steps::saved(s).await?;
    holds(s, "Priya").await?;
    act::open(s, "#/data").await?;
    check::text(s, "Last copy saved today. Nothing has changed since").await?;
    // It is found again the next time.
    act::reload(s).await?;
    check::text(s, "rosewood.json").await?;
    steps::open_more(s, HOME).await?;
    act::press(s, "Stop updating the file").await?;
    check::no_text(s, "rosewood.json").await
}

async fn holds(s: &Session, words: &str) -> Result<()> {
    let script = format!(
        "return navigator.storage.getDirectory()
            .then((folder) => folder.getFileHandle('rosewood.json'))
            .then((handle) => handle.getFile()).then((file) => file.text())
            .then((text) => text.includes({}));",
        serde_json::json!(words)
    );
    check::comes_true(s, &format!("{words} in the chosen file"), &script).await
}

/// A page of an older version, open while a newer one writes, stops writing and asks to be reloaded.
pub async fn an_older_page_stops_writing_when_it_meets_a_newer_one(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;
    // As a page of a later version in another tab would write it.
    act::new_tab(s, "recover.html").await?;
    let newer = "const key = Object.keys(localStorage).find((key) => key.includes('/kept/'));
        const [line, text] = localStorage.getItem(key).split('\\n');
        const newer = JSON.stringify({ ...JSON.parse(line), version: 2, sequence: 99 }) + '\\n' + text;
        localStorage.setItem(key, newer);
        return [key, newer];";
    let written = s.script(newer, vec![]).await?;
    let (key, text) = (written[0].as_str().unwrap_or_default(), written[1].as_str().unwrap_or_default());
    act::switch_to_tab(s, 1).await?;
    check::text(s, "A newer version of this page has been opened on this device").await?;
    act::add(s, "Your answer", " and Priya").await?;
    check::text(s, "Not saved").await?;
    find::button(s, "Reload the page").await?;
    check::accessible(s).await?;
    let now = find::stored(s, key).await?;
    ensure!(now.as_deref() == Some(text), "it was written over");
    // What was typed since is where the newer page will show it.
    let aside = "return Object.keys(localStorage).some((key) =>
        key.includes('/set-aside/') && localStorage.getItem(key).includes('Helen and Priya'));";
    check::comes_true(s, "what was typed since among what is set aside", aside).await?;
    act::open(s, "#/data").await?;
    check::text(s, "What you typed in an older version of this page is kept separately.").await?;
    act::follow(s, find::named("Storage on this device").number(1)).await?;
    check::text(s, "typed in an older version of this page, which could not save it any more").await
}

/// Two tabs edit the same item in the same moment: the newest is shown in both, and the other is among the previous answers.
pub async fn of_two_edits_of_one_item_the_older_is_in_the_history(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    steps::saved(s).await?;
    act::new_tab(s, &format!("#/a/{id}/item/1.1.5")).await?;
    steps::on_item(s, "1.1.5").await?;
    // The second tab types when the first one says so, and the first one when it hears that: a save is due 400 ms after the
    // letter, so that both save in the same moment, and neither has heard of the other's text, however slow the machine is.
    let type_it = "const [text, when, then] = arguments;
        window.e2eTabs = new BroadcastChannel('e2e');
        window.e2eTabs.onmessage = (event) => {
          if (event.data !== when) return;
          setTimeout(() => {
            const box = document.querySelector('#comments');
            box.value = text;
            box.dispatchEvent(new Event('input', { bubbles: true }));
            window.e2eTabs.postMessage(then);
          }, 20);
        };";
    s.script(type_it, vec!["from the second tab".into(), "begin".into(), "typed".into()]).await?;
    act::switch_to_tab(s, 1).await?;
    s.script(type_it, vec!["from the first tab".into(), "typed".into(), "done".into()]).await?;
    s.script("window.e2eTabs.postMessage('begin');", vec![]).await?;
    check::value(s, "Comments (optional)", "from the first tab").await?;
    steps::saved(s).await?;
    act::switch_to_tab(s, 2).await?;
    check::value(s, "Comments (optional)", "from the first tab").await?;
    act::press(s, "Previous answers").await?;
    check::text(s, "from the second tab").await
}

/// A device that is more than half full says so, before anything is refused.
pub async fn little_room_is_said_before_anything_is_refused(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::saved(s).await?;
    let long = "localStorage.setItem('standards-met/set-aside/long', 'x'.repeat(1500000));";
    s.script(long, vec![]).await?;
    act::open(s, "#/data").await?;
    act::reload(s).await?;
    check::text(s, "Storage is running low.").await?;
    act::open(s, &format!("#/a/{id}")).await?;
    check::text(s, "Room is running short on this device.").await?;
    act::follow(s, "See what uses it").await?;
    check::heading(s, "Storage on this device").await?;
    check::text(s, "of the available storage, which is a lot").await
}
