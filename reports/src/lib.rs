//! Writes the reports of Standards Met as files: a program of its own, which the page runs in a worker when somebody asks
//! for one, so that the page goes on meanwhile and its first load does not carry it.
//!
//! What a report says is made by `standards_met::report`; here it is written with the libraries of each form, read back
//! with another one where there is one, and compared.

use wasm_bindgen::prelude::wasm_bindgen;

/// Placeholder.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    standards_met::exchange::APP.to_owned()
}
