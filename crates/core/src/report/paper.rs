//! A report as it is read: a title block, and headings, texts and tables below it.

/// A report for paper, and for Word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaperReport {
    pub title: String,
    /// Whether it is laid out across the page: its tables are wide.
    pub wide: bool,
    /// What stands below the title: whose it is, of which day, the check code.
    pub facts: Vec<Fact>,
    pub blocks: Vec<PaperBlock>,
}

/// A value with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub name: String,
    pub value: Vec<RichText>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum PaperBlock {
    /// Level 2 is a section of the report, 3 and 4 are below it. The title is the only one of level 1.
    Heading {
        level: u8,
        text: String,
    },
    Text(RichText),
    /// Values with their names, one below the other.
    Facts(Vec<Fact>),
    Grid(Grid),
    /// The standing by part as a picture, a bar each. Its numbers are in it as text.
    Standing(Vec<StatusBar>),
    /// A line to write on by hand, with what goes there.
    Line(String),
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// What is in it, for who hears it read out.
    pub caption: String,
    pub columns: Vec<GridColumn>,
    /// Each as long as `columns`; the first cell is the head of its row.
    pub rows: Vec<Vec<Vec<RichText>>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GridColumn {
    pub title: String,
    /// Its share of the width, in percent.
    pub share: u8,
}

/// A paragraph. Line breaks within it are people's own and stay.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RichText {
    /// What it is, before it and in bold; empty where that goes without saying.
    pub label: String,
    /// Whether it is one of a list.
    pub listed: bool,
    pub pieces: Vec<Span>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Span {
    Plain(String),
    /// A link that can be followed; the address is among the words, or is added to them on paper.
    Link {
        words: String,
        address: String,
    },
}

/// How the items of one part, or of the whole, stand.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusBar {
    /// Such as `Part 1: Staffing and Roles`.
    pub name: String,
    /// How many items stand where, in the order of [`crate::assessment::Status::ALL`].
    pub counts: [usize; 6],
}

impl RichText {
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { pieces: vec![Span::Plain(text.into())], ..Self::default() }
    }

    #[must_use]
    pub fn labelled(label: &str, text: &str) -> Self {
        Self { label: label.into(), ..Self::plain(text) }
    }

    /// How long it is, in bytes, its label aside.
    #[must_use]
    pub fn length(&self) -> usize {
        let length = |piece: &Span| match piece {
            Span::Plain(words) | Span::Link { words, .. } => words.len(),
        };
        self.pieces.iter().map(length).sum()
    }

    /// All its words, its label and links' addresses aside.
    #[must_use]
    pub fn words(&self) -> String {
        let words = |piece: &Span| match piece {
            Span::Plain(words) | Span::Link { words, .. } => words.clone(),
        };
        self.pieces.iter().map(words).collect()
    }
}

impl Fact {
    #[must_use]
    pub fn new(name: &str, value: &str) -> Self {
        Self { name: name.into(), value: vec![RichText::plain(value)] }
    }
}

impl GridColumn {
    #[must_use]
    pub fn new(title: &str, share: u8) -> Self {
        Self { title: title.into(), share }
    }
}

impl StatusBar {
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}
