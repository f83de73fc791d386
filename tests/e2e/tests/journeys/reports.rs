//! Reports: chosen, looked at, printed, and handed out as files.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;
use e2e::{Result, Session, act, check, ensure, find};
use serde_json::json;

use crate::{pages, steps};

/// Every report that is a file: the end of its address, its button, and the ending of the file's name.
const FILES: [(&str, &str, &str); 11] = [
    ("summary", "Save for Word", "docx"),
    ("action-plan", "Save for Word", "docx"),
    ("action-plan", "Save the actions for Excel", "xlsx"),
    ("action-plan", "Save the actions as CSV", "csv"),
    ("assessment", "Save for Word", "docx"),
    ("assessment", "Save for Excel", "xlsx"),
    ("assessment", "Save as CSV", "csv"),
    ("calendar", "Save for a calendar", "ics"),
    ("review", "Save for Word", "docx"),
    ("it-supplier", "Save for Word", "docx"),
    ("empty-form", "Save for Word", "docx"),
];

/// Opens a report of an assessment.
async fn open(s: &Session, id: &str, report: &str) -> Result<()> {
    act::open(s, &format!("#/a/{id}/reports/{report}")).await?;
    check::address(s, &format!("#/a/{id}/reports/{report}")).await
}

/// From the overview to a report, what is in it chosen, and all of it the same after a reload.
pub async fn a_report_shows_what_was_chosen_of_it(s: &mut Session) -> Result<()> {
    let id = steps::open_example(s).await?;
    act::follow(s, "Reports").await?;
    check::heading(s, "Reports").await?;
    act::follow(s, find::named("Action plan").number(2)).await?;
    check::address(s, &format!("#/a/{id}/reports/action-plan")).await?;
    find::heading(s, "Part 1 of 4: Staffing and Roles").await?;
    find::heading(s, "Part 4 of 4: IT systems and Devices").await?;
    act::select(s, "Which parts", "Part 2: Policies and Procedures").await?;
    check::text(s, "Part 2 alone").await?;
    find::heading(s, "Part 2 of 4: Policies and Procedures").await?;
    check::absent(s, "heading", "Part 1 of 4: Staffing and Roles").await?;
    act::untick(s, "With the official guidance (tooltips)").await?;
    check::absent(s, "columnheader", "Tooltip").await?;
    check::accessible(s).await?;
    act::reload(s).await?;
    find::heading(s, "Part 2 of 4: Policies and Procedures").await?;
    check::unticked(s, "With the official guidance (tooltips)").await?;
    check::absent(s, "columnheader", "Tooltip").await?;
    // Of this report alone.
    open(s, &id, "assessment").await?;
    find::heading(s, "Part 1 of 4: Staffing and Roles").await?;
    // What is printed along the foot of its pages goes with it, also where it was still being drawn.
    for report in ["action-plan", "assessment"] {
        open(s, &id, report).await?;
        act::open(s, &format!("#/a/{id}")).await?;
        check::heading(s, steps::EXAMPLE).await?;
        let along = "return document.documentElement.style.getPropertyValue('--along')";
        check::comes_true(s, "nothing runs along other pages", &format!("{along} === '\"\"'")).await?;
    }
    Ok(())
}

/// Each file is made, read back, told with what is in it, and named after the home, the report and the day.
pub async fn every_report_is_handed_out_as_a_file(s: &mut Session) -> Result<()> {
    let id = steps::open_example(s).await?;
    for (report, button, ending) in FILES {
        open(s, &id, report).await?;
        act::forget_downloads(s)?;
        act::press(s, button).await?;
        check::text(s, "The file is ready: ").await?;
        let file = find::download(s, &format!(".{ending}")).await?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        ensure!(name.starts_with(&format!("rosewood-house-worked-example-{report}-")), "it is called {name}");
        let bytes = std::fs::read(&file)?;
        let begins: &[u8] = match ending {
            "csv" => "\u{feff}".as_bytes(),
            "ics" => b"BEGIN:VCALENDAR\r\n",
            _ => b"PK",
        };
        ensure!(bytes.starts_with(begins), "{name} begins with {:?}", bytes.get(..20));
        check::text(s, &name).await?;
        check::text(s, "We checked the file: it is complete.").await?;
    }
    check::text(s, "43 questions").await?;
    check::accessible(s).await
}

