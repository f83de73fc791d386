//! Locking a text with a passphrase and unlocking it, as the browser's own cryptography does: AES-256-GCM, with a key that
//! PBKDF2 makes from the passphrase. Browsers give it only to pages that came by https or are on this device.

use super::reach::{get, window};
use js_sys::{Array, Function, JsString, Object, Promise, Reflect, Uint8Array};
use standards_met_core::assessment::Timestamp;
use standards_met_core::exchange::{IV, LockParameters, Locked, SALT, tidy_passphrase};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

fn subtle() -> JsValue {
    get(&get(&window(), "crypto"), "subtle")
}

/// Whether this browser locks and unlocks here.
#[must_use]
pub fn is_possible() -> bool {
    get(&subtle(), "deriveKey").has_type::<Function>()
}

/// Locks a text, and gives the text of the locked file. `None` where this browser does not do it.
pub async fn lock(text: &str, passphrase: &str, now: Timestamp) -> Option<String> {
    let mut locked = Locked::new(LockParameters::new(random(SALT)?, random(IV)?), now);
    let key = key(passphrase, &locked.lock).await?;
    let text = ask("encrypt", &[cipher(&locked), key, bytes(text.as_bytes())]).await?;
    locked.text = Uint8Array::new(&text).to_vec();
    Some(locked.write())
}

/// Unlocks a file, and gives the bytes of the one inside. `None` where the passphrase is another one, where anything in the
/// file was changed, and where this browser does not do it: see [`is_possible`].
pub async fn unlock(locked: &Locked, passphrase: &str) -> Option<Vec<u8>> {
    let key = key(passphrase, &locked.lock).await?;
    let text = ask("decrypt", &[cipher(locked), key, bytes(&locked.text)]).await?;
    Some(Uint8Array::new(&text).to_vec())
}

/// Makes the key, which the browser keeps to itself. It takes about a second, during which the page goes on.
async fn key(passphrase: &str, lock: &LockParameters) -> Option<JsValue> {
    // Keyboards write “é” in two ways, and tablets another than computers.
    let passphrase = JsString::from(tidy_passphrase(passphrase).as_str()).normalize("NFKC");
    let passphrase = bytes(String::from(passphrase).as_bytes());
    let use_of_it = Array::of1(&"deriveKey".into());
    let arguments: [JsValue; 5] = ["raw".into(), passphrase, "PBKDF2".into(), false.into(), use_of_it.into()];
    let passphrase = ask("importKey", &arguments).await?;
    let making = fields(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", bytes(&lock.salt)),
        ("iterations", lock.iterations.into()),
    ]);
    let kind = fields(&[("name", "AES-GCM".into()), ("length", 256_u32.into())]);
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    ask("deriveKey", &[making, passphrase, kind, false.into(), uses.into()]).await
}

fn cipher(locked: &Locked) -> JsValue {
    fields(&[
        ("name", "AES-GCM".into()),
        ("iv", bytes(&locked.lock.iv)),
        ("additionalData", bytes(locked.header().as_bytes())),
    ])
}

/// Calls a method of the browser's cryptography, and waits for what it promises.
async fn ask(method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let subtle = subtle();
    let method: Function = get(&subtle, method).dyn_into().ok()?;
    let arguments: Array = arguments.iter().collect();
    let promise: Promise = method.apply(&subtle, &arguments).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

fn fields(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of an object of one's own does not fail.
        let _ = Reflect::set(&object, &JsValue::from(*name), value);
    }
    object.into()
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

/// So many bytes that nobody can foresee.
fn random(count: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0; count];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}
