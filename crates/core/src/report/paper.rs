//! A report as text: a title block, and headings, texts and tables below it.

/// A report for paper and for Word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaperReport {
    /// The title of the report.
    pub title: String,
    /// Whether the page is in landscape, because its tables are wide.
    pub wide: bool,
    /// The title block: whose report it is, its date, the check code.
    pub facts: Vec<Fact>,
    /// The content, from top to bottom.
    pub blocks: Vec<PaperBlock>,
}

/// A value with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The name, without a colon.
    pub name: String,
    /// The paragraphs of the value.
    pub value: Vec<RichText>,
}

/// A block of a paper report.
#[derive(Clone, Debug, PartialEq)]
pub enum PaperBlock {
    /// A heading. Level 2 is a section of the report; levels 3 and 4 are below it. The title is the only heading of
    /// level 1.
    Heading {
        level: u8,
        text: String,
    },
    Text(RichText),
    /// Values with their names, one below the other.
    Facts(Vec<Fact>),
    Grid(Grid),
    /// The status by part as a picture, with a bar for each. Its numbers are included as text.
    Statuses(Vec<StatusBar>),
    /// A line to write on by hand, with the name of what goes there.
    Line(String),
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// What the table contains, for people who have it read out.
    pub caption: String,
    /// The columns, from left to right.
    pub columns: Vec<GridColumn>,
    /// The rows, each as long as `columns`. The first cell is the heading of its row.
    pub rows: Vec<Vec<Vec<RichText>>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct GridColumn {
    /// The heading of the column.
    pub title: String,
    /// The share of the width of the table, in percent.
    pub share: u8,
}

/// A paragraph. Line breaks inside it were typed by people and are kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RichText {
    /// What the text is, printed in bold before it; empty where that needs no saying.
    pub label: String,
    /// Whether the paragraph is an item of a list.
    pub listed: bool,
    /// The pieces of the text, in order.
    pub pieces: Vec<Span>,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Span {
    Plain(String),
    /// A link that can be followed. The address is part of the words, or is added to them on paper.
    Link {
        words: String,
        address: String,
    },
}

/// The status of the items of one part, or of the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusBar {
    /// The name of the bar, such as `Part 1: Staffing and Roles`.
    pub name: String,
    /// The number of items of each status, in the order of [`crate::assessment::Status::ALL`].
    pub counts: [usize; 7],
}

impl RichText {
    /// Creates a paragraph of plain text, without a label.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { pieces: vec![Span::Plain(text.into())], ..Self::default() }
    }

    /// Creates a paragraph of plain text with a label.
    #[must_use]
    pub fn labelled(label: &str, text: &str) -> Self {
        Self { label: label.into(), ..Self::plain(text) }
    }

    /// Returns the length of the text in bytes, without its label.
    #[must_use]
    pub fn length(&self) -> usize {
        let length = |piece: &Span| match piece {
            Span::Plain(words) | Span::Link { words, .. } => words.len(),
        };
        self.pieces.iter().map(length).sum()
    }

    /// Returns the text without its label and without the addresses of links.
    #[must_use]
    pub fn words(&self) -> String {
        let words = |piece: &Span| match piece {
            Span::Plain(words) | Span::Link { words, .. } => words.clone(),
        };
        self.pieces.iter().map(words).collect()
    }
}

impl Fact {
    /// Creates a fact whose value is one paragraph of plain text.
    #[must_use]
    pub fn new(name: &str, value: &str) -> Self {
        Self { name: name.into(), value: vec![RichText::plain(value)] }
    }
}

impl GridColumn {
    /// Creates a column; `share` is in percent.
    #[must_use]
    pub fn new(title: &str, share: u8) -> Self {
        Self { title: title.into(), share }
    }
}

impl StatusBar {
    /// Returns the number of items of every status together.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}
