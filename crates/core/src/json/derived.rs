//! Objects whose form serde derives, and what is wrong with one in words that are not serde's.

use super::{Extra, compact};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

/// A field that does not have the form it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongField {
    /// The field's name; fields inside fields are parted by dots, as in `actions.due`. Empty for the object itself.
    pub field: String,
    /// Which of a list it is in, counted from 0, where it is in one: of lists in lists, the outermost.
    pub index: Option<usize>,
    /// What it should be, such as "text".
    pub expected: String,
    /// What is there instead, as a person would name it: `“31/02/2026”`, `5`, `a list`. `None` where the field is missing.
    pub found: Option<String>,
}

impl WrongField {
    /// A wrong field of the object itself, with what is there where that says something.
    #[must_use]
    pub fn new(field: &str, expected: &str, found: Option<&Value>) -> Self {
        let found = found.map(shown);
        Self { field: field.into(), index: None, expected: expected.into(), found }
    }

    /// A field that has to be there and is not.
    #[must_use]
    pub fn missing(field: &str) -> Self {
        Self::new(field, MISSING, None)
    }

    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.expected == MISSING
    }

    /// Whether it is right by itself, and the same as another that it should differ from.
    #[must_use]
    pub fn is_repeated(&self) -> bool {
        self.expected == DIFFERENT
    }
}

impl std::fmt::Display for WrongField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "“{}” should be {}", self.field, self.expected)
    }
}

const MISSING: &str = "there";
const DIFFERENT: &str = "different in each";
/// Of a longer text only the beginning is named.
const LONGEST: usize = 60;

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) if text.chars().count() > LONGEST => {
            format!("“{}…”", text.chars().take(LONGEST).collect::<String>())
        }
        Value::String(text) => format!("“{text}”"),
        Value::Null => "empty".into(),
        Value::Array(_) => "a list".into(),
        Value::Object(_) => "a group of fields".into(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// Reads an object as a value of its type. From its text and not from the values: reading from values too would make the
/// program larger by as much as reading from text does, and refuses whole numbers beyond 64 bits in unknown fields.
///
/// # Errors
/// [`WrongField`] for the first field that does not have its form.
pub fn from_object<T: DeserializeOwned>(object: &Extra) -> Result<T, WrongField> {
    from_text(&compact(object))
}

/// Reads the text of an object as a value of its type.
///
/// # Errors
/// [`WrongField`] for the first field that does not have its form, or without a name for what is no JSON.
pub fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, WrongField> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| wrong_field(error.path(), &error.inner().to_string(), text))?;
    // Nothing may stand behind it.
    reader.end().map_err(|_| WrongField::new("", "one object", None))?;
    Ok(value)
}

/// Writes a value as an object.
#[must_use]
pub fn to_object<T: Serialize>(value: &T) -> Extra {
    // Nothing that is stored has keys other than texts, so it always has a text, and that is an object.
    serde_json::from_str(&to_text(value)).unwrap_or_default()
}

