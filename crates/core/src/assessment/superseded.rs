//! Edits that a merge drops although the author of the newer edit had not seen them.

use super::merge::{later, same};
use super::{Assessment, Response, Timestamp};
use crate::catalogue::ItemId;

/// The number of the save for an edit that is in no save yet.
const IN_NONE: u64 = u64::MAX;

/// The edits that a tab has shown, each with the number of the first save that held it.
///
/// Two tabs that save at the same moment make two saves with the same number, and neither has read the other's. An edit
/// that was in an earlier save is one that the other tab continued from. An edit that was not is lost unless it is kept
/// in the history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownEdits(Vec<(ItemId, Timestamp, u64)>);

impl KnownEdits {
    /// Adds the edits that were read from, or written to, the save with this number.
    pub fn add(&mut self, edited: Vec<(ItemId, Timestamp)>, save: u64) {
        for (item, at) in edited {
            match self.0.iter_mut().find(|(known, edited, _)| *edited == at && *known == item) {
                Some((.., first)) => *first = save.min(*first),
                None => self.0.push((item, at, save)),
            }
        }
    }

    /// Adds edits that were on screen and that no save holds yet.
    pub fn add_unsaved(&mut self, edited: Vec<(ItemId, Timestamp)>) {
        self.add(edited, IN_NONE);
    }

    fn first_in(&self, response: &Response) -> Option<u64> {
        let of =
            |(item, at, _): &&(ItemId, Timestamp, u64)| *at == response.edited_at && *item == response.item;
        self.0.iter().find(of).map(|(.., save)| *save)
    }
}

/// Returns the edits that [`newest_of_each`](super::newest_of_each) drops from `ours` and `theirs`, and that the author
/// of the newer edit cannot have seen. They are to be kept in the history. `known` holds the edits that the tab showing
/// `ours` has shown before. `save` is the number of the save that `theirs` is.
#[must_use]
pub fn superseded(ours: &Assessment, theirs: &Assessment, known: &KnownEdits, save: u64) -> Vec<Response> {
    let mut lost = Vec::new();
    for our in &ours.responses {
        let Some(their) = theirs.response(&our.item).filter(|their| !same(our, their)) else { continue };
        if later(our, their) {
            // If both have the same time, an edit of that time in `known` is our own, so theirs was not seen.
            if our.edited_at == their.edited_at || known.first_in(their).is_none() {
                lost.push(their.clone());
            }
        } else if known.first_in(our).is_none_or(|first| first >= save) {
            lost.push(our.clone());
        }
    }
    lost
}

