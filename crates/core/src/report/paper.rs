//! A report as text: a title block, and headings, texts and tables below it.

use crate::assessment::Status;

/// A report for paper and for Word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaperReport {
    /// The title of the report: whose it is, and what it is.
    pub title: String,
    /// How the page is laid out.
    pub layout: PageLayout,
    /// The title block: the toolkit, the date, the check code.
    pub facts: Vec<Fact>,
    /// The content, from top to bottom.
    pub blocks: Vec<PaperBlock>,
}

/// How the pages of a report are laid out. All are A4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageLayout {
    #[default]
    Portrait,
    /// Landscape, because the tables are wide.
    Landscape,
    /// One page in portrait, with smaller letters and less space.
    OnePage,
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
    /// Blocks that stay together on a page where they fit on one, such as a question with the lines for its answer.
    Together(Vec<PaperBlock>),
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// What the table contains, for people who have it read out.
    pub caption: String,
    /// Whether the caption is printed above the table too, because no heading there says the same.
    pub captioned: bool,
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
    /// A link that can be followed. Paper shows it as [`link_words`].
    Link {
        words: String,
        address: String,
    },
}

/// Returns the words of a link with its address, which nobody can follow on paper. An address is written once: where the
/// words are the address but for hyphens and slashes that were lost when the guidance was printed, the address stands in
/// their place.
#[must_use]
pub fn link_words(words: &str, address: &str) -> String {
    let bare = |text: &str| text.trim().replace(['-', '/'], "").to_lowercase();
    match (words.trim(), address.trim()) {
        ("", address) => address.into(),
        (known, address) if known.contains(address) => words.into(),
        (known, address) if bare(known) == bare(address) => address.into(),
        (_, address) => format!("{words} ({address})"),
    }
}

/// The status of the questions of one part, or of the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusBar {
    /// The name of the bar, such as `Part 1: Staffing and Roles`.
    pub name: String,
    /// The number of questions of each status, in the order of [`Status::ALL`].
    pub counts: [usize; 7],
}

impl StatusBar {
    /// Returns the statuses that a key or a table of these bars names, each with its place in [`Self::counts`]: all, but for
    /// what waits to be confirmed where nothing came from another year.
    pub fn named(bars: &[Self]) -> impl Iterator<Item = (usize, Status)> {
        let counted = |place: usize| bars.iter().any(|bar| bar.counts.get(place).is_some_and(|one| *one > 0));
        let is_named =
            move |(place, status): &(usize, Status)| *status != Status::ToConfirm || counted(*place);
        Status::ALL.into_iter().enumerate().filter(is_named)
    }
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

#[cfg(test)]
mod tests {
    use super::link_words;

    #[test]
    fn an_address_is_always_visible_and_written_once() {
        assert_eq!(link_words("the guide", "https://a.uk/"), "the guide (https://a.uk/)");
        assert_eq!(link_words("see https://a.uk/", "https://a.uk/"), "see https://a.uk/");
        assert_eq!(link_words("", "https://a.uk/"), "https://a.uk/");
        assert_eq!(
            link_words("https://a.uk/latestnews/", "https://a.uk/latest-news/"),
            "https://a.uk/latest-news/"
        );
        assert_eq!(link_words("https://a.uk//news", "https://a.uk/news/"), "https://a.uk/news/");
    }
}
