//! Kind forms: dates in three boxes, nothing that moves or complains while somebody types, clean pastes, and a last look before
//! anything leaves.

use e2e::{Key, Result, Session, act, check, ensure, find};
use serde_json::json;

use crate::steps;

const HOME: &str = "Bramble Court";

/// A date is typed in the order of this country, and a year of two digits is understood. Half a date is kept, and said once the
/// boxes are left.
pub async fn half_a_date_is_kept_and_said(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "4.1.1").await?;
    act::choose(s, "Not yet").await?;
    act::fill(s, "What will be done", "Write the list").await?;
    act::fill(s, find::named("Day").within("By when"), "5").await?;
    act::fill(s, find::named("Month").within("By when"), "3").await?;
    check::no_text(s, "Add the year").await?;
    act::fill(s, "Who will do it", "Priya").await?;
    check::text(s, "Add the year").await?;
    steps::saved(s).await?;
    act::reload(s).await?;
    check::value(s, find::named("Day").within("By when"), "5").await?;
    check::value(s, find::named("Month").within("By when"), "3").await?;
    check::text(s, "Add the year").await?;
    check::accessible(s).await?;
    act::fill(s, find::named("Year").within("By when"), "98").await?;
    act::leave_field(s).await?;
    check::date(s, "By when", "2098-03-05").await?;
    check::no_text(s, "Add the year").await?;
    act::fill(s, find::named("Day").within("By when"), "31").await?;
    act::fill(s, find::named("Month").within("By when"), "February").await?;
    act::fill(s, "Who will do it", "Priya").await?;
    check::text(s, "There is no such date").await?;
    act::fill(s, find::named("Day").within("By when"), "28").await?;
    steps::saved(s).await?;
    act::open(s, &format!("#/a/{id}/actions")).await?;
    check::text(s, "28 February 2098").await
}

/// While somebody types, the field stays where it is and nothing complains; once it is left, what is missing is said, below it.
pub async fn nothing_moves_or_complains_while_somebody_types(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "4.1.1").await?;
    act::choose(s, "Not yet").await?;
    find::field(s, "What will be done").await?;
    // What counts is what moves by itself, and not because a person has just pressed something.
    let watch = "window.moved = [];
        const kinds = PerformanceObserver.supportedEntryTypes || [];
        if (kinds.includes('layout-shift')) new PerformanceObserver((list) => {
            for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.moved.push(shift.value);
        }).observe({ type: 'layout-shift' });";
    s.script(watch, vec![]).await?;
    for (field, text) in [
        ("What will be done", "U"),
        ("Who will do it", "P"),
        ("Comments (optional)", "NHS number 943 476 5919"),
    ] {
        act::fill(s, field, "").await?;
        let before = top_of_focus(s).await?;
        act::add(s, field, text).await?;
        steps::saved(s).await?;
        let after = top_of_focus(s).await?;
        ensure!((before - after).abs() < 1.0, "“{field}” moved from {before} to {after}");
    }
    check::no_text(s, "This looks like an NHS number").await?;
    act::leave_field(s).await?;
    check::text(s, "This looks like an NHS number").await?;
    check::text(s, "Still to do: say by when").await?;
    let moved = s.script("return window.moved;", vec![]).await?;
    ensure!(moved == json!([]), "something moved by itself: {moved}");
    Ok(())
}

/// Where the field that has the focus is in the window.
async fn top_of_focus(s: &Session) -> Result<f64> {
    let top = s.script("return document.activeElement.getBoundingClientRect().top;", vec![]).await?;
    Ok(top.as_f64().unwrap_or_default())
}

/// What only a clipboard puts into a text is left out when it is pasted; words, accents and line breaks come along.
pub async fn pasted_texts_are_cleaned(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    paste(
        s,
        "Your answer",
        "The shred\u{ad}der\n\u{f0b7}\tLl\u{177}r \u{2013} Za\u{17c}\u{f3}\u{142}\u{107}",
    )
    .await?;
    check::value(
        s,
        "Your answer",
        "The shredder\n\u{2022}\tLl\u{177}r \u{2013} Za\u{17c}\u{f3}\u{142}\u{107}",
    )
    .await?;
    steps::saved(s).await?;
    act::reload(s).await?;
    check::value(
        s,
        "Your answer",
        "The shredder\n\u{2022}\tLl\u{177}r \u{2013} Za\u{17c}\u{f3}\u{142}\u{107}",
    )
    .await
}

