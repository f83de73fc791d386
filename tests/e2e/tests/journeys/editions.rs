//! Editions: made out of a spreadsheet, opened from a file or out of an assessment, fetched from the site that serves the page.

use std::path::{Path, PathBuf};

use e2e::{Result, Session, act, check, ensure, find};
use serde_json::{Value, json};

use crate::offline::{from_a_host, kept};
use crate::{pages, steps};

/// The file of the newest year, which comes with the page.
const INCLUDED: &str = "dspt-social-care-2025-26.json";
/// The made-up edition of the year after the built-in one, as it is called here.
pub const HARBOUR: &str = "Harbour Care Records Check 2022-23";
/// The edition that an edition file of these journeys holds.
pub const QUAY: &str = "Quay Records Check 2023-24";
/// The title of the built-in edition.
pub const BUILT_IN: &str = "Data Security and Protection Toolkit 2021-22";
const KEY: &str = "Who keeps the key to the records room?";
const HOME: &str = "Quay House";
const PUT: &str = "Put it on this device";
const LOOK: &str = "See what is there";
const EMPTY: &str = "There is no other edition on this site yet.";
/// What is said of rows of the broken table that are left out.
const SERIOUS: [&str; 4] = [
    "Row 8 has no number, so it was left out.",
    "Row 9 has no question, so it was left out.",
    "Row 11 has the number 9.1.2, which row 3 already has.",
    "Row 16 has “01/02/2003” where its number should be",
];
/// What is said of rows that are kept.
const OTHERS: [&str; 4] = [
    "Row 5 has the part “300”, which is not a number from 1 to 255.",
    "Row 22 has an address with a space or a line break in it: “https://www.example.org/guidance”.",
    "Row 26 has an address without its beginning: “www.example.org”.",
    "Row 40 continues broken-2022:1.1, which is of this very edition",
];

/// A spreadsheet among the fixtures.
fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/editions").join(name)
}

/// Opens the edition kit with a spreadsheet of the fixtures in it.
pub async fn open_in_kit(s: &Session, name: &str) -> Result<()> {
    open_kit(s).await?;
    act::upload(s, "Choose a spreadsheet", &fixture(name)).await?;
    check::text(s, &format!("{name} was read: ")).await
}

pub async fn open_kit(s: &Session) -> Result<()> {
    act::open(s, "#/editions/kit").await?;
    check::heading(s, "Edition kit").await
}

pub async fn open_editions(s: &Session) -> Result<()> {
    act::open(s, "#/editions").await?;
    check::heading(s, "Editions").await
}

/// Says which edition the numbers of the year before are of.
async fn continues_the_built_in_one(s: &Session) -> Result<()> {
    const BEFORE: &str = "Numbers in the column “Replaces” are those of";
    act::select(s, BEFORE, BUILT_IN).await?;
    check::value(s, BEFORE, pages::text(&pages::edition()?, "id")).await
}

/// Makes the made-up edition out of its table, and puts it on the device.
pub async fn make_harbour(s: &Session) -> Result<()> {
    open_in_kit(s, "harbour-2022-23.csv").await?;
    check::value(s, "Title", "Harbour 2022-23").await?;
    check::value(s, "Year, such as 2022-23", "2022-23").await?;
    check::value(s, "Short ID", "harbour-2022-23").await?;
    continues_the_built_in_one(s).await?;
    check::text(s, "45 items in 4 parts.").await?;
    check::text(s, "Row 9 continues 4.1.1, and row 8 does so too.").await?;
    check::no_text(s, "of them serious").await?;
    act::fill(s, "Title", HARBOUR).await?;
    act::press(s, PUT).await?;
    check::heading(s, "Editions").await?;
    check::text(s, &format!("{HARBOUR} is on this device now.")).await?;
    find::group(s, HARBOUR).await?;
    Ok(())
}

/// The built-in edition as somebody has made another one of it.
fn quay() -> Result<Value> {
    let mut edition = pages::edition()?;
    edition["id"] = "quay-2023-24".into();
    edition["title"] = QUAY.into();
    edition["year"] = "2023-24".into();
    edition["parts"][0]["items"][0]["question"] = KEY.into();
    Ok(edition)
}

