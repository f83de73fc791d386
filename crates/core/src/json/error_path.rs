//! Which value of a JSON text an error of `serde_json` is about.
//!
//! `serde_path_to_error` says this too, but it wraps the reading of every type, which is 32 of the 680 KB of the first part of the
//! program (10 KB after brotli). The tests compare the two.

use serde_json::Error;

/// One step of a path, from an object or a list to a value in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathSegment {
    Key(String),
    Index(usize),
}

impl PathSegment {
    /// Returns the name of the field, of a step into an object.
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Key(key) => Some(key),
            Self::Index(_) => None,
        }
    }

    /// Returns the index from 0, of a step into a list.
    pub fn index(&self) -> Option<usize> {
        match self {
            Self::Index(index) => Some(*index),
            Self::Key(_) => None,
        }
    }
}

/// Returns the path from the whole text to the value that an error of its data is about: for a field that is missing, the object
/// that misses it.
///
/// `serde_json` gives the position at which it stopped. That is behind the value, or behind the comma or the bracket
/// that follows it, and before an object or a list in the place of another kind of value.
pub fn error_path(error: &Error, text: &str) -> Vec<PathSegment> {
    let line_start =
        text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    let read = text.get(..line_start + error.column()).unwrap_or(text);
    let message = error.to_string();
    let mut reached = Reached::default();
    let mut rest = read.trim_start();
    while let Some(token) = token(rest) {
        rest = rest.get(token.len()..).unwrap_or_default().trim_start();
        reached.pass(token, rest);
    }
    if message.starts_with("invalid type: map") || message.starts_with("invalid type: sequence") {
        reached.here
    } else if message.starts_with("missing field") {
        reached.passed
    } else {
        reached.innermost
    }
}

/// Returns the next token of a text that does not begin with a space.
fn token(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    let end = match first {
        '"' => {
            let mut escaped = false;
            let mut ends = |letter: char| {
                let ends = letter == '"' && !escaped;
                escaped = letter == '\\' && !escaped;
                ends
            };
            text.get(1..)?.find(&mut ends).map(|end| end + 2)
        }
        '{' | '}' | '[' | ']' | ',' | ':' => Some(1),
        _ => text.find(|letter: char| letter.is_whitespace() || "{}[],:".contains(letter)),
    };
    text.get(..end.unwrap_or(text.len()))
}

/// How far a text has been read.
#[derive(Default)]
struct Reached {
    /// The path to the value that is read next, or that is being read.
    here: Vec<PathSegment>,
    /// The path to the value that was read last.
    passed: Vec<PathSegment>,
    /// The same; of an object or a list, the path to the last value in it.
    innermost: Vec<PathSegment>,
}

