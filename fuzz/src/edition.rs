//! An edition out of a file: what is wrong with it is said, and what is read of it reads back the same.

use super::assessment::built_in;
use standards_met_core::assessment::matching;
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::text_of;
use standards_met_core::kit::check;

/// Whether the bytes are an edition, or an assessment that holds one.
pub fn attack(bytes: &[u8]) -> bool {
    let Ok(text) = text_of(bytes) else { return false };
    let (edition, problems) = check(text);
    for problem in &problems {
        assert!(problem.sentence().ends_with(['.', '?', '!', '”']), "{}", problem.sentence());
    }
    let Some(edition) = edition else {
        assert!(problems.iter().any(|problem| problem.is_serious()), "nobody is told why there is none");
        return false;
    };
    let again = Edition::read(edition.whole.clone()).expect("what was read can be read");
    assert!(again == edition, "an edition is not what it spells out");
    let written = serde_json::to_string_pretty(&edition.whole).expect("a text");
    let (once_more, same) = check(&written);
    assert!(once_more.as_ref() == Some(&edition), "what was written is not what was read");
    assert_eq!(same, problems);
    follows(&edition);
    true
}

fn follows(edition: &Edition) {
    for item in edition.items() {
        assert!(edition.part_of(&item.id).is_some() && edition.place_of(&item.id).is_some());
        let _ = edition.neighbours(&item.id);
    }
    if edition.items().count() < 60 {
        drop(matching(&built_in(), edition));
    }
    let asked = edition.items().filter(|item| item.ask_it_supplier).count();
    assert!(edition.for_it_supplier().is_some_and(|sheet| sheet.items().count() == asked));
}
