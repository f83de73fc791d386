//! A report from the document and the request to the file.

mod common;

use common::day;
use reports::{ReportError, ReportJob};
use standards_met_core::assessment::{Assessment, Id, Timestamp};
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::Document;
use standards_met_core::report::{ReportFormat, ReportKind, ReportOptions, ReportRequest};
use std::sync::Arc;

fn document() -> String {
    let now = Timestamp::parse("2026-11-26T09:14:00Z").expect("a moment");
    let assessment = Assessment::new(Id::from_random([7; 8]), "Rosewood House", "A1B2C", now);
    let edition = Arc::new(Edition::built_in());
    Document { edition, assessment, extra: Default::default() }.to_export(now).0
}

fn request(kind: ReportKind, form: ReportFormat) -> String {
    let today = day("2026-11-26");
    ReportRequest {
        kind,
        form,
        options: ReportOptions::of(kind),
        check_code: "4F7K-92QD".into(),
        today,
        ahead: 0,
    }
    .write()
}

#[test]
fn every_report_is_made_in_each_form_that_is_a_file() {
    let document = document();
    for kind in ReportKind::ALL {
        for form in kind.forms().iter().filter(|form| **form != ReportFormat::Paper) {
            let mut job = ReportJob::read(&document, &request(kind, *form)).expect("a job");
            job.write().expect("a file");
            let made = job.check().expect("a report");
            let name = format!("rosewood-house-{}-2026-11-26.{}", kind.name(), form.ending());
            assert_eq!((made.name, made.media_type), (name, form.media_type()));
            assert!(!made.bytes.is_empty());
        }
    }
}

#[test]
fn what_is_no_request_for_a_file_is_refused() {
    let document = document();
    for request in [
        String::new(),
        request(ReportKind::Summary, ReportFormat::Paper),
        request(ReportKind::Summary, ReportFormat::Excel),
        request(ReportKind::Calendar, ReportFormat::Excel),
    ] {
        assert_eq!(ReportJob::read(&document, &request).err(), Some(ReportError::Request));
    }
    let wrong = ReportJob::read("{}", &request(ReportKind::Summary, ReportFormat::Word)).err();
    assert!(matches!(wrong, Some(ReportError::Document(_))));
}

#[test]
fn a_report_that_was_not_written_does_not_pass() {
    let job = ReportJob::read(&document(), &request(ReportKind::Summary, ReportFormat::Word)).expect("a job");
    assert!(matches!(job.check(), Err(ReportError::Check(_))));
}
