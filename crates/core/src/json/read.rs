//! Reading an object field by field.

use super::Extra;
use serde_json::Value;

/// A field that does not have the form it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongField {
    /// The field's name; fields inside fields are parted by dots, as in `actions.due`.
    pub field: String,
    /// Which of a list it is in, counted from 0, where it is in one: of lists in lists, the outermost.
    pub place: Option<usize>,
    /// What it should be, such as "text".
    pub expected: String,
}

impl std::fmt::Display for WrongField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "“{}” should be {}", self.field, self.expected)
    }
}

/// An object that is being read. Each field is taken out of it; what is left at the end is [`Extra`].
///
/// Reading goes on after a wrong field, with an empty value in its place; [`Fields::finish`] gives the value only if
/// nothing was wrong, and otherwise the first field that was.
#[derive(Clone, Debug)]
pub struct Fields {
    left: Extra,
    wrong: Option<WrongField>,
}

/// Reads an object as a value of its type.
pub type ReadObject<T> = fn(Fields) -> Result<T, WrongField>;

impl Fields {
    #[must_use]
    pub fn of(object: Extra) -> Self {
        Self { left: object, wrong: None }
    }

    fn wrong(&mut self, field: &str, expected: &'static str) {
        self.found(WrongField::new(field, expected));
    }

    fn found(&mut self, wrong: WrongField) {
        self.wrong.get_or_insert(wrong);
    }

    /// The value that was read.
    ///
    /// # Errors
    /// The first field that was wrong.
    pub fn finish<T>(self, value: T) -> Result<T, WrongField> {
        self.wrong.map_or(Ok(value), Err)
    }

    /// Whatever was not read.
    pub fn rest(&mut self) -> Extra {
        std::mem::take(&mut self.left)
    }

    /// A text that has to be there.
    pub fn text(&mut self, field: &str) -> String {
        self.required(field, "text").unwrap_or_default()
    }

    /// A text, or nothing when it is missing or null.
    pub fn optional_text(&mut self, field: &str) -> Option<String> {
        match self.left.remove(field)? {
            Value::Null => None,
            Value::String(text) => Some(text),
            _ => {
                self.wrong(field, "text");
                None
            }
        }
    }

    fn required(&mut self, field: &str, expected: &'static str) -> Option<String> {
        if let Some(Value::String(text)) = self.left.remove(field) {
            return Some(text);
        }
        self.wrong(field, expected);
        None
    }

    /// A text that is empty when it is missing.
    pub fn text_or_empty(&mut self, field: &str) -> String {
        if self.left.contains_key(field) { self.text(field) } else { String::new() }
    }

    /// True or false; false when it is missing.
    pub fn flag(&mut self, field: &str) -> bool {
        match self.left.remove(field) {
            None => false,
            Some(Value::Bool(flag)) => flag,
            Some(_) => {
                self.wrong(field, "true or false");
                false
            }
        }
    }

    /// A whole number up to 255 that has to be there.
    pub fn number(&mut self, field: &str) -> u8 {
        let number = self.left.remove(field).and_then(|value| value.as_u64());
        number.and_then(|number| u8::try_from(number).ok()).unwrap_or_else(|| {
            self.wrong(field, "a whole number up to 255");
            0
        })
    }

    /// A whole number of any size; 0 when it is missing.
    pub fn count(&mut self, field: &str) -> usize {
        let Some(value) = self.left.remove(field) else { return 0 };
        let number = value.as_u64().and_then(|number| usize::try_from(number).ok());
        number.unwrap_or_else(|| {
            self.wrong(field, "a whole number");
            0
        })
    }

    /// A whole number up to 255, or nothing when it is missing or null.
    pub fn optional_number(&mut self, field: &str) -> Option<u8> {
        if self.left.get(field)?.is_null() {
            self.left.remove(field);
            return None;
        }
        Some(self.number(field))
    }

    /// A list of texts with a meaning; empty when it is missing.
    pub fn texts<T>(&mut self, field: &str, expected: &'static str, parse: fn(&str) -> Option<T>) -> Vec<T> {
        let mut list = Vec::new();
        for value in self.values(field) {
            match value.as_str().and_then(parse) {
                Some(value) => list.push(value),
                None => self.wrong(field, expected),
            }
        }
        list
    }

