//! The names that tables give their columns.

use crate::kit::Column;
use crate::kit::meaning::plain;

/// The program's own names of the columns, as words alone. They are computed once for all headings that are compared with
/// them.
pub(super) struct HeadingNames(Vec<(String, Column)>);

impl HeadingNames {
    pub(super) fn new() -> Self {
        let both = |column: Column| [column.label(), column.name()].map(|name| (plain(name), column));
        Self(Column::ALL.into_iter().flat_map(both).collect())
    }

    /// Returns the column that has exactly this name.
    pub(super) fn exactly(&self, heading: &str) -> Option<Column> {
        let ours = self.0.iter().find(|(name, _)| name == heading).map(|(_, column)| *column);
        ours.or_else(|| usual(heading))
    }
}

/// Returns whether a heading can be that of the numbers as well as that of the questions.
pub(super) fn is_vague(heading: &str) -> bool {
    heading == "evidence item"
}

/// Returns whether a heading is about a certificate or another reason for which an organisation is excused from questions.
pub(super) fn is_exemption(heading: &str) -> bool {
    const WORDS: [&str; 13] = [
        "exempt",
        "exempts",
        "exempted",
        "exemption",
        "exemptions",
        "iso",
        "27001",
        "iso27001",
        "psn",
        "nhsmail",
        "certificate",
        "ce",
        "certification",
    ];
    let has_word = heading.split(' ').any(|word| WORDS.contains(&word));
    has_word || heading.contains("cyber essentials") || heading.contains("nhs mail")
}

/// Returns the column for names that tables usually give it.
fn usual(heading: &str) -> Option<Column> {
    Some(match heading {
        "part" | "part number" | "part no" | "section" | "section number" | "section no" | "area" => {
            Column::Part
        }
        "title of part" | "part name" | "name of the part" | "section title" | "section name" => {
            Column::PartTitle
        }
        "standard" | "standards" | "standard number" | "standard no" => Column::Standard,
        "evidence item"
        | "item"
        | "item no"
        | "item number"
        | "item id"
        | "ref"
        | "reference"
        | "no"
        | "nr"
        | "number"
        | "evidence item number"
        | "evidence item no"
        | "evidence item id"
        | "evidence ref"
        | "evidence reference"
        | "question number"
        | "question no"
        | "question id"
        | "question ref" => Column::Id,
        "evidence text"
        | "evidence item text"
        | "question text"
        | "text of the question"
        | "requirement"
        | "evidence question"
        | "wording" => Column::Question,
        "tooltip" | "tool tip" | "tooltip text" | "tool tip text" | "guidance" | "guidance text" | "help"
        | "official guidance" | "help text" => Column::Tooltip,
        "kind of answer" | "type" | "answer type" | "type of answer" | "answer" | "response type"
        | "format" => Column::Kind,
        "n a" | "na" | "not applicable" | "not applicable if" | "not applicable when" | "only if" => {
            Column::NotApplicable
        }
        "not applicable reason" | "reason" | "reason not applicable" => Column::NotApplicableReason,
        "level" | "levels" | "mandatory for" => Column::Levels,
        "approaching" | "approaching standards" => Column::Approaching,
        "met" | "standards met" | "standard met" | "mandatory" => Column::Met,
        "category" | "categories" | "organisation type" | "type of organisation" | "applies to" => {
            Column::Category
        }
        "how recent" | "evidence since" | "since" | "recency" | "recent" | "not older than" => Column::Recent,
        "freshness" | "review frequency" | "frequency" => Column::Freshness,
        "minutes" | "time" | "effort" | "time needed" | "how long" => Column::Minutes,
        "who" | "role" | "roles" | "owner" | "answered by" => Column::Who,
        "it supplier" | "ask it supplier" | "ask the it supplier" => Column::AskItSupplier,
        "replaces" | "continues" | "previous number" | "previous id" | "previous ref" | "old number"
        | "old id" | "old ref" | "last year" | "last year s number" | "number last year" => Column::Replaces,
        "what has changed" | "what changed" | "change" | "changes" | "note on changes" => {
            Column::ReplacesNote
        }
        "in short" | "summary" | "plain english" | "in plain english" => Column::InShort,
        "for it supplier" | "for the it supplier" | "question for it supplier" => Column::ForItSupplier,
        "topic" | "subject" | "about" => Column::Topic,
        "example" | "example answer" | "example of an answer" => Column::Example,
        "what counts" | "evidence" | "evidence examples" => Column::Counts,
        "hint" | "condition" => Column::Hint,
        "share" | "percent" | "percentage" | "share of people" => Column::Share,
        "after" | "builds on" | "depends on" => Column::After,
        "action" | "printed action" => Column::PrintedAction,
        "certainty" | "how certain" | "how sure" => Column::Certainty,
        "sources" | "source" => Column::Sources,
        "unsure" | "not certain" | "not sure" | "doubt" | "doubts" => Column::Unsure,
        _ => return None,
    })
}

