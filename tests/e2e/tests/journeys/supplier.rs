//! Ask your IT supplier: out as a small file, answered elsewhere, and back item by item.

use e2e::{Result, Session, act, check, ensure, find};

use crate::steps;

const HOME: &str = "Rosewood House";

/// The sheet holds eight questions and no answer of the home; what the supplier answers is offered beside what is there.
pub async fn questions_go_to_the_it_supplier_and_their_answers_come_back(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "7.3.1").await?;
    act::fill(s, "Your answer", "Somebody copies it").await?;
    let home = steps::export(s, HOME).await?.keep()?;
    act::open(s, &format!("#/a/{id}/supplier")).await?;
    check::text(s, "These 8 questions are marked").await?;
    find::heading(s, find::starting("6.2.1 ")).await?;
    act::forget_downloads(s)?;
    act::press(s, "Save the file for them").await?;
    let sheet = steps::exported(s).await?;
    let name = sheet.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    ensure!(name.starts_with("rosewood-house-it-supplier-"), "the sheet is called {name}");
    ensure!(!sheet.text.contains("Somebody copies it"), "the sheet carries an answer of the home");
    let items: usize = sheet.json["edition"]["parts"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|part| part["items"].as_array().map_or(0, Vec::len))
        .sum();
    ensure!(items == 8, "the sheet holds {items} items");
    let sheet = sheet.keep()?;

    // At the supplier's.
    s.move_to(s.engine().another()).await?;
    steps::choose_file(s, sheet.path()).await?;
    check::focus(s, "heading", "8 questions from Rosewood House for their IT supplier").await?;
    check::accessible(s).await?;
    // One press, and they are at the first question.
    act::press(s, "Answer the questions").await?;
    steps::on_item(s, "1.3.14").await?;
    check::accessible(s).await?;
    check::no_text(s, "official toolkit").await?;
    check::text(s, "Say what protects the home’s mobile phones").await?;
    check::text(s, "Only if the home does not use any mobile phones.").await?;
    check::no_text(s, "Your IT supplier may need to help").await?;
    steps::open_item(s, &steps::identifier(s).await?, "6.2.1").await?;
    act::choose(s, "Yes").await?;
    act::fill(s, "Comments (optional)", "On every machine, updated daily").await?;
    act::follow(s, "Next: 7.3.1").await?;
    steps::on_item(s, "7.3.1").await?;
    act::choose(s, "Yes").await?;
    act::fill(s, "Your answer", "Nightly, to two places").await?;
    steps::saved(s).await?;
    act::follow(s, "Overview").await?;
    check::text(s, "Questions for you, as the IT supplier of").await?;
    check::text(s, "2 of 8 done").await?;
    check::absent(s, "link", "Action plan").await?;
    act::forget_downloads(s)?;
    act::press(s, "Send this file back to Rosewood House").await?;
    check::text(s, "Attach it to an email and send it back to Rosewood House.").await?;
    check::text(s, "6 questions are not answered yet.").await?;
    let answered = steps::exported(s).await?;
    let name = answered.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    ensure!(name.starts_with("rosewood-house-it-supplier-answers-"), "the answers are called {name}");
    let answered = answered.keep()?;

    // Back at the home.
    s.move_to(s.engine().another()).await?;
    steps::choose_file(s, home.path()).await?;
    act::press(s, "Open and carry on").await?;
    steps::choose_file(s, answered.path()).await?;
    check::text(s, "Answers for Rosewood House from your IT supplier").await?;
    check::text(s, "2 of 8 questions answered.").await?;
    check::accessible(s).await?;
    check::text(s, "Nightly, to two places").await?;
    check::text(s, "Somebody copies it").await?;
    act::press(s, "Use their answer to 6.2.1").await?;
    check::text(s, "You are now using their answer to 6.2.1.").await?;
    act::press(s, "Use their answer to 7.3.1").await?;
    check::text(s, "You are now using their answer to 7.3.1.").await?;
    check::no_text(s, "Somebody copies it").await?;
    act::press(s, "Undo").await?;
    check::text(s, "Somebody copies it").await?;
    act::press(s, "Use all 2 answers").await?;
    check::heading(s, HOME).await?;
    check::text(s, "You are now using their 2 answers.").await?;
    act::press(s, "Undo").await?;
    check::text(s, "Undone: the last change").await?;
    // As it was before anything was taken over, once for all of it.
    steps::open_storage(s).await?;
    check::text(s, "Rosewood House, automatic backup from before a larger change").await?;
    steps::open_item(s, &id, "7.3.1").await?;
    check::value(s, "Your answer", "Somebody copies it").await?;
    steps::open_item(s, &id, "6.2.1").await?;
    check::chosen(s, "Yes").await?;
    check::value(s, "Comments (optional)", "On every machine, updated daily").await?;

    // Once each of them is used, the file is closed with the page.
    steps::choose_file(s, answered.path()).await?;
    act::press(s, "Use their answer to 7.3.1").await?;
    check::text(s, "Answers for Rosewood House from your IT supplier").await?;
    act::open(s, &format!("#/a/{id}")).await?;
    check::heading(s, HOME).await?;
    act::open(s, "#/data").await?;
    check::heading(s, "Your data").await?;
    check::no_text(s, "Answers for Rosewood House from your IT supplier").await
}
