//! A file that a person chose, and that the page may write to whenever something has changed. Only some browsers can.

use super::reach::{call, get, window};
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The file, as the browser names it. It gives no path, and nothing can be read through it here.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptFile(pub(super) JsValue);

fn options(name: &str, value: &JsValue) -> JsValue {
    let options = Object::new();
    // Setting a field of an object of one's own does not fail.
    let _ = Reflect::set(&options, &name.into(), value);
    options.into()
}

impl KeptFile {
    /// Whether this browser lets a page write to a file that a person chose.
    #[must_use]
    pub fn is_possible() -> bool {
        get(&window(), "showSaveFilePicker").has_type::<Function>()
    }

    /// Lets the person choose where. `None` where they chose not to.
    pub async fn choose(suggested: &str) -> Option<Self> {
        let options = options("suggestedName", &suggested.into());
        call(&window(), "showSaveFilePicker", &options).await.map(Self)
    }

    /// The name of the file, without the folder.
    #[must_use]
    pub fn name(&self) -> String {
        get(&self.0, "name").as_string().unwrap_or_default()
    }

    /// Whether it may be written to without asking. With `ask`, the person is asked where it may not.
    pub async fn may_write(&self, ask: bool) -> bool {
        let method = if ask { "requestPermission" } else { "queryPermission" };
        if !get(&self.0, method).has_type::<Function>() {
            return true;
        }
        let answer = call(&self.0, method, &options("mode", &"readwrite".into())).await;
        answer.and_then(|answer| answer.as_string()).as_deref() == Some("granted")
    }

    /// Writes the whole text in place of what was there. The browser puts it there in one go, when it is complete.
    pub async fn write(&self, text: &str) -> bool {
        let write = async {
            let stream = call(&self.0, "createWritable", &JsValue::UNDEFINED).await?;
            call(&stream, "write", &text.into()).await?;
            call(&stream, "close", &JsValue::UNDEFINED).await
        };
        write.await.is_some()
    }
}
