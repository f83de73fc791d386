//! Which items of one edition continue which of another.

use super::*;

#[test]
fn an_item_is_recognised_with_every_fifth_word_replaced_wherever_it_has_moved() {
    let old = Edition::built_in();
    let count = old.items().count();
    for which in 0..5 {
        let mut items = Vec::new();
        for (place, item) in built_in_items().into_iter().enumerate() {
            // The number of an item that is something else.
            let number = old.items().nth((place + 7) % count).expect("an item").id.0.clone();
            items.insert(0, with_wording(item, &number, |text| reworded(text, 5, which)));
        }
        let found = matching(&old, &edition("new", "2030-31", &items));
        for (place, item) in old.items().enumerate() {
            let moved = &old.items().nth((place + 7) % count).expect("an item").id;
            let like = found.of(moved).unwrap_or_else(|| panic!("{} is not recognised", item.id));
            assert_eq!(like.from, std::slice::from_ref(&item.id));
            assert!(matches!(like.basis, MatchReason::Likeness(45..100)) && !like.is_certain(), "{like:?}");
        }
        assert_eq!(found.dropped, []);
    }
}

#[test]
fn the_same_numbers_with_other_questions_continue_nothing() {
    let old = Edition::built_in();
    let other = |(place, item): (usize, Value)| {
        let number = item["id"].as_str().expect("an id").to_owned();
        with_wording(item, &number, |text| reworded(&format!("{place} {text}"), 1, 0))
    };
    let items: Vec<Value> = built_in_items().into_iter().enumerate().map(other).collect();
    for edition_id in ["new", old.id.as_str()] {
        let found = matching(&old, &edition(edition_id, "2022-23", &items));
        assert!(found.items.iter().all(|(_, found)| found.is_none()), "{edition_id}");
        assert_eq!(found.dropped.len(), old.items().count());
    }
}

#[test]
fn the_printed_action_column_maps_the_year_before() {
    let new = Edition::built_in();
    let printed: Vec<(&ItemId, &str)> =
        new.items().filter_map(|item| Some((&item.id, item.printed_action.as_deref()?))).collect();
    let last_year: Vec<Value> = printed
        .iter()
        .map(|(_, number)| json!({ "id": number, "question": "Other words", "tooltip": "", "kind": "text" }))
        .collect();
    assert!(printed.len() > 10 && printed.iter().any(|(id, number)| id.as_str() != *number));
    let found = matching(&edition("dspt-2020-21", "2020-21", &last_year), &new);
    for (item, number) in printed {
        let found = found.of(item).expect("it is printed");
        assert_eq!(
            (&found.from, found.basis, found.wording),
            (&vec![id(number)], MatchReason::Printed, WordingChange::OtherQuestion)
        );
    }
    let found = matching(&edition("dspt-2019-20", "2019-20", &last_year), &new);
    assert!(found.items.iter().all(|(_, found)| found.is_none()));
}

#[test]
fn five_hundred_reworded_items_are_all_recognised() {
    let words: Vec<String> =
        built_in_items().iter().flat_map(tooltip_words).filter(|word| !word.is_empty()).collect();
    let word = |seed: usize| words[seed.wrapping_mul(2_654_435_761) % words.len()].clone();
    let text = |item: usize, length: usize| -> String {
        (0..length).map(|place| word(item * 977 + place * 31)).collect::<Vec<_>>().join(" ")
    };
    let items: Vec<Value> = (0..500)
        .map(|item| {
            let question = format!("Does your organisation have {}", text(item, 15));
            json!({ "id": format!("i{item}"), "question": question, "tooltip": text(item, 600), "kind": "text" })
        })
        .collect();
    let old = edition("old", "2020-21", &items);
    let new: Vec<Value> = items
        .into_iter()
        .enumerate()
        .map(|(place, item)| with_wording(item, &format!("n{place}"), |text| reworded(text, 6, 3)))
        .collect();
    let new = edition("new", "2021-22", &new);
    let found = matching(&old, &new);
    assert!(found.items.iter().all(|(_, found)| found.is_some()));
}

fn tooltip_words(item: &Value) -> Vec<String> {
    item["tooltip"].as_str().expect("a tooltip").split_whitespace().map(str::to_owned).collect()
}
