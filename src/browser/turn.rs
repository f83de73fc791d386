//! The browser's turns: between two of them it paints, and hears what a person does.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// Lets the browser do everything else that waits. For long work, which is done a piece at a time.
pub async fn next() {
    let Some(window) = web_sys::window() else { return };
    let next = Promise::new(&mut |go_on, _| {
        // A page that is being left goes on at once, or never: nobody sees it.
        let _ = window.set_timeout_with_callback(&go_on);
    });
    let _ = JsFuture::from(next).await;
}
