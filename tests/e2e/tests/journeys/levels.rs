//! The levels of a toolkit year: how far it is to each, and the action plan that is published with the lower one.

use std::path::Path;

use anyhow::Context;
use e2e::{Key, Result, Session, act, check, ensure, find};
use serde_json::{Value, json};

use crate::{pages, steps};

const HOME: &str = "Bramble Court";
const LEVEL: &str = "Your level";
const PLAN: &str = "Action plan for Approaching Standards";

/// The toolkit year that has levels.
fn edition() -> Result<Value> {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/editions/dspt-social-care-2025-26.json");
    let text = std::fs::read_to_string(file)?;
    Ok(serde_json::from_str(&text)?)
}

/// The questions that Approaching Standards needs, and those that Standards Met needs besides.
fn levels(edition: &Value) -> (Vec<&Value>, Vec<&Value>) {
    let needs = |item: &&Value| {
        item["levels"].as_array().is_some_and(|levels| levels.contains(&json!("approaching")))
    };
    pages::items(edition).partition(needs)
}

async fn open(s: &Session, id: &str) -> Result<()> {
    act::open(s, &format!("#/a/{id}/levels")).await?;
    check::heading(s, LEVEL).await
}

/// Nothing faulted by axe-core, and nothing has to be pushed sideways on a telephone.
async fn is_fine(s: &Session) -> Result<()> {
    check::accessible(s).await?;
    act::size(s, 320, 640).await?;
    check::no_sideways_scroll(s).await?;
    check::accessible(s).await?;
    act::size(s, 768, 1024).await
}

/// From the overview to what is left for the nearer level, and with each answer less of it.
pub async fn what_is_left_for_the_nearer_level_is_listed(s: &mut Session) -> Result<()> {
    let id = steps::begin_newest(s, HOME).await?;
    let edition = edition()?;
    let (approaching, beyond) = levels(&edition);
    let (first, all) = (approaching.len(), approaching.len() + beyond.len());
    check::text(s, &format!("Approaching Standards: 0 of {first} done")).await?;
    check::text(s, &format!("Standards Met: 0 of {all} done")).await?;
    check::accessible(s).await?;
    act::follow(s, "See what is left for Approaching Standards").await?;
    check::heading(s, LEVEL).await?;
    check::address(s, &format!("#/a/{id}/levels")).await?;
    find::heading(s, format!("Left for Approaching Standards ({first})").as_str()).await?;
    for item in &approaching {
        find::link(s, find::starting(&format!("{} ", pages::text(item, "id")))).await?;
    }
    let later = pages::text(beyond.first().context("a question of Standards Met alone")?, "id");
    check::absent(s, "link", find::starting(&format!("{later} "))).await?;
    let row = find::link(s, find::starting("1.1.5 ")).await?.text().await?;
    ensure!(row.contains("About 15 minutes, by you or senior management"), "the row says “{row}”");
    is_fine(s).await?;

    act::follow(s, "Answer 1.1.5").await?;
    steps::on_item(s, "1.1.5").await?;
    act::choose(s, "Yes").await?;
    act::fill(s, "Your answer", "Helen, the registered manager").await?;
    steps::saved(s).await?;
    act::open(s, &format!("#/a/{id}")).await?;
    check::text(s, &format!("Approaching Standards: 1 of {first} done")).await?;
    check::text(s, &format!("Standards Met: 1 of {all} done")).await?;
    act::follow(s, "See what is left for Approaching Standards").await?;
    find::heading(s, format!("Left for Approaching Standards ({})", first - 1).as_str()).await?;
    check::absent(s, "link", find::starting("1.1.5 ")).await?;
    Ok(())
}

