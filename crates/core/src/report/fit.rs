//! Making texts fit on one page: how many lines they fill in a table, and where a longer one ends.

/// The width of a line for each percent of the width of the page, in hundredths of the size of the letters. Rather too
/// little: a line too many would begin another page.
const LINE: usize = 58;
/// The height of each further line of a row, as a share of the height of a row of one line.
const FURTHER: f64 = 0.8;
/// The most lines that a cell gets.
const MOST: usize = 4;

/// Shortens the texts of the columns with these shares (in percent), all by the same rule, until the rows fit into the
/// height of `room` rows of one line. Returns whether any text was shortened. Line breaks become spaces.
pub fn fit(rows: &mut [Vec<String>], shares: &[u8], room: f64) -> bool {
    for cell in rows.iter_mut().flatten() {
        *cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let most = (1..=MOST).rev().find(|most| height(rows, shares, *most) <= room).unwrap_or(1);
    let mut any = false;
    for row in rows {
        for (cell, share) in row.iter_mut().zip(shares) {
            if let Some(short) = shortened(cell, line(*share), most) {
                *cell = short;
                any = true;
            }
        }
    }
    any
}

/// Returns the width of a line in a column. At least the widest letter fits.
fn line(share: u8) -> usize {
    (usize::from(share) * LINE).max(100)
}

/// Returns the height of the rows where no cell has more lines than `most`, in rows of one line.
fn height(rows: &[Vec<String>], shares: &[u8], most: usize) -> f64 {
    let lines = |row: &Vec<String>| {
        let each = row.iter().zip(shares).map(|(cell, share)| lines(cell, line(*share)).min(most));
        each.max().unwrap_or(1).max(1)
    };
    #[allow(clippy::cast_precision_loss)] // a few lines
    rows.iter().map(|row| 1.0 + (lines(row) - 1) as f64 * FURTHER).sum()
}

/// Returns the width of a letter of Arial, in hundredths of its size.
fn width(letter: char) -> usize {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ';' | ':' | '\'' | '|' | 'I' => 28,
        ' ' | 'f' | 't' | 'r' | '-' | '(' | ')' => 33,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 90,
        'A'..='Z' => 72,
        '\u{1100}'.. => 100,
        _ => 56,
    }
}

fn wide(word: &str) -> usize {
    word.chars().map(width).sum()
}

/// Returns the number of lines that a text fills. A word that is longer than a line is broken.
fn lines(text: &str, line: usize) -> usize {
    let (mut lines, mut filled) = (1, 0);
    for word in text.split(' ') {
        let word = wide(word);
        let space = if filled > 0 { width(' ') } else { 0 };
        if filled + space + word <= line {
            filled += space + word;
            continue;
        }
        lines += usize::from(filled > 0) + word.saturating_sub(1) / line;
        filled = word.saturating_sub(1) % line + 1;
    }
    lines
}

/// Returns a longer text up to its last whole word that fits, with `…`; `None` where all of it fits.
fn shortened(text: &str, line: usize, most: usize) -> Option<String> {
    if lines(text, line) <= most {
        return None;
    }
    let mut short = String::new();
    let mut end = 0;
    for letter in text.chars() {
        if letter == ' ' {
            end = short.len();
        }
        short.push(letter);
        if lines(&format!("{short}…"), line) > most {
            short.pop();
            break;
        }
    }
    // A text without spaces is cut in the middle.
    let whole = short.get(..end).filter(|whole| !whole.is_empty()).unwrap_or(&short);
    Some(format!("{}…", whole.trim_end_matches([' ', ',', ';', ':', '–', '-'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(texts: &[&str]) -> Vec<Vec<String>> {
        texts.iter().map(|text| vec![(*text).to_owned()]).collect()
    }

    #[test]
    fn a_text_that_fits_stays_as_it_is() {
        let mut all = rows(&["Write the policy", "Train\n everybody"]);
        assert!(!fit(&mut all, &[50], 2.0));
        assert_eq!(all, rows(&["Write the policy", "Train everybody"]));
    }

    #[test]
    fn a_long_text_ends_after_a_whole_word() {
        let mut all = rows(&["Ask the supplier for the report on backups, and have it signed by the owner"]);
        assert!(fit(&mut all, &[50], 1.0));
        assert_eq!(all, rows(&["Ask the supplier for the report on backups, and have it…"]));
        let mut all = rows(&[&"x".repeat(300)]);
        assert!(fit(&mut all, &[50], 1.8));
        assert_eq!(lines(&all[0][0], line(50)), 2);
    }

    #[test]
    fn texts_get_the_lines_that_there_is_room_for() {
        let long = "word ".repeat(100);
        for (room, lines_each) in [(1.0, 1), (2.0, 2), (9.0, 4)] {
            let mut all = rows(&[&long]);
            assert!(fit(&mut all, &[50], room));
            assert_eq!(lines(&all[0][0], line(50)), lines_each, "{room}");
        }
    }
}