/// On paper there is the report alone: its title block, and every item.
pub async fn a_printed_report_holds_every_item(s: &mut Session) -> Result<()> {
    let id = with_reviews(s).await?;
    let edition = pages::edition()?;
    for (report, title) in [
        ("action-plan", "Action plan"),
        ("assessment", "Whole assessment"),
        ("empty-form", "Action plan, empty form"),
        ("summary", "Summary"),
        ("it-supplier", "Questions for the IT supplier"),
        ("review", "Review"),
        ("calendar", "Calendar"),
    ] {
        open(s, &id, report).await?;
        // The browser's own window would stay open.
        s.script(
            "window.print = () => { window.printed = document.title; dispatchEvent(new Event('afterprint')); };",
            vec![],
        )
        .await?;
        act::press(s, "Print or save as PDF").await?;
        let named = format!("return window.printed?.startsWith('rosewood-house-worked-example-{report}-20')");
        check::comes_true(s, "it was printed under its name", &named).await?;
        check::title(s, &format!("{title}, {} – Standards Met", steps::EXAMPLE)).await?;
        let pdf = act::print(s, report).await?;
        let words = text_of(&pdf)?;
        picture_of(&pdf)?;
        ensure!(words.contains("Rosewood House"), "{report}: whose it is is not on it:\n{words}");
        ensure!(words.contains("Page 1 of "), "{report}: its pages have no numbers:\n{words}");
        ensure!(!words.contains("Save for Word"), "{report}: its buttons are printed:\n{words}");
        if report == "review" {
            ensure!(words.contains("Which box is it kept in?"), "what was said is not on paper:\n{words}");
        }
        let along = words.matches("Rosewood House (worked example of a made-up home)").count();
        ensure!(
            along >= words.matches("Page ").count(),
            "{report}: not every page says whose it is:\n{words}"
        );
        if report == "summary" {
            one_page(&words)?;
        }
        if report == "it-supplier" {
            ensure!(words.contains("Please return to"), "it does not say where it goes back to:\n{words}");
        }
        if report != "empty-form" {
            ensure!(words.contains("Check code"), "{report}: it has no check code:\n{words}");
        }
        if ["action-plan", "assessment", "empty-form"].contains(&report) {
            let words: Vec<&str> = words.split_whitespace().collect();
            let missing: Vec<&str> = pages::items(&edition)
                .map(|item| pages::text(item, "id"))
                .filter(|id| !words.contains(id))
                .collect();
            ensure!(missing.is_empty(), "{report}: {missing:?} are not on paper");
        }
    }
    Ok(())
}

/// The summary of a home with twenty long actions is still one page, with the lines to sign, and says that it shortens.
pub async fn the_summary_of_a_busy_home_is_one_page(s: &mut Session) -> Result<()> {
    steps::open_example(s).await?;
    let mut file = steps::export(s, steps::EXAMPLE).await?.json;
    file["assessment"]["id"] = json!("busy");
    let what = "Go through the list of everybody who has a login to the care planning system with the team leaders, close \
        the accounts of those who have left since the spring, and note on which day each of them was closed.";
    let action = |number: usize| {
        json!({
            "id": format!("busy-{number}"), "what": format!("{number}. {what}"), "owner": "Helen, registered manager",
            "due": format!("2022-07-{:02}", number + 1), "priority": "High", "done": false, "done_on": null,
        })
    };
    let responses = file["assessment"]["responses"].as_array_mut().into_iter().flatten();
    for (place, given) in responses.enumerate() {
        given["actions"] = if place == 0 { (0..20).map(action).collect() } else { json!([]) };
    }
    let folder = tempfile::tempdir()?;
    steps::choose_file(s, &steps::file(folder.path(), "busy.json", file.to_string())?).await?;
    act::press(s, "Open and carry on").await?;
    check::text(s, "is on this device now.").await?;
    open(s, "busy", "summary").await?;
    check::comes_true(s, "it is all drawn", DRAWN).await?;
    find::heading(s, "Rosewood House (worked example of a made-up home): Summary").await?;
    let words = text_of(&act::print(s, "summary-of-a-busy-home").await?)?;
    one_page(&words)?;
    for number in 0..20 {
        let action = format!("{number}. Go through the list");
        ensure!(words.contains(&action), "action {number} is not on it:\n{words}");
    }
    ensure!(words.contains("are shortened."), "it does not say that it shortens:\n{words}");
    Ok(())
}