/// Writes that edition as a file.
pub fn quay_file(folder: &Path) -> Result<PathBuf> {
    steps::file(folder, "quay.json", quay()?.to_string())
}

/// What the card of an edition on the device says, once it says these words.
async fn card(s: &Session, title: &str, words: &str) -> Result<String> {
    check::text(s, words).await?;
    let card = find::group(s, title).await?.text().await?;
    ensure!(card.contains(words), "the card of {title} does not say “{words}”:\n{card}");
    Ok(card)
}

/// Each problem has its own sentence, with its row; what keeps an item out comes first; and the columns are the person's to
/// choose.
pub async fn every_problem_of_a_spreadsheet_is_said_with_its_row(s: &mut Session) -> Result<()> {
    open_in_kit(s, "broken.csv").await?;
    check::text(s, "No edition can be made of it yet.").await?;
    check::text(s, "The edition does not say for which year it is, so it cannot be saved.").await?;
    check::absent(s, "button", PUT).await?;
    act::fill(s, "Year, such as 2022-23", "2022-23").await?;
    act::fill(s, "Short ID", "broken-2022").await?;
    act::select(s, "Numbers in the column “Replaces” are those of", "Another edition, or none").await?;
    check::text(s, "37 items in 2 parts. 41 problems, 7 of them serious.").await?;
    find::heading(s, "41 problems").await?;
    find::button(s, PUT).await?;
    for sentence in SERIOUS.iter().chain(&OTHERS) {
        check::text(s, sentence).await?;
    }
    let shown = find::shown(s).await?.text;
    let place = |sentence: &&str| shown.find(*sentence).unwrap_or_default();
    let (last, first) = (SERIOUS.iter().map(place).max(), OTHERS.iter().map(place).min());
    ensure!(last < first, "what keeps an item out does not come first:\n{shown}");

    act::select(s, "Question", "No column").await?;
    check::text(s, "No column was chosen for the question, so no edition was made.").await?;
    check::absent(s, "button", PUT).await?;
    act::select(s, "Question", "D: Question").await?;
    check::text(s, "37 items in 2 parts.").await?;
    check::no_text(s, "No column was chosen for the question").await?;
    find::button(s, PUT).await?;
    Ok(())
}

/// A workbook with a title above its headings and with merged cells; and its edition as a file, which is known again.
pub async fn a_spreadsheet_of_excel_with_a_title_above_is_read(s: &mut Session) -> Result<()> {
    open_in_kit(s, "harbour-2022-23.xlsx").await?;
    check::value(s, "Heading row", "2").await?;
    let title = format!("{HARBOUR} (made up for trying things out)");
    check::value(s, "Title", &title).await?;
    continues_the_built_in_one(s).await?;
    check::text(s, "45 items in 4 parts.").await?;
    check::text(s, "Row 10 continues 4.1.1, and row 9 does so too.").await?;
    check::no_text(s, "of them serious").await?;
    find::heading(s, "4 Computers and Devices").await?;

    act::forget_downloads(s)?;
    act::press(s, "Save as a file").await?;
    check::text(s, "Saved as harbour-care-records-check-2022-23").await?;
    let saved = steps::exported(s).await?;
    ensure!(saved.json["format"] == "standards-met/edition", "it is no edition: {}", saved.text);
    let items = pages::items(&saved.json).count();
    ensure!(items == 45, "there are {items} items in the file");
    ensure!(saved.json["title"] == json!(title), "it is called {}", saved.json["title"]);

    act::press(s, PUT).await?;
    check::heading(s, "Editions").await?;
    let card = card(s, &title, "Made out of the spreadsheet harbour-2022-23.xlsx, put here on").await?;
    let hash = card.split("Hash ").nth(1).and_then(|rest| rest.split(':').next()).unwrap_or_default().trim();
    ensure!(hash.len() > 10, "no hash is on the card:\n{card}");
    act::upload(s, "Choose a file", &saved.path).await?;
    check::text(s, "You opened harbour-care-records-check-2022-23").await?;
    let shown = find::shown(s).await?.text;
    ensure!(shown.matches(hash).count() == 2, "the file and the device do not have the same hash:\n{shown}");
    act::press(s, PUT).await?;
    check::text(s, &format!("{title} is here already, with exactly these words.")).await
}

