//! Brings texts into the form of an edition: no superfluous white space, a blank line between paragraphs, list items as
//! lines that start with `- `.

/// The bullets that start list items; the first is the one of an edition.
const BULLETS: [&str; 8] = ["- ", "• ", "* ", "– ", "· ", "‣ ", "◦ ", "▪ "];

/// Returns a text in one line.
#[must_use]
pub(crate) fn line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns a text in paragraphs. Line breaks inside a paragraph are removed: in a cell they depend on its width.
#[must_use]
pub(crate) fn paragraphs(text: &str) -> String {
    let mut blocks: Vec<TextBlock> = Vec::new();
    let mut goes_on = false;
    for raw in clean(text).split('\n') {
        let words = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            goes_on = false;
            continue;
        }
        let item = bullet(&words);
        match (item, blocks.last_mut()) {
            (Some(item), Some(TextBlock::List(items))) => items.push(item.to_owned()),
            (Some(item), _) => blocks.push(TextBlock::List(vec![item.to_owned()])),
            (None, Some(TextBlock::List(items))) if goes_on => {
                if let Some(last) = items.last_mut() {
                    join(last, &words);
                }
            }
            (None, Some(TextBlock::Paragraph(paragraph))) if goes_on => join(paragraph, &words),
            (None, _) => blocks.push(TextBlock::Paragraph(words)),
        }
        goes_on = true;
    }
    blocks.iter().map(TextBlock::text).collect::<Vec<_>>().join("\n\n")
}

enum TextBlock {
    Paragraph(String),
    List(Vec<String>),
}

impl TextBlock {
    fn text(&self) -> String {
        match self {
            Self::Paragraph(text) => text.clone(),
            Self::List(items) => items.iter().map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n"),
        }
    }
}

fn join(before: &mut String, words: &str) {
    before.push(' ');
    before.push_str(words);
}

/// Returns the text of a list item; `None` where the line is not one. Several bullets in a row are all removed.
fn bullet(line: &str) -> Option<&str> {
    let mut item = None;
    let mut rest = line;
    while let Some(inside) =
        BULLETS.iter().find_map(|bullet| rest.strip_prefix(bullet)).or_else(|| rest.strip_prefix('•'))
    {
        rest = inside.trim_start();
        item = Some(rest);
    }
    item.filter(|item| !item.is_empty())
}

/// Removes characters that are not visible, and turns every kind of line break into `\n`.
fn clean(text: &str) -> String {
    // Spreadsheets can write a line break as `_x000D_`.
    let text = text.replace("_x000D_\n", "\n").replace("_x000D_", "\n").replace("\r\n", "\n");
    let letter = |letter: char| match letter {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\n' | '\t' => Some(letter),
        '\u{feff}' | '\u{200b}' | '\u{ad}' => None,
        _ => (!letter.is_control()).then_some(letter),
    };
    text.chars().filter_map(letter).collect()
}

/// Returns whether a text holds a control character that is not white space, which no text should.
#[must_use]
pub(crate) fn has_controls(text: &str) -> bool {
    text.chars().any(|letter| letter.is_control() && !letter.is_whitespace())
}

/// Returns at most the first 60 characters of a text in one line, for a sentence about it.
#[must_use]
pub(crate) fn beginning(text: &str) -> String {
    const MOST: usize = 60;
    let text = line(text);
    if text.chars().count() <= MOST {
        return text;
    }
    let short: String = text.chars().take(MOST).collect();
    format!("{}…", short.trim_end())
}

/// Returns texts in one sentence, with commas and "and" between them, and no more than the first 60.
#[must_use]
pub(crate) fn listed(texts: &[String]) -> String {
    const MOST: usize = 60;
    let shown = texts.get(..texts.len().min(MOST)).unwrap_or_default();
    let more = texts.len() - shown.len();
    match shown {
        _ if more > 0 => format!("{} and {more} more", shown.join(", ")),
        [most @ .., last] if !most.is_empty() => format!("{} and {last}", most.join(", ")),
        _ => shown.join(""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_and_lists_stay_and_lines_go() {
        for (raw, expected) in [
            ("  One  line\u{a0}here ", "One line here"),
            ("A sentence\nin two lines.\n\nAnother.", "A sentence in two lines.\n\nAnother."),
            ("A heading\r\n\r\n\r\nThe text", "A heading\n\nThe text"),
            ("Such as:\n• one\n*  two\n- three", "Such as:\n\n- one\n- two\n- three"),
            ("- one\n\n- two\n\nEnd", "- one\n- two\n\nEnd"),
            ("- one in\ntwo lines\n- two", "- one in two lines\n- two"),
            ("•one\n•two", "- one\n- two"),
            ("a_x000D_\nb", "a b"),
            ("- - twice", "- twice"),
            ("a \u{7}b\u{feff}", "a b"),
            ("well-known - and so on", "well-known - and so on"),
            ("\n \n", ""),
        ] {
            let tidy = paragraphs(raw);
            assert_eq!(tidy, expected, "{raw:?}");
            assert_eq!(paragraphs(&tidy), tidy, "{raw:?} a second time");
        }
    }

    #[test]
    fn what_is_tidied_is_told_from_what_is_wrong() {
        assert!(has_controls("a\u{7}b"));
        assert!(!has_controls("a\tb\r\nc\u{a0}d"));
        assert_eq!(beginning("short\ntext"), "short text");
        assert_eq!(beginning(&"a".repeat(61)), format!("{}…", "a".repeat(60)));
    }
}
