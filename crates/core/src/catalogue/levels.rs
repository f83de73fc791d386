//! Which items a level needs.

use super::{Edition, EvidenceItem, Level};

impl Edition {
    /// Returns the items that a level needs, in printed order; none where the edition does not say.
    ///
    /// Standards Met needs everything that Approaching Standards needs. An item without levels is needed for neither, unless
    /// the edition names no item for Standards Met: then it marks only what comes first, and Standards Met needs all of them.
    pub fn needed_for(&self, level: Level) -> impl Iterator<Item = &EvidenceItem> {
        let names = |level| self.items().any(|item| item.levels.contains(&level));
        let needs_all = names(Level::Approaching) && !names(Level::Met);
        self.items().filter(move |item| match level {
            Level::Approaching => item.levels.contains(&Level::Approaching),
            Level::Met => needs_all || !item.levels.is_empty(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the numbers of the items that each level needs, of an edition whose items have these levels.
    fn needed(levels: &[&[Level]]) -> [Vec<usize>; 2] {
        let mut edition = Edition::built_in();
        for part in &mut edition.parts {
            part.items.truncate(1);
        }
        for (part, levels) in edition.parts.iter_mut().zip(levels) {
            for item in &mut part.items {
                item.levels = levels.to_vec();
            }
        }
        Level::ALL.map(|level| {
            edition.needed_for(level).filter_map(|item| edition.place_of(&item.id)).collect::<Vec<_>>()
        })
    }

    #[test]
    fn a_level_needs_what_the_edition_says() {
        use Level::{Approaching, Met};
        let both = [Approaching, Met].as_slice();
        assert_eq!(needed(&[&[], &[], &[], &[]]).concat(), [0; 0], "nothing is said");
        assert_eq!(needed(&[both, &[Met], both, &[Met]]), [vec![1, 3], vec![1, 2, 3, 4]]);
        assert_eq!(needed(&[both, &[], &[Met], both]), [vec![1, 4], vec![1, 3, 4]], "2 is for neither");
        assert_eq!(needed(&[&[Approaching], &[Met], &[], &[]]), [vec![1], vec![1, 2]], "1 is for both");
        assert_eq!(needed(&[&[Approaching], &[], &[], &[]]), [vec![1], vec![1, 2, 3, 4]]);
        assert_eq!(needed(&[&[Met], &[], &[], &[]]), [vec![], vec![1]]);
    }
}
