//! Objects whose form serde derives, and errors about them in words that are not serde's.

use super::error_path::{PathSegment, error_path};
use super::{Extra, compact};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A field that does not have the required form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongField {
    /// The field's name. Names of nested fields are joined by dots, as in `actions.due`. Empty for the object itself.
    pub field: String,
    /// The index, from 0, of the list entry that the field is in; in nested lists, that of the outermost. `None`
    /// outside lists.
    pub index: Option<usize>,
    /// What the field should be, such as "text".
    pub expected: String,
    /// What is there instead, as a person would name it: `“31/02/2026”`, `5`, `a list`. `None` where the field is
    /// missing, or where its value would tell a person nothing.
    pub found: Option<String>,
}

impl WrongField {
    /// Creates an error about a field that is not in a list. `found` is the value that is there, where naming it helps.
    #[must_use]
    pub fn new(field: &str, expected: &str, found: Option<&Value>) -> Self {
        let found = found.map(shown);
        Self { field: field.into(), index: None, expected: expected.into(), found }
    }

    /// Creates an error about a required field that is missing.
    #[must_use]
    pub fn missing(field: &str) -> Self {
        Self::new(field, MISSING, None)
    }

    /// Returns whether the field is required and missing.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.expected == MISSING
    }

    /// Returns whether the value has the right form, but equals another value that it must differ from.
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
/// The number of characters of a text that are quoted. Of a longer text only the beginning is.
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

/// Reads an object as a value of its type. It reads from text, not from the parsed values. Reading from values as well
/// would add as much code to the program as reading from text does, and it refuses whole numbers beyond 64 bits in
/// unknown fields.
///
/// # Errors
/// [`WrongField`] for the first field that does not have the required form.
pub fn from_object<T: DeserializeOwned>(object: &Extra) -> Result<T, WrongField> {
    from_text(&compact(object))
}

/// Reads the text of an object as a value of its type.
///
/// # Errors
/// [`WrongField`] for the first field that does not have the required form; its name is empty where the text is not
/// JSON.
pub fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, WrongField> {
    serde_json::from_str(text).map_err(|error| wrong_field(&error, text))
}

/// Writes a value as an object.
#[must_use]
pub fn to_object<T: Serialize>(value: &T) -> Extra {
    // Nothing that is stored has keys other than strings, so writing never fails, and the result is an object.
    serde_json::from_str(&to_text(value)).unwrap_or_default()
}

/// Writes a value as compact JSON, with its fields in the order in which the type declares them.
#[must_use]
pub fn to_text<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn wrong_field(error: &serde_json::Error, text: &str) -> WrongField {
    if !error.is_data() {
        return WrongField::new("", "one object", None);
    }
    let path = error_path(error, text);
    let message = error.to_string();
    // The position in the text is dropped: people never see the text.
    let message = message.split(" at line ").next().unwrap_or_default();
    let field: Vec<&str> = path.iter().filter_map(PathSegment::key).collect();
    let index = path.iter().find_map(PathSegment::index);
    let missing = message.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`'));
    let field = |last: Option<&str>| field.iter().copied().chain(last).collect::<Vec<_>>().join(".");
    if missing.is_some() {
        return WrongField { index, ..WrongField::missing(&field(missing)) };
    }
    let whole: Option<Value> = serde_json::from_str(text).ok();
    let found = whole.as_ref().and_then(|whole| at(whole, &path));
    WrongField { index, ..WrongField::new(&field(None), &expected(message), found) }
}

/// Returns the value at a path.
fn at<'a>(whole: &'a Value, path: &[PathSegment]) -> Option<&'a Value> {
    path.iter().try_fold(whole, |value, step| match step {
        PathSegment::Key(key) => value.get(key),
        PathSegment::Index(index) => value.get(index),
    })
}

/// Returns what a value should be, from the message of serde or from one of ours, which begins with "should be".
fn expected(message: &str) -> String {
    if let Some(own) = message.strip_prefix("should be ") {
        return own.to_owned();
    }
    let wanted = message.split("expected ").skip(1).last().unwrap_or_default();
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

/// Checks that the values of a field all differ.
///
/// # Errors
/// [`WrongField`] where two of the values are the same; [`WrongField::is_repeated`] is then true.
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
