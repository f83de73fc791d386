//! Reports: what was chosen of each, and making one as a file, step by step.

use super::Exchange;
use crate::platform::storage::Device;
use crate::platform::writer::{Told, Writer};
use crate::platform::{clock, files, page, turns};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use standards_met_core::assessment::{Id, Timestamp};
use standards_met_core::exchange::{Document, report_name};
use standards_met_core::json::{Extra, compact};
use standards_met_core::report::{
    Fact, PaperReport, ReportContent, ReportFormat, ReportKind, ReportOptions, ReportRequest, ReportSource,
    content, title_facts,
};
use standards_met_core::storage::{PREFIX, Store};
use std::cell::OnceCell;

thread_local! {
    /// One for the whole page. Made where it is first asked for, because the first page knows nothing of it.
    static HELD: OnceCell<Reports> = const { OnceCell::new() };
}

/// What is shown around reports. It lives as long as the page.
#[derive(Clone, Copy)]
pub struct Reports {
    pub making: RwSignal<Making>,
    /// What was chosen of each, as it is kept.
    chosen: RwSignal<Extra>,
    work: StoredValue<Work, LocalStorage>,
}

/// How far the making of a file is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Making {
    #[default]
    Nothing,
    Running(Step),
    Ready(Made),
    Failed(Unmade),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The answers are spelled out, and the program that writes them is fetched.
    Gathering,
    Writing,
    Checking,
}

/// A file that the person has been handed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    pub file_name: String,
    pub items: usize,
    pub actions: usize,
}

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmade {
    /// The program that writes it could not be fetched, or not started.
    NoProgram,
    /// What it says itself; empty where it could not say.
    Refused(String),
}

#[derive(Default)]
struct Work {
    loaded: bool,
    /// Counts what was begun and given up, so that what was given up is known when it comes.
    run: u32,
    writer: Option<Writer>,
    /// The check code of an assessment at the moment of its last edit.
    code: Option<(Id, Timestamp, String)>,
}

fn key() -> String {
    format!("{PREFIX}reports")
}

impl Reports {
    fn work<R>(self, change: impl FnOnce(&mut Work) -> R) -> R {
        change(&mut self.work.write_value())
    }

    /// What was chosen of a report, followed.
    #[must_use]
    pub fn options(self, kind: ReportKind) -> ReportOptions {
        self.chosen.track();
        self.options_now(kind)
    }

    fn options_now(self, kind: ReportKind) -> ReportOptions {
        self.chosen.with_untracked(|chosen| match chosen.get(kind.name()) {
            Some(Value::Object(fields)) => ReportOptions::read(kind, fields),
            _ => ReportOptions::of(kind),
        })
    }

    /// Keeps what is chosen of a report on this device.
    pub fn choose(self, kind: ReportKind, options: ReportOptions) {
        // What was made before was made of other choices.
        self.leave();
        self.chosen.update(|chosen| {
            chosen.insert(kind.name().into(), Value::Object(options.write()));
        });
        // Without the room for it, it is known until the page is closed.
        let _ = Device::open().set(&key(), &self.chosen.with_untracked(compact));
    }

    /// Another page is shown: what was made is not told again, and what is being made goes on.
    pub fn leave(self) {
        self.making.update(|making| {
            if !matches!(making, Making::Running(_)) {
                *making = Making::Nothing;
            }
        });
    }

    /// Gives up what is being made.
    pub fn cancel(self) {
        self.work(|work| {
            work.run += 1;
            work.writer = None;
        });
        self.making.set(Making::Nothing);
    }
}

impl Exchange {
    /// What is shown around reports.
    #[must_use]
    pub fn reports(self) -> Reports {
        let new = || Reports {
            making: RwSignal::new(Making::Nothing),
            chosen: RwSignal::new(Extra::new()),
            work: StoredValue::new_local(Work::default()),
        };
        let reports = HELD.with(|reports| *reports.get_or_init(|| self.for_the_page(new)));
        if !reports.work(|work| std::mem::replace(&mut work.loaded, true)) {
            let kept = Device::open().get(&key()).and_then(|text| serde_json::from_str(&text).ok());
            *reports.chosen.write_untracked() = kept.unwrap_or_default();
        }
        reports
    }

    /// Makes a report as a file and hands it to the person. One is made at a time.
    pub fn make_report(self, id: &Id, kind: ReportKind, form: ReportFormat) {
        let of = id.clone();
        self.let_report_out(id, kind, move || self.make_at_once(&of, kind, form));
    }