/// Returns the edit time of each response.
#[must_use]
pub fn edit_times(assessment: &Assessment) -> Vec<(ItemId, Timestamp)> {
    assessment.responses.iter().map(|response| (response.item.clone(), response.edited_at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Edit, Id, newest_of_each};
    use proptest::prelude::*;
    use std::collections::{BTreeSet, VecDeque};

    /// Each edit is an item, a text, and the second at which it was typed.
    fn with(edits: &[(u8, &str, u32)]) -> Assessment {
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", Timestamp::default());
        for (item, text, second) in edits {
            let now = Timestamp::from_millis(f64::from(*second) * 1000.0);
            assessment.edit(&ItemId(format!("1.1.{item}")), Edit::Answer((*text).into()), now);
        }
        assessment
    }

    fn seen(states: &[(&Assessment, u64)]) -> KnownEdits {
        let mut seen = KnownEdits::default();
        states.iter().for_each(|(state, save)| seen.add(edit_times(state), *save));
        seen
    }

    fn lost(ours: &Assessment, theirs: &Assessment, known: &KnownEdits, save: u64) -> Vec<String> {
        superseded(ours, theirs, known, save).into_iter().map(|lost| lost.answer).collect()
    }

    #[test]
    fn of_two_edits_since_one_save_the_older_is_kept_by_either_tab() {
        let base = with(&[(1, "before", 10), (2, "before", 10)]);
        let (older, newer) =
            (with(&[(1, "older", 20), (2, "before", 10)]), with(&[(1, "newer", 21), (2, "before", 10)]));
        let read = seen(&[(&base, 1)]);
        // One tab has saved. The other hears of it before its own edit is saved.
        assert_eq!(lost(&older, &newer, &read, 2), ["older"]);
        assert_eq!(lost(&newer, &older, &read, 2), ["older"]);
    }

    #[test]
    fn of_two_edits_saved_in_the_same_moment_the_older_is_kept_by_either_tab() {
        let base = with(&[(1, "before", 10), (2, "before", 10)]);
        let (older, newer) =
            (with(&[(1, "older", 20), (2, "before", 10)]), with(&[(1, "newer", 21), (2, "before", 10)]));
        assert_eq!(lost(&older, &newer, &seen(&[(&base, 1), (&older, 2)]), 2), ["older"]);
        assert_eq!(lost(&newer, &older, &seen(&[(&base, 1), (&newer, 2)]), 2), ["older"]);
    }

    #[test]
    fn what_somebody_went_on_from_is_not_kept_again() {
        let (first, second) = (with(&[(1, "a", 20)]), with(&[(1, "a b", 25)]));
        // This tab wrote the first edit, and the other tab continued from it.
        assert_eq!(lost(&first, &second, &seen(&[(&first, 2)]), 3), [""; 0]);
        // The other tab still has the first edit, from which this tab has continued.
        assert_eq!(lost(&second, &first, &seen(&[(&first, 2), (&second, 3)]), 4), [""; 0]);
        assert_eq!(lost(&second, &second, &KnownEdits::default(), 1), [""; 0], "the same edit");
    }

    #[test]
    fn what_no_save_took_is_kept_when_another_tab_replaces_it_and_is_known_when_it_comes_back() {
        let (ours, theirs) = (with(&[(1, "ours", 20)]), with(&[(1, "theirs", 30)]));
        let mut seen = KnownEdits::default();
        seen.add_unsaved(edit_times(&ours));
        assert_eq!(lost(&ours, &theirs, &seen, 9), ["ours"]);
        assert_eq!(lost(&with(&[(1, "ours too", 40)]), &ours, &seen, 9), [""; 0]);
        seen.add(edit_times(&ours), 8);
        assert_eq!(lost(&ours, &theirs, &seen, 9), [""; 0], "it is in a save by now");
    }

    #[test]
    fn two_edits_with_one_time_are_two_edits() {
        let (one, other) = (with(&[(1, "a", 20)]), with(&[(1, "b", 20)]));
        for (ours, theirs) in [(&one, &other), (&other, &one)] {
            assert_eq!(lost(ours, theirs, &seen(&[(ours, 2)]), 2), ["a"]);
        }
    }

    /// A tab as the page keeps it. It hears of the saves of the other tabs in their order, and some time later.
    #[derive(Default)]
    struct Tab {
        shown: Option<Assessment>,
        known: KnownEdits,
        newest_save: u64,
        unsaved: bool,
        on_their_way: VecDeque<(Assessment, u64)>,
    }

    #[derive(Default)]
    struct Tabs {
        tabs: [Tab; 3],
        seconds: u32,
        typed: BTreeSet<String>,
        went_on_from: BTreeSet<String>,
        history: BTreeSet<String>,
    }

    impl Tabs {
        fn edit(&mut self, tab: usize, item: u8) {
            self.seconds += 1;
            let text = format!("text {}", self.seconds);
            let item = ItemId(format!("1.1.{item}"));
            let shown = self.tabs[tab].shown.get_or_insert_with(|| with(&[]));
            self.went_on_from.extend(shown.response(&item).map(|response| response.answer.clone()));
            let now = Timestamp::from_millis(f64::from(self.seconds) * 1000.0);
            shown.edit(&item, Edit::Answer(text.clone()), now);
            self.typed.insert(text);
            self.tabs[tab].unsaved = true;
        }

        fn save(&mut self, tab: usize) {
            let writer = &mut self.tabs[tab];
            if !std::mem::take(&mut writer.unsaved) {
                return;
            }
            let shown = writer.shown.clone().unwrap_or_else(|| with(&[]));
            writer.newest_save += 1;
            let save = writer.newest_save;
            writer.known.add(edit_times(&shown), save);
            for (other, reader) in self.tabs.iter_mut().enumerate() {
                if other != tab {
                    reader.on_their_way.push_back((shown.clone(), save));
                }
            }
        }

        fn hear(&mut self, tab: usize) {
            let reader = &mut self.tabs[tab];
            let Some((theirs, save)) = reader.on_their_way.pop_front() else { return };
            let ours = reader.shown.take().unwrap_or_else(|| with(&[]));
            let lost = superseded(&ours, &theirs, &reader.known, save);
            self.history.extend(lost.into_iter().map(|response| response.answer));
            let merged = newest_of_each(&ours, &theirs);
            reader.known.add(edit_times(&theirs), save);
            reader.newest_save = reader.newest_save.max(save);
            reader.unsaved |= merged != theirs;
            reader.shown = Some(merged);
        }

        fn come_to_rest(&mut self) {
            while self.tabs.iter().any(|tab| tab.unsaved || !tab.on_their_way.is_empty()) {
                for tab in 0..self.tabs.len() {
                    self.hear(tab);
                    self.save(tab);
                }
            }
        }
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn no_text_goes_that_nobody_went_on_from(steps in proptest::collection::vec((0_usize..3, 0_u8..6), 0..40)) {
                let mut tabs = Tabs::default();
                for (tab, step) in steps {
                    match step {
                        0..2 => tabs.edit(tab, step),
                        2..4 => tabs.save(tab),
                        _ => tabs.hear(tab),
                    }
                }
                tabs.come_to_rest();
                let shown: Vec<_> = tabs.tabs.iter().flat_map(|tab| &tab.shown).collect();
                prop_assert!(shown.windows(2).all(|pair| pair[0].responses == pair[1].responses));
                let on_screen = |text: &String| {
                    shown.iter().any(|state| state.responses.iter().any(|response| response.answer == *text))
                };
                for text in &tabs.typed {
                    prop_assert!(
                        on_screen(text) || tabs.went_on_from.contains(text) || tabs.history.contains(text),
                        "{text} is nowhere"
                    );
                }
            }
        }
    }
}
