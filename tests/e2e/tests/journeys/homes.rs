//! Many homes in one table: a thousand files at once, what is odd among them, and one of them opened to review.

use std::path::{Path, PathBuf};

use e2e::{Result, Session, act, check, ensure, find};
use serde_json::{Value, json};

use crate::{pages, steps};

/// What stands in a file until it is some home's.
const ID: &str = "@identifier@";
const NAME: &str = "@name@";
const AT: &str = "2022-03-14T10:02:00Z";
/// A home without anything for this item has no business continuity plan.
const PLAN: &str = "7.1.2";

/// The texts of whole files of 43 answers, questions and all, as homes export them.
struct Files {
    /// Nothing is overdue, for many years to come.
    whole: String,
    /// An action should have been done long ago.
    late: String,
    /// Nothing is said of the business continuity plan.
    without_plan: String,
}

impl Files {
    fn new() -> Result<Files> {
        let mut file: Value = serde_json::from_str(include_str!("../../../../public/example.json"))?;
        file["edition"] = pages::edition()?;
        if let Some(assessment) = file["assessment"].as_object_mut() {
            assessment.remove("example");
        }
        file["assessment"]["id"] = json!(ID);
        file["assessment"]["organisation"]["name"] = json!(NAME);
        file["assessment"]["edited_at"] = json!(AT);
        each_response(&mut file, |response| {
            let actions = response.get_mut("actions").and_then(Value::as_array_mut);
            for action in actions.into_iter().flatten() {
                action["due"] = json!("2098-03-31");
            }
        });
        let mut late = file.clone();
        each_response(&mut late, |response| {
            if response["item"] == "3.2.1" {
                response["actions"][0]["due"] = json!("2001-02-03");
            }
        });
        let mut without_plan = file.clone();
        if let Some(responses) = without_plan["assessment"]["responses"].as_array_mut() {
            responses.retain(|response| response["item"] != PLAN);
        }
        Ok(Files { whole: file.to_string(), late: late.to_string(), without_plan: without_plan.to_string() })
    }

    /// The home with this number: each third has something overdue, and each tenth of the others no plan.
    fn home(&self, number: usize) -> String {
        let text = match number {
            _ if number.is_multiple_of(3) => &self.late,
            _ if number.is_multiple_of(10) => &self.without_plan,
            _ => &self.whole,
        };
        text.replace(ID, &format!("home{number:04}")).replace(NAME, &name(number))
    }

    /// So many homes as files, counted from 1.
    fn write(&self, folder: &Path, count: usize) -> Result<Vec<PathBuf>> {
        (1..=count).map(|number| steps::file(folder, &file_name(number), self.home(number))).collect()
    }
}

fn each_response(file: &mut Value, change: impl Fn(&mut Value)) {
    let responses = file["assessment"]["responses"].as_array_mut();
    responses.into_iter().flatten().for_each(change);
}

fn name(number: usize) -> String {
    format!("Home {number:04}")
}

fn file_name(number: usize) -> String {
    format!("home-{number:04}.json")
}

async fn open(s: &Session) -> Result<()> {
    act::open(s, "#/homes").await?;
    check::heading(s, "Your homes").await
}

/// The words come in the end: reading a thousand files takes a while on a machine that does other things too.
async fn text_in_the_end(s: &Session, words: &str) -> Result<()> {
    for _ in 0..8 {
        if check::text(s, words).await.is_ok() {
            return Ok(());
        }
    }
    check::text(s, words).await
}

/// The names of the homes of the first rows.
async fn rows(s: &Session, count: usize) -> Result<Vec<String>> {
    let script = "return Array.from(document.querySelectorAll('tbody th'), (one) => one.innerText.trim())
        .slice(0, arguments[0]);";
    Ok(serde_json::from_value(s.script(script, vec![json!(count)]).await?)?)
}

