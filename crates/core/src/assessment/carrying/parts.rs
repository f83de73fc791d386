//! Matching the parts of one year to those of another. Titles change, and so do numbers.

use super::likeness::says_the_same;
use super::year::{Continuations, PartYears, Year};
use crate::assessment::Tally;
use crate::catalogue::Part;

/// Returns the parts over the years. `continued` gives, for each year but the first, what its items continue.
pub fn parts(all: &[Year], continued: &[Continuations]) -> Vec<PartYears> {
    let mut lines: Vec<PartYears> = Vec::new();
    for (place, year) in all.iter().enumerate().rev() {
        // By position: nothing prevents an edition from using a part number twice.
        let mut taken: Vec<usize> = Vec::new();
        let newer = all.get(place + 1).zip(continued.get(place));
        // The same title goes first, then the part that most of the items come from.
        for by_title in [true, false] {
            for line in &mut lines {
                let Some((newer, continued)) = newer else { break };
                let Some(Some((title, _))) = line.years.get(place + 1) else { continue };
                if line.years.get(place).is_some_and(Option::is_some) {
                    continue;
                }
                let left = year.edition.parts.iter().enumerate().filter(|(at, _)| !taken.contains(at));
                let found = if by_title {
                    left.into_iter().find(|(_, part)| says_the_same(&part.title, title))
                } else {
                    let part = newer.edition.parts.iter().find(|part| part.title == *title);
                    part.and_then(|part| most_of(part, continued, left))
                };
                if let Some((at, part)) = found {
                    taken.push(at);
                    put(line, place, part, year);
                }
            }
        }
        for (_, part) in year.edition.parts.iter().enumerate().filter(|(at, _)| !taken.contains(at)) {
            let mut line = PartYears { title: part.title.clone(), years: vec![None; all.len()] };
            put(&mut line, place, part, year);
            lines.push(line);
        }
    }
    lines
}

fn put(line: &mut PartYears, place: usize, part: &Part, year: &Year) {
    let items = part.items.iter();
    let tally: Tally = items.map(|item| year.assessment.status(year.edition, item)).collect();
    if let Some(there) = line.years.get_mut(place) {
        *there = Some((part.title.clone(), tally));
    }
}

/// Returns the part that holds more than half of what the items of a newer part continue. `None` when no part does.
fn most_of<'a>(
    newer: &Part,
    continued: &Continuations,
    older: impl Iterator<Item = (usize, &'a Part)>,
) -> Option<(usize, &'a Part)> {
    let of_part = continued.iter().filter(|(item, _)| newer.items.iter().any(|one| one.id == *item));
    let from: Vec<_> = of_part.flat_map(|(_, from)| from).collect();
    let held = |part: &Part| from.iter().filter(|id| part.items.iter().any(|item| item.id == ***id)).count();
    let most = older.max_by_key(|(_, part)| held(part))?;
    (2 * held(most.1) > from.len()).then_some(most)
}
