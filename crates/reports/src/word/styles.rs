//! The styles of a document.

use standards_met_core::report::PageLayout;

const STYLES: &str = include_str!("styles.xml");
/// What is before the size of letters.
const LETTERS: [&str; 2] = ["<w:sz w:val=\"", "<w:szCs w:val=\""];
/// What is before the space between paragraphs.
const SPACES: [&str; 2] = ["w:before=\"", "w:after=\""];

/// Returns the styles. A report that has to fit on one page has smaller letters and less space, in every style alike.
pub(super) fn styles(layout: PageLayout) -> String {
    if layout != PageLayout::OnePage {
        return STYLES.into();
    }
    let letters = LETTERS.iter().fold(STYLES.to_owned(), |styles, mark| scaled(&styles, mark, 84));
    SPACES.iter().fold(letters, |styles, mark| scaled(&styles, mark, 40))
}

/// Returns the text with each number after a mark as so many percent of it.
fn scaled(text: &str, mark: &str, percent: u32) -> String {
    let mut pieces = text.split(mark);
    let mut scaled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        scaled.push_str(mark);
        let number =
            piece.split_once('"').and_then(|(number, rest)| Some((number.parse::<u32>().ok()?, rest)));
        match number {
            Some((number, rest)) => scaled.push_str(&format!("{}\"{rest}", number * percent / 100)),
            None => scaled.push_str(piece),
        }
    }
    scaled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_on_one_page_has_smaller_letters_and_less_space_and_is_the_same_otherwise() {
        let (usual, small) = (styles(PageLayout::Portrait), styles(PageLayout::OnePage));
        assert!(usual.contains("<w:sz w:val=\"22\"/>") && small.contains("<w:sz w:val=\"18\"/>"));
        let without_digits = |text: &str| text.replace(|letter: char| letter.is_ascii_digit(), "");
        assert_eq!(without_digits(&usual), without_digits(&small));
    }
}