/// A thousand files of 43 answers, with a broken one, a duplicate and an older version among them.
pub async fn a_thousand_files_become_a_table(s: &mut Session) -> Result<()> {
    open(s).await?;
    check::accessible(s).await?;
    let folder = tempfile::tempdir()?;
    let files = Files::new()?;
    let mut paths = files.write(folder.path(), 1000)?;
    let first = files.home(1);
    let older = first.replace(AT, "2022-03-01T10:02:00Z");
    let broken: String = first.chars().take(first.chars().count() / 2).collect();
    for (name, text) in [("broken.json", &broken), ("once-more.json", &first), ("older.json", &older)] {
        paths.push(steps::file(folder.path(), name, text)?);
    }
    act::upload_all(s, "Choose files", &paths).await?;
    text_in_the_end(s, "1,002 files read: 1,000 new homes, 1 duplicate, 1 other version.").await?;
    check::text(s, "1 file could not be added.").await?;
    act::press(s, "Files that could not be added (1)").await?;
    check::text(s, "“broken.json”: The end of it is missing").await?;
    act::press(s, "Duplicates and other versions (2)").await?;
    check::text(s, "“once-more.json” holds the same as “home-0001.json” (Home 0001).").await?;
    check::text(s, "“older.json” is another version of Home 0001, and not the newest.").await?;
    check::text(s, "1,000 homes").await?;
    check::accessible(s).await?;

    // Fifty rows at first, and more with a press.
    ensure!(rows(s, 2000).await?.len() == 50, "there are {} rows", rows(s, 2000).await?.len());
    act::press(s, "Show 50 more").await?;
    let script = "return document.querySelectorAll('tbody th').length === 100;";
    check::comes_true(s, "a hundred rows", script).await?;

    act::fill(s, "Search", "0012").await?;
    check::text(s, "1 of 1,000 homes").await?;
    check::value(s, "Search", "0012").await?;
    find::button(s, "Open to review Home 0012").await?;
    act::fill(s, "Search", "nowhere").await?;
    check::text(s, "No matches.").await?;
    act::press(s, "Clear all").await?;
    check::focus(s, "field", "Search").await?;
    act::select(s, "Show", "With overdue actions").await?;
    check::text(s, "333 of 1,000 homes").await?;
    act::select(s, "Show", "Changed since the last review").await?;
    check::text(s, "No matches.").await?;
    act::select(s, "Show", "All homes").await?;
    act::select(s, "Sort by", "Overdue actions, the most first").await?;
    in_order(s, ["Home 0003", "Home 0006"]).await?;
    act::press(s, "Reverse the order").await?;
    in_order(s, ["Home 0001", "Home 0002"]).await?;

    // Where there is room, the columns are sorted by their heads.
    act::size(s, 1280, 900).await?;
    act::press(s, "Home").await?;
    in_order(s, ["Home 0001", "Home 0002"]).await?;
    act::press(s, "Home").await?;
    in_order(s, ["Home 1000", "Home 0999"]).await?;
    check::no_sideways_scroll(s).await?;
    check::accessible(s).await?;
    act::size(s, 320, 640).await?;
    check::no_sideways_scroll(s).await?;
    act::size(s, 768, 1024).await?;

    act::forget_downloads(s)?;
    act::press(s, "Save as a spreadsheet (CSV)").await?;
    check::text(s, "Your spreadsheet is ready: your-homes-").await?;
    let table = std::fs::read_to_string(find::download(s, ".csv").await?)?;
    let lines: Vec<&str> = table.split("\r\n").collect();
    ensure!(lines.len() == 1002, "there are {} lines", lines.len());
    ensure!(table.starts_with("\u{feff}Home,ODS code,Year,Part 1: settled,"), "it begins with {}", lines[0]);
    ensure!(lines[1].starts_with("Home 1000,"), "the first row is {}", lines[1]);

    // Who has no business continuity plan? Those of each tenth home that nothing is overdue in.
    act::select(s, "Question", &format!("{PLAN} Your business continuity plan")).await?;
    act::press(s, "Show this question").await?;
    check::heading(s, &format!("{PLAN} across your homes")).await?;
    check::text(s, "Not started (67)").await?;
    check::text(s, "Met (933)").await?;
    check::accessible(s).await?;
    check::no_sideways_scroll(s).await?;

    // The table is kept, and the files are not.
    let kept = find::stored(s, "standards-met/homes").await?.unwrap_or_default();
    ensure!(kept.len() < 500_000, "{} characters are kept", kept.len());
    ensure!(!kept.contains("Priya"), "an answer is kept");
    act::reload(s).await?;
    check::text(s, "Not started (67)").await?;
    act::follow(s, "Your homes").await?;
    check::text(s, "1,000 homes").await?;

    act::press(s, "Clear this list").await?;
    check::text(s, "The list is cleared, here and on the device.").await?;
    ensure!(find::stored(s, "standards-met/homes").await?.is_none(), "it is still on the device");
    act::press(s, "Bring the list back").await?;
    check::text(s, "1,000 homes").await
}

