//! Long work in short turns, so that the page goes on meanwhile.

use super::clock;
use super::reach::{invoke, window};
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// After so much work the browser has its turn. A page feels a pause of 50; one step of work comes on top of this.
const LONG_MS: f64 = 16.0;

/// Lets the browser do everything else that waits: draw, and hear what a person does.
pub async fn next() {
    after(0).await;
}

/// Waits for so many milliseconds.
pub async fn after(ms: u32) {
    let next = Promise::new(&mut |go_on, _| {
        // A browser without timers has no page.
        let _ = invoke(&window(), "setTimeout", &go_on, &JsValue::from(ms));
    });
    // What a timer promises, it keeps.
    let _ = JsFuture::from(next).await;
}

/// How long has been worked since the browser last had its turn.
#[derive(Debug, Default)]
pub struct Turns {
    worked: f64,
}

impl Turns {
    /// Does a step of the work. The time that it takes counts; that of waiting in between does not.
    pub fn work<T>(&mut self, step: impl FnOnce() -> T) -> T {
        let begun = clock::elapsed();
        let outcome = step();
        self.worked += clock::elapsed() - begun;
        outcome
    }

    /// Whether it is the browser's turn.
    #[must_use]
    pub fn are_due(&self) -> bool {
        self.worked >= LONG_MS
    }

    /// Lets the browser draw and hear before it goes on. Not after every little step: from the fifth timer on, one takes four
    /// milliseconds at least.
    pub async fn pass(&mut self) {
        next().await;
        self.worked = 0.0;
    }
}
