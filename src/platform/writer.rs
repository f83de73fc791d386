//! The program that writes reports as files (the crate `reports`), in a worker, so that the page goes on meanwhile.

use super::program::Program;
use super::reach::get;
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

/// The worker. It ends when this is dropped.
pub struct Writer(Program);

/// What the worker tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It has read what it was given, and writes.
    Writing,
    /// It has written the file, and reads it back.
    Checking,
    Done(Written),
    /// Why it could not; empty where it does not know itself.
    Failed(String),
}

/// A file that was written, read back, and found to hold everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub name: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
    pub items: usize,
    pub actions: usize,
}

impl Writer {
    /// Fetches the program and starts it. `None` where it cannot be had, or this browser has no workers.
    pub async fn start() -> Option<Self> {
        Program::start("reports").await.map(Self)
    }

    /// Asks for a report of a document, both as texts, and calls back with each thing that the worker tells.
    pub fn ask(&mut self, document: &str, request: &str, told: impl Fn(Told) + Clone + 'static) {
        let fields = [("document", document.into()), ("request", request.into())];
        // What cannot be posted is answered by nobody, and the person can cancel.
        let _ = self.0.ask(&fields, move |message| {
            told(message.map_or_else(|| Told::Failed(String::new()), |message| heard(&message)));
        });
    }
}

fn heard(message: &JsValue) -> Told {
    let text = |name: &str| get(message, name).as_string();
    match (text("stage").as_deref(), text("name")) {
        (Some("checking"), _) => Told::Checking,
        (Some(_), _) => Told::Writing,
        (None, Some(name)) => Told::Done(Written {
            name,
            media_type: text("mediaType").unwrap_or_default(),
            bytes: Uint8Array::new(&get(message, "bytes")).to_vec(),
            items: count(&get(message, "items")),
            actions: count(&get(message, "actions")),
        }),
        (None, None) => Told::Failed(text("error").unwrap_or_default()),
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // `as` saturates
fn count(number: &JsValue) -> usize {
    number.as_f64().unwrap_or_default() as usize
}
