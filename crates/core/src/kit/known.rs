//! What an edition of the same name that is here already tells of the items: the numbers that they had before.

use super::{EditionDetails, Problem, ProblemKind};
use crate::catalogue::{Edition, EvidenceItem, Predecessors};

/// Adds the earlier numbers that a known wording of the same edition has for items under the same number, where the table
/// says none. Returns a note for each edition that was used.
pub(crate) fn continue_known<'a>(
    items: impl Iterator<Item = &'a mut EvidenceItem>,
    about: &EditionDetails,
    known: &[&Edition],
) -> Option<Problem> {
    let edition = known.iter().find(|edition| edition.id == about.id.trim())?;
    let mut count = 0;
    for item in items.filter(|item| item.replaces.iter().all(|one| one.items.is_empty())) {
        let Some(same) = edition.item(&item.id) else { continue };
        let named: Vec<&Predecessors> = same.replaces.iter().filter(|one| !one.items.is_empty()).collect();
        count += usize::from(!named.is_empty());
        for one in named {
            match item.replaces.iter_mut().find(|own| own.edition == one.edition) {
                Some(own) => {
                    own.items.clone_from(&one.items);
                    own.wording = one.wording;
                }
                None => item.replaces.push(one.clone()),
            }
        }
    }
    (count > 0).then(|| Problem::of(ProblemKind::KnownNumbers).said(&edition.title).count(count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::ItemId;

    fn with(edition: &str, items: &[&str], note: Option<&str>) -> Predecessors {
        let items = items.iter().map(|item| ItemId((*item).into())).collect();
        Predecessors { edition: edition.into(), items, note: note.map(str::to_owned), wording: None }
    }

    #[test]
    fn earlier_numbers_come_from_an_edition_of_the_same_name_and_notes_stay() {
        let mut known = Edition::built_in();
        let items = known.parts.iter_mut().flat_map(|part| &mut part.items).zip([
            vec![with("old", &["1.1.1"], Some("Moved."))],
            vec![with("old", &["2.1.1"], None)],
            vec![with("old", &["3.1.1"], None)],
            vec![with("old", &[], Some("New."))],
        ]);
        items.for_each(|(item, replaces)| item.replaces = replaces);
        let mut made: Vec<EvidenceItem> = known.items().take(4).cloned().collect();
        for (item, replaces) in made.iter_mut().zip([
            vec![],
            vec![with("old", &[], Some("Reworded."))],
            vec![with("older", &["9.9.9"], None)],
            vec![],
        ]) {
            item.replaces = replaces;
        }
        let about = EditionDetails { id: known.id.clone(), ..EditionDetails::default() };
        let said = continue_known(made.iter_mut(), &about, &[&known]).expect("a note");
        assert_eq!((said.kind, said.count), (ProblemKind::KnownNumbers, 2));
        let found: Vec<_> = made.into_iter().map(|item| item.replaces).collect();
        assert_eq!(
            found,
            [
                vec![with("old", &["1.1.1"], Some("Moved."))],
                vec![with("old", &["2.1.1"], Some("Reworded."))],
                vec![with("older", &["9.9.9"], None)],
                vec![]
            ]
        );
        let other = EditionDetails { id: "other".into(), ..about };
        assert_eq!(continue_known(std::iter::empty(), &other, &[&known]), None);
    }
}
