//! The table on the device.

use super::*;

/// Two tabs that look, one after the other, and then write what they have.
#[test]
fn of_two_tabs_with_a_table_neither_writes_over_the_rows_of_the_other() {
    let store = Memory::new();
    let (one, other) = (home("k3m9", "Rosewood House"), home("p7q2", "Willow Court"));
    let mut ours = table(&[summary(&one, "a.json")]);
    let (seen, none) = homes_table::look(&store);
    assert_eq!(none, None);
    store.put(HOMES, &table(&[summary(&other, "b.json")]).write());
    assert_eq!(homes_table::keep(&store, &seen, &ours.write()), Ok(false), "another tab has written since");
    let (seen, theirs) = homes_table::look(&store);
    assert!(ours.take_in(theirs.expect("a table").expect("it reads")));
    assert_eq!(homes_table::keep(&store, &seen, &ours.write()), Ok(true));
    let kept = homes_table::look(&store).1.expect("a table").expect("it reads");
    assert_eq!(names(&kept, &HomesQuery::default()), "Rosewood House Willow Court");
    assert!(!ours.take_in(kept), "nothing of it is new");
    assert!(!store.has(homes_table::DAMAGED));
}

#[test]
fn what_was_forgotten_here_does_not_come_back_from_another_tab_but_the_rest_does() {
    let (one, other) = (home("k3m9", "Rosewood House"), home("p7q2", "Willow Court"));
    let mut newer = one.clone();
    answer(&mut newer, "1.1.5", "Helen", later(60.0));
    let gone = table(&[summary(&one, "a.json")]);
    let mut theirs = table(&[summary(&one, "a.json"), summary(&newer, "c.json"), summary(&other, "b.json")]);
    theirs.leave_out(&gone);
    assert_eq!(theirs, table(&[summary(&newer, "c.json"), summary(&other, "b.json")]));
    let mut all = gone.clone();
    all.leave_out(&gone);
    assert_eq!(all, Homes::default(), "no edition is named that nobody answers");
}

#[test]
fn a_damaged_table_is_put_aside_before_another_takes_its_place() {
    let store = Memory::new();
    store.put(HOMES, "{\"format\":\"standards-met/ho");
    let (seen, table_there) = homes_table::look(&store);
    assert_eq!(table_there, Some(Err(HomesTableError::Broken)));
    let ours = table(&[summary(&answered(), "a.json")]).write();
    assert_eq!(homes_table::keep(&store, &seen, &ours), Ok(true));
    assert_eq!(store.get(homes_table::DAMAGED).as_deref(), Some("{\"format\":\"standards-met/ho"));
    // It belongs to no assessment, and stays when one goes.
    forget_aside(&store, &Id("gone".into()));
    assert!(store.has(homes_table::DAMAGED) && store.has(HOMES));
    homes_table::forget(&store);
    assert!(!store.has(homes_table::DAMAGED) && !store.has(HOMES));
}

#[test]
fn rows_that_only_the_second_copy_had_come_back_into_the_table() {
    let (first, second) = (Memory::new(), Memory::new());
    let (one, other) = (
        summary(&home("k3m9", "Rosewood House"), "a.json"),
        summary(&home("p7q2", "Willow Court"), "b.json"),
    );
    first.put(HOMES, &table(std::slice::from_ref(&one)).write());
    // The first copy had lost its last seconds.
    second.put(HOMES, &table(&[one, other]).write());
    reconcile(&first, &second, &[], &[], &built_in(), now());
    let (seen, kept) = homes_table::look(&first);
    let kept = kept.expect("a table").expect("it reads");
    assert_eq!(names(&kept, &HomesQuery::default()), "Rosewood House Willow Court");
    assert_eq!(homes_table::keep(&first, &seen, &kept.write()), Ok(true));
    assert!(!first.has("standards-met/homes-other"), "it is in the table now");
}
