//! How long this browser keeps what is stored, and the asking for longer.

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
/// an iPad, unless the page was added to the home screen.
#[must_use]
pub fn is_short() -> bool {
    let navigator = navigator();
    let agent = get(&navigator, "userAgent").as_string().unwrap_or_default();
    let has = |name: &str| agent.as_bytes().windows(name.len()).any(|part| part == name.as_bytes());
    let standalone = get(&navigator, "standalone").as_bool() == Some(true);
    has("AppleWebKit") && !has("Chrom") && !standalone
}
