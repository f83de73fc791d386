//! What is new in 2025-26, for a home that answered 2021-22.

use super::*;
use standards_met_core::assessment::{EditionNews, ItemNews, ItemOrigin, edition_news, older_first};

fn edition_2025_26() -> Edition {
    let text = include_str!("../../../../public/editions/dspt-social-care-2025-26.json");
    Edition::from_text(text).expect("an edition")
}

fn news() -> EditionNews {
    // Whichever is named first.
    let (old, new) = older_first(Arc::new(edition_2025_26()), Arc::new(Edition::built_in()));
    assert_eq!((old.year.as_str(), new.year.as_str()), ("2021-22", "2025-26"));
    edition_news(&old, &new, &matching(&old, &new))
}

fn numbers(news: &EditionNews, which: impl Fn(&ItemNews) -> bool) -> String {
    news.items.iter().filter(|item| which(item)).map(|item| item.item.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_new_in_2025_26_is_known_question_by_question() {
    let news = news();
    assert!(news.is_stated);
    assert_eq!(numbers(&news, |item| item.origin == ItemOrigin::New), "4.3.1 4.5.3 7.1.1");
    assert_eq!(news.minutes(), Some(80));
    for item in news.of(ItemOrigin::New) {
        assert!(item.note.as_ref().is_some_and(|note| note.starts_with("New since 2021-22")), "{item:?}");
    }
    assert_eq!(numbers(&news, |item| item.origin == ItemOrigin::Merged), "7.3.4");
    assert_eq!(numbers(&news, ItemNews::is_reworded), "1.1.5 3.1.1 3.2.1 4.1.1 1.1.3 1.3.1 1.3.2");
    // One of these has other words as well.
    assert_eq!(numbers(&news, ItemNews::is_renumbered), "2.2.1 1.1.3 1.4.2 6.1.2 6.1.3");
    assert_eq!(
        numbers(&news, ItemNews::has_other_guidance),
        "1.1.1 1.1.2 1.2.4 1.3.8 1.4.1 10.1.2 6.1.1 7.1.2 7.2.1 7.3.2 8.1.4"
    );
    assert_eq!(news.items.iter().filter(|item| item.is_unchanged()).count(), 19);
    assert_eq!((news.dropped.as_slice(), news.split()), ([].as_slice(), vec![]));
    assert_eq!(numbers(&news, |item| matches!(item.origin, ItemOrigin::Alike | ItemOrigin::Split)), "");
}

#[test]
fn the_number_6_1_3_is_that_of_another_question_now() {
    let news = news();
    assert_eq!(numbers(&news, |item| item.is_number_reused), "6.1.3");
    assert_eq!(news.continuing(&id("6.1.3")), [&id("6.1.2")]);
}

#[test]
fn every_answer_of_2021_22_has_its_place_in_2025_26() {
    let old = Edition::built_in();
    let mut home = Assessment::new(Id("old".into()), "Home", "", at(0.0));
    for item in old.items() {
        home.edit(&item.id, Edit::Judge(Some(Judgement::Met)), at(1.0));
    }
    let ahead = news().answers_ahead(&home);
    assert_eq!((ahead.answered.len(), ahead.dropped.len(), ahead.alike.len()), (43, 0, 0));
    // The seven that are reworded, and the backups.
    assert_eq!((ahead.unchanged.len(), ahead.other_guidance.len(), ahead.to_review.len()), (34, 11, 8));
    assert!(ahead.to_review.contains(&id("7.3.4")));
}
