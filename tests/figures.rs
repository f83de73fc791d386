//! What README.md says in figures is written by `cargo xtask figures`, so that none of it is left behind.

use std::fs;
use std::path::Path;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[test]
fn no_figure_of_some_other_day_stands_in_the_readme() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(readme).expect("README.md");
    let (before, rest) = text.split_once("<!-- figures -->").expect("the place for the figures");
    let (figures, after) = rest.split_once("<!-- /figures -->").expect("its end");
    for (number, line) in before.lines().chain(after.lines()).enumerate() {
        let dated = MONTHS.iter().any(|month| line.contains(&format!("{month} 20")));
        assert!(!dated, "line {number} gives a figure of its own: {line}");
    }
    // Of one commit, or none yet.
    assert!(figures.matches("\nCommit ").count() <= 1, "{figures}");
}
