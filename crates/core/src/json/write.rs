//! Writing an object field by field.

use super::Extra;
use serde_json::Value;

/// An object that is being written, on top of what was unknown when it was read.
#[derive(Clone, Debug)]
pub struct Writing(Extra);

impl Writing {
    #[must_use]
    pub fn over(unknown: &Extra) -> Self {
        Self(unknown.clone())
    }

    #[must_use]
    pub fn value(mut self, field: &str, value: Value) -> Self {
        self.0.insert(field.into(), value);
        self
    }

    #[must_use]
    pub fn text(self, field: &str, text: &str) -> Self {
        self.value(field, Value::String(text.into()))
    }

    #[must_use]
    pub fn optional(self, field: &str, text: Option<String>) -> Self {
        self.value(field, text.map_or(Value::Null, Value::String))
    }

    #[must_use]
    pub fn flag(self, field: &str, flag: bool) -> Self {
        self.value(field, Value::Bool(flag))
    }

    /// A field that is only written where it has something to say, so that a document without it stays as it was.
    #[must_use]
    pub fn maybe(self, field: &str, value: Option<Value>) -> Self {
        match value {
            Some(value) => self.value(field, value),
            None => self,
        }
    }

    #[must_use]
    pub fn list<T>(self, field: &str, list: &[T], write: fn(&T) -> Extra) -> Self {
        let values = list.iter().map(|one| Value::Object(write(one))).collect();
        self.value(field, Value::Array(values))
    }

    #[must_use]
    pub fn done(self) -> Extra {
        self.0
    }
}
