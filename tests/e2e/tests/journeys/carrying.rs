//! This year's assessment begun from last year's: the answers carried over, confirmed, checked, compared and reported.

use e2e::{Result, Session, WebElement, act, check, ensure, find};
use serde_json::{Value, json};

use crate::editions::{BUILT_IN, HARBOUR, make_harbour, open_editions};
use crate::pages;
use crate::steps::{self, Exported};

const HOME: &str = "Harbour House";
const UNDO: &str = "Undo the last change";
pub(super) const CARRY: &str = "Last year’s answers";
/// What is seen first of the made-up edition.
pub(super) const HARBOUR_NEWS: &str = "What is new in 2022-23 compared with 2021-22";
const OPEN_ONLY: &str = "Show only what is still to be decided";

/// Begins an assessment of the made-up edition, which is on the device, from the worked example. Gives its identifier.
pub(super) async fn begin_from_example(s: &Session) -> Result<String> {
    const NAME: &str = "Name of your care home or organisation";
    open_editions(s).await?;
    act::press(s, find::named("Start an assessment").within(HARBOUR)).await?;
    act::select(s, CARRY, &format!("{}, {BUILT_IN}", steps::EXAMPLE)).await?;
    // Whose it is need not be typed again; here it is another, so that the two can be told apart.
    check::value(s, NAME, steps::EXAMPLE).await?;
    check::text(s, "Last year’s assessment stays on this device and is not changed.").await?;
    act::fill(s, NAME, HOME).await?;
    act::press(s, "Start").await?;
    check::heading(s, HARBOUR_NEWS).await?;
    let id = steps::identifier(s).await?;
    check::address(s, &format!("#/a/{id}/new")).await?;
    act::follow(s, "Choose which answers to use").await?;
    check::heading(s, CARRY).await?;
    check::address(s, &format!("#/a/{id}/carry")).await?;
    Ok(id)
}

async fn open_carry(s: &Session, id: &str) -> Result<()> {
    act::open(s, &format!("#/a/{id}/carry")).await?;
    check::heading(s, CARRY).await
}

/// An item of the year, with what it says.
async fn row(s: &Session, item: &str) -> Result<(WebElement, String)> {
    let row = find::group(s, item).await?;
    let text = row.text().await?;
    Ok((row, text))
}

/// An item says these words and not those.
async fn says(s: &Session, item: &str, words: &[&str], not: &[&str]) -> Result<()> {
    let (_, text) = row(s, item).await?;
    for words in words {
        ensure!(text.contains(words), "{item} does not say “{words}”:\n{text}");
    }
    for words in not {
        ensure!(!text.contains(words), "{item} says “{words}”:\n{text}");
    }
    Ok(())
}

/// The words of an item that are marked as removed (`del`) or added (`ins`), one after the other.
async fn marked(s: &Session, item: &str, tag: &str) -> Result<String> {
    let (row, _) = row(s, item).await?;
    let script =
        "return Array.from(arguments[0].querySelectorAll(arguments[1]), (one) => one.textContent).join('');";
    Ok(s.script(script, vec![row.to_json()?, json!(tag)]).await?.as_str().unwrap_or_default().to_owned())
}

/// Makes a choice for an item, and waits for what comes of it.
pub(super) async fn choose(s: &Session, item: &str, choice: &str, then: &str) -> Result<()> {
    act::choose(s, find::named(choice).within(item)).await?;
    find::status(s, find::named(then).within(item)).await?;
    Ok(())
}

/// What the worked example answered to an item.
fn answer(export: &Value, item: &str) -> String {
    let mut responses = export["assessment"]["responses"].as_array().into_iter().flatten();
    let found = responses.find(|response| response["item"] == json!(item));
    found.map(|response| pages::text(response, "answer").to_owned()).unwrap_or_default()
}

