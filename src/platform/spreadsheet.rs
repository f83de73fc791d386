//! The program that reads spreadsheets (the crate `spreadsheet`), in a worker that ends when it has read one.

use super::program::Program;
use super::reach::get;
use js_sys::{Function, Promise, Uint8Array};
use standards_met_core::kit::Workbook;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Reads a file of this name.
///
/// # Errors
/// Why it is no spreadsheet that can be read, as a sentence; `None` where nobody foresaw it, or the program cannot be had.
pub async fn read(name: &str, bytes: &[u8]) -> Result<Workbook, Option<String>> {
    let mut program = Program::start("spreadsheet").await.ok_or(None)?;
    let mut asked = false;
    let answer = Promise::new(&mut |answer: Function, _| {
        let fields = [("name", name.into()), ("bytes", Uint8Array::from(bytes).into())];
        asked = program.ask(&fields, move |heard| {
            let _ = answer.call1(&JsValue::UNDEFINED, &heard.unwrap_or_default());
        });
    });
    if !asked {
        return Err(None);
    }
    let answer = JsFuture::from(answer).await.map_err(|_| None)?;
    match get(&answer, "book").as_string() {
        Some(book) => Workbook::read(&book).ok_or(None),
        None => Err(get(&answer, "error").as_string().filter(|sentence| !sentence.is_empty())),
    }
}
