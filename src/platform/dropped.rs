//! What was dropped on the page: files, and folders with all that is in them where the browser shows it.

use super::files::File;
use super::reach::{get, invoke};
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::DragEvent;

/// So many files are taken out of folders: more than anybody has homes, and an end where folders have none.
const MOST: usize = 20_000;

/// What was dropped. Nothing of it is read yet.
pub struct Dropped {
    files: Vec<File>,
    folders: Vec<JsValue>,
}

impl Dropped {
    /// What an event brings; `None` where that holds no file and no folder. The browser shows it only while the event is
    /// being heard.
    #[must_use]
    pub fn of(event: &DragEvent) -> Option<Self> {
        let carried = event.data_transfer()?;
        let items = get(&carried, "items");
        let (mut files, mut folders) = (Vec::new(), Vec::new());
        let count = get(&items, "length").as_f64().unwrap_or_default();
        for number in (0_u32..).take_while(|number| f64::from(*number) < count) {
            let item = get(&items, &number.to_string());
            let nothing = &JsValue::UNDEFINED;
            let entry = invoke(&item, "webkitGetAsEntry", nothing, nothing).unwrap_or_default();
            if get(&entry, "isDirectory").as_bool() == Some(true) {
                folders.push(entry);
            } else if let Some(file) = invoke(&item, "getAsFile", nothing, nothing) {
                files.extend(file.dyn_into::<web_sys::File>().ok().map(File::from));
            }
        }
        if files.is_empty() && folders.is_empty() {
            let list = carried.files()?;
            files.extend((0..list.length()).filter_map(|index| list.get(index)).map(File::from));
        }
        (!files.is_empty() || !folders.is_empty()).then_some(Self { files, folders })
    }

    /// Every file, also those in folders and in the folders in them. What the browser does not show is left out.
    pub async fn files(self) -> Vec<File> {
        let Self { mut files, mut folders } = self;
        while let Some(folder) = folders.pop() {
            let nothing = &JsValue::UNDEFINED;
            let Some(reader) = invoke(&folder, "createReader", nothing, nothing) else { continue };
            // It gives them in batches, and an empty one at the end.
            while let Some(batch) = ask(&reader, "readEntries").await {
                let batch = Array::from(&batch);
                if batch.length() == 0 || files.len() >= MOST {
                    break;
                }
                for entry in batch.iter() {
                    if get(&entry, "isDirectory").as_bool() == Some(true) {
                        folders.push(entry);
                    } else if let Some(file) = ask(&entry, "file").await {
                        files.extend(file.dyn_into::<web_sys::File>().ok().map(File::from));
                    }
                }
            }
        }
        files
    }
}

/// Calls a method that takes a function for its answer and one for its failure.
async fn ask(of: &JsValue, method: &str) -> Option<JsValue> {
    let answer = Promise::new(&mut |resolve, reject| {
        if invoke(of, method, &resolve, &reject).is_none() {
            // It is not there, or it throws: nobody else will answer.
            let _ = reject.call1(&JsValue::UNDEFINED, &JsValue::UNDEFINED);
        }
    });
    JsFuture::from(answer).await.ok()
}
