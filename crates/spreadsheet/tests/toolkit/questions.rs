//! Made-up questions that are numbered, flagged and changed as those of the official toolkit are.

use standards_met_core::catalogue::{AnswerKind, Level};

/// A question of a category.
pub struct Question {
    pub id: &'static str,
    pub text: String,
    pub tooltip: String,
    /// What the workbook calls its kind of answer: Text, Yes/No, Document or Date.
    pub kind: &'static str,
    pub levels: Vec<Level>,
    /// The note on what has changed; empty where nothing has.
    pub note: &'static str,
}

/// Numbers, kinds and levels: `b` is mandatory for both, `m` for Standards Met alone, `-` for neither.
const NUMBERS: &str = "\
1.1.1 Text b|1.1.2 Document b|1.1.3 Document b|1.1.5 Text b|1.1.6 Yes/No -|1.2.4 Yes/No m|1.3.1 Yes/No b|1.3.2 Yes/No m|\
1.3.6 Text -|1.3.7 Yes/No b|1.3.8 Yes/No b|1.3.11 Document b|1.3.12 Text b|1.3.13 Text b|1.3.14 Text b|1.4.1 Yes/No b|\
1.4.2 Yes/No b|1.4.3 Text b|2.1.1 Yes/No b|2.2.1 Yes/No b|3.1.1 Date m|3.2.1 Yes/No m|3.4.1 Yes/No m|4.1.1 Yes/No b|\
4.1.2 Yes/No b|4.2.4 Yes/No b|4.3.1 Yes/No b|4.4.1 Yes/No -|4.5.3 Yes/No m|4.5.4 Text b|5.1.1 Yes/No m|6.1.1 Yes/No b|\
6.1.2 Yes/No b|6.1.3 Yes/No b|6.2.1 Yes/No b|6.3.2 Yes/No m|7.1.1 Document m|7.1.2 Yes/No m|7.1.5 Yes/No -|7.1.6 Yes/No -|\
7.2.1 Text m|7.3.2 Yes/No b|7.3.4 Text m|8.1.4 Yes/No b|8.2.1 Document m|8.3.5 Text m|8.3.8 Yes/No -|9.1.1 Yes/No m|\
9.5.2 Yes/No m|10.1.2 Yes/No b|10.2.1 Yes/No m|10.2.2 Yes/No -";

const THINGS: [&str; 9] =
    ["keys", "folders", "ledgers", "badges", "lamps", "drawers", "radios", "boxes", "labels"];
const PLACES: [&str; 6] = ["hall", "office", "kitchen", "garden", "attic", "porch"];

/// The questions of category 3.
pub fn ours() -> Vec<Question> {
    questions("")
}

/// The questions of another category: other words under the same numbers.
pub fn of_others(who: &str) -> Vec<Question> {
    questions(who)
}

fn questions(who: &str) -> Vec<Question> {
    let question = |(at, line): (usize, &'static str)| {
        let mut words = line.split(' ');
        let mut word = || words.next().expect("three words");
        let (id, kind, levels) = (word(), word(), word());
        let topic = format!("the {} of the {}{who}", THINGS[at % 9], PLACES[at / 9]);
        let (text, tooltip) = match kind {
            "Text" => (format!("How do you look after {topic}?"), format!("Say who looks after {topic}.")),
            "Document" => (format!("Do you have a list of {topic}?"), "Say where the list is kept.".into()),
            "Date" => (
                format!("When did somebody last count {topic}?"),
                format!("Write the day on which {topic} were counted."),
            ),
            _ => (
                format!("Do you keep {topic} in order?"),
                format!("Tick when {topic} are in order.\n\nOnce a year is enough."),
            ),
        };
        let levels = match levels {
            "b" => vec![Level::Approaching, Level::Met],
            "m" => vec![Level::Met],
            _ => vec![],
        };
        let note = match id {
            "1.1.3" => "Updated evidence item and tooltip for cat 2,3,4",
            "1.1.2" => "Updated tooltip for cat 2",
            "4.3.1" | "7.1.1" => "New for cat 3",
            "1.3.1" => "Reworded",
            _ => "",
        };
        Question { id, text, tooltip, kind, levels, note }
    };
    NUMBERS.split('|').enumerate().map(question).collect()
}

impl Question {
    pub fn has(&self, level: Level) -> bool {
        self.levels.contains(&level)
    }

    /// The note that the edition for social care has.
    pub fn own_note(&self) -> Option<&'static str> {
        Some(self.note).filter(|note| !note.is_empty() && *note != "Updated tooltip for cat 2")
    }

    pub fn answer(&self) -> AnswerKind {
        match self.kind {
            "Document" => AnswerKind::Document,
            "Yes/No" => AnswerKind::Tick,
            _ => AnswerKind::Text,
        }
    }

    pub fn standard(&self) -> u8 {
        self.id.split('.').next().and_then(|first| first.parse().ok()).expect("a standard")
    }

    /// The number of the assertion, such as 1.1.
    pub fn assertion(&self) -> &'static str {
        self.id.rsplit_once('.').expect("three levels").0
    }
}
