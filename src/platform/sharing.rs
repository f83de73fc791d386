//! Handing a file to another app, as the device's own share sheet does it.

use super::reach::{get, navigator};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag};

/// In which form this browser shares an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As it is.
    Json,
    /// Some browsers let only certain kinds of file through, of which plain text is one.
    Text,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The other app has it, as far as the browser says.
    Done,
    /// The person thought better of it.
    Cancelled,
    /// The browser did not let it.
    Refused,
}

impl Form {
    /// The name of the file in this form. [`standards_met_core::exchange`] opens either.
    #[must_use]
    pub fn file_name(self, json: &str) -> String {
        match self {
            Self::Json => json.to_owned(),
            Self::Text => format!("{}.txt", json.strip_suffix(".json").unwrap_or(json)),
        }
    }

    fn file(self, name: &str, text: &str) -> Option<File> {
        let kind = match self {
            Self::Json => "application/json",
            Self::Text => "text/plain",
        };
        let options = FilePropertyBag::new();
        options.set_type(kind);
        File::new_with_str_sequence_and_options(&Array::of1(&text.into()), &self.file_name(name), &options)
            .ok()
    }
}

fn with(file: &File) -> JsValue {
    let share = Object::new();
    // Setting a field of an object of one's own does not fail.
    let _ = Reflect::set(&share, &"files".into(), &Array::of1(file));
    share.into()
}

fn method(name: &str) -> Option<Function> {
    get(&navigator(), name).dyn_into().ok()
}

/// The form in which this browser shares a file with the device's other apps. `None` where it shares none.
#[must_use]
pub fn form() -> Option<Form> {
    let can = method("canShare")?;
    method("share")?;
    [Form::Json, Form::Text].into_iter().find(|form| {
        let file = form.file("a.json", "{}");
        let answer = file.and_then(|file| can.call1(&navigator(), &with(&file)).ok());
        answer.and_then(|answer| answer.as_bool()) == Some(true)
    })
}

/// Opens the device's share sheet with a file. Has to be called while a press is being answered.
pub async fn share(form: Form, name: &str, text: &str) -> Shared {
    let promised = || -> Option<Promise> {
        let file = form.file(name, text)?;
        Some(Promise::resolve(&method("share")?.call1(&navigator(), &with(&file)).ok()?))
    };
    let Some(promise) = promised() else { return Shared::Refused };
    match JsFuture::from(promise).await {
        Ok(_) => Shared::Done,
        Err(error) if get(&error, "name").as_string().as_deref() == Some("AbortError") => Shared::Cancelled,
        Err(_) => Shared::Refused,
    }
}
