//! One page: the status, the questions that do not apply and why, what is still to do, and lines to sign. It stays one
//! page, whatever was written: long texts are shortened, long lists end early, and the page says so.

use super::fit::fit;
use super::given::{cell, otherwise, table, what};
use super::left_out::{LeftOut, instead};
use super::scope::Scope;
use super::title::{self, heading};
use super::{PageLayout, PaperBlock, PaperReport, ReportCounts, ReportSource, RichText, StatusBar};
use crate::assessment::{Date, PlannedAction, Status, Tally, planned};
use crate::catalogue::{EvidenceItem, Level};
use crate::words;

/// The height that the page has for the rows of both lists, in rows of one line, below a title of two lines and the
/// progress of four parts.
const ROOM: f64 = 32.0;
/// The height of a sentence, in rows.
const SENTENCE: f64 = 1.3;
/// The height of a part in the picture of the progress, in rows: its name may need two lines.
const PART: f64 = 1.8;
/// How many letters a line of the title has.
const TITLE: usize = 40;
/// The number of actions that the page always has room for.
const ACTIONS: usize = 20;

const NOT_APPLICABLE: [(&str, u8); 3] = [("Question", 10), ("About", 33), ("Reason", 57)];
const OPEN: [(&str, u8); 4] = [("Due", 25), ("Action", 44), ("Owner", 21), ("Question", 10)];

/// Returns the page that is signed.
#[must_use]
pub fn paper(source: &ReportSource<'_>, scope: &Scope<'_>) -> (PaperReport, ReportCounts) {
    let ReportSource { edition, assessment, .. } = *source;
    let mut paper = title::paper(source, scope.options);
    paper.layout = PageLayout::OnePage;
    let tally = assessment.tally(edition);
    let (open, today) = (open(source), assessment.today(source.request.today));
    let holds = ReportCounts { items: tally.total(), actions: open.len() };
    let mut left_out = LeftOut::new(source);
    let mut does_not_apply = not_applicable(source, &mut left_out);
    let mut to_do: Vec<Vec<String>> = open.iter().map(|planned| row(planned, today, &mut left_out)).collect();
    let bars = bars(source, tally);
    let waiting = assessment.responses.iter().filter(|response| response.awaits_confirmation()).count();
    // One sentence says that texts are shortened.
    let mut sentences = 1 + usize::from(waiting > 0) + usize::from(left_out.count() > 0);
    let mut room = room(&paper, bars.len(), sentences);
    if does_not_apply.len() + to_do.len() > rows(room) {
        sentences += 2;
        room = self::room(&paper, bars.len(), sentences);
    }
    let more_actions = cut(&mut to_do, ACTIONS.max(rows(room).saturating_sub(does_not_apply.len())));
    let more_reasons = cut(&mut does_not_apply, rows(room).saturating_sub(to_do.len()));
    let short = fit_both(&mut does_not_apply, &mut to_do, room);
    let blocks = &mut paper.blocks;
    blocks.push(PaperBlock::Statuses(bars));
    if waiting > 0 {
        let (answers, need) = (words::count(waiting, "answer"), if waiting == 1 { "needs" } else { "need" });
        blocks.push(text(&format!("{answers} carried over from last year still {need} confirming.")));
    }
    let name = "Not applicable, and why";
    blocks.extend(section(name, &NOT_APPLICABLE, does_not_apply, "Nothing is marked as not applicable."));
    blocks.extend(more(more_reasons, "question does", "questions do", "not apply", "the whole assessment"));
    let name = "Actions to do, by date";
    blocks.extend(section(name, &OPEN, to_do, "There are no actions to do."));
    blocks.extend(more(more_actions, "action is", "actions are", "still to do", "the action plan"));
    if short {
        blocks.push(text("Texts that end in “…” are shortened. The whole assessment has them in full."));
    }
    blocks.extend(left_out.note().map(|note| text(&note)));
    let lines = ["Signed off by (name and role)", "Date"].map(|line| PaperBlock::Line(line.into()));
    blocks.push(PaperBlock::Together(lines.into()));
    (paper, holds)
}

fn text(text: &str) -> PaperBlock {
    PaperBlock::Text(RichText::plain(text))
}

/// Returns the height that is left for the rows of both lists.
fn room(paper: &PaperReport, bars: usize, sentences: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)] // small numbers
    let of = |count: usize, usual: usize| count.saturating_sub(usual) as f64;
    let title = of(paper.title.chars().count().div_ceil(TITLE), 2) * 2.0;
    let facts = of(paper.facts.len(), 4) * SENTENCE;
    ROOM - title - facts - of(bars, 5) * PART - of(sentences, 0) * SENTENCE
}

