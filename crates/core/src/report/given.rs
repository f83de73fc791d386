//! What was recorded for an item, in the form in which it is read.

use super::scope::ScopeItem;
use super::title::add;
use super::{Fact, Grid, GridColumn, PaperBlock, ReportSource, RichText, Span};
use crate::assessment::{Action, CarryOverChoice, EntryStatus, Evidence, Fields, Response, Timestamp, entry};
use crate::catalogue::ItemId;
use crate::words;

/// The text for an action without a description.
const NOT_SAID: &str = "(not said yet)";
/// The text for a document without a title.
const NO_TITLE: &str = "(no title)";

/// Returns `text`, or `otherwise` where it is blank.
#[must_use]
pub fn otherwise<'a>(text: &'a str, otherwise: &'a str) -> &'a str {
    if text.trim().is_empty() { otherwise } else { text }
}

/// Returns the description of an action, or a note that there is none.
#[must_use]
pub fn what(action: &Action) -> &str {
    otherwise(&action.what, NOT_SAID)
}

/// Returns the title of a document, or a note that there is none.
#[must_use]
pub fn document_title(document: &Evidence) -> &str {
    otherwise(&document.title, NO_TITLE)
}

/// Returns when the action was done, or "Yes" where the date is not known. `None` while it is not done.
#[must_use]
pub fn done(action: &Action) -> Option<String> {
    action.done.then(|| action.done_on.map_or_else(|| "Yes".to_owned(), |day| day.in_words()))
}

/// Returns where a document is kept: as a link where that is an address that opens.
#[must_use]
pub fn location(document: &Evidence) -> Span {
    let words = document.location.clone();
    if !document.is_link() {
        return Span::Plain(words);
    }
    Span::Link { address: words.trim().into(), words }
}

/// Returns everything that was recorded for an item except its documents, actions and reviews.
#[must_use]
pub fn facts(source: &ReportSource<'_>, asked: &ScopeItem<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    add(&mut facts, "Status", asked.status.map_or("", words::status));
    let Some(given) = asked.response else { return facts };
    let Fields { judgement, answer, comments, not_applicable_reason, explanation, evidence: _, actions: _ } =
        given.fields();
    add(&mut facts, "Is this in place?", judgement.map_or("", words::judgement));
    add(&mut facts, "Answer", answer);
    add(&mut facts, "Reason why it does not apply", not_applicable_reason);
    add(&mut facts, "Why this answer is right", explanation);
    add(&mut facts, "Comments", comments);
    add(&mut facts, "Carried over", &carried(source, given));
    add(&mut facts, "Number in the toolkit year before", printed_action(asked));
    add(&mut facts, "Entered in the official toolkit", entered(asked));
    if given.edited_at != Timestamp::default() {
        add(&mut facts, "Last changed", &source.day(given.edited_at).in_words());
    }
    facts
}

/// Returns where an answer was carried over from, and whether somebody has confirmed since that it still holds. Empty
/// for an answer that was not carried over.
fn carried(source: &ReportSource<'_>, given: &Response) -> String {
    let Some(note) = given.carried().filter(|note| note.choice != CarryOverChoice::Leave) else {
        return String::new();
    };
    let items: Vec<&str> = note.items.iter().map(ItemId::as_str).collect();
    let state = match note.confirmed_at {
        Some(at) => format!("confirmed on {}", source.day(at).in_words()),
        None if given.awaits_confirmation() => "not confirmed yet".into(),
        None => "answered anew".into(),
    };
    format!("From {} of {}, {state}", items.join(" and "), note.year)
}

/// Returns what the source prints in its Action column; empty for most items.
#[must_use]
pub fn printed_action<'a>(asked: &ScopeItem<'a>) -> &'a str {
    asked.item.and_then(|item| item.printed_action.as_deref()).unwrap_or_default()
}

/// Returns whether the answer is marked as entered in the official toolkit. For an item that the edition does not hold,
/// it is not known what would have to be entered now, so that the mark alone counts.
fn entered(asked: &ScopeItem<'_>) -> &'static str {
    let marked = asked.response.is_some_and(|given| given.entered.is_some());
    let state = asked
        .item
        .zip(asked.status)
        .map(|(item, status)| entry(item, asked.response, status).entered(asked.response));
    match state {
        Some(EntryStatus::No) => "",
        Some(EntryStatus::ChangedSince) => "Yes, but the answer has changed since",
        Some(EntryStatus::Yes) => "Yes",
        None if marked => "Yes",
        None => "",
    }
}

/// Returns a table of the documents and a table of the actions, each where there are any.
#[must_use]
pub fn grids(asked: &ScopeItem<'_>) -> Vec<PaperBlock> {
    let documents: Vec<Vec<Vec<RichText>>> = asked.documents().map(document_row).collect();
    let actions: Vec<Vec<Vec<RichText>>> = asked.actions().map(action_row).collect();
    let documents =
        table("Documents", &[("Title", 35), ("Where it is kept", 45), ("Approved", 20)], documents);
    let columns = [("Action", 36), ("Owner", 19), ("Due", 16), ("Priority", 13), ("Done", 16)];
    documents.into_iter().chain(table("Actions", &columns, actions)).map(captioned).collect()
}

/// Has a table say what it is, where no heading above does.
fn captioned(mut table: PaperBlock) -> PaperBlock {
    if let PaperBlock::Grid(grid) = &mut table {
        grid.captioned = true;
    }
    table
}

/// Returns a table; `None` where it has no rows. Each column is given with its share of the width, in percent.
#[must_use]
pub fn table(caption: &str, columns: &[(&str, u8)], rows: Vec<Vec<Vec<RichText>>>) -> Option<PaperBlock> {
    let columns = columns.iter().map(|(title, share)| GridColumn::new(title, *share)).collect();
    (!rows.is_empty())
        .then(|| PaperBlock::Grid(Grid { caption: caption.into(), captioned: false, columns, rows }))
}

/// Returns a cell with one text; empty where the text is blank.
#[must_use]
pub fn cell(text: &str) -> Vec<RichText> {
    if text.trim().is_empty() { Vec::new() } else { vec![RichText::plain(text)] }
}

fn document_row(document: &Evidence) -> Vec<Vec<RichText>> {
    let mut kept = cell(&document.location);
    for text in &mut kept {
        text.pieces = vec![location(document)];
    }
    let approved = document.approved_on.map(|day| day.in_words()).unwrap_or_default();
    vec![cell(document_title(document)), kept, cell(&approved)]
}

fn action_row(action: &Action) -> Vec<Vec<RichText>> {
    vec![
        cell(what(action)),
        cell(&action.owner),
        cell(&action.due.map(|day| day.in_words()).unwrap_or_default()),
        cell(action.priority.map_or("", words::priority)),
        cell(&done(action).unwrap_or_default()),
    ]
}