/// Copies a text from a box that is no part of the page, and pastes it: by the browser's own keys.
async fn paste(s: &Session, label: &str, text: &str) -> Result<()> {
    let copy_from = "const box = document.body.appendChild(document.createElement('textarea'));
        box.id = 'copied';
        box.value = arguments[0];
        box.focus();
        box.select();";
    s.script(copy_from, vec![json!(text)]).await?;
    act::keys(s, Key::Control + "c").await?;
    act::fill(s, label, "").await?;
    act::keys(s, Key::Control + "v").await?;
    s.script("document.getElementById('copied').remove();", vec![]).await?;
    Ok(())
}

/// A yes that the home's own figures contradict is not done until somebody says why it is right.
pub async fn figures_that_contradict_a_yes_are_said_until_explained(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "3.2.1").await?;
    act::choose(s, "Yes").await?;
    act::press(s, "Work out your percentage").await?;
    act::fill(s, "People with access to personal data", "31").await?;
    act::fill(s, "Of these, trained", "29").await?;
    check::text(s, "That is 93.5%. You need 95%, so train 1 more person.").await?;
    act::press(s, "Add this sentence to your comments").await?;
    act::leave_field(s).await?;
    check::text(s, "93% is less than the 95% that is needed").await?;
    check::text(s, "Incomplete").await?;
    check::accessible(s).await?;
    act::fill(s, "Why is your answer right?", "Two are on leave and cannot see any data").await?;
    check::text(s, "Met").await?;
    steps::saved(s).await?;
    act::reload(s).await?;
    check::value(s, "Why is your answer right?", "Two are on leave and cannot see any data").await
}

/// What looks like a password is asked about before a file is made, and stays where the person looks at it first.
pub async fn a_password_is_asked_about_before_it_leaves(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "7.3.1").await?;
    act::fill(s, "Comments (optional)", "Backups. password: Sunflower12").await?;
    steps::saved(s).await?;
    for page in ["send", "reports/action-plan"] {
        act::open(s, &format!("#/a/{id}/{page}")).await?;
        act::press(s, if page == "send" { "Export a file" } else { "Save for Word" }).await?;
        check::text(s, "There may be a password or PIN in 7.3.1.").await?;
        check::accessible(s).await?;
        act::press(s, "Cancel").await?;
        check::no_text(s, "There may be a password").await?;
    }
    act::open(s, &format!("#/a/{id}/send")).await?;
    act::press(s, "Export a file").await?;
    act::follow(s, "Look at 7.3.1 first").await?;
    steps::on_item(s, "7.3.1").await?;
    check::no_text(s, "There may be a password").await?;
    ensure!(find::downloads(s)?.is_empty(), "nothing has left");
    act::open(s, &format!("#/a/{id}/send")).await?;
    act::press(s, "Export a file").await?;
    act::press(s, "Go on anyway").await?;
    find::download(s, ".json").await?;
    Ok(())
}

/// What was typed can be undone after the page was loaded again, which tablets do by themselves.
pub async fn undo_outlives_a_reload(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    act::leave_field(s).await?;
    act::fill(s, "Comments (optional)", "Every January").await?;
    steps::saved(s).await?;
    act::reload(s).await?;
    check::value(s, "Comments (optional)", "Every January").await?;
    let can_undo = "return document.querySelector('.app-step').getAttribute('aria-disabled') === 'false';";
    check::comes_true(s, "something to undo", can_undo).await?;
    act::press(s, "Undo the last change").await?;
    check::value(s, "Comments (optional)", "").await?;
    check::value(s, "Your answer", "Helen").await?;
    act::press(s, "Undo the last change").await?;
    check::value(s, "Your answer", "").await?;
    steps::saved(s).await
}

/// Before an assessment is sent, one page says what is done and what is not, leads there, and hands the file out.
pub async fn everything_is_seen_before_it_is_sent(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "2.1.1").await?;
    act::choose(s, "Yes").await?;
    act::open(s, &format!("#/a/{id}")).await?;
    check::text(s, "1 of 43 done").await?;
    check::text(s, "42 questions are not done yet.").await?;
    act::follow(s, "Check before you send").await?;
    check::heading(s, "Check before you send").await?;
    check::text(s, "1 of 43 done").await?;
    check::text(s, "42 are not done yet: 42 of these have no answer.").await?;
    act::press(s, "Not started: 42 questions").await?;
    act::follow(s, find::starting("1.1.5 ")).await?;
    steps::on_item(s, "1.1.5").await?;
    act::back(s).await?;
    act::press(s, "Export a file").await?;
    find::download(s, ".json").await?;
    Ok(())
}