/// From a table of questions to a report with last year's answers in it: by what the edition says and by the wording, never
/// by the number; everything chosen, confirmed and to be checked; and last year's assessment as it was.
pub async fn a_spreadsheet_becomes_an_edition_and_last_years_answers_a_report(s: &mut Session) -> Result<()> {
    steps::open_example(s).await?;
    let before = steps::export(s, steps::EXAMPLE).await?;
    make_harbour(s).await?;
    act::reload(s).await?;
    check::text(s, "Made out of the spreadsheet harbour-2022-23.csv, put here on").await?;
    find::group(s, HARBOUR).await?;

    let id = begin_from_example(s).await?;
    each_is_beside_what_it_continues(s).await?;
    choices_are_made(s).await?;
    act::reload(s).await?;
    check::chosen(s, find::named("Yes, but answer again").within("1.1.2")).await?;

    let words = answer(&before.json, "1.1.5");
    ensure!(words.starts_with("Helen, registered manager,"), "the example answers 1.1.5 with “{words}”");
    an_answer_is_confirmed(s, &id, &words).await?;
    what_is_left_is_found(s, &id).await?;
    both_years_are_compared(s, &id).await?;

    act::open(s, &format!("#/a/{id}/reports/assessment")).await?;
    find::heading(s, "Part 1 of 4: People and Roles").await?;
    let answer = words.lines().next().unwrap_or_default();
    let mark = "From 3.1.1 of 2021-22, not confirmed yet";
    for said in ["Does your organisation have an induction for new people", answer, mark] {
        // What is not on the screen is not laid out, but it is there.
        let script = format!(
            "return document.querySelector('.app-paper').textContent.includes({});",
            serde_json::to_string(said)?
        );
        check::comes_true(s, said, &script).await?;
    }

    let after = steps::export(s, steps::EXAMPLE).await?;
    ensure!(
        after.content() == before.content(),
        "last year’s assessment is another one now:\n{}",
        after.text
    );
    ensure!(but_when(&after) == but_when(&before), "last year’s file is another one now:\n{}", after.text);
    Ok(())
}

/// Next year's assessment is begun from this one: without its questions it says how to get them, and with them the form is there,
/// with this year's answers chosen.
pub async fn next_year_is_begun_from_this_one(s: &mut Session) -> Result<()> {
    const BEGIN: &str = "Start next year’s from this one";
    const NONE: &str = "Next year’s questions are not on this device yet";
    let id = steps::begin(s, HOME).await?;
    act::open(s, &format!("#/a/{id}/years")).await?;
    act::press(s, BEGIN).await?;
    check::focus(s, "heading", NONE).await?;
    act::press(s, "Cancel").await?;
    check::absent(s, "heading", NONE).await?;
    act::press(s, BEGIN).await?;
    act::follow(s, "Get next year’s questions").await?;
    check::heading(s, "Editions").await?;
    check::text(s, &format!("You want to start next year’s assessment of {HOME}.")).await?;

    make_harbour(s).await?;
    check::text(s, &format!("You can start next year’s assessment of {HOME}.")).await?;
    act::follow(s, "Carry on with next year’s assessment").await?;
    find::heading(s, format!("Start with {HARBOUR}").as_str()).await?;
    check::value(s, CARRY, &id).await?;
    check::value(s, "Name of your care home or organisation", HOME).await?;
    act::press(s, "Start").await?;
    check::heading(s, HARBOUR_NEWS).await?;
    // Begun is begun: the older year does not offer it again.
    act::open(s, &format!("#/a/{id}/years")).await?;
    find::heading(s, "From 2021-22 to 2022-23").await?;
    check::absent(s, "button", BEGIN).await?;
    // Two years of one name are told apart by the year.
    act::open(s, "#/").await?;
    for name in [format!("{HOME} (2021-22)"), format!("{HOME} (2022-23)")] {
        find::link(s, find::starting(&name)).await?;
    }
    act::open(s, "#/data").await?;
    find::group(s, format!("{HOME} (2022-23)").as_str()).await?;
    act::open(s, "#/editions").await?;
    check::heading(s, "Editions").await?;
    check::no_text(s, "next year’s assessment of").await
}