/// Where Approaching Standards is reached: what can be done now, what the plan still lacks, and the plan as a file for Word.
pub async fn approaching_standards_is_published_with_an_action_plan(s: &mut Session) -> Result<()> {
    steps::begin_newest(s, HOME).await?;
    let edition = edition()?;
    let (_, beyond) = levels(&edition);
    let numbers: Vec<&str> = beyond.iter().map(|item| pages::text(item, "id")).collect();
    let (first, count) = (*numbers.first().context("a question")?, numbers.len());
    let id = reach(s, &edition).await?;
    open(s, &id).await?;
    find::heading(s, "Every question for Approaching Standards is done").await?;
    find::heading(s, format!("Left for Standards Met ({count})").as_str()).await?;
    check::text(s, "You can publish Approaching Standards once only.").await?;
    check::text(s, "The next time you publish, it has to be Standards Met.").await?;
    let lacking = format!("{count} questions have no action yet. The toolkit asks for a plan for each.");
    check::text(s, &lacking).await?;
    is_fine(s).await?;

    act::press(s, lacking.as_str()).await?;
    check::accessible(s).await?;
    act::follow(s, find::starting(&format!("{first} ")).number(1)).await?;
    steps::on_item(s, first).await?;
    act::choose(s, "Not yet").await?;
    act::fill(s, "What will be done", "Book the training").await?;
    steps::saved(s).await?;
    open(s, &id).await?;
    check::text(s, &format!("{} questions have no action yet.", count - 1)).await?;
    check::text(s, "1 question has an action without an owner.").await?;
    check::text(s, "1 question has an action without a due date.").await?;
    steps::open_item(s, &id, first).await?;
    act::fill(s, "Who will do it", "Helen").await?;
    act::fill_date(s, "By when", "2098-03-31").await?;
    steps::saved(s).await?;
    open(s, &id).await?;
    check::no_text(s, "without an owner").await?;
    check::no_text(s, "without a due date").await?;

    act::move_focus(s, &[Key::Tab], "link", "Make the action plan").await?;
    act::keys(s, Key::Enter).await?;
    check::heading(s, PLAN).await?;
    check::address(s, &format!("#/a/{id}/reports/approaching-standards-plan")).await?;
    check::text(s, &format!("{} questions have no action yet.", count - 1)).await?;
    find::heading(s, format!("{HOME}: {PLAN}").as_str()).await?;
    for words in ["Not in place yet.", "Book the training", "Helen", "31 March 2098", "No action yet"] {
        check::text(s, words).await?;
    }
    act::forget_downloads(s)?;
    act::press(s, "Save for Word").await?;
    check::text(s, "The file is ready: ").await?;
    check::text(s, &format!("{count} questions, 1 action.")).await?;
    let file = find::download(s, ".docx").await?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    ensure!(name.starts_with("bramble-court-approaching-standards-plan-"), "it is called {name}");
    check::accessible(s).await?;
    act::follow(s, "See which questions").await?;
    check::heading(s, LEVEL).await
}

/// Brings an assessment in that has reached Approaching Standards and nothing beyond, and gives its identifier.
async fn reach(s: &Session, edition: &Value) -> Result<String> {
    let mut file = steps::export(s, HOME).await?.json;
    let answered = |item: &&Value| {
        json!({
            "item": item["id"], "judgement": "Met", "answer": "This is in place.",
            "evidence": [{ "id": "d", "title": "Policy", "location": "Office", "approved_on": null }],
            "comments": "", "not_applicable_reason": "", "actions": [], "edited_at": "2026-02-01T09:14:00Z",
        })
    };
    file["assessment"]["responses"] = levels(edition).0.iter().map(answered).collect();
    file["assessment"]["id"] = json!("reached");
    let folder = tempfile::tempdir()?;
    steps::choose_file(s, &steps::file(folder.path(), "reached.json", file.to_string())?).await?;
    act::press(s, "Open it as well").await?;
    check::text(s, "is on this device now.").await?;
    Ok("reached".to_owned())
}

/// A toolkit year that does not say what a level needs: nothing is said of levels, and there is no plan for one.
pub async fn a_toolkit_year_without_levels_says_nothing_of_them(s: &mut Session) -> Result<()> {
    let id = steps::open_example(s).await?;
    find::heading(s, "Coming up").await?;
    check::absent(s, "heading", LEVEL).await?;
    act::open(s, &format!("#/a/{id}/reports")).await?;
    find::link(s, find::named("Action plan").number(2)).await?;
    check::absent(s, "link", PLAN).await?;
    act::open(s, &format!("#/a/{id}/reports/approaching-standards-plan")).await?;
    check::heading(s, "There is no such report here").await?;
    open(s, &id).await?;
    check::text(s, "does not say which questions each level needs.").await?;
    check::absent(s, "link", "Make the action plan").await
}