/// A summary is one page, and the lines to sign are on it.
fn one_page(words: &str) -> Result<()> {
    ensure!(words.contains("Page 1 of 1"), "it is more than one page:\n{words}");
    ensure!(words.contains("Signed off by (name and role)"), "it has no lines to sign:\n{words}");
    Ok(())
}

/// Brings the worked example in with two reviews, and gives its identifier.
async fn with_reviews(s: &Session) -> Result<String> {
    steps::open_example(s).await?;
    let mut file = steps::export(s, steps::EXAMPLE).await?.json;
    file["assessment"]["id"] = json!("reviewed");
    let review = |id: &str, verdict: &str, comments: &str, reply: &str| {
        json!([{
            "id": id, "reviewer": "Asha Patel", "organisation": "North Support", "verdict": verdict,
            "comments": comments, "reviewed_at": "2022-03-10T10:00:00Z", "reply": reply,
            "resolved": !reply.is_empty(), "handled_at": "2022-03-11T10:00:00Z",
        }])
    };
    let mut given = file["assessment"]["responses"].as_array_mut().into_iter().flatten();
    let (first, second) = (given.next().context("a response")?, given.next().context("another")?);
    first["reviews"] = review("r1", "Question", "Which box is it kept in?", "The grey one in the office.");
    second["reviews"] = review("r2", "Agreed", "", "");
    let folder = tempfile::tempdir()?;
    steps::choose_file(s, &steps::file(folder.path(), "reviewed.json", file.to_string())?).await?;
    act::press(s, "Open and carry on").await?;
    check::text(s, "is on this device now.").await?;
    Ok("reviewed".to_owned())
}

/// Says that nothing more is being drawn: what was asked for to be printed then was.
const DRAWN: &str = "return document.querySelector('.app-paper')?.ariaBusy === 'false'";

/// The words of a PDF, as another program reads them.
pub(super) fn text_of(pdf: &Path) -> Result<String> {
    let read = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output();
    let read = read.context("pdftotext is needed: install poppler-utils.")?;
    ensure!(read.status.success(), "pdftotext cannot read {}", pdf.display());
    Ok(String::from_utf8_lossy(&read.stdout).into_owned())
}

/// A picture of the first page, beside the PDF.
fn picture_of(pdf: &Path) -> Result<()> {
    let mut draw = Command::new("pdftoppm");
    draw.args(["-png", "-r", "60", "-singlefile", "-gray"]).arg(pdf).arg(pdf.with_extension(""));
    let drawn = draw.status().context("pdftoppm is needed: install poppler-utils.")?;
    ensure!(drawn.success(), "pdftoppm cannot draw {}", pdf.display());
    Ok(())
}

/// A host that lost the program for files: it is said, nothing hangs, and printing is not touched by it.
pub async fn without_the_program_for_files_a_report_is_still_printed(s: &mut Session) -> Result<()> {
    s.expect_console_errors();
    s.serve_from("without-writer/");
    let id = steps::open_example(s).await?;
    open(s, &id, "summary").await?;
    act::press(s, "Save for Word").await?;
    check::text(s, "could not be fetched. Your answers are safe.").await?;
    check::comes_true(s, "it is all drawn", DRAWN).await?;
    check::text(s, "All parts").await?;
    check::accessible(s).await
}

/// A long report is written beside the page, which goes on meanwhile, and can be given up.
pub async fn a_report_can_be_given_up(s: &mut Session) -> Result<()> {
    let id = steps::open_example(s).await?;
    open(s, &id, "assessment").await?;
    check::comes_true(s, "it is all drawn", DRAWN).await?;
    // Held back, so that there is time to give up.
    s.script(
        "const start = window.standardsMetProgram;
         window.standardsMetProgram = (name) => new Promise((done) => { window.letGo = () => done(start(name)); });",
        vec![],
    )
    .await?;
    act::forget_downloads(s)?;
    act::press(s, "Save for Word").await?;
    check::text(s, "Gathering your answers…").await?;
    act::press(s, "Cancel").await?;
    check::absent(s, "button", "Cancel").await?;
    s.script("window.letGo()", vec![]).await?;
    s.script("window.standardsMetProgram = undefined", vec![]).await?;
    act::reload(s).await?;
    act::press(s, "Save as CSV").await?;
    check::text(s, "The file is ready: ").await?;
    find::download(s, ".csv").await?;
    let names: Vec<PathBuf> = find::downloads(s)?;
    ensure!(names.len() == 1, "what was given up came all the same: {names:?}");
    Ok(())
}
