//! Finding one's way: addresses, Back, Forward, reload, a folder of its own.

use e2e::{Result, Session, act, check, ensure, find};

use crate::{pages, steps};

/// Every page has an address of its own: Back, Forward and a reload lead to the same place.
pub async fn back_forward_and_reload_lead_to_the_same_place(s: &mut Session) -> Result<()> {
    let id = steps::open_example(s).await?;
    let pages = pages::all(&id, steps::EXAMPLE)?;
    for page in &pages {
        page.open(s).await?;
        act::reload(s).await?;
        page.is_shown(s).await?;
    }
    for page in pages.iter().rev().skip(1) {
        act::back(s).await?;
        page.is_shown(s).await?;
    }
    for page in pages.iter().skip(1) {
        act::forward(s).await?;
        page.is_shown(s).await?;
    }
    Ok(())
}

/// An address that names nothing says what was not found, and leads on.
pub async fn an_address_that_names_nothing_leads_on(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, "Rosewood House").await?;
    for (address, heading) in [
        ("#/nowhere".to_owned(), "There is no such page here"),
        ("#/a/elsewhere".to_owned(), "There is no such assessment here"),
        ("#/a/elsewhere/item/1.1.5".to_owned(), "There is no such assessment here"),
        (format!("#/a/{id}/item/9.9.9"), "There is no such item here"),
        (format!("#/a/{id}/part/9"), "There is no such part here"),
        (format!("#/a/{id}/part/two"), "There is no such page here"),
        (format!("#/a/{id}/%3Cb%3E"), "There is no such page here"),
    ] {
        act::open(s, &address).await?;
        check::heading(s, heading).await?;
        if heading.contains("assessment") {
            check::title(s, "Assessment not found – Standards Met").await?;
        }
        check::text(s, "Nothing that you typed is lost.").await?;
        act::reload(s).await?;
        check::heading(s, heading).await?;
        act::follow(s, "See what is on this device").await?;
        find::link(s, "Rosewood House").await?;
    }
    Ok(())
}

/// The page works from a folder of any web space, with its worked example, answers and exports.
pub async fn the_page_works_from_a_folder_of_a_web_space(s: &mut Session) -> Result<()> {
    s.serve_from("a/sub/path/");
    act::open(s, "").await?;
    let id = steps::open_example(s).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Comments (optional)", "From a folder").await?;
    act::reload(s).await?;
    check::value(s, "Comments (optional)", "From a folder").await?;
    let file = steps::export(s, steps::EXAMPLE).await?;
    steps::choose_file(s, &file.path).await?;
    check::text(s, "has exactly the same answers").await
}

/// Back from a question leads to its row in the list that one came from: the focus is on it, and the page is scrolled as it was.
pub async fn back_leads_to_the_row_that_one_came_from(s: &mut Session) -> Result<()> {
    let id = steps::open_example(s).await?;
    for (page, heading, link, then) in [
        ("part/4", "IT systems and Devices", find::starting("9.1.1 "), "9.1.1"),
        ("find", "Find", find::starting("8.2.1 "), "8.2.1"),
        ("actions", "Action plan", find::named("3.2.1").number(1), "3.2.1"),
    ] {
        act::open(s, &format!("#/a/{id}/{page}")).await?;
        check::heading(s, heading).await?;
        let before = leave_by(s, link.clone()).await?;
        ensure!(before > 0 || page == "actions", "{page} is not scrolled, so nothing is shown by this");
        steps::on_item(s, then).await?;
        check::focus(s, "heading", find::starting(&format!("{then} ")).number(1)).await?;
        act::back(s).await?;
        check::heading(s, heading).await?;
        check::focus(s, "link", link).await?;
        scrolled(s, before).await?;
    }
    // A question after the other, and all the way back; forward again leads to where each was left, too.
    act::follow(s, find::named("Find").within("Main")).await?;
    check::focus(s, "heading", "Find").await?;
    let before = leave_by(s, find::starting("1.3.2 ")).await?;
    steps::on_item(s, "1.3.2").await?;
    act::follow(s, "Next: 1.3.7").await?;
    steps::on_item(s, "1.3.7").await?;
    act::back(s).await?;
    steps::on_item(s, "1.3.2").await?;
    check::focus(s, "link", "Next: 1.3.7").await?;
    act::back(s).await?;
    check::heading(s, "Find").await?;
    check::focus(s, "link", find::starting("1.3.2 ")).await?;
    scrolled(s, before).await?;
    // A row that is not there any more: the heading.
    act::follow(s, find::starting("1.3.2 ")).await?;
    steps::on_item(s, "1.3.2").await?;
    act::back(s).await?;
    act::fill(s, "Words", "no such words here").await?;
    find::status(s, find::starting("Nothing found.")).await?;
    act::forward(s).await?;
    steps::on_item(s, "1.3.2").await?;
    act::back(s).await?;
    check::focus(s, "heading", "Find").await
}

/// Follows a link, and gives how far the page was scrolled.
async fn leave_by(s: &Session, link: find::Named) -> Result<i64> {
    let element = find::link(s, link.clone()).await?;
    let script = "arguments[0].scrollIntoView({ block: 'center' }); return Math.round(window.scrollY);";
    let before = s.script(script, vec![element.to_json()?]).await?.as_i64().unwrap_or_default();
    act::follow(s, link).await?;
    Ok(before)
}

/// The page is scrolled so far, but for what a browser rounds and moves to have what has the focus in sight.
async fn scrolled(s: &Session, before: i64) -> Result<()> {
    let script = format!("return Math.abs(window.scrollY - {before}) < 60;");
    check::comes_true(s, &format!("the page to be scrolled by {before}"), &script).await
}

/// Hyphens, spaces, apostrophes and accents make no difference to what is found, and what was found is marked.
pub async fn what_is_found_is_marked_however_it_is_written(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, "Rosewood House").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Siân Łącka has the shred\u{ad}der’s key").await?;
    act::open(s, &format!("#/a/{id}/find")).await?;
    for (typed, item, marked) in [
        ("public wifi", "6.3.2", "Wi-Fi"),
        ("sian lacka", "1.1.5", "Łącka"),
        ("shredders", "1.1.5", "shred\u{ad}der’s"),
        ("PEOPLES OWN", "1.3.11", "own"),
    ] {
        act::fill(s, "Words", typed).await?;
        find::link(s, find::starting(&format!("{item} "))).await?;
        // Words that stand side by side are marked as one.
        let script = format!(
            "return Array.from(document.querySelectorAll('main mark')).some((one) => one.textContent.includes({}));",
            serde_json::to_string(marked)?
        );
        check::comes_true(s, &format!("“{marked}” to be marked"), &script).await?;
    }
    act::press(s, "Clear all").await?;
    check::comes_true(s, "no mark", "return document.querySelector('main mark') === null;").await
}

/// The overview leads back to the item that was last worked on.
pub async fn carry_on_leads_to_where_one_was(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, "Rosewood House").await?;
    check::text(s, "First, a few easy questions about your organisation").await?;
    steps::open_item(s, &id, "7.2.1").await?;
    act::fill(s, "Your answer", "We practise it").await?;
    act::follow(s, find::named("Overview").within("Main")).await?;
    check::text(s, "You were in the middle of this question.").await?;
    act::follow(s, "Carry on").await?;
    steps::on_item(s, "7.2.1").await?;
    act::choose(s, "Yes").await?;
    act::follow(s, find::named("Overview").within("Main")).await?;
    check::text(s, "1 of 43 done").await
}
