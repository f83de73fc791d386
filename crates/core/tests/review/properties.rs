//! What holds for any reviews.

use super::*;

fn review(id: u8, by: u8, second: u8, words: u8, handled: u8) -> Review {
    let mut extra = Map::new();
    if handled > 0 {
        extra.insert("reply".into(), json!(format!("reply {handled}")));
        extra.insert("handled_at".into(), json!(later(f64::from(handled)).to_string()));
    }
    Review {
        id: Id(format!("r{id}")),
        reviewer: format!("reviewer {by}"),
        verdict: None,
        comments: format!("words {words}"),
        reviewed_at: later(f64::from(second)),
        extra,
    }
}

fn reviews() -> impl Strategy<Value = Vec<Review>> {
    let one = (0..3u8, 0..3u8, 0..3u8, 0..3u8, 0..3u8).prop_map(|(a, b, c, d, e)| review(a, b, c, d, e));
    proptest::collection::vec(one, 0..6)
}

/// What can be said of any assessment: of items that are and are not in the edition, of parts and of the whole.
fn remarks() -> impl Strategy<Value = Vec<Remark>> {
    let on = prop_oneof![
        prop_oneof![Just("1.1.5"), Just("1.2.1"), Just("2.1.1"), Just("99.9.9")].prop_map(on),
        (0..6u8).prop_map(Subject::Part),
        Just(Subject::Overall),
    ];
    let one = (on, (0..3u8, 0..2u8, 0..3u8, 0..3u8), "[a-z0-9]{0,4}").prop_map(|(on, said, answer)| {
        let (id, by, second, words) = said;
        let by =
            Reviewer { name: format!("reviewer {by}"), organisation: String::new(), role: String::new() };
        Remark::new(on, review(id, 0, second, words, 0), &by, &answer)
    });
    proptest::collection::vec(one, 0..8)
}

fn take(assessment: &Assessment, edition: &Edition, remarks: &[Remark], at: Timestamp) -> Assessment {
    let mut after = assessment.clone();
    remarks.iter().for_each(|remark| after.take_remark(edition, remark, at));
    after
}

/// What reviewers say, item by item.
fn said(assessment: &Assessment) -> Vec<(ItemId, Vec<Review>)> {
    let with = assessment.responses.iter().filter(|response| !response.reviews.is_empty());
    with.map(|response| (response.item.clone(), merge_reviews(&response.reviews, &[]))).collect()
}

proptest! {
    #[test]
    fn merging_reviews_twice_or_in_any_order_gives_the_same(one in reviews(), two in reviews(), three in reviews()) {
        let both = merge_reviews(&one, &two);
        prop_assert_eq!(&both, &merge_reviews(&two, &one));
        prop_assert_eq!(&both, &merge_reviews(&both, &two));
        prop_assert_eq!(&both, &merge_reviews(&one, &both));
        let left = merge_reviews(&both, &three);
        prop_assert_eq!(&left, &merge_reviews(&one, &merge_reviews(&two, &three)));
        // A document with them can be read again.
        let mut ids: Vec<&str> = left.iter().map(|review| review.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), left.len());
    }

    #[test]
    fn whatever_comes_back_changes_no_answer_and_in_any_order_the_same(
        assessment in common::assessment(), one in remarks(), two in remarks(),
    ) {
        let edition = Edition::built_in();
        let (first, second) = (later(100.0), later(200.0));
        let there = take(&take(&assessment, &edition, &one, first), &edition, &two, second);
        let back = take(&take(&assessment, &edition, &two, first), &edition, &one, second);
        prop_assert_eq!(said(&there), said(&back));
        prop_assert_eq!(answers(&there), answers(&assessment));
        let again = take(&there, &edition, &one, later(300.0));
        prop_assert_eq!(&again, &there, "taken in twice is taken in once");
        for response in &assessment.responses {
            let after = there.response(&response.item).expect("it stays");
            let mut before = Response { edited_at: after.edited_at, ..response.clone() };
            before.reviews.clone_from(&after.reviews);
            prop_assert_eq!(&before, after);
        }
    }

    #[test]
    fn a_review_file_reads_as_what_was_written(remarks in remarks()) {
        let by = asha();
        let mut file = reviewed(&answered());
        let mut kept: Vec<Remark> = Vec::new();
        for remark in remarks {
            if !kept.iter().any(|known| known.review.id == remark.review.id) {
                let answer = remark.review.answer_sha256().to_owned();
                kept.push(Remark::new(remark.on, remark.review, &by, &answer));
            }
        }
        kept.sort_by_key(|remark| match remark.on {
            Subject::Item(_) => 0,
            Subject::Part(_) => 1,
            Subject::Overall => 2,
        });
        file.remarks = kept;
        let again = read_review(file.to_text(now()).0.as_bytes()).expect("it opens");
        prop_assert_eq!(again.file, file);
    }
}