/// Returns the column that a longer heading mentions, as in "Guidance for care homes".
pub(super) fn roughly(heading: &str) -> Option<Column> {
    let has = |words: &[&str]| heading.split(' ').any(|word| words.contains(&word));
    let number = has(&["no", "number", "id", "ref", "reference", "numbers", "ids"]);
    let item = has(&["item", "items", "question", "questions", "evidence"]);
    // What the questions are grouped by has numbers and texts of its own.
    let is_group = has(&["assertion", "assertions", "outcome", "outcomes", "principle", "caf"]);
    if is_group && !item {
        return None;
    }
    earlier(heading, number).or_else(|| level(heading)).or_else(|| {
        Some(if heading.contains("not applicable") {
            if has(&["reason", "why"]) { Column::NotApplicableReason } else { Column::NotApplicable }
        } else if has(&["part", "section"]) {
            if has(&["title", "name"]) { Column::PartTitle } else { Column::Part }
        } else if has(&["tooltip", "tooltips", "guidance", "tip", "tips", "help"]) {
            Column::Tooltip
        } else if has(&["standard", "standards"])
            && has(&["ndg", "guardian", "security", "number", "no", "title", "name"])
        {
            Column::Standard
        } else if number && item {
            Column::Id
        } else if has(&["category", "categories"])
            || (has(&["organisation", "organisations"]) && has(&["type"]))
        {
            Column::Category
        } else if has(&["kind", "type"]) {
            Column::Kind
        } else if has(&["question", "questions"])
            || (has(&["evidence"]) && has(&["text", "description", "wording", "statement", "required"]))
        {
            Column::Question
        } else if has(&["minutes"]) {
            Column::Minutes
        } else if has(&["percent", "percentage"]) {
            Column::Share
        } else if has(&["supplier"]) {
            Column::AskItSupplier
        } else if has(&["ref", "reference", "id"]) {
            Column::Id
        } else {
            return None;
        })
    })
}

/// Returns the column for a heading that is about the year before, as in "Change from 2024-25".
fn earlier(heading: &str, has_number: bool) -> Option<Column> {
    let has = |words: &[&str]| heading.split(' ').any(|word| words.contains(&word));
    let is_replaced = has(&["replaces", "replaced"]);
    let changed =
        has(&["change", "changes", "changed", "amended", "amendment", "amendments", "update", "updates"])
            || (has(&["updated"]) && !has(&["last", "date"]))
            || (has(&["new"]) && has(&["since", "in", "for"]));
    let earlier = is_replaced || has(&["previous", "old", "last", "earlier"]);
    if changed {
        Some(Column::ReplacesNote)
    } else {
        (earlier && (has_number || is_replaced)).then_some(Column::Replaces)
    }
}

/// Returns the column for a heading that is about the levels, as in "Mandatory for Standards Met (Y/N)".
fn level(heading: &str) -> Option<Column> {
    let has = |words: &[&str]| heading.split(' ').any(|word| words.contains(&word));
    let (approaching, mandatory) = (has(&["approaching"]), has(&["mandatory", "compulsory"]));
    let met = has(&["met"]) && (approaching || mandatory || has(&["standard", "standards"]));
    Some(match (approaching, met) {
        (true, true) => Column::Levels,
        (true, false) => Column::Approaching,
        _ if has(&["level", "levels"]) => Column::Levels,
        (false, true) => Column::Met,
        (false, false) if mandatory => Column::Met,
        (false, false) => return None,
    })
}