/// A workbook of the shape of the official one: the sheet for social care is chosen, what is optional is left out until it is
/// wanted, and another sheet can be chosen.
pub async fn the_sheet_for_social_care_is_chosen(s: &mut Session) -> Result<()> {
    const REASON: &str =
        "We chose the sheet “Category 3” because its name says that it is for social care (category 3).";
    const LEFT_OUT: &str = "7 questions are not mandatory at any level and were left out: 1.1.6, 1.3.6,";
    open_in_kit(s, "three-categories-2025-26.xlsx").await?;
    check::text(s, REASON).await?;
    check::value(s, "Title", "Data Security and Protection Toolkit 2025-26").await?;
    check::value(s, "Short ID", "dspt-social-care-2025-26").await?;
    check::text(s, "45 items in 4 parts. No problems.").await?;
    find::heading(s, "What we did with the table").await?;
    check::text(s, LEFT_OUT).await?;
    act::tick(s, "Include optional questions").await?;
    check::text(s, "52 items in 4 parts. No problems.").await?;
    check::no_text(s, LEFT_OUT).await?;
    act::untick(s, "Include optional questions").await?;
    check::text(s, LEFT_OUT).await?;
    check::accessible(s).await?;

    act::select(s, "Sheet", "Cat 4 GP").await?;
    check::no_text(s, REASON).await?;
    check::value(s, "Short ID", "three-categories-2025-26").await?;
    act::select(s, "Sheet", "Category 3").await?;
    check::value(s, "Short ID", "dspt-social-care-2025-26").await?;
    act::press(s, PUT).await?;
    check::text(s, "Data Security and Protection Toolkit 2025-26 is on this device now.").await
}