    /// A text with a meaning that has to be there; `otherwise` stands in for it when it is wrong.
    pub fn parsed<T>(
        &mut self,
        field: &str,
        expected: &'static str,
        parse: fn(&str) -> Option<T>,
        otherwise: T,
    ) -> T {
        let Some(text) = self.required(field, expected) else { return otherwise };
        parse(&text).unwrap_or_else(|| {
            self.wrong(field, expected);
            otherwise
        })
    }

    /// A text with a meaning, or nothing when it is missing or null.
    pub fn optional<T>(
        &mut self,
        field: &str,
        expected: &'static str,
        parse: fn(&str) -> Option<T>,
    ) -> Option<T> {
        if self.left.get(field)?.is_null() {
            self.left.remove(field);
            return None;
        }
        let parsed = self.required(field, expected).and_then(|text| parse(&text));
        if parsed.is_none() {
            self.wrong(field, expected);
        }
        parsed
    }

    /// An object, or nothing when it is missing or null.
    pub fn optional_object<T>(&mut self, field: &str, read: ReadObject<T>) -> Option<T> {
        match self.left.remove(field)? {
            Value::Null => None,
            Value::Object(object) => self.inside(field, read(Self::of(object))),
            _ => {
                self.wrong(field, "an object");
                None
            }
        }
    }

    fn inside<T>(&mut self, field: &str, read: Result<T, WrongField>) -> Option<T> {
        read.map_err(|wrong| self.found(wrong.inside(field))).ok()
    }

    /// An object that has to be there, or an empty one in its place.
    pub fn object<T: Default>(&mut self, field: &str, read: ReadObject<T>) -> T {
        let object = self.optional_object(field, read);
        if object.is_none() {
            self.wrong(field, "an object");
        }
        object.unwrap_or_default()
    }

    /// A list of any values; empty when it is missing.
    pub fn values(&mut self, field: &str) -> Vec<Value> {
        match self.left.remove(field) {
            None => Vec::new(),
            Some(Value::Array(values)) => values,
            Some(_) => {
                self.wrong(field, "a list");
                Vec::new()
            }
        }
    }

    /// A list of objects; empty when it is missing.
    pub fn list<T>(&mut self, field: &str, read: ReadObject<T>) -> Vec<T> {
        let mut list = Vec::new();
        for value in self.values(field) {
            match value {
                Value::Object(object) => list.extend(self.inside(field, read(Self::of(object)))),
                _ => self.wrong(field, "a list of objects"),
            }
        }
        list
    }

    /// Notes a wrong field where two of these values of it are the same.
    pub fn different(&mut self, field: &str, values: &[&str]) {
        let mut earlier = Vec::new();
        for value in values {
            if earlier.contains(value) {
                self.wrong(field, "different in each");
            }
            earlier.push(value);
        }
    }

    /// A list of objects that has to be there.
    pub fn required_list<T>(&mut self, field: &str, read: ReadObject<T>) -> Vec<T> {
        if !self.left.contains_key(field) {
            self.wrong(field, "a list");
        }
        self.list(field, read)
    }
}

impl WrongField {
    pub(super) fn new(field: &str, expected: &str) -> Self {
        Self { field: field.into(), place: None, expected: expected.into() }
    }

    fn inside(mut self, field: &str) -> Self {
        self.field = format!("{field}.{}", self.field);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::compact;

    fn fields(text: &str) -> Fields {
        Fields::of(serde_json::from_str(text).expect("an object"))
    }

    #[test]
    fn the_first_wrong_field_is_named_with_where_it_is() {
        let read: ReadObject<bool> = |mut fields| {
            let done = fields.flag("done");
            fields.finish(done)
        };
        let mut fields = fields(r#"{"actions": [{"done": "yes"}], "name": 5}"#);
        let _ = (fields.list("actions", read), fields.text("name"));
        let wrong = fields.finish(()).expect_err("wrong");
        assert_eq!(wrong.to_string(), "“actions.done” should be true or false");
    }

    #[test]
    fn what_is_missing_or_null_is_nothing_and_what_is_unknown_is_left() {
        let mut read = fields(r#"{"a": null, "b": "x", "new": [1.50, {"c": null}]}"#);
        assert_eq!(read.optional_text("a"), None);
        assert_eq!((read.text("b"), read.text_or_empty("c")), ("x".into(), String::new()));
        assert_eq!(compact(&read.rest()), r#"{"new":[1.50,{"c":null}]}"#);
        assert_eq!(read.clone().finish(()), Ok(()));
        read.text("d");
        assert!(read.finish(()).is_err());
    }
}
