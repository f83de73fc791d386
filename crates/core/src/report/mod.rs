//! Reports: what people hand on, on paper and as files. The content of each report is determined here once,
//! independently of how it is shown or written: the page draws a [`PaperReport`] (`ui/pages/reports/`), and the crate
//! `reports` writes it for Word, and [`Sheet`]s and [`Appointment`]s for spreadsheets and calendars.

mod action_plan;
mod appointment;
mod approaching_plan;
mod calendar;
mod content;
mod fit;
mod given;
mod guidance;
mod kind;
mod left_out;
mod options;
mod paper;
mod review;
mod said;
mod scope;
mod sheet;
mod sheets;
mod source;
mod summary;
mod supplier;
mod title;
mod whole;

pub use appointment::Appointment;
pub use content::{ReportContent, content, title_facts};
pub use kind::{ReportFormat, ReportKind};
pub use options::{ReportOptions, ReportRequest, ReportRequestError, SupportedOptions};
pub use paper::{
    Fact, Grid, GridColumn, PageLayout, PaperBlock, PaperReport, RichText, Span, StatusBar, link_words,
};
pub use sheet::{Sheet, SheetCell, SheetColumn};
pub use source::{ReportCounts, ReportSource};
pub use title::{CHECK_CODE, organisation};
