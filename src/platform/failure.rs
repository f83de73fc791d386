//! What happens should the program fail all the same.

use std::panic;
use wasm_bindgen::JsValue;

/// On a panic, shows the block of `index.html` that works without this program.
pub fn show_on_panic() {
    panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        let block = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.get_element_by_id("failure"));
        if let Some(block) = block {
            let _ = block.remove_attribute("hidden");
            block.scroll_into_view();
        }
    }));
}