/// The bytes of an exported file but for when it was made, and the checksum, which that is part of.
fn but_when(export: &Exported) -> String {
    let when = ["exported_at", "checksum"].map(|field| pages::text(&export.json, field));
    when.iter().fold(export.text.clone(), |text, value| text.replacen(&format!("\"{value}\""), "", 1))
}

/// What is shown beside each item, and why.
async fn each_is_beside_what_it_continues(s: &Session) -> Result<()> {
    check::text(s, "0 of 37 decided.").await?;
    let same = "Same question and guidance as 1.1.5 of 2021-22.";
    says(s, "1.1.1", &[same, "Helen, registered manager"], &[]).await?;
    let reworded = "It replaces 2.1.1 of 2021-22. The question is worded differently.";
    says(s, "1.1.2", &[reworded, "The edition says: Reworded.", "Asked in 2021-22"], &[]).await?;
    let (gone, new) = (marked(s, "1.1.2", "del").await?, marked(s, "1.1.2", "ins").await?);
    ensure!(gone.contains("process") && !gone.contains("organisation"), "only before: {gone}");
    ensure!(new.contains("people") && !new.contains("organisation"), "new: {new}");
    // Two became one, and one became two.
    let merged = "It replaces 1.3.1 and 1.3.2 of 2021-22.";
    says(s, "2.2.1", &[merged, "Two policies cover all five topics", "six-monthly quality walk-round"], &[])
        .await?;
    for item in ["1.3.1", "1.3.2"] {
        says(s, item, &["4.1.1 of 2021-22", "The staff list comes from our payroll."], &[]).await?;
    }
    // Never the number alone.
    const NOTHING: &str = "New: last year had no question like it.";
    says(s, "4.1.1", &["laptops, tablets and phones", NOTHING], &["4.1.1 of 2021-22", "payroll"]).await?;
    says(s, "3.4.1", &[NOTHING], &["3.4.1 of 2021-22"]).await?;
    let alike = "Same question and guidance as 1.1.1 of 2021-22.";
    says(s, "2.1.1", &[alike, "ZA000000"], &["2.1.1 of 2021-22"]).await?;
    find::heading(s, "Answered last year, and not asked any more").await?;
    find::link(s, "6.3.2").await?;
    Ok(())
}

/// The three choices, the last one taken back and made again, and all unchanged questions at once.
async fn choices_are_made(s: &Session) -> Result<()> {
    let carried = "Carried over. Open the question to confirm that it is still true.";
    choose(s, "1.2.1", "Yes", carried).await?;
    let checked = "Carried over. Open the question, check it, and answer Yes or Not yet.";
    choose(s, "1.1.2", "Yes, but answer again", checked).await?;
    choose(s, "2.3.2", "No", "Last year’s answer is not used.").await?;
    check::text(s, "3 of 37 decided. 2 answers still need confirming.").await?;
    act::press(s, UNDO).await?;
    check::text(s, "2 of 37 decided. 2 answers still need confirming.").await?;
    check::not_chosen(s, find::named("No").within("2.3.2")).await?;
    check::chosen(s, find::named("Yes").within("1.2.1")).await?;
    choose(s, "2.3.2", "No", "Last year’s answer is not used.").await?;

    act::press(s, "Carry over all 21 unchanged questions").await?;
    check::text(s, "24 of 37 decided. 23 answers still need confirming.").await?;
    check::focus(s, "status", find::starting("24 of 37 decided.")).await?;
    check::absent(s, "button", find::containing("unchanged questions")).await?;
    check::chosen(s, find::named("Yes").within("1.1.1")).await?;
    // The same question with other guidance is carried over, too; another question never without a word.
    let guided = "Same question as 7.2.1 of 2021-22; the guidance changed.";
    says(s, "3.3.2", &[guided], &["alike"]).await?;
    check::chosen(s, find::named("Yes").within("3.3.2")).await?;
    check::not_chosen(s, find::named("Yes").within("2.2.1")).await?;
    act::tick(s, OPEN_ONLY).await?;
    check::absent(s, "group", "1.1.1").await?;
    find::group(s, "2.2.1").await?;
    act::untick(s, OPEN_ONLY).await?;
    find::group(s, "1.1.1").await?;
    Ok(())
}