/// Writes a value as compact JSON, its fields in the order in which the type has them.
#[must_use]
pub fn to_text<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn wrong_field(path: &Path, message: &str, text: &str) -> WrongField {
    // Where in the text it is helps nobody: people see no text.
    let message = message.split(" at line ").next().unwrap_or(message);
    let field: Vec<&str> = path.iter().filter_map(name).collect();
    let index = path.iter().find_map(|step| match step {
        Segment::Seq { index } => Some(*index),
        _ => None,
    });
    let missing = message.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`'));
    let field = |last: Option<&str>| field.iter().copied().chain(last).collect::<Vec<_>>().join(".");
    if missing.is_some() {
        return WrongField { index, ..WrongField::missing(&field(missing)) };
    }
    let whole: Option<Value> = serde_json::from_str(text).ok();
    let found = whole.as_ref().and_then(|whole| at(whole, path));
    WrongField { index, ..WrongField::new(&field(None), &expected(message), found) }
}

fn name(step: &Segment) -> Option<&str> {
    match step {
        Segment::Map { key } => Some(key),
        _ => None,
    }
}

/// The value to which a path leads.
fn at<'a>(whole: &'a Value, path: &Path) -> Option<&'a Value> {
    path.iter().try_fold(whole, |value, step| match step {
        Segment::Map { key } => value.get(key),
        Segment::Seq { index } => value.get(index),
        _ => None,
    })
}

/// What a value should be, out of serde's message or out of one of ours, which say it with "should be".
fn expected(message: &str) -> String {
    if let Some(own) = message.strip_prefix("should be ") {
        return own.to_owned();
    }
    let wanted = message.rsplit_once("expected ").map_or("", |(_, wanted)| wanted);
    let words = match wanted {
        "a string" => "text",
        "a boolean" => "true or false",
        "u8" => "a whole number up to 255",
        "u64" | "u32" | "usize" | "i64" => "a whole number",
        "a sequence" => "a list",
        _ if wanted.starts_with("struct ") || wanted == "a map" => "a group of fields",
        // The names of an enum's values.
        _ if wanted.contains('`') => return wanted.replace('`', "").replace("one of ", ""),
        _ => "of another form",
    };
    words.to_owned()
}

/// # Errors
/// A wrong field where two of these values of it are the same.
pub fn different<'a>(field: &str, values: impl IntoIterator<Item = &'a str>) -> Result<(), WrongField> {
    let mut earlier = Vec::new();
    for value in values {
        if earlier.contains(&value) {
            return Err(WrongField::new(field, DIFFERENT, None));
        }
        earlier.push(value);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Assessment, Response};

    fn wrong<T: DeserializeOwned>(text: &str) -> String {
        let object: Extra = serde_json::from_str(text).expect("an object");
        from_object::<T>(&object).err().expect("wrong").to_string()
    }

    #[test]
    fn what_is_wrong_is_said_in_our_words_with_where_it_is() {
        let item = r#""item": "1.1.2", "edited_at": "2026-11-30T14:02:00Z""#;
        for (fields, expected) in [
            (r#""answer": 5"#, "“answer” should be text"),
            (r#""answer": null"#, "“answer” should be text"),
            (r#""suggested": "yes""#, "“suggested” should be true or false"),
            (r#""judgement": "Done""#, "“judgement” should be Met, NotYet or NotApplicable"),
            (r#""actions": {}"#, "“actions” should be a list"),
            (r#""actions": [5]"#, "“actions” should be a group of fields"),
            (r#""actions": [{}]"#, "“actions.id” should be there"),
            (
                r#""actions": [{ "id": "a" }, { "id": "b", "due": "31/02/2026" }]"#,
                "“actions.due” should be a date such as 2026-11-30",
            ),
        ] {
            assert_eq!(wrong::<Response>(&format!("{{ {item}, {fields} }}")), expected, "{fields}");
        }
        assert_eq!(wrong::<Assessment>("{}"), "“id” should be there");
    }

    #[test]
    fn what_is_there_instead_is_named() {
        let long = "x".repeat(100);
        for (due, found) in [
            ("\"31/02/2026\"".to_owned(), "“31/02/2026”"),
            ("5".to_owned(), "5"),
            ("false".to_owned(), "false"),
            ("[1]".to_owned(), "a list"),
            ("{}".to_owned(), "a group of fields"),
            (format!("\"{long}\""), &format!("“{}…”", &long[..60])),
        ] {
            let text = format!(
                r#"{{"item": "1.1.2", "edited_at": "2026-11-30T14:02:00Z", "actions": [{{"id": "a", "due": {due}}}]}}"#
            );
            let wrong = from_text::<Response>(&text).expect_err("wrong");
            assert_eq!((wrong.field.as_str(), wrong.found.as_deref()), ("actions.due", Some(found)), "{due}");
        }
    }

    #[test]
    fn what_is_unknown_comes_back_as_it_was() {
        let text = r#"{"edited_at":"2026-11-30T14:02:00Z","item":"1.1.2","new":[1.50,{"c":null}],"number":123456789012345678901234567890,"small":1e-400}"#;
        let object: Extra = serde_json::from_str(text).expect("an object");
        let response: Response = from_object(&object).expect("a response");
        let written = to_object(&response);
        for field in ["new", "number", "small"] {
            assert_eq!(written.get(field), object.get(field), "{field}");
        }
    }
}