    /// Lets a report leave the device, as [`Self::let_out`] does, where it holds the texts of the assessment as they are. The
    /// summary and the calendar leave out by themselves what should not be in them.
    fn let_report_out(self, id: &Id, kind: ReportKind, go_on: impl Fn() + Send + Sync + 'static) {
        match kind {
            ReportKind::ActionPlan | ReportKind::ApproachingPlan | ReportKind::Whole | ReportKind::Review => {
                self.let_out(id, go_on)
            }
            ReportKind::Summary | ReportKind::EmptyForm | ReportKind::Supplier | ReportKind::Calendar => {
                go_on()
            }
        }
    }

    fn make_at_once(self, id: &Id, kind: ReportKind, form: ReportFormat) {
        let reports = self.reports();
        let Some(document) = self.assessments.with_untracked(id, Clone::clone) else { return };
        if reports.making.with_untracked(|making| matches!(making, Making::Running(_))) {
            return;
        }
        reports.making.set(Making::Running(Step::Gathering));
        // As it was chosen when the button was pressed, however long the gathering takes.
        let (run, options) = (reports.work(|work| work.run), reports.options_now(kind));
        spawn_local(async move {
            let (text, check_code) =
                self.assessments.spell_out(&document, document.assessment.edited_at).await;
            let request = request(kind, form, options, check_code).write();
            let writer = match reports.work(|work| work.writer.take()) {
                Some(writer) => Some(writer),
                None => Writer::start().await,
            };
            if reports.work(|work| work.run) != run {
                return;
            }
            let Some(mut writer) = writer else {
                return reports.making.set(Making::Failed(Unmade::NoProgram));
            };
            writer.ask(&text, &request, move |told| reports.hear(told));
            reports.work(|work| work.writer = Some(writer));
        });
    }

    /// A report as it is printed, of the assessment as it is now. `None` where there is no such assessment or paper.
    pub async fn paper(self, id: &Id, kind: ReportKind) -> Option<PaperReport> {
        let reports = self.reports();
        let document = self.assessments.with_untracked(id, Clone::clone)?;
        let options = reports.options_now(kind);
        let code = self.report_code(reports, &document).await;
        let request = request(kind, ReportFormat::Paper, options, code);
        let content = content(&source(&document, &request)).0;
        turns::next().await;
        match content {
            ReportContent::Paper(paper) => Some(paper),
            _ => None,
        }
    }

    /// What stands below the title of anything that is printed of the assessment.
    pub async fn title_facts(self, id: &Id) -> Vec<Fact> {
        let Some(document) = self.assessments.with_untracked(id, Clone::clone) else { return Vec::new() };
        let code = self.report_code(self.reports(), &document).await;
        let request =
            request(ReportKind::Review, ReportFormat::Paper, ReportOptions::of(ReportKind::Review), code);
        title_facts(&source(&document, &request))
    }

    /// The same answers have the same code, whenever it is asked for.
    async fn report_code(self, reports: Reports, document: &Document) -> String {
        let (id, at) = (&document.assessment.id, document.assessment.edited_at);
        let known = reports.work(|work| work.code.clone());
        if let Some((of, when, code)) = known
            && of == *id
            && when == at
        {
            return code;
        }
        let code = self.assessments.spell_out(document, at).await.1;
        reports.work(|work| work.code = Some((id.clone(), at, code.clone())));
        code
    }

    /// Opens the browser's own window for printing, with the report's name for the file where it is saved as one.
    pub fn print_report(self, id: &Id, kind: ReportKind) {
        let name = self.assessments.with_untracked(id, |document| {
            let organisation = &document.assessment.organisation.name;
            report_name(organisation, kind.name(), clock::today(), ReportFormat::Paper.ending())
        });
        let name = name.unwrap_or_default();
        self.let_report_out(id, kind, move || page::print_as(name.trim_end_matches(".pdf")));
    }
}

impl Reports {
    fn hear(self, told: Told) {
        let making = match told {
            Told::Writing => Making::Running(Step::Writing),
            Told::Checking => Making::Running(Step::Checking),
            Told::Failed(why) => {
                // Whatever state it is in, the next file is written by another.
                self.work(|work| work.writer = None);
                Making::Failed(Unmade::Refused(why))
            }
            Told::Done(file) => {
                files::hand_over_bytes(&file.name, &file.bytes, &file.media_type);
                Making::Ready(Made { file_name: file.name, items: file.items, actions: file.actions })
            }
        };
        self.making.set(making);
    }
}

fn source<'a>(document: &'a Document, request: &'a ReportRequest) -> ReportSource<'a> {
    let redacted = document.redacted().is_some();
    ReportSource { edition: &document.edition, assessment: &document.assessment, redacted, request }
}

fn request(
    kind: ReportKind,
    form: ReportFormat,
    options: ReportOptions,
    check_code: String,
) -> ReportRequest {
    ReportRequest { kind, form, options, check_code, today: clock::today(), ahead: clock::ahead() }
}
