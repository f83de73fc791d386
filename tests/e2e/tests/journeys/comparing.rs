//! Versions of one assessment: what changed between them, a copy with something left out, and two people's made one.

use e2e::{Result, Session, act, check, ensure, find};
use serde_json::json;

use crate::steps;

const HOME: &str = "Rosewood House";

/// The words that are marked as removed (`del`) or added (`ins`), as they are read out.
async fn marked(s: &Session, tag: &str) -> Result<Vec<String>> {
    let script =
        "return Array.from(document.querySelectorAll(`main ${arguments[0]}`), (one) => one.textContent);";
    Ok(serde_json::from_value(s.script(script, vec![json!(tag)]).await?)?)
}

async fn open_changes(s: &Session, id: &str) -> Result<()> {
    act::open(s, &format!("#/a/{id}/changes")).await?;
    check::heading(s, "What changed").await
}

/// Beside a saved version and beside a file, every change is listed word by word, also for whoever sees no colours.
pub async fn what_changed_is_listed_word_by_word(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    open_changes(s, &id).await?;
    check::text(s, "There is no saved version of it yet.").await?;
    check::accessible(s).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen is responsible").await?;
    steps::save_version(s, HOME, "before the June review").await?;
    let before = steps::export(s, HOME).await?.keep()?;

    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Priya is responsible").await?;
    steps::open_item(s, &id, "4.1.1").await?;
    act::choose(s, "Not yet").await?;
    act::fill(s, "What will be done", "Write the list").await?;
    steps::saved(s).await?;

    steps::open_more(s, HOME).await?;
    act::follow(s, "See what changed").await?;
    check::heading(s, "What changed").await?;
    act::select(s, "Compare with", "before the June review").await?;
    check::text(s, "3 changes, in 2 items: from “before the June review”").await?;
    check::text(s, "Action added").await?;
    listed(s).await?;
    check::accessible(s).await?;
    find::button(s, "Print this list").await?;

    // The same beside a file of that time; and of the file that is newer than what is here.
    act::upload(s, "Choose a file to compare with", before.path()).await?;
    check::text(s, "3 changes, in 2 items: from “").await?;
    check::no_text(s, "from “before the June review”").await?;
    listed(s).await?;
    let now = steps::export(s, HOME).await?.keep()?;
    open_changes(s, &id).await?;
    act::upload(s, "Choose a file to compare with", now.path()).await?;
    check::text(s, "Nothing is different between").await?;
    let folder = tempfile::tempdir()?;
    let bad = steps::file(folder.path(), "bad.json", "Dear Helen")?;
    act::upload(s, "Choose a file to compare with", &bad).await?;
    check::text(s, "“bad.json” could not be opened.").await?;
    check::accessible(s).await?;

    // Where a file is offered that could take the place of what is here, the same list opens beside the choice.
    steps::choose_file(s, before.path()).await?;
    act::press(s, "See each change").await?;
    check::text(s, "Action removed").await?;
    let (gone, new) = (marked(s, "del").await?, marked(s, "ins").await?);
    ensure!(gone.iter().any(|text| text.contains("Priya")), "removed: {gone:?}");
    ensure!(new.iter().any(|text| text.contains("Helen")), "added: {new:?}");
    check::accessible(s).await
}

/// From Helen to Priya, and with a new action.
async fn listed(s: &Session) -> Result<()> {
    let (gone, new) = (marked(s, "del").await?, marked(s, "ins").await?);
    ensure!(gone == ["removed: Helen; "], "removed: {gone:?}");
    let expected = ["added: Priya; ", "added: Not yet; ", "added: Write the list; "];
    ensure!(new == expected, "added: {new:?}");
    Ok(())
}