impl Reached {
    /// Reads a token, which `rest` follows.
    fn pass(&mut self, token: &str, rest: &str) {
        match token {
            "{" | "[" => {
                let step = if token == "[" { PathSegment::Index(0) } else { PathSegment::Key(String::new()) };
                self.passed.clone_from(&self.here);
                self.innermost.clone_from(&self.here);
                self.here.push(step);
            }
            "}" | "]" => {
                self.innermost = std::mem::take(&mut self.passed);
                self.here.pop();
                self.passed.clone_from(&self.here);
            }
            "," => {
                if let Some(PathSegment::Index(index)) = self.here.last_mut() {
                    *index += 1;
                }
            }
            ":" => {}
            _ => {
                if let (Some(PathSegment::Key(key)), true) = (self.here.last_mut(), rest.starts_with(':')) {
                    *key = serde_json::from_str(token).unwrap_or_default();
                }
                self.passed.clone_from(&self.here);
                self.innermost.clone_from(&self.here);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Assessment, Response};
    use crate::catalogue::Edition;
    use serde::de::DeserializeOwned;
    use serde_json::{Value, json};
    use serde_path_to_error::Segment;

    const EDITION: &str = include_str!("../catalogue/dspt-social-care-2021-22.json");
    const EXAMPLE: &str = include_str!("../../../../public/example.json");

    /// What may stand in the place of a value.
    const WRONG: &[&str] =
        &["null", "true", "5", "300", "-1", "\"\"", "\"?,]}\\\"\"", "[]", "[5, {}]", "{}", "{\"x\": [1]}"];

    /// Returns the paths that our own code and `serde_path_to_error` give for an error in a text, or `None` where it is read.
    fn paths<T: DeserializeOwned>(text: &str) -> Option<(Vec<PathSegment>, Vec<PathSegment>)> {
        let error = serde_json::from_str::<T>(text).err()?;
        let reader = &mut serde_json::Deserializer::from_str(text);
        let theirs = serde_path_to_error::deserialize::<_, T>(reader).err()?;
        let step = |step: &Segment| match step {
            Segment::Map { key } => Some(PathSegment::Key(key.clone())),
            Segment::Seq { index } => Some(PathSegment::Index(*index)),
            _ => None,
        };
        Some((error_path(&error, text), theirs.path().iter().filter_map(step).collect()))
    }

    /// Leaves two entries in each list, so that the number of values is small.
    fn shorten(value: &mut Value) {
        match value {
            Value::Array(list) => {
                list.truncate(2);
                list.iter_mut().for_each(shorten);
            }
            Value::Object(fields) => fields.values_mut().for_each(shorten),
            _ => {}
        }
    }

    /// Calls `try_one` with the whole, for each of its values, once with each wrong value in its place and once without it.
    fn each_mistake(whole: &Value, try_one: &mut dyn FnMut(&Value)) {
        fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
            found.push(at.into());
            match value {
                Value::Array(list) => {
                    list.iter()
                        .enumerate()
                        .for_each(|(n, value)| pointers(value, &format!("{at}/{n}"), found));
                }
                Value::Object(fields) => {
                    let name = |key: &str| key.replace('~', "~0").replace('/', "~1");
                    fields
                        .iter()
                        .for_each(|(key, value)| pointers(value, &format!("{at}/{}", name(key)), found));
                }
                _ => {}
            }
        }
        let mut found = Vec::new();
        pointers(whole, "", &mut found);
        for pointer in found {
            for wrong in WRONG {
                let mut changed = whole.clone();
                *changed.pointer_mut(&pointer).expect("a value") = serde_json::from_str(wrong).expect("JSON");
                try_one(&changed);
            }
            let Some((parent, key)) = pointer.rsplit_once('/') else { continue };
            let mut changed = whole.clone();
            if let Some(fields) = changed.pointer_mut(parent).and_then(Value::as_object_mut) {
                fields.remove(key);
                try_one(&changed);
            }
        }
    }

    fn compare<T: DeserializeOwned>(mut whole: Value) {
        shorten(&mut whole);
        let mut wrong = 0;
        each_mistake(&whole, &mut |changed| {
            for text in [changed.to_string(), serde_json::to_string_pretty(changed).expect("JSON")] {
                if let Some((ours, theirs)) = paths::<T>(&text) {
                    assert_eq!(ours, theirs, "{text}");
                    wrong += 1;
                }
            }
        });
        assert!(wrong > 20, "{wrong}");
    }

    fn read(text: &str) -> Value {
        serde_json::from_str(text).expect("JSON")
    }

    #[test]
    fn an_error_in_an_edition_is_found_where_it_is() {
        compare::<Edition>(read(EDITION));
    }

    #[test]
    fn an_error_in_an_assessment_is_found_where_it_is() {
        compare::<Assessment>(read(EXAMPLE)["assessment"].clone());
        compare::<Response>(json!({
            "item": "1.1.2",
            "edited_at": "2026-11-30T14:02:00Z",
            "answer": "Ŵyn, “😀”\n{[\\",
            "judgement": "NotYet",
            "suggested": true,
            "documents": [{ "id": "a", "name": "Policy", "date": "2026-01-02", "where": "here" }],
            "actions": [{ "id": "a", "text": "Do it", "due": "2026-01-02" }, { "id": "b", "due": "2026-01-02" }],
        }));
    }

    #[test]
    fn an_error_in_a_text_of_many_lines_is_found_where_it_is() {
        for text in ["[\n \"a\" ,\n 5 \n]", "[ 5 , [ ] ]", "[\"a\", [ ] , \"b\"]", "[\r\n{}]"] {
            let (ours, theirs) = paths::<Vec<String>>(text).expect("wrong");
            assert_eq!(ours, theirs, "{text}");
        }
    }
}
