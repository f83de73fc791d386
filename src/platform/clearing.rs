//! Deleting everything of this page from the browser: both stores, the page's own files, and the worker that keeps them.

use super::reach::{call, get, invoke, navigator, window};
use super::second::{DATABASE, TEXTS};
use super::{address, page};
use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Storage;

/// Everything of ours begins so: the keys of the stores, the names of the caches.
const OURS: &str = "standards-met";
/// The key that tells other tabs that the device is being cleared. It is gone again in the same moment.
pub const NOTE: &str = "standards-met/cleared";
/// A database that is held by another tab is waited for so long: the tab was told to let go of it.
const WAIT_MS: i32 = 4_000;

/// What could not be removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// What is in local storage or in the storage of this tab.
    FirstStore,
    /// The second copy, in IndexedDB.
    SecondStore,
    /// The page's own files, which are kept for use without the internet.
    OwnFiles,
}

/// Deletes everything. Gives what could not be, which is nothing when all went well.
///
/// Whoever calls this has seen to it that this tab writes nothing any more.
pub async fn clear() -> Vec<Left> {
    tell_other_tabs();
    empty_stores();
    // The worker first: it could fill the caches again.
    // A page in one file keeps no files beside it, and some browsers do not even let it ask.
    let worker = page::is_one_file() || leave_worker().await;
    let second = delete_database().await;
    let files = page::is_one_file() || (empty_caches().await && worker);
    // Another tab may have been in the middle of a save when it was told. By now it has stopped.
    let first = empty_stores();
    let parts = [(first, Left::FirstStore), (second, Left::SecondStore), (files, Left::OwnFiles)];
    parts.into_iter().filter(|(gone, _)| !gone).map(|(_, left)| left).collect()
}

/// Tells other tabs, before the first key goes, so that none of them writes its own back.
fn tell_other_tabs() {
    let Some(store) = web_sys::window().and_then(|window| window.local_storage().ok().flatten()) else {
        return;
    };
    if store.set_item(NOTE, "1").is_err() {
        // A full store has room for the note once it is empty.
        empty(Ok(Some(store.clone())));
        let _ = store.set_item(NOTE, "1");
    }
}

/// Empties the store of this browser and that of this tab. Gives whether nothing of ours is left in either.
fn empty_stores() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let (local, session) = (empty(window.local_storage()), empty(window.session_storage()));
    local && session
}

fn empty(store: Result<Option<Storage>, JsValue>) -> bool {
    // A browser that does not let the page at its store may hold something in it all the same.
    let Ok(store) = store else { return false };
    let Some(store) = store else { return true };
    let keys = || {
        let all = 0..store.length().unwrap_or_default();
        let keys = all.filter_map(|index| store.key(index).ok().flatten());
        keys.filter(|key| key.starts_with(OURS)).collect::<Vec<_>>()
    };
    for key in keys() {
        // What stays is seen below.
        let _ = store.remove_item(&key);
    }
    keys().is_empty()
}

/// The address of the folder that this page is in, with a slash at the end.
fn folder() -> String {
    let page = address::page();
    page.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default()
}

/// Has the worker leave that delivers the page without the internet, if there is one.
async fn leave_worker() -> bool {
    let workers = get(&navigator(), "serviceWorker");
    if workers.is_undefined() {
        return true;
    }
    match call(&workers, "getRegistration", &JsValue::UNDEFINED).await {
        Some(ours) if ours.is_undefined() => true,
        // Another page's worker may answer for a folder above.
        Some(ours) if get(&ours, "scope").as_string() != Some(folder()) => true,
        Some(ours) => call(&ours, "unregister", &JsValue::UNDEFINED).await.is_some(),
        None => false,
    }
}

async fn empty_caches() -> bool {
    let caches = get(&window(), "caches");
    if caches.is_undefined() {
        return true;
    }
    let Some(names) = call(&caches, "keys", &JsValue::UNDEFINED).await else { return false };
    let names = Array::from(&names);
    let mut gone = true;
    // Several copies of this page may be hosted under one name.
    let folder = folder();
    let path = folder.splitn(4, '/').nth(3).map(|path| format!("-/{path}")).unwrap_or_default();
    let is_ours =
        |name: &JsValue| name.as_string().is_some_and(|name| name.starts_with(OURS) && name.ends_with(&path));
    for name in names.iter().filter(is_ours) {
        gone &= call(&caches, "delete", &name).await.is_some();
    }
    gone
}

/// Empties the database, and deletes it. Emptied first, because that needs nobody else to let go of it.
async fn delete_database() -> bool {
    let databases = get(&window(), "indexedDB");
    if !get(&databases, "open").is_function() {
        return true;
    }
    empty_database(&databases).await;
    let request = invoke(&databases, "deleteDatabase", &DATABASE.into(), &JsValue::UNDEFINED);
    match request {
        Some(request) => comes(&request, "onsuccess").await,
        None => false,
    }
}

async fn empty_database(databases: &JsValue) {
    // Where there is none, this makes an empty one, which is deleted in a moment.
    let Some(request) = invoke(databases, "open", &DATABASE.into(), &JsValue::UNDEFINED) else { return };
    if !comes(&request, "onsuccess").await {
        return;
    }
    let database = get(&request, "result");
    let transaction = invoke(&database, "transaction", &TEXTS.into(), &"readwrite".into());
    if let Some(transaction) = transaction {
        let texts = invoke(&transaction, "objectStore", &TEXTS.into(), &JsValue::UNDEFINED);
        let texts = texts.unwrap_or_default();
        if invoke(&texts, "clear", &JsValue::UNDEFINED, &JsValue::UNDEFINED).is_some() {
            comes(&transaction, "oncomplete").await;
        }
    }
    // An open connection would hold up the deleting.
    let _ = invoke(&database, "close", &JsValue::UNDEFINED, &JsValue::UNDEFINED);
}

/// Whether what was asked of the database is done, before long.
async fn comes(request: &JsValue, done: &str) -> bool {
    let promise = Promise::new(&mut |resolve, reject| {
        // Setting a handler does not fail.
        let _ = Reflect::set(request, &done.into(), &resolve);
        let _ = Reflect::set(request, &"onerror".into(), &reject);
        let _ = Reflect::set(request, &"onabort".into(), &reject);
        // A handler that nobody calls any more does nothing when this rings.
        let _ = invoke(&window(), "setTimeout", &reject, &WAIT_MS.into());
    });
    JsFuture::from(promise).await.is_ok()
}