/// An edition file is opened where any file is, and looked at first; an assessment keeps its edition whatever becomes of
/// the list, and gives it to another device.
pub async fn an_edition_comes_out_of_a_file_or_an_assessment(s: &mut Session) -> Result<()> {
    let folder = tempfile::tempdir()?;
    act::open(s, "#/").await?;
    act::upload(s, "Choose a file", &quay_file(folder.path())?).await?;
    check::address(s, "#/editions").await?;
    check::text(s, "You opened quay.json").await?;
    check::text(s, "Year 2023-24 · 43 items in 4 parts").await?;
    check::text(s, "No assessment changes: each keeps the edition that it was begun with.").await?;
    act::press(s, "Look at it first").await?;
    act::press(s, find::starting(&format!("1.1.5 {KEY}"))).await?;
    find::heading(s, "Official guidance").await?;
    act::press(s, PUT).await?;
    check::text(s, &format!("{QUAY} is on this device now.")).await?;
    card(s, QUAY, "From the file quay.json, put here on").await?;
    act::follow(s, find::named("Look at it").within(QUAY)).await?;
    check::heading(s, QUAY).await?;
    check::title(s, &format!("{QUAY} – Standards Met")).await?;

    open_editions(s).await?;
    act::press(s, find::named("Start an assessment").within(QUAY)).await?;
    check::text(s, "No assessment of another year is on this device.").await?;
    act::fill(s, "Name of your care home or organisation", HOME).await?;
    act::press(s, "Start").await?;
    check::heading(s, HOME).await?;
    let id = steps::identifier(s).await?;
    asks_for_the_key(s, &id).await?;

    open_editions(s).await?;
    card(s, QUAY, &format!("Used by {HOME}.")).await?;
    act::press(s, find::named("Take it off the list").within(QUAY)).await?;
    check::text(
        s,
        &format!("{QUAY} is off the list. As long as an assessment uses it, it stays on this device."),
    )
    .await?;
    card(s, QUAY, "It came with an assessment.").await?;
    act::reload(s).await?;
    asks_for_the_key(s, &id).await?;
    let file = steps::export(s, HOME).await?;
    let file = steps::file(folder.path(), "quay-house.json", &file.text)?;

    // A device that has never heard of that edition.
    act::clear_device(s).await?;
    open_editions(s).await?;
    check::absent(s, "group", QUAY).await?;
    act::upload(s, "Choose a file", &file).await?;
    check::text(s, "You opened quay-house.json").await?;
    act::press(s, PUT).await?;
    card(s, QUAY, "From the assessment in quay-house.json, put here on").await?;
    let none = steps::file(folder.path(), "notes.json", r#"{"notes": "Ask Helen"}"#)?;
    act::upload(s, "Choose a file", &none).await?;
    find::heading(s, "There is no edition in this file that can be used").await?;
    check::text(s, "The file holds no edition: neither is it one, nor is there one inside it.").await?;
    act::press(s, "Close").await?;
    check::no_text(s, "There is no edition in this file").await?;
    card(s, QUAY, "From the assessment in quay-house.json, put here on").await?;
    Ok(())
}

async fn asks_for_the_key(s: &Session, id: &str) -> Result<()> {
    act::open(s, &format!("#/a/{id}/item/1.1.5")).await?;
    check::heading(s, &format!("1.1.5 {KEY}")).await
}

/// What comes with the page is fetched for its list. Nothing else is asked of the site before the person asks; what it gives is kept only if it is what its list says.
pub async fn the_sites_editions_are_fetched_only_when_asked(s: &mut Session) -> Result<()> {
    s.serve_from("with-editions/");
    open_editions(s).await?;
    find::button(s, LOOK).await?;
    let below = format!("{}editions/", s.base());
    let asked = s.requests().await?;
    let is_more = |address: &String| address.starts_with(&below) && !address.ends_with(INCLUDED);
    ensure!(!asked.iter().any(is_more), "it was asked already: {asked:?}");
    act::press(s, LOOK).await?;
    check::text(s, "Harbour Short Check 2022-23").await?;
    check::text(s, "harbour-small-2022-23.json, SHA-256 ").await?;
    check::accessible(s).await?;
    let asked: Vec<String> = s.requests().await?.into_iter().filter(is_more).collect();
    ensure!(asked == [format!("{below}index.json")], "it was asked for {asked:?}");

    act::press(s, "Put Harbour Short Check 2022-23 on this device").await?;
    check::text(s, "Harbour Short Check 2022-23 is on this device now.").await?;
    let from = "From this page’s site, harbour-small-2022-23.json, put here on";
    card(s, "Harbour Short Check 2022-23", from).await?;
    act::press(s, "Put Quay Short Check 2023-24 on this device").await?;
    check::text(s, "What the site gave for Quay Short Check 2023-24 is not what its list says").await?;
    check::absent(s, "group", "Quay Short Check 2023-24").await?;
    act::reload(s).await?;
    card(s, "Harbour Short Check 2022-23", from).await?;
    check::absent(s, "group", "Quay Short Check 2023-24").await
}

/// A site without other editions says so. One that does not answer changes nothing: a spreadsheet still becomes an edition,
/// which is there when the page is opened again.
pub async fn without_its_host_the_page_keeps_its_editions(s: &mut Session) -> Result<()> {
    // That the host does not answer.
    s.expect_console_errors();
    let host = from_a_host(s).await?;
    kept(s).await?;
    open_editions(s).await?;
    drop(host.asked());
    act::press(s, LOOK).await?;
    check::text(s, EMPTY).await?;
    let asked = host.asked();
    ensure!(asked.iter().any(|path| path == "/editions/index.json"), "the host was asked for {asked:?}");

    host.stop();
    act::reload(s).await?;
    act::press(s, LOOK).await?;
    check::text(s, "The site does not answer, or has no list of editions.").await?;
    check::accessible(s).await?;
    make_harbour(s).await?;
    act::reload(s).await?;
    card(s, HARBOUR, "Made out of the spreadsheet harbour-2022-23.csv, put here on").await?;
    act::press(s, LOOK).await?;
    find::button(s, "Try again").await?;
    host.go_on();
    act::press(s, "Try again").await?;
    check::text(s, EMPTY).await
}
