//! Reads which earlier items an item continues, from one cell: "1.2.3", "1.2.3, 1.2.4" or "dspt-2021:1.2.3"; and the note on
//! what has changed since.

use super::category::Categories;
use super::meaning::{plain, yes_no};
use super::reading::RowReader;
use super::{Column, EditionDetails, ProblemKind};
use crate::catalogue::{ItemId, Predecessors};

/// What became of a row's note on what has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoteUse {
    /// There is none, or it was kept, or a problem of the row says why not.
    Settled,
    /// It is about other categories of organisation.
    OfOthers,
    /// It is not known since which edition.
    WithoutEdition,
}

/// Reads the earlier items of a row with the note on what has changed. A note without earlier numbers is kept as that on the
/// edition before, where it is known.
pub(crate) fn read_row(reading: &mut RowReader<'_>, about: &EditionDetails) -> (Vec<Predecessors>, NoteUse) {
    let text = reading.raw(Column::Replaces);
    let note = reading.line(Column::ReplacesNote);
    let read = read(&text, about);
    for (kind, said) in &read.wrong {
        reading.tell(*kind, Column::Replaces, said);
    }
    let mut replaces = read.replaces;
    let note = match note_of(&note) {
        Some(note) if Categories::of(&note).is_of_others() => return (replaces, NoteUse::OfOthers),
        Some(note) => note,
        None => return (replaces, NoteUse::Settled),
    };
    if replaces.is_empty() && read.wrong.is_empty() {
        match before(about) {
            Some(edition) => replaces.push(Predecessors { edition, ..Predecessors::default() }),
            None if reading.has(Column::Replaces) => {
                reading.tell(ProblemKind::NoteWithoutReplaces, Column::ReplacesNote, &note);
            }
            None => return (replaces, NoteUse::WithoutEdition),
        }
    }
    replaces.iter_mut().for_each(|replaces| replaces.note = Some(note.clone()));
    (replaces, NoteUse::Settled)
}

/// Returns what a cell says of the changes; `None` where it says that there are none.
fn note_of(cell: &str) -> Option<String> {
    let is_nothing = matches!(
        plain(cell).as_str(),
        "" | "none"
            | "no change"
            | "no changes"
            | "unchanged"
            | "not changed"
            | "same"
            | "n a"
            | "na"
            | "nil"
    );
    match yes_no(cell) {
        _ if is_nothing => None,
        Some(false) => None,
        Some(true) => Some("Changed.".into()),
        None => Some(cell.into()),
    }
}

/// Returns the identifier of the edition before, where it can be one.
fn before(about: &EditionDetails) -> Option<String> {
    let id = ItemId::parse(about.before.trim())?;
    (id.as_str() != about.id.trim()).then_some(id.0)
}

/// What was read from the cell, and its problems, each with the text that it is about.
#[derive(Debug, Default, PartialEq)]
struct PredecessorsCell {
    replaces: Vec<Predecessors>,
    wrong: Vec<(ProblemKind, String)>,
}

/// Reads the cell. A number that does not name an edition belongs to `about.before`.
fn read(text: &str, about: &EditionDetails) -> PredecessorsCell {
    let mut read = PredecessorsCell::default();
    if matches!(
        text.trim().to_lowercase().as_str(),
        "" | "-" | "–" | "new" | "none" | "no" | "n/a" | "nothing"
    ) {
        return read;
    }
    let text = text.replace(" and ", " ").replace(": ", ":").replace(" :", ":");
    for one in text.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '&' | '+')) {
        if one.is_empty() {
            continue;
        }
        let (edition, number) = one.split_once(':').unwrap_or((about.before.trim(), one));
        let has_digit = number.contains(|letter: char| letter.is_ascii_digit());
        match (ItemId::parse(edition), ItemId::parse(number)) {
            (_, None) => read.tell(ProblemKind::ReplacesWrong, one),
            // Otherwise every word of a remark would be a number.
            _ if !has_digit => read.tell(ProblemKind::ReplacesWrong, one),
            (None, _) if one.contains(':') => read.tell(ProblemKind::ReplacesWrong, one),
            (None, _) => read.tell(ProblemKind::ReplacesNoEdition, one),
            (Some(edition), _) if edition.as_str() == about.id.trim() => {
                read.tell(ProblemKind::ReplacesSameEdition, one);
            }
            (Some(edition), Some(item)) => read.add(edition.0, item),
        }
    }
    read
}

impl PredecessorsCell {
    fn add(&mut self, edition: String, item: ItemId) {
        let known = self.replaces.iter_mut().find(|known| known.edition == edition);
        match known {
            Some(known) if known.items.contains(&item) => {
                self.tell(ProblemKind::ReplacesTwice, item.as_str())
            }
            Some(known) => known.items.push(item),
            None => {
                self.replaces.push(Predecessors { edition, items: vec![item], note: None, wording: None })
            }
        }
    }

    /// Reports a problem of the cell. Each kind is reported once, with all the texts that it is about.
    fn tell(&mut self, kind: ProblemKind, text: &str) {
        match self.wrong.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, said)) => {
                said.push_str(", ");
                said.push_str(text);
            }
            None => self.wrong.push((kind, text.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, replaces: &[(&str, &[&str])], wrong: &[(ProblemKind, &str)]) {
        let about = EditionDetails {
            id: "this-2022".into(),
            before: "this-2021".into(),
            ..EditionDetails::default()
        };
        let found = read(text, &about);
        let numbers: Vec<(&str, Vec<&str>)> = found
            .replaces
            .iter()
            .map(|one| (one.edition.as_str(), one.items.iter().map(ItemId::as_str).collect()))
            .collect();
        let expected: Vec<_> = replaces.iter().map(|(edition, items)| (*edition, items.to_vec())).collect();
        assert_eq!(numbers, expected, "{text}");
        let told: Vec<_> = found.wrong.iter().map(|(kind, said)| (*kind, said.as_str())).collect();
        assert_eq!(told, wrong, "{text}");
    }

    #[test]
    fn numbers_are_those_of_the_year_before_unless_they_say_of_which() {
        check("1.6.6", &[("this-2021", &["1.6.6"])], &[]);
        check("1.6.6, 1.6.7", &[("this-2021", &["1.6.6", "1.6.7"])], &[]);
        check("1.6.6 and 1.6.7\n1.6.8", &[("this-2021", &["1.6.6", "1.6.7", "1.6.8"])], &[]);
        check("other-2020: 1.6.6; 1.2", &[("other-2020", &["1.6.6"]), ("this-2021", &["1.2"])], &[]);
        check("New", &[], &[]);
        check("", &[], &[]);
    }

    #[test]
    fn what_cannot_be_meant_is_said_and_the_rest_is_kept() {
        check(
            "see 1.6.6 of before",
            &[("this-2021", &["1.6.6"])],
            &[(ProblemKind::ReplacesWrong, "see, of, before")],
        );
        check("1.6.6, 1.6.6", &[("this-2021", &["1.6.6"])], &[(ProblemKind::ReplacesTwice, "1.6.6")]);
        check("this-2022:1.6.6", &[], &[(ProblemKind::ReplacesSameEdition, "this-2022:1.6.6")]);
        check("an/edition:1.6.6", &[], &[(ProblemKind::ReplacesWrong, "an/edition:1.6.6")]);
        let nothing = read("1.6.6", &EditionDetails::default());
        assert_eq!(nothing.wrong, [(ProblemKind::ReplacesNoEdition, "1.6.6".to_owned())]);
    }
}
