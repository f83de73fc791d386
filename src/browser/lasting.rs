//! How long this browser keeps what is stored, and the asking for longer.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

fn navigator() -> JsValue {
    web_sys::window().map_or(JsValue::UNDEFINED, |window| window.navigator().into())
}

pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Calls a method that may not exist in this browser, and waits for what it promises.
pub(super) async fn call(of: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
    let method: Function = get(of, name).dyn_into().ok()?;
    let promise: Promise = method.call1(of, argument).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

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
