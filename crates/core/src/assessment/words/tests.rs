use super::*;
use proptest::prelude::*;

fn marked(old: &str, new: &str) -> String {
    let runs = word_changes(old, new);
    let mark = |run: &DiffRun| match run {
        DiffRun::Kept(text) => text.clone(),
        DiffRun::Removed(text) => format!("[-{text}]"),
        DiffRun::Added(text) => format!("[+{text}]"),
    };
    runs.iter().map(mark).collect()
}

/// Returns the old and the new text again, and whether anything is different.
fn again(runs: &[DiffRun]) -> (String, String, bool) {
    let (mut old, mut new, mut different) = (String::new(), String::new(), false);
    for run in runs {
        match run {
            DiffRun::Kept(text) => {
                old.push_str(text);
                new.push_str(text);
            }
            DiffRun::Removed(text) => old.push_str(text),
            DiffRun::Added(text) => new.push_str(text),
        }
        different |= !matches!(run, DiffRun::Kept(_));
    }
    (old, new, different)
}

#[test]
fn words_are_compared_whole() {
    for (old, new, expected) in [
        ("", "", ""),
        ("same", "same", "same"),
        ("", "new", "[+new]"),
        ("old", "", "[-old]"),
        ("Helen is responsible.", "Priya is responsible.", "[-Helen][+Priya] is responsible."),
        ("We meet in May", "We meet in May and June", "We meet in May[+ and June]"),
        ("every two years, in May", "every year, in June", "every [-two years][+year], in [-May][+June]"),
        // A sentence that was rewritten shows as two sentences, and not as a mixture of words.
        ("one two three", "uno dos tres", "[-one two three][+uno dos tres]"),
        ("a\nb\n", "a\nc\nb\n", "a\n[+c\n]b\n"),
    ] {
        assert_eq!(marked(old, new), expected, "{old:?} and {new:?}");
    }
}

#[test]
fn long_texts_are_compared_as_far_as_it_makes_sense() {
    let text = |first: usize| (first..first + 1_700).map(|n| format!("w{n} ")).collect::<String>();
    let (one, other) = (text(0), text(5_000));
    assert!(one.len() > 9_000);
    assert_eq!(word_changes(&one, &other), [DiffRun::Removed(one.clone()), DiffRun::Added(other.clone())]);
    // A single change in a long text is found exactly, and so is an appended text.
    assert_eq!(word_changes(&one, &one.replace("w900 ", "w901 ")).len(), 4);
    let longer = format!("{one}{other}");
    assert_eq!(word_changes(&one, &longer), [DiffRun::Kept(one.clone()), DiffRun::Added(other.clone())]);
    // If too many words differ, lines that are the same are kept whole.
    let runs = word_changes(&format!("first\n{one}\nlast"), &format!("first\n{other}\nlast"));
    assert_eq!(runs.first(), Some(&DiffRun::Kept("first\n".into())));
    assert_eq!(runs.last(), Some(&DiffRun::Kept("last".into())));
}

mod properties {
    use super::*;

    proptest! {
        #[test]
        fn what_was_kept_and_added_is_the_new_text_and_with_what_was_removed_the_old(
            old in "([ab]{1,2}|[ ,]|\n|é|😀){0,60}", new in "([ab]{1,2}|[ ,]|\n|é|😀){0,60}",
        ) {
            let (first, second, different) = again(&word_changes(&old, &new));
            prop_assert_eq!(&first, &old);
            prop_assert_eq!(&second, &new);
            prop_assert_eq!(different, old != new);
        }

        #[test]
        fn also_where_it_is_too_much(
            old in proptest::collection::vec("[a-z]{2}", 0..400), new in proptest::collection::vec("[a-z]{2}", 0..400),
            lines in any::<bool>(),
        ) {
            let between = if lines { "\n" } else { " " };
            let (old, new) = (old.join(between), new.join(between));
            let (first, second, _) = again(&word_changes(&old, &new));
            prop_assert_eq!((first, second), (old, new));
        }

        #[test]
        fn a_text_does_not_differ_from_itself(text in "\\PC{0,80}") {
            prop_assert!(!again(&word_changes(&text, &text)).2);
        }
    }
}
