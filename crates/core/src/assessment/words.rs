//! The differences between two texts, word by word.
//!
//! The `similar` crate would take 3.5 KB after brotli, twice as much as this module. It also limits its work by time
//! alone: what a person is shown would depend on how busy their tablet is.

use super::text::in_word;

/// The largest number of steps from one text to the other that is searched for. With more steps, a reader sees two
/// different texts anyway, and the time and the memory for the search grow with the square of the number.
const MOST: usize = 250;

/// A run in the comparison of two texts. The old text is what was kept and removed, and the new text is what was kept
/// and added, each in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiffRun {
    Kept(String),
    Removed(String),
    Added(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DiffStep {
    Keep,
    Remove,
    Add,
}

/// Returns what was kept, removed and added from one text to another: word by word; line by line if that takes too many
/// steps; and if even that does, one text for the other.
#[must_use]
pub fn word_changes(old: &str, new: &str) -> Vec<DiffRun> {
    let by_words = steps(&pieces(old), &pieces(new));
    let steps = by_words.or_else(|| steps(&lines(old), &lines(new)));
    runs(&steps.unwrap_or_else(|| vec![(DiffStep::Remove, old), (DiffStep::Add, new)]))
}

/// Splits a text into words, the white space between them, and what is neither, each piece whole.
fn pieces(text: &str) -> Vec<&str> {
    let kind = |letter: char| (in_word(letter), letter.is_whitespace());
    let mut pieces = Vec::new();
    let (mut from, mut last) = (0, None);
    for (at, letter) in text.char_indices() {
        if last.is_some_and(|last| last != kind(letter)) {
            pieces.extend(text.get(from..at));
            from = at;
        }
        last = Some(kind(letter));
    }
    pieces.extend(text.get(from..).filter(|rest| !rest.is_empty()));
    pieces
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Returns the shortest sequence of steps from the old pieces to the new ones. `None` if it takes more than [`MOST`]
/// steps.
fn steps<'a>(old: &[&'a str], new: &[&'a str]) -> Option<Vec<(DiffStep, &'a str)>> {
    let start = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let rest = old.len().min(new.len()) - start;
    let ends = old.iter().rev().zip(new.iter().rev()).take(rest);
    let end = ends.take_while(|(one, other)| one == other).count();
    let between = |pieces: &[&'a str]| pieces.get(start..pieces.len() - end).unwrap_or_default().to_vec();
    let (removed, added) = (between(old), between(new));
    let mut steps: Vec<(DiffStep, &'a str)> =
        old.iter().take(start).map(|piece| (DiffStep::Keep, *piece)).collect();
    if removed.is_empty() || added.is_empty() {
        // If nothing was removed or nothing added, there is nothing to search for, whatever the length.
        steps.extend(removed.into_iter().map(|piece| (DiffStep::Remove, piece)));
        steps.extend(added.into_iter().map(|piece| (DiffStep::Add, piece)));
    } else {
        steps.extend(shortest(&removed, &added)?);
    }
    steps.extend(old.iter().skip(old.len() - end).map(|piece| (DiffStep::Keep, *piece)));
    Some(steps)
}

/// Finds the shortest sequence of steps with the algorithm of Myers, "An O(ND) difference algorithm and its
/// variations", 1986. `None` if it takes more than [`MOST`] steps.
///
/// Row `d` holds how far into the old text `d` steps can lead, where each step removes or adds a piece. Its index `i`
/// stands for the paths that have passed `2 i - d` more pieces of the old text than of the new one.
fn shortest<'a>(old: &[&'a str], new: &[&'a str]) -> Option<Vec<(DiffStep, &'a str)>> {
    let size = (old.len(), new.len());
    let mut rows: Vec<Vec<Option<usize>>> = Vec::new();
    let mut found = None;
    while found.is_none() {
        let count = rows.len();
        if count > MOST {
            return None;
        }
        let mut row = Vec::with_capacity(count + 1);
        for place in 0..=count {
            let from = match rows.last() {
                None => Some(0),
                Some(before) => reach(before, count, place, size).map(|(x, _)| x),
            };
            let x = from.map(|x| follow(old, new, x, (x + count).saturating_sub(2 * place)));
            if x == Some(size.0) && size.0 + count == size.1 + 2 * place {
                found = Some(place);
            }
            row.push(x);
        }
        rows.push(row);
    }
    back(&rows, found?, old, new)
}

/// Returns how far into the old text the last of `count` steps leads at the index `place`, and whether that step adds a
/// piece. `None` if no step leads there.
fn reach(
    before: &[Option<usize>],
    count: usize,
    place: usize,
    size: (usize, usize),
) -> Option<(usize, bool)> {
    let at = |place: usize| before.get(place).copied().flatten();
    let added = at(place).filter(|x| x + count <= size.1 + 2 * place);
    let removed = place.checked_sub(1).and_then(at).map(|x| x + 1).filter(|x| *x <= size.0);
    let adds = added >= removed;
    added.max(removed).map(|x| (x, adds))
}

/// Returns the position in the old text after all pieces that are the same in both texts.
fn follow(old: &[&str], new: &[&str], mut x: usize, mut y: usize) -> usize {
    while old.get(x).is_some_and(|piece| new.get(y) == Some(piece)) {
        x += 1;
        y += 1;
    }
    x
}

/// Returns the steps of the path that was found. The path is followed from its end to its start.
fn back<'a>(
    rows: &[Vec<Option<usize>>],
    mut place: usize,
    old: &[&'a str],
    new: &[&'a str],
) -> Option<Vec<(DiffStep, &'a str)>> {
    let (mut x, mut y) = (old.len(), new.len());
    let mut steps = Vec::new();
    for count in (1..rows.len()).rev() {
        let (from, adds) = reach(rows.get(count - 1)?, count, place, (old.len(), new.len()))?;
        while x > from {
            x -= 1;
            y = y.checked_sub(1)?;
            steps.push((DiffStep::Keep, *old.get(x)?));
        }
        if adds {
            y = y.checked_sub(1)?;
            steps.push((DiffStep::Add, *new.get(y)?));
        } else {
            x = x.checked_sub(1)?;
            place = place.checked_sub(1)?;
            steps.push((DiffStep::Remove, *old.get(x)?));
        }
    }
    while x > 0 {
        x -= 1;
        steps.push((DiffStep::Keep, *old.get(x)?));
    }
    steps.reverse();
    Some(steps)
}

/// Combines successive steps of one kind. What is kept between two replaced words and is not a word, such as a space,
/// is replaced with them: a sentence in which every second piece is new is hard to read.
fn runs(steps: &[(DiffStep, &str)]) -> Vec<DiffRun> {
    let groups: Vec<&[(DiffStep, &str)]> =
        steps.chunk_by(|one, next| (one.0 == DiffStep::Keep) == (next.0 == DiffStep::Keep)).collect();
    let (mut runs, mut removed, mut added) = (Vec::new(), String::new(), String::new());
    for (place, group) in groups.iter().enumerate() {
        let kept = group.iter().filter(|(step, _)| *step == DiffStep::Keep);
        let text: String = kept.map(|(_, piece)| *piece).collect();
        if text.is_empty() {
            for (step, piece) in *group {
                let into = if *step == DiffStep::Remove { &mut removed } else { &mut added };
                into.push_str(piece);
            }
            continue;
        }
        let replaced = !removed.is_empty() && !added.is_empty() && place + 1 < groups.len();
        if replaced && !text.contains(in_word) {
            removed.push_str(&text);
            added.push_str(&text);
        } else {
            put(&mut runs, &mut removed, &mut added);
            runs.push(DiffRun::Kept(text));
        }
    }
    put(&mut runs, &mut removed, &mut added);
    runs
}

fn put(runs: &mut Vec<DiffRun>, removed: &mut String, added: &mut String) {
    let (removed, added) = (std::mem::take(removed), std::mem::take(added));
    if !removed.is_empty() {
        runs.push(DiffRun::Removed(removed));
    }
    if !added.is_empty() {
        runs.push(DiffRun::Added(added));
    }
}

#[cfg(test)]
mod tests;