/// The rows begin with these homes.
async fn in_order(s: &Session, names: [&str; 2]) -> Result<()> {
    let script = format!(
        "const names = Array.from(document.querySelectorAll('tbody th'), (one) => one.textContent);
        return names[0] === '{}' && names[1] === '{}';",
        names[0], names[1]
    );
    check::comes_true(s, &format!("the rows to begin with {names:?}"), &script).await
}

/// Any home is opened to review with a press; after a reload its file has to be chosen again.
pub async fn a_home_of_the_table_is_opened_to_review(s: &mut Session) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let paths = Files::new()?.write(folder.path(), 3)?;
    act::open(s, "#/data").await?;
    act::follow(s, "Your homes").await?;
    check::heading(s, "Your homes").await?;
    act::upload_all(s, "Choose files", &paths).await?;
    check::text(s, "3 files read: 3 new homes.").await?;
    act::press(s, "Open to review Home 0002").await?;
    check::heading(s, "Your data").await?;
    check::focus(s, "heading", "The assessment of Home 0002").await?;
    act::press(s, "Review and comment").await?;
    check::heading(s, "Review of Home 0002").await?;

    open(s).await?;
    check::text(s, "3 homes").await?;
    // What is reviewed on this device already is one press away.
    find::link(s, "Your review of Home 0002").await?;
    check::absent(s, "link", "Your review of Home 0001").await?;
    act::reload(s).await?;
    check::text(s, "3 homes").await?;
    act::press(s, "Open to review Home 0003").await?;
    check::text(s, "Only this table is kept, and not the files. Choose “home-0003.json” again to open it.")
        .await?;
    check::accessible(s).await?;
    act::upload(s, "Choose the file of Home 0003", &paths[2]).await?;
    check::heading(s, "Your data").await?;
    check::focus(s, "heading", "The assessment of Home 0003").await?;
    act::press(s, "Cancel").await?;

    // The same files once more: they are known, and the press works again.
    open(s).await?;
    act::upload_all(s, "Choose files", &paths).await?;
    check::text(s, "3 files read: 3 known files.").await?;
    act::press(s, "Open to review Home 0001").await?;
    check::focus(s, "heading", "The assessment of Home 0001").await?;
    act::press(s, "Cancel").await?;

    // Dropped anywhere on the page.
    open(s).await?;
    let bytes = std::fs::read(&paths[0])?;
    let text = String::from_utf8(bytes)?.replace("home0001", "home0004").replace("Home 0001", "Home 0004");
    act::drop_file(s, "heading", "Your homes", "four.json", "application/json", text.as_bytes()).await?;
    check::text(s, "1 file read: 1 new home.").await?;
    check::text(s, "4 homes").await?;
    act::drop_file(s, "heading", "Your homes", "picture.png", "image/png", b"no text").await?;
    check::text(s, "1 file was ignored, because its name does not end in .json or .txt.").await?;
    check::text(s, "4 homes").await
}

/// A reading that is cancelled ends at once, and what was read is in the table.
pub async fn reading_can_be_cancelled_and_keeps_what_was_read(s: &mut Session) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let paths = Files::new()?.write(folder.path(), 1000)?;
    open(s).await?;
    act::upload_all(s, "Choose files", &paths).await?;
    let script = "const bar = document.querySelector('progress'); return Boolean(bar) && bar.value > 0;";
    check::comes_true(s, "some files to be read", script).await?;
    act::press(s, "Cancel").await?;
    text_in_the_end(s, "Cancelled: ").await?;
    check::absent(s, "button", "Cancel").await?;
    // Drawn and kept in the turns after the words.
    let script = "return document.querySelectorAll('tbody th').length > 0 && \
        localStorage.getItem('standards-met/homes') !== null;";
    check::comes_true(s, "what was read to be in the table", script).await?;
    let read = rows(s, 2000).await?.len();
    act::reload(s).await?;
    check::heading(s, "Your homes").await?;
    let again = rows(s, 2000).await?.len();
    ensure!(again == read, "{read} rows were there before the reload, and {again} after it");
    Ok(())
}