/// What is left out is not in the file; the copy says what it is, and comes in beside the original and never over it.
pub async fn a_redacted_copy_never_takes_the_place_of_the_original(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "The manager is responsible").await?;
    act::fill(s, "Comments (optional)", "Not for everybody").await?;
    steps::open_item(s, &id, "4.1.1").await?;
    act::choose(s, "Not yet").await?;
    act::fill(s, "What will be done", "Write the list").await?;
    act::fill(s, "Who will do it", "Priya").await?;
    steps::open_item(s, &id, "1.1.2").await?;
    act::fill(s, "Title of the document", "Register of assets").await?;
    steps::saved(s).await?;

    steps::open_more(s, HOME).await?;
    check::text(s, "names inside answers, reasons, documents and actions cannot be detected").await?;
    check::accessible(s).await?;
    for label in ["People’s names (who does an action, who reviewed)", "Comments (yours and the reviewers’)"]
    {
        act::untick(s, label).await?;
    }
    act::press(s, "Export the redacted copy").await?;
    check::text(s, "Choose what to leave out").await?;
    check::accessible(s).await?;
    for label in ["People’s names (who does an action, who reviewed)", "Comments (yours and the reviewers’)"]
    {
        act::tick(s, label).await?;
    }
    act::tick(s, "Part 2: Policies and Procedures").await?;
    act::forget_downloads(s)?;
    act::press(s, "Export the redacted copy").await?;
    check::text(s, "Your redacted copy is ready").await?;
    check::accessible(s).await?;
    let copy = steps::exported(s).await?;
    let given = copy.json["assessment"].to_string();
    for left in ["Priya", "Not for everybody", "Register of assets", id.as_str()] {
        ensure!(!given.contains(left), "“{left}” is in the copy");
    }
    ensure!(given.contains("The manager is responsible") && given.contains("Write the list"), "{given}");
    ensure!(copy.json["redacted"] == json!(["names", "comments", "part 2"]), "{}", copy.json["redacted"]);

    // Also when somebody gives it the identifier of the original by hand.
    let folder = tempfile::tempdir()?;
    let mut forged = copy.json.clone();
    forged["assessment"]["id"] = json!(id);
    let forged = steps::file(folder.path(), "forged.json", forged.to_string())?;
    steps::choose_file(s, &forged).await?;
    check::text(s, "This is a redacted copy: it leaves out people’s names, comments and part 2.").await?;
    check::accessible(s).await?;
    for name in ["Replace", "Merge", "Keep both"] {
        check::absent(s, "button", name).await?;
    }
    act::press(s, "Open and carry on").await?;
    check::text(s, "Rosewood House (redacted copy) (imported) is on this device now.").await?;
    act::open(s, "#/data").await?;
    find::group(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Comments (optional)", "Not for everybody").await?;
    steps::open_item(s, &id, "1.1.2").await?;
    check::value(s, "Title of the document", "Register of assets").await
}

/// A colleague goes on with the file on another tablet: what only one changed is taken, what both did is asked, and once.
pub async fn a_colleagues_file_is_merged_and_only_true_clashes_are_asked(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::open_item(s, &id, "2.1.1").await?;
    act::fill(s, "Comments (optional)", "In the office").await?;
    let sent = steps::export(s, HOME).await?.keep()?;

    // At the colleague's.
    s.move_to(s.engine().another()).await?;
    steps::choose_file(s, sent.path()).await?;
    act::press(s, "Open and carry on").await?;
    check::text(s, "Rosewood House is on this device now.").await?;
    edit(s, &id, "1.1.5", "Your answer", "Helen and Priya").await?;
    edit(s, &id, "3.1.1", "Comments (optional)", "From the colleague").await?;
    let theirs = steps::export(s, HOME).await?.keep()?;

    // Back at the manager's, who went on too.
    s.move_to(s.engine().another()).await?;
    steps::choose_file(s, sent.path()).await?;
    act::press(s, "Open and carry on").await?;
    check::text(s, "Rosewood House is on this device now.").await?;
    edit(s, &id, "1.1.5", "Your answer", "Amir").await?;
    edit(s, &id, "2.1.1", "Comments (optional)", "In the cupboard").await?;
    steps::choose_file(s, theirs.path()).await?;
    check::focus(s, "heading", "A colleague’s version of Rosewood House").await?;
    check::text(s, "they changed 1 question, you changed 1 question and both of you changed 1 question")
        .await?;
    act::press(s, "Merge").await?;
    check::text(s, "1 question changed only in the file, to be used: 3.1.1").await?;
    check::text(s, "1 question changed only here, to be kept: 2.1.1").await?;
    check::text(s, "1 question was changed in both.").await?;
    check::text(s, "Helen and Priya").await?;
    // The manager's is the later edit.
    check::chosen(s, "Keep yours").await?;
    check::accessible(s).await?;
    act::choose(s, "Use theirs").await?;
    act::press(s, "Merge now").await?;
    check::text(s, "Rosewood House was merged with the file.").await?;
    check::accessible(s).await?;
    both(s, &id, "Helen and Priya", "From the colleague").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::press(s, "Previous answers").await?;
    check::text(s, "Amir").await?;

    // Once more the same file: there is nothing left to ask.
    steps::choose_file(s, theirs.path()).await?;
    act::press(s, "Merge").await?;
    check::text(s, "Nothing was changed in both.").await?;
    act::press(s, "Cancel").await?;

    steps::open_storage(s).await?;
    act::reload(s).await?;
    check::text(s, "automatic backup from before a larger change").await?;
    act::press(s, "Put back").await?;
    check::text(s, "Rosewood House was put back.").await?;
    both(s, &id, "Amir", "").await
}

async fn edit(s: &Session, id: &str, item: &str, label: &str, text: &str) -> Result<()> {
    steps::open_item(s, id, item).await?;
    act::fill(s, label, text).await?;
    steps::saved(s).await
}

/// What both changed, what only the colleague did, and what only the manager did.
async fn both(s: &Session, id: &str, first: &str, second: &str) -> Result<()> {
    for (item, label, text) in [
        ("1.1.5", "Your answer", first),
        ("3.1.1", "Comments (optional)", second),
        ("2.1.1", "Comments (optional)", "In the cupboard"),
    ] {
        steps::open_item(s, id, item).await?;
        check::value(s, label, text).await?;
    }
    Ok(())
}