/// On the item's own page: the old answer in its field, and whether it still holds.
async fn an_answer_is_confirmed(s: &Session, id: &str, words: &str) -> Result<()> {
    steps::open_item(s, id, "1.1.1").await?;
    check::chosen(s, "Yes").await?;
    check::value(s, "Your answer", words).await?;
    check::text(s, "this was carried over from 1.1.5 of 2021-22.").await?;
    // Until somebody says so it is not done.
    check::text(s, "To confirm").await?;
    act::press(s, "Still true").await?;
    check::text(s, "Met").await?;
    check::no_text(s, "To confirm").await?;
    check::text(s, "Carried over from 1.1.5 of 2021-22 and confirmed on").await?;
    check::absent(s, "button", "Still true").await?;
    // Texts alone came over to this one, and the answer is to be given anew.
    steps::open_item(s, id, "1.1.2").await?;
    check::text(s, "the texts were carried over from 2.1.1 of 2021-22.").await?;
    check::text(s, "How the question has changed").await?;
    check::not_chosen(s, "Yes").await?;
    let comments = find::value(s, "Comments (optional)").await?;
    ensure!(comments.starts_with("Data protection and cyber security are on day one"), "it is “{comments}”");
    open_carry(s, id).await?;
    check::text(s, "24 of 37 decided. 22 answers still need confirming.").await
}

/// What is not confirmed yet, and what this year makes too old.
async fn what_is_left_is_found(s: &Session, id: &str) -> Result<()> {
    const WAITS: &str = "Carried over from 2021-22 and not confirmed yet.";
    act::open(s, &format!("#/a/{id}/checks")).await?;
    check::heading(s, "Checks").await?;
    check::text(s, WAITS).await?;
    let old = "The date here is 14 September 2021, which is too old: it has to be 1 July 2022 or later.";
    says(s, "1.2.1", &[WAITS, old], &[]).await?;
    says(s, "1.1.2", &[WAITS], &[]).await?;
    // What was confirmed, and what was left.
    check::absent(s, "group", "1.1.1").await?;
    check::absent(s, "group", "2.3.2").await
}

/// Last year and this one side by side, and what last year had still to do.
async fn both_years_are_compared(s: &Session, id: &str) -> Result<()> {
    act::open(s, &format!("#/a/{id}/years")).await?;
    check::heading(s, "Year by year").await?;
    find::link(s, "2021-22").await?;
    find::link(s, "2022-23").await?;
    check::text(s, "38 of 43 done").await?;
    check::text(s, " of 45 done").await?;
    find::heading(s, "From 2021-22 to 2022-23").await?;
    find::heading(s, "Actions of 2021-22 that are still open (4)").await?;
    check::text(s, "Book the last five staff on the online data security training.").await?;
    check::text(s, "Encrypt the laptop.").await?;
    // Long lists are folded.
    s.script("document.querySelectorAll('main details').forEach((fold) => { fold.open = true; });", vec![])
        .await?;
    for (list, item, words) in [
        ("Slipped (", "1.1.2", "Met, then incomplete"),
        // Nobody has come to it yet, which is no step back.
        ("Not started yet (", "1.3.1", "then not started"),
    ] {
        let list = find::heading(s, find::starting(list)).await?.text().await?;
        let line = find::group(s, find::named(item).within(&list)).await?.text().await?;
        ensure!(line.contains(words), "under “{list}” there is “{line}”");
    }
    Ok(())
}
