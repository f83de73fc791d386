//! Files that are opened with the page itself, where it is installed and the system lets people choose it for a file.

use super::files::File;
use super::reach::{call, get, window};
use js_sys::{Array, Function};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

/// Calls back with each file that the page is opened with, now and later.
pub fn on_file(open: impl Fn(File) + Clone + 'static) {
    let queue = get(&window(), "launchQueue");
    let Ok(set_consumer) = get(&queue, "setConsumer").dyn_into::<Function>() else { return };
    let consumer = Closure::<dyn Fn(JsValue)>::new(move |launch: JsValue| {
        let files = get(&launch, "files");
        if !Array::is_array(&files) {
            return;
        }
        for handle in Array::from(&files).iter() {
            let open = open.clone();
            spawn_local(async move {
                let file = call(&handle, "getFile", &JsValue::UNDEFINED).await;
                if let Some(file) = file.and_then(|file| file.dyn_into::<web_sys::File>().ok()) {
                    open(file.into());
                }
            });
        }
    });
    // A browser that has the queue takes one.
    let _ = set_consumer.call1(&queue, consumer.as_ref());
    consumer.forget();
}
