//! Determines to which part an item belongs.

use super::{Column, Problem, ProblemKind, Row, tidy};
use crate::catalogue::{EvidenceItem, ItemId, Part};

/// Collects the parts, in the order in which they first occur.
#[derive(Default)]
pub(crate) struct PartsBuilder {
    parts: Vec<PartBuilder>,
    /// The number of the part of the last row.
    current: Option<u8>,
    /// Whether the table names its parts by their titles alone. They are then numbered in order.
    by_title: bool,
}

/// A part that items are added to.
struct PartBuilder {
    number: u8,
    title: String,
    /// The row that gave the title.
    titled: usize,
    /// The titles that were refused, so that each is reported once.
    refused: Vec<String>,
    /// The last row of the part.
    last: usize,
    items: Vec<EvidenceItem>,
}

impl PartsBuilder {
    /// Creates a builder for these part cells. Where none of the cells is a number, they are taken for titles.
    pub(crate) fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut filled = cells.filter(|cell| !cell.is_empty()).peekable();
        let is_title = |cell: &str| numbered(cell).is_none() && cell.contains(char::is_alphabetic);
        let by_title = filled.peek().is_some() && filled.all(is_title);
        Self { by_title, ..Self::default() }
    }

    /// Enters the part that a row names, or stays in the current one. Only for a table that has parts: a row without a
    /// part, and without one above it, is reported.
    pub(crate) fn enter(&mut self, row: usize, part: &str, title: &str, told: &mut Vec<Problem>) {
        let (number, own_title) =
            if self.by_title { (self.counted(part), tidy::line(part)) } else { read(part) };
        let fallback = self.current.unwrap_or(1);
        let problem = |kind| Problem::of(kind).row(row).column(Column::Part).count(fallback.into());
        if number.is_none() && !part.is_empty() {
            told.push(problem(ProblemKind::PartWrong).said(part));
        } else if number.is_none() && self.current.is_none() {
            told.push(problem(ProblemKind::PartMissing));
        }
        let number = number.unwrap_or(fallback);
        let title = if title.is_empty() { own_title } else { tidy::line(title) };
        self.go(row, number, &title, told);
    }

    /// Enters the single part of a table that has no parts, without reporting anything.
    pub(crate) fn only(&mut self, row: usize) {
        self.go(row, 1, "All questions", &mut Vec::new());
    }

    fn go(&mut self, row: usize, number: u8, title: &str, told: &mut Vec<Problem>) {
        let before = self.current.replace(number);
        let Some(part) = self.parts.iter_mut().find(|part| part.number == number) else {
            let title = title.to_owned();
            self.parts.push(PartBuilder {
                number,
                title,
                titled: row,
                refused: Vec::new(),
                last: row,
                items: Vec::new(),
            });
            return;
        };
        let problem = |kind| Problem::of(kind).row(row).column(Column::Part).count(number.into());
        if before != Some(number) {
            told.push(problem(ProblemKind::PartInTwoPlaces).other(part.last));
        }
        part.last = row;
        if part.title.is_empty() {
            (part.title, part.titled) = (title.to_owned(), row);
        }
        let is_other = !title.is_empty() && !part.title.eq_ignore_ascii_case(title);
        if is_other && !part.refused.iter().any(|known| known == title) {
            part.refused.push(title.to_owned());
            let known = tidy::beginning(&part.title);
            told.push(
                problem(ProblemKind::PartTwoTitles)
                    .column(Column::PartTitle)
                    .said(title)
                    .taken(&known)
                    .other(part.titled),
            );
        }
    }

    /// Returns the number of a part that is known by its title: the next number where the title is new.
    fn counted(&self, title: &str) -> Option<u8> {
        let title = tidy::line(title);
        if title.is_empty() {
            return None;
        }
        let known = self.parts.iter().find(|part| part.title.eq_ignore_ascii_case(&title));
        known.map(|part| part.number).or_else(|| u8::try_from(self.parts.len() + 1).ok())
    }

    /// Adds an item to the current part.
    pub(crate) fn add(&mut self, item: EvidenceItem) {
        let current = self.current;
        if let Some(part) = self.parts.iter_mut().find(|part| Some(part.number) == current) {
            part.items.push(item);
        }
    }

    /// Takes items out again.
    pub(crate) fn retain(&mut self, keep: impl Fn(&ItemId) -> bool) {
        self.parts.iter_mut().for_each(|part| part.items.retain(|item| keep(&item.id)));
    }

    /// Returns every item that was added, for changes.
    pub(crate) fn items(&mut self) -> impl Iterator<Item = &mut EvidenceItem> {
        self.parts.iter_mut().flat_map(|part| &mut part.items)
    }

    /// Returns the parts that have items.
    pub(crate) fn done(self) -> Vec<Part> {
        let part = |PartBuilder { number, title, items, .. }: PartBuilder| {
            let title = if title.is_empty() { format!("Part {number}") } else { title };
            Part { number, title, items }
        };
        self.parts.into_iter().filter(|part| !part.items.is_empty()).map(part).collect()
    }
}

