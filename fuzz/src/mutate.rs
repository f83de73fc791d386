//! Changes of JSON that leave it JSON: changed bytes alone hardly ever get past the parser. A third of the time libFuzzer
//! changes bytes all the same.

use serde_json::{Number, Value, json};

/// Names and values that mean something to a reader; the same that libFuzzer puts in.
const WORDS: &str = include_str!("../words/json.dict");

/// Changes the first `size` bytes, and gives how many there are now, at most `most`. `None` where they are no JSON, or where
/// it is the turn of libFuzzer's own changes.
pub fn json(bytes: &mut [u8], size: usize, most: usize, seed: u32) -> Option<usize> {
    let mut dice = Dice(u64::from(seed) + 1);
    if dice.below(3) == 0 {
        return None;
    }
    let mut whole: Value = serde_json::from_slice(bytes.get(..size)?).ok()?;
    for _ in 0..=dice.below(3) {
        change(&mut whole, &mut dice);
    }
    let text = serde_json::to_vec(&whole).ok().filter(|text| text.len() <= most)?;
    bytes.get_mut(..text.len())?.copy_from_slice(&text);
    Some(text.len())
}

/// The same from the same seed, as libFuzzer wants it.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % (count.max(1) as u64)).unwrap_or_default()
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}

fn change(whole: &mut Value, dice: &mut Dice) {
    let count = count(whole);
    let mut elsewhere = Value::Null;
    let (mut from, mut to) = (dice.below(count), dice.below(count));
    at(whole, &mut from, &mut |found| elsewhere = found.clone());
    at(whole, &mut to, &mut |found| match (found, dice.below(4)) {
        (found, 0) => *found = std::mem::take(&mut elsewhere),
        (Value::Array(list), _) => list_changed(list, std::mem::take(&mut elsewhere), dice),
        (Value::Object(fields), _) => {
            let names: Vec<String> = fields.keys().cloned().collect();
            let name = dice.of(&names).cloned().unwrap_or_default();
            let moved = if dice.below(2) == 0 { fields.remove(&name) } else { fields.get(&name).cloned() };
            match dice.below(3) {
                0 => {}
                1 => drop(fields.insert(word(dice), moved.unwrap_or_default())),
                _ => drop(fields.insert(word(dice), std::mem::take(&mut elsewhere))),
            }
        }
        (Value::String(text), 1) => *text = changed(text, dice),
        (found, _) => *found = anything(dice),
    });
}

fn list_changed(list: &mut Vec<Value>, other: Value, dice: &mut Dice) {
    let place = dice.below(list.len());
    match dice.below(4) {
        0 if !list.is_empty() => drop(list.remove(place)),
        1 => list.reverse(),
        2 => list.insert(place, other),
        _ => {
            let again = list.get(place).cloned();
            list.extend(again);
        }
    }
}

/// The text with a piece less, twice, or of something else.
fn changed(text: &str, dice: &mut Dice) -> String {
    let letters: Vec<char> = text.chars().collect();
    let (start, end) = letters.split_at(dice.below(letters.len() + 1));
    let (start, end): (String, String) = (start.iter().collect(), end.iter().collect());
    match dice.below(5) {
        0 => start,
        1 => end,
        2 => format!("{start}{text}{end}"),
        3 => format!("{start}{}{end}", word(dice)),
        _ => format!(
            "{start}{}{end}",
            dice.of(&['\0', ' ', '\n', '“', '\u{202e}', '😀', '.', '-', '0', '/']).unwrap_or(&'x')
        ),
    }
}

fn anything(dice: &mut Dice) -> Value {
    let number =
        ["0", "-0", "1", "-1", "2", "255", "256", "1e400", "0.5", "18446744073709551616", "9007199254740993"];
    match dice.below(8) {
        0 => Value::Null,
        1 => Value::Bool(dice.below(2) == 0),
        2 => dice.of(&number).and_then(|text| text.parse::<Number>().ok()).map_or(Value::Null, Value::Number),
        3 => json!([]),
        4 => json!({}),
        5 => json!([word(dice), word(dice)]),
        _ => Value::String(word(dice)),
    }
}

/// A line of [`WORDS`] as what it stands for.
fn word(dice: &mut Dice) -> String {
    let words: Vec<&str> =
        WORDS.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"')).collect();
    dice.of(&words).copied().unwrap_or_default().to_owned()
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

/// Does something with the value at this place, counted from the outside.
fn at(value: &mut Value, place: &mut usize, with: &mut dyn FnMut(&mut Value)) {
    if *place == 0 {
        *place = usize::MAX;
        return with(value);
    }
    if *place == usize::MAX {
        return;
    }
    *place -= 1;
    match value {
        Value::Array(list) => list.iter_mut().for_each(|value| at(value, place, with)),
        Value::Object(fields) => fields.values_mut().for_each(|value| at(value, place, with)),
        _ => {}
    }
}
