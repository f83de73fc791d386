//! What is new in a toolkit year: seen before anything of last year's is used, until all is confirmed; between any two years; and
//! on paper.

use std::path::Path;

use e2e::{Result, Session, act, check, ensure, find};

use crate::carrying::{CARRY, HARBOUR_NEWS, choose};
use crate::editions::{BUILT_IN, HARBOUR, make_harbour, open_editions};
use crate::reports::text_of;
use crate::steps;

const HOME: &str = "Harbour House";
const NEWEST: &str = "Data Security and Protection Toolkit 2025-26";
const NEWS: &str = "What is new in 2025-26 compared with 2021-22";
const SUMMARY: &str =
    "3 new questions, about 80 minutes. 7 questions are reworded. 5 questions have new numbers.";
const NEW: &str = "New questions (3)";
const MERGED: &str = "Several questions became one (1)";
const NUMBERS: &str = "New numbers (5)";

/// Puts the toolkit year 2025-26 on the device, out of its file.
async fn add_newest(s: &Session) -> Result<()> {
    let file = "../../public/editions/dspt-social-care-2025-26.json";
    open_editions(s).await?;
    act::upload(s, "Choose a file", &Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).await?;
    act::press(s, "Put it on this device").await?;
    check::text(s, &format!("{NEWEST} is on this device now.")).await
}

/// Begins 2025-26 from the worked example, which answers 2021-22. Gives its identifier.
async fn begin_newest(s: &Session) -> Result<String> {
    steps::open_example(s).await?;
    add_newest(s).await?;
    act::press(s, find::named("Start an assessment").within(NEWEST)).await?;
    act::select(s, CARRY, &format!("{}, {BUILT_IN}", steps::EXAMPLE)).await?;
    act::fill(s, "Name of your care home or organisation", HOME).await?;
    act::press(s, "Start").await?;
    check::heading(s, NEWS).await?;
    steps::identifier(s).await
}

/// A question in a list says these words.
async fn says(s: &Session, list: &str, item: &str, words: &str) -> Result<()> {
    let row = find::group(s, find::named(item).within(list)).await?.text().await?;
    ensure!(row.contains(words), "{item} below “{list}” does not say “{words}”:\n{row}");
    Ok(())
}

/// 2021-22 is finished, and 2025-26 begun from it: first comes what is new, then which answers to use, and what is new says what
/// became of each until it is confirmed.
pub async fn what_is_new_comes_before_last_years_answers(s: &mut Session) -> Result<()> {
    let id = begin_newest(s).await?;
    check::address(s, &format!("#/a/{id}/new")).await?;
    check::title(s, &format!("What is new, {HOME} – Standards Met")).await?;
    check::text(s, SUMMARY).await?;
    check::text(s, "Your two answers about your backups become one.").await?;
    check::text(s, "34 questions can use your 2021-22 answer, once you confirm that it is still true.")
        .await?;
    for item in ["4.3.1", "4.5.3", "7.1.1"] {
        says(s, NEW, item, "Not started").await?;
    }
    says(s, NEW, "4.5.3", "it came with the 2024-25 toolkit").await?;
    says(s, MERGED, "7.3.4", "Your two 2021-22 answers are not used yet.").await?;
    // The number that is another question's now.
    says(s, NUMBERS, "6.1.3", "It was 6.1.4 in 2021-22.").await?;
    says(s, NUMBERS, "6.1.3", "in 2021-22, 6.1.3 was another question. That one is 6.1.2 now.").await?;

    // The way back to it, as long as something is not confirmed.
    act::follow(s, "Go to the overview").await?;
    check::heading(s, HOME).await?;
    act::follow(s, "What is new this year").await?;
    check::heading(s, NEWS).await?;
    act::follow(s, "Choose which answers to use").await?;
    check::heading(s, CARRY).await?;
    act::press(s, "Carry over all 34 unchanged questions").await?;
    let checked = "Carried over. Open the question, check it, and answer Yes or Not yet.";
    choose(s, "7.3.4", "Yes, but answer again", checked).await?;
    choose(s, "1.1.5", "No", "Last year’s answer is not used.").await?;
    act::follow(s, "What is new this year").await?;
    check::heading(s, NEWS).await?;
    says(s, NUMBERS, "6.1.2", "Your 2021-22 answer is carried over and not confirmed yet.").await?;
    says(s, "Reworded questions (7)", "1.1.5", "Your 2021-22 answer is not used.").await?;

    act::follow(s, find::named("7.3.4").within(MERGED)).await?;
    steps::on_item(s, "7.3.4").await?;
    check::text(s, "the texts were carried over from 7.3.1 and 7.3.4 of 2021-22.").await?;
    act::choose(s, "Yes").await?;
    steps::open_item(s, &id, "6.1.2").await?;
    check::text(s, "this was carried over from 6.1.3 of 2021-22.").await?;
    act::press(s, "Still true").await?;
    check::absent(s, "button", "Still true").await?;
    act::open(s, &format!("#/a/{id}/new")).await?;
    check::heading(s, NEWS).await?;
    says(s, MERGED, "7.3.4", "Your two 2021-22 answers are carried over and confirmed.").await?;
    says(s, NUMBERS, "6.1.2", "Your 2021-22 answer is carried over and confirmed.").await?;
    says(s, NUMBERS, "6.1.3", "Your 2021-22 answer is carried over and not confirmed yet.").await
}