/// Reads "2", "Part 2" or "Part 2 of 4: Policies": the number, where there is one, and the title.
fn read(text: &str) -> (Option<u8>, String) {
    numbered(text).map_or((None, String::new()), |(number, title)| (Some(number), title))
}

fn numbered(text: &str) -> Option<(u8, String)> {
    let text = tidy::line(text);
    let rest = without_word(&text).unwrap_or(&text);
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = rest.split_at_checked(digits)?;
    let number = number.parse::<u8>().ok().filter(|number| *number > 0)?;
    let rest = rest.strip_prefix(".0").filter(|rest| rest.is_empty()).unwrap_or(rest);
    let rest = without_total(rest);
    // "2.1" is the number of something inside the part, and "2nd" is not a number.
    let title = rest.trim_start_matches(['.', ':', ')', '–', '—', '-', ' ']);
    let is_apart = title.len() < rest.len() && !title.starts_with(|letter: char| letter.is_ascii_digit());
    (rest.is_empty() || is_apart).then(|| (number, title.to_owned()))
}

fn without_word(text: &str) -> Option<&str> {
    ["part", "section"].iter().find_map(|word| {
        let (first, rest) = text.split_at_checked(word.len())?;
        (first.eq_ignore_ascii_case(word) && rest.starts_with(' ')).then(|| rest.trim_start())
    })
}

/// Returns the text without a leading " of 4".
fn without_total(text: &str) -> &str {
    text.strip_prefix(" of ")
        .map_or(text, |rest| rest.trim_start_matches(|letter: char| letter.is_ascii_digit()))
}

/// Returns the number and the title of a row that is only the heading of a part, such as "Part 2 of 4: Policies";
/// `None` for any other row.
pub(crate) fn heading(row: &Row) -> Option<(String, String)> {
    let mut filled = row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
    let (first, second) = (filled.next()?, filled.next());
    if filled.next().is_some() || without_word(&tidy::line(first)).is_none() {
        return None;
    }
    let (number, title) = numbered(first)?;
    let title = if title.is_empty() { second.unwrap_or_default().to_owned() } else { title };
    // A second text beside a complete heading belongs to an item.
    (second.is_none() || title == second.unwrap_or_default()).then(|| (number.to_string(), title))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Edition;

    #[test]
    fn a_part_is_read_with_or_without_its_title() {
        for (text, expected) in [
            ("2", Some((2, ""))),
            ("2.0", Some((2, ""))),
            ("Part 2", Some((2, ""))),
            ("Part 2 of 4: Policies", Some((2, "Policies"))),
            ("SECTION 3 – IT systems", Some((3, "IT systems"))),
            ("4. Devices", Some((4, "Devices"))),
            ("0", None),
            ("256", None),
            ("2.1", None),
            ("2nd", None),
            ("two", None),
            ("Policies", None),
            ("", None),
        ] {
            let found = numbered(text);
            assert_eq!(found.as_ref().map(|(number, title)| (*number, title.as_str())), expected, "{text}");
        }
    }

    #[test]
    fn parts_that_are_called_by_their_titles_are_counted() {
        let titles = ["Staffing", "Policies", "", "staffing"];
        let mut parts = PartsBuilder::of(titles.iter().copied());
        let item = Edition::built_in().items().next().expect("an item").clone();
        let mut told = Vec::new();
        for (row, title) in titles.iter().enumerate() {
            parts.enter(row, title, "", &mut told);
            parts.add(item.clone());
        }
        let done = parts.done();
        let done: Vec<_> =
            done.iter().map(|part| (part.number, part.title.as_str(), part.items.len())).collect();
        assert_eq!(done, [(1, "Staffing", 2), (2, "Policies", 2)]);
        let kinds: Vec<_> = told.iter().map(|problem| (problem.kind, problem.row)).collect();
        assert_eq!(kinds, [(ProblemKind::PartInTwoPlaces, Some(3))]);
    }
}