/// Returns how many rows of one line have room.
fn rows(room: f64) -> usize {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a small number
    let rows = room.max(0.0) as usize;
    rows
}

/// Keeps the first rows, and returns how many there were beyond them.
fn cut(rows: &mut Vec<Vec<String>>, most: usize) -> usize {
    let more = rows.len().saturating_sub(most);
    rows.truncate(most);
    more
}

fn more(count: usize, one: &str, many: &str, state: &str, report: &str) -> Option<PaperBlock> {
    let are = if count == 1 { one } else { many };
    (count > 0).then(|| text(&format!("{count} more {are} {state}: see {report}.")))
}

/// Shortens the texts of both lists so that they fit together. Each list gets its share of the room.
fn fit_both(does_not_apply: &mut [Vec<String>], to_do: &mut [Vec<String>], room: f64) -> bool {
    let shares = |columns: &[(&str, u8)]| columns.iter().map(|(_, share)| *share).collect::<Vec<u8>>();
    #[allow(clippy::cast_precision_loss)] // a few rows
    let share = |rows: usize, of: usize| room * rows as f64 / of.max(1) as f64;
    let all = does_not_apply.len() + to_do.len();
    let reasons = fit(does_not_apply, &shares(&NOT_APPLICABLE), share(does_not_apply.len(), all));
    let actions = fit(to_do, &shares(&OPEN), share(to_do.len(), all));
    reasons || actions
}

fn section(name: &str, columns: &[(&str, u8)], rows: Vec<Vec<String>>, otherwise: &str) -> [PaperBlock; 2] {
    let rows = rows.iter().map(|row| row.iter().map(|text| cell(text)).collect()).collect();
    [heading(2, name), table(name, columns, rows).unwrap_or_else(|| text(otherwise))]
}

fn bars(source: &ReportSource<'_>, whole: Tally) -> Vec<StatusBar> {
    let bar =
        |name: String, tally: Tally| StatusBar { name, counts: Status::ALL.map(|status| tally.of(status)) };
    let mut bars = vec![bar("All parts".into(), whole)];
    for part in &source.edition.parts {
        let tally = source.assessment.part_tally(source.edition, part.number);
        bars.push(bar(format!("Part {}: {}", part.number, part.title), tally));
    }
    bars.extend(Level::ALL.into_iter().filter_map(|level| {
        let tally = source.assessment.level_tally(source.edition, level);
        // A level that all questions need would repeat the first bar, and a level that the edition does not mention has
        // no questions.
        let says_more = tally.total() > 0 && tally.total() < whole.total();
        says_more.then(|| bar(format!("For {}", words::level(level)), tally))
    }));
    bars
}

/// Returns a row for each question that is marked as not applicable, also where no reason is given yet.
fn not_applicable(source: &ReportSource<'_>, left_out: &mut LeftOut) -> Vec<Vec<String>> {
    let marked = source.edition.items().filter(|item| source.assessment.is_not_applicable(&item.id));
    let row = |item: &EvidenceItem| {
        let given = source.assessment.response(&item.id);
        let reason = given.map_or("", |given| &given.not_applicable_reason);
        let reason = left_out.or(reason, &instead("Reason", &item.id));
        // The topic is preferred because the question can be long.
        let about = item.topic.as_deref().map_or_else(|| item.question.clone(), words::capital);
        vec![item.id.to_string(), about, otherwise(&reason, "No reason is given yet.").into()]
    };
    marked.map(row).collect()
}

fn open(source: &ReportSource<'_>) -> Vec<PlannedAction> {
    let mut all = planned(source.edition, source.assessment);
    all.retain(|planned| !planned.action.done && !planned.action.is_blank());
    all
}

fn row(planned: &PlannedAction, today: Date, left_out: &mut LeftOut) -> Vec<String> {
    let due = planned.action.due.map_or_else(|| "No date".to_owned(), |day| day.in_words());
    let due = if planned.is_overdue(today) { format!("{due}, overdue") } else { due };
    let item = if planned.item.is_whole() { "All" } else { planned.item.as_str() };
    let what = left_out.or(what(&planned.action), &instead("Action", &planned.item));
    let owner = left_out.or(&planned.action.owner, "In the assessment");
    vec![due, what, owner, item.into()]
}
