//! Writes the reports of two assessments in every form in which they are files, the summaries of busy homes, and the plans for
//! Approaching Standards of homes of a toolkit year that has levels, each beside the document that it is made of, for `tests/proof/proof.py` to hold one against the other.
//!
//! `cargo run -p standards-met-reports --example proof -- FOLDER`

mod awkward;
mod busy;
mod reached;

use reports::ReportJob;
use serde::Serialize;
use serde_json::json;
use standards_met_core::assessment::{Assessment, Date, Timestamp};
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::{Document, read_bytes};
use standards_met_core::json::Extra;
use standards_met_core::report::{ReportFormat, ReportKind, ReportOptions, ReportRequest};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The reports are those of this moment: the same run is the same files.
const NOW: &str = "2026-11-26T09:30:00Z";

/// A document, and how its reports are asked for.
struct Proof {
    name: &'static str,
    assessment: Assessment,
    /// By how many minutes the device's clock is before UTC.
    ahead: i16,
    /// The only report; `None` for all of them.
    only: Option<ReportKind>,
}

/// A file that was written, as `files.json` lists it.
#[derive(Serialize)]
struct ListedFile {
    #[serde(flatten)]
    request: ReportRequest,
    /// Below the folder of the document.
    file: String,
    media_type: String,
    items: usize,
    actions: usize,
}

fn main() -> Result<(), String> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).ok_or("Say into which folder.")?;
    let edition = Arc::new(Edition::built_in());
    let example = read_bytes(include_bytes!("../../../../public/example.json"), |_| Some(edition.clone()))
        .map_err(|error| format!("The worked example: {error:?}"))?;
    let awkward = awkward::assessment(&edition).ok_or("The awkward assessment could not be made.")?;
    let whole = |name, assessment, ahead| Proof { name, assessment, ahead, only: None };
    write(&folder, &edition, whole("example", example.document.assessment, 0))?;
    write(&folder, &edition, whole("awkward", awkward, 60))?;
    for (name, actions) in [("busy-0", 0), ("busy-7", 7), ("busy-20", 20)] {
        let assessment = busy::assessment(&edition, actions).ok_or("The busy home could not be made.")?;
        let only = Some(ReportKind::Summary);
        write(&folder, &edition, Proof { name, assessment, ahead: 0, only })?;
    }
    let levels = include_str!("../../../../public/editions/dspt-social-care-2025-26.json");
    let levels = Arc::new(Edition::from_text(levels).ok_or("The edition with levels could not be read.")?);
    let awkward =
        awkward::assessment(&levels).ok_or("The awkward assessment with levels could not be made.")?;
    let reached =
        reached::assessment(&levels).ok_or("The home at Approaching Standards could not be made.")?;
    for (name, assessment) in [("plan-awkward", awkward), ("plan-reached", reached)] {
        let only = Some(ReportKind::ApproachingPlan);
        write(&folder, &levels, Proof { name, assessment, ahead: 0, only })?;
    }
    Ok(())
}

/// The document, its reports, and the list of them.
fn write(folder: &Path, edition: &Arc<Edition>, proof: Proof) -> Result<(), String> {
    let now = Timestamp::parse(NOW).ok_or("No time.")?;
    let document = Document { edition: edition.clone(), assessment: proof.assessment, extra: Extra::new() };
    let (text, check_code) = document.to_export(now);
    let own = folder.join(proof.name);
    save(&folder.join(format!("{}.json", proof.name)), text.as_bytes())?;
    let mut written = Vec::new();
    let mut requests = requests(&check_code, now.date());
    requests.retain(|(_, request)| match proof.only {
        None => request.kind.is_for(edition, &document.assessment),
        Some(only) => request.kind == only,
    });
    for (place, mut request) in requests {
        request.ahead = proof.ahead;
        let made = make(&text, &request)?;
        let file = format!("{place}{}", made.name);
        save(&own.join(&file), &made.bytes)?;
        let media_type = made.media_type.to_string();
        let (items, actions) = (made.holds.items, made.holds.actions);
        written.push(ListedFile { request, file, media_type, items, actions });
    }
    save(&own.join("files.json"), json!({ "files": written }).to_string().as_bytes())
}

/// Every report in every form that is a file, as nobody chose otherwise; and the action plan of one part with everything
/// left out that can be, in a folder of its own.
fn requests(check_code: &str, today: Date) -> Vec<(&'static str, ReportRequest)> {
    let of = |kind, form, options| {
        let check_code = check_code.to_owned();
        ReportRequest { kind, form, options, check_code, today, ahead: 0 }
    };
    let mut all = Vec::new();
    for kind in ReportKind::ALL {
        let files = kind.forms().iter().filter(|form| **form != ReportFormat::Paper);
        all.extend(files.map(|form| ("", of(kind, *form, ReportOptions::of(kind)))));
    }
    let narrow =
        ReportOptions { part: Some(2), only_open: true, tooltips: false, reviews: false, documents: false };
    all.push(("narrowed/", of(ReportKind::ActionPlan, ReportFormat::Word, narrow)));
    all
}

/// Writes one report, and has it checked, as the page does.
fn make(document: &str, request: &ReportRequest) -> Result<reports::ReportFile, String> {
    let wrong = |wrong| format!("{} for {}: {wrong:?}", request.kind.title(), request.form.name());
    let mut job = ReportJob::read(document, &request.write()).map_err(wrong)?;
    job.write().map_err(wrong)?;
    job.check().map_err(wrong)
}

fn save(file: &Path, bytes: &[u8]) -> Result<(), String> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(file, bytes))
        .map_err(|error| format!("{}: {error}", file.display()))
}
