//! How long this browser keeps what is stored, and the asking for longer.

use super::page::root_says;
use super::reach::{call, get, navigator};
use wasm_bindgen::JsValue;

/// Whether the browser has promised not to clear what is stored. `None` where it cannot be asked.
pub async fn is_promised() -> Option<bool> {
    call(&get(&navigator(), "storage"), "persisted", &JsValue::UNDEFINED).await?.as_bool()
}

/// Asks the browser to promise it. Some decide by themselves, some ask the person.
pub async fn ask() -> Option<bool> {
    call(&get(&navigator(), "storage"), "persist", &JsValue::UNDEFINED).await?.as_bool()
}

/// Whether this browser deletes what a page stored once it has not been visited for a week: Safari and every browser on
/// an iPad, unless the page was added to the home screen. `public/early.js` has found it out.
#[must_use]
pub fn is_short() -> bool {
    root_says("data-keeps", "week")
}
