//! Out as a file, and in again: on the same device, and from one engine to another.

use e2e::{Result, Session, act, check, ensure, find};
use serde_json::Value;

use crate::pages;
use crate::steps::{self, Exported};

const HOME: &str = "Rosewood House";

/// The file holds what is on screen, says so, and brings all of it back to a browser that has lost everything.
pub async fn an_export_brings_everything_back_after_the_browser_was_cleared(s: &mut Session) -> Result<()> {
    let id = steps::open_example(s).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Comments (optional)", "“Ŵyn” \\ {]\n<b>&amp; €").await?;
    let first = steps::export(s, steps::EXAMPLE).await?;
    let name = first.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    ensure!(name.starts_with("rosewood-house-worked-example-dspt-2021-22-"), "the file is called {name}");
    check::text(s, "It has 43 questions, ").await?;
    let code = first.json["check_code"].as_str().unwrap_or_default().to_owned();
    check::text(s, &format!("Check code {code}")).await?;

    let kept = first.keep()?;
    act::clear_device(s).await?;
    act::open(s, "#/data").await?;
    check::text(s, "There is no assessment on this device yet.").await?;

    steps::choose_file(s, kept.path()).await?;
    find::heading(s, find::containing(steps::EXAMPLE).number(1)).await?;
    check::text(s, &format!("Check code {code}")).await?;
    act::press(s, "Open and carry on").await?;
    check::text(s, &format!("{} is on this device now.", steps::EXAMPLE)).await?;
    act::reload(s).await?;
    let again = steps::export(s, steps::EXAMPLE).await?;
    same(&first, &again)?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Comments (optional)", "“Ŵyn” \\ {]\n<b>&amp; €").await
}

/// All 43 items answered through the page, exported, and opened in another engine with nothing different.
pub async fn all_43_items_go_from_one_engine_to_another(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    let edition = pages::edition()?;
    let items: Vec<&Value> = pages::items(&edition).collect();
    ensure!(items.len() == 43, "the catalogue holds {} items", items.len());
    // What depends on another answer is answered with yes throughout, so that no two contradict each other.
    let contradictions = edition["contradictions"].as_array().cloned().unwrap_or_default();
    let is_free = |item: &Value| {
        let named = |one: &Value| [&one["one"]["item"], &one["other"]["item"]].contains(&&item["id"]);
        !contradictions.iter().any(named)
    };
    for (number, item) in items.iter().enumerate() {
        complete(s, item, number, is_free(item)).await?;
        let next = items.get(number + 1);
        let next = next
            .map_or("Finish: to the overview".into(), |item| format!("Next: {}", pages::text(item, "id")));
        act::follow(s, &next).await?;
    }
    check::text(s, "43 of 43 done").await?;
    check::text(s, "Well done").await?;

    act::press(s, "Export a file").await?;
    check::text(s, "It has 43 questions, 43 of them answered.").await?;
    let first = steps::exported(s).await?;
    let kept = first.keep()?;
    s.move_to(s.engine().another()).await?;

    steps::choose_file(s, kept.path()).await?;
    check::text(s, "43 of 43 questions answered").await?;
    act::press(s, "Open and carry on").await?;
    let again = steps::export(s, HOME).await?;
    same(&first, &again)
}

/// Gives the item whose page is open what makes it settled: yes, or not applicable with the printed reason.
async fn complete(s: &Session, item: &Value, number: usize, is_free: bool) -> Result<()> {
    steps::on_item(s, pages::text(item, "id")).await?;
    // Every third where it may be, so that both ways occur in every kind.
    if is_free && !item["not_applicable"].is_null() && number.is_multiple_of(3) {
        act::choose(s, "Not applicable to us").await?;
        return act::press(s, "Use this reason").await;
    }
    act::choose(s, "Yes").await?;
    match pages::text(item, "kind") {
        "text" => act::fill(s, "Your answer", &format!("Answer nº {number}\nand so on")).await,
        "document" => {
            act::fill(s, "Title of the document", &format!("Policy {number}")).await?;
            act::fill(s, "Where it is kept, or a link to it", "Office").await?;
            act::fill_date(s, "Last approved", "2021-10-04").await
        }
        _ => act::fill(s, "Comments (optional)", &format!("Ticked, {number}")).await,
    }
}

/// Two exports hold the same questions and the same answers.
fn same(first: &Exported, again: &Exported) -> Result<()> {
    let (first, again) = (first.content(), again.content());
    ensure!(first == again, "exported first:\n{first:#?}\nand then:\n{again:#?}");
    Ok(())
}
