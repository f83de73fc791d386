//! Many homes in one table: the same table in whatever order the files come, kept and read again, sorted, filtered, and
//! written for a spreadsheet.

#[path = "../common/mod.rs"]
mod common;
mod properties;
mod stored;
mod summaries;
mod views;

use common::memory::Memory;
use common::{answer, answered, assessment, built_in, document, export, home, later, now};
use proptest::prelude::*;
use serde_json::{Value, json};
use standards_met_core::assessment::homes::{
    AddEffect, Homes, HomesFilter, HomesQuery, HomesSort, HomesTableError, SourceFile, Summary,
};
use standards_met_core::assessment::{
    ActionEdit, Date, Edit, Id, Judgement, ReviewEdit, Reviewer, Status, Subject, Verdict,
};
use standards_met_core::catalogue::{Edition, ItemId};
use standards_met_core::exchange::{
    CsvWords, Document, ImportError, across_csv, homes_csv, read_bytes, read_bytes_of_many,
};
use standards_met_core::storage::Store;
use standards_met_core::storage::homes_table;
use standards_met_core::storage::{HOMES, LIMIT, forget_aside, reconcile};
use std::sync::Arc;

fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

fn today() -> Date {
    day("2026-11-23")
}

fn item(number: &str) -> ItemId {
    ItemId(number.into())
}

/// A summary as of the file of this name, which stands for its check code too.
fn summary(document: &Document, file: &str) -> Summary {
    let origin = SourceFile {
        file: file.into(),
        size: 1000,
        check_code: format!("code of {file}"),
        altered: false,
        read_on: today(),
    };
    Summary::of(&document.edition, &document.assessment, origin)
}

fn table(summaries: &[Summary]) -> Homes {
    let edition = Edition::built_in();
    let mut homes = Homes::default();
    for summary in summaries {
        homes.add(&edition, summary.clone());
    }
    homes
}

/// The names of the homes in the order in which they are shown.
fn names(homes: &Homes, query: &HomesQuery) -> String {
    let rows = homes.rows(query, today());
    rows.iter().map(|home| home.shown.name.as_str()).collect::<Vec<_>>().join(" ")
}

fn not_yet(document: &mut Document, number: &str, due: &str) {
    let action = |edit| Edit::Action(Id("a".into()), edit);
    for edit in [
        Edit::Judge(Some(Judgement::NotYet)),
        action(ActionEdit::What("Write it".into())),
        action(ActionEdit::Owner("Priya".into())),
        action(ActionEdit::Due(Date::parse(due))),
    ] {
        document.assessment.edit(&item(number), edit, now());
    }
}

fn review(document: &mut Document, second: f64) {
    let mut copy = document.assessment.clone();
    copy.begin_review(Id("c0py".into()));
    let asha =
        Reviewer { name: "Asha Patel".into(), organisation: "North Support".into(), role: String::new() };
    let agreed = ReviewEdit::Verdict(Some(Verdict::Agreed));
    let on = Subject::Item(item("1.1.5"));
    copy.remark(&document.edition, &on, &asha, Id("r1".into()), agreed, later(second));
    document.assessment = copy.as_sent();
}