/// Any two toolkit years on the device are compared, the older one with the newer, whichever is named first.
pub async fn any_two_toolkit_years_are_compared(s: &mut Session) -> Result<()> {
    act::open(s, "#/editions/new").await?;
    check::text(s, "Only one toolkit year is on this device.").await?;
    make_harbour(s).await?;
    act::follow(s, find::named("What is new since 2021-22").within(HARBOUR)).await?;
    check::heading(s, HARBOUR_NEWS).await?;
    check::text(s, "One question about your list of staff and roles becomes two.").await?;
    find::heading(s, find::starting("Not asked any more (")).await?;
    // There is no assessment, and so nothing that was answered.
    check::no_text(s, "answer is not used yet").await?;

    add_newest(s).await?;
    act::open(s, "#/editions/new").await?;
    // The latest two, of which the newer one says nothing of the older one.
    check::heading(s, "What is new in 2025-26 compared with 2022-23").await?;
    check::text(s, "2025-26 does not say which questions of 2022-23 it continues.").await?;
    act::select(s, "Toolkit year", BUILT_IN).await?;
    act::select(s, "Compare with", NEWEST).await?;
    act::press(s, "Compare").await?;
    check::heading(s, NEWS).await?;
    check::text(s, SUMMARY).await?;
    act::select(s, "Compare with", NEWEST).await?;
    act::press(s, "Compare").await?;
    check::text(s, "Choose two different toolkit years that are on this device.").await?;
    act::back(s).await?;
    check::heading(s, NEWS).await?;
    act::follow(s, "Look at 2025-26").await?;
    check::heading(s, NEWEST).await
}

/// What is new is a list on paper: whose it is, both years and every question of it, without the buttons.
pub async fn what_is_new_is_printed_as_a_list(s: &mut Session) -> Result<()> {
    begin_newest(s).await?;
    s.script("window.print = () => { window.printed = true; };", vec![]).await?;
    act::press(s, "Print this list").await?;
    check::comes_true(s, "it was printed", "return window.printed === true;").await?;
    let words = text_of(&act::print(s, "what-is-new").await?)?;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [HOME, NEWS, NEW, "4.3.1", MERGED, NUMBERS, "Printed on ", "Unchanged (19)"] {
        ensure!(words.contains(said), "“{said}” is not on paper:\n{words}");
    }
    for button in ["Choose which answers to use", "Print this list", "Show 19 unchanged questions"] {
        ensure!(!words.contains(button), "“{button}” is printed:\n{words}");
    }
    Ok(())
}
