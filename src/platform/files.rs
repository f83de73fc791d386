//! Files that a person chooses or drops, or is handed.

use super::reach::get;
use gloo_file::{Blob, ObjectUrl};
use gloo_timers::callback::Timeout;
use standards_met_core::exchange::{ImportError, MAX_BYTES};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlAnchorElement;

pub use gloo_file::File;

/// Reads a whole file.
///
/// # Errors
/// [`ImportError::TooLarge`] before anything is read, [`ImportError::Unreadable`] when the browser cannot read it.
pub async fn read(file: &File) -> Result<Vec<u8>, ImportError> {
    if file.size() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: file.size() });
    }
    let blob: &web_sys::Blob = file.as_ref();
    bytes(blob.array_buffer()).await.ok_or(ImportError::Unreadable)
}

/// A file that is being read.
pub struct Begun(Result<JsFuture, ImportError>);

/// Begins to read a whole file: the browser goes on with it while something else is done.
#[must_use]
pub fn begin(file: &File) -> Begun {
    if file.size() > MAX_BYTES {
        return Begun(Err(ImportError::TooLarge { bytes: file.size() }));
    }
    let blob: &web_sys::Blob = file.as_ref();
    Begun(Ok(JsFuture::from(blob.array_buffer())))
}

impl Begun {
    /// What is in the file.
    ///
    /// # Errors
    /// As [`read`].
    pub async fn bytes(self) -> Result<Vec<u8>, ImportError> {
        let buffer = self.0?.await.map_err(|_| ImportError::Unreadable)?;
        Ok(js_sys::Uint8Array::new(&buffer).to_vec())
    }
}

/// Whether a person can choose a whole folder in this browser.
#[must_use]
pub fn takes_folders() -> bool {
    let field = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.create_element("input").ok());
    field.is_some_and(|field| !get(&field, "webkitdirectory").is_undefined())
}

/// Hands a text to the person as a file. Gives whether the browser was asked to; what it does then, it tells nobody.
pub fn hand_over(name: &str, text: &str) -> bool {
    hand_over_as(name, text, "application/json")
}

/// Hands a text to the person as a file of this media type.
pub fn hand_over_as(name: &str, text: &str, media_type: &str) -> bool {
    hand_over_bytes(name, text.as_bytes(), media_type)
}

/// Hands bytes to the person as a file of this media type.
pub fn hand_over_bytes(name: &str, bytes: &[u8], media_type: &str) -> bool {
    let url = ObjectUrl::from(Blob::new_with_options(bytes, Some(media_type)));
    let anchor = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.create_element("a").ok())
        .and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
    let asked = anchor.is_some();
    if let Some(anchor) = anchor {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    // The browser reads the address after the click; WebKit fails when it is taken away at once.
    Timeout::new(60_000, move || drop(url)).forget();
    asked
}

/// Reads a file that was delivered with this page.
///
/// # Errors
/// [`ImportError::Unreadable`] when it cannot be had.
pub async fn own_file(name: &str) -> Result<Vec<u8>, ImportError> {
    let fetched = async {
        let window = web_sys::window()?;
        let response = JsFuture::from(window.fetch_with_str(name)).await.ok()?;
        let response = response.dyn_into::<web_sys::Response>().ok().filter(web_sys::Response::ok)?;
        bytes(response.array_buffer().ok()?).await
    };
    fetched.await.ok_or(ImportError::Unreadable)
}

/// The bytes that the browser promises. `None` when it breaks its promise.
async fn bytes<T>(buffer: js_sys::Promise<T>) -> Option<Vec<u8>>
where
    T: wasm_bindgen::convert::FromWasmAbi + wasm_bindgen::JsGeneric + 'static,
{
    let buffer = JsFuture::from(buffer).await.ok()?;
    Some(js_sys::Uint8Array::new(buffer.as_ref()).to_vec())
}
