//! The program that writes reports as files (the crate `reports`), in a worker, so that the page goes on meanwhile.

use super::reach::{call, get, invoke, window};
use gloo_events::EventListener;
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

/// The function of `boot.js` that fetches the program and starts the worker with it.
const START: &str = "standardsMetReports";

/// The worker. It ends when this is dropped.
pub struct Writer {
    worker: JsValue,
    /// They listen until they are dropped.
    listening: Vec<EventListener>,
}

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
        let worker = call(&window(), START, &JsValue::UNDEFINED).await?;
        worker.is_instance_of::<EventTarget>().then(|| Self { worker, listening: Vec::new() })
    }

    /// Asks for a report of a document, both as texts, and calls back with each thing that the worker tells.
    pub fn ask(&mut self, document: &str, request: &str, told: impl Fn(Told) + Clone + 'static) {
        // Nobody hears any more what was asked for before.
        self.listening.clear();
        let Some(worker) = self.worker.dyn_ref::<EventTarget>() else { return };
        let failed = told.clone();
        self.listening.push(EventListener::new(worker, "message", move |event| {
            told(heard(&get(event, "data")));
        }));
        self.listening
            .push(EventListener::new(worker, "error", move |_| failed(Told::Failed(String::new()))));
        let message = Object::new();
        for (name, text) in [("document", document), ("request", request)] {
            // Setting a field of an object of one's own does not fail.
            let _ = Reflect::set(&message, &name.into(), &text.into());
        }
        // What cannot be posted is answered by nobody, and the person can cancel.
        let _ = invoke(&self.worker, "postMessage", &message, &JsValue::UNDEFINED);
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        let _ = invoke(&self.worker, "terminate", &JsValue::UNDEFINED, &JsValue::UNDEFINED);
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
