//! A program of its own in a worker (the crates `reports` and `spreadsheet`), so that the page goes on meanwhile.

use super::reach::{call, get, invoke, window};
use gloo_events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

/// The function of `boot.js` that fetches a program and starts the worker with it.
const START: &str = "standardsMetProgram";

/// The worker. It ends when this is dropped.
pub(super) struct Program {
    worker: EventTarget,
    /// They listen until they are dropped.
    listening: Vec<EventListener>,
}

impl Program {
    /// Fetches the program of this name and starts it. `None` where it cannot be had, or this browser has no workers.
    pub(super) async fn start(name: &str) -> Option<Self> {
        let worker = call(&window(), START, &name.into()).await?.dyn_into().ok()?;
        Some(Self { worker, listening: Vec::new() })
    }

    /// Posts a message of these fields, and calls back with each that comes: `None` where the program has stopped. What was
    /// asked before is heard no more. False where the message cannot be posted: then nothing comes.
    pub(super) fn ask(
        &mut self,
        fields: &[(&str, JsValue)],
        heard: impl Fn(Option<JsValue>) + Clone + 'static,
    ) -> bool {
        let stopped = heard.clone();
        self.listening = vec![
            EventListener::new(&self.worker, "message", move |event| heard(Some(get(event, "data")))),
            EventListener::new(&self.worker, "error", move |_| stopped(None)),
        ];
        let message = Object::new();
        for (name, value) in fields {
            // Setting a field of an object of one's own does not fail.
            let _ = Reflect::set(&message, &(*name).into(), value);
        }
        invoke(&self.worker, "postMessage", &message, &JsValue::UNDEFINED).is_some()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = invoke(&self.worker, "terminate", &JsValue::UNDEFINED, &JsValue::UNDEFINED);
    }
}
