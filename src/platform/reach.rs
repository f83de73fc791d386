//! Reaching what a browser may not have: by name, so that what is missing is missing and nothing more. The typed way of
//! `web-sys` would cost code for each, and throws where a method is not there.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

pub(super) fn window() -> JsValue {
    web_sys::window().map_or(JsValue::UNDEFINED, JsValue::from)
}

pub(super) fn navigator() -> JsValue {
    get(&window(), "navigator")
}

pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Calls a method that may not exist in this browser. `None` where it does not, or throws.
pub(super) fn invoke(of: &JsValue, name: &str, first: &JsValue, second: &JsValue) -> Option<JsValue> {
    let method: Function = get(of, name).dyn_into().ok()?;
    method.call2(of, first, second).ok()
}

/// Calls a method that may not exist in this browser, and waits for what it promises.
pub(super) async fn call(of: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
    let method: Function = get(of, name).dyn_into().ok()?;
    let promise: Promise = method.call1(of, argument).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
