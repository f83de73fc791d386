//! The page as an app on the home screen: whether it is one, and the browser's own offer to make it one.

use super::page::root_says;
use super::reach::{call, get, navigator, window};
use gloo_events::EventListener;
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Under which name `boot.js` keeps the browser's offer: it comes when it likes, and mostly before the program.
const OFFER: &str = "standardsMetInstall";

/// Where the page is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a tab of the browser.
    Tab,
    /// In a window of its own, from the home screen, the dock or the start menu.
    App,
}

/// What kind of device this is, as far as the way to the home screen differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An iPad or an iPhone.
    Apple,
    Android,
    Computer,
}

/// Where the page is open, as `public/early.js` has found out.
#[must_use]
pub fn place() -> Place {
    if root_says("data-place", "app") { Place::App } else { Place::Tab }
}

/// What kind of device this is.
#[must_use]
pub fn kind() -> Kind {
    let navigator = navigator();
    let agent = get(&navigator, "userAgent").as_string().unwrap_or_default();
    // An iPad says that it is a Mac; no Mac has a screen for fingers.
    let fingers = get(&navigator, "maxTouchPoints").as_f64().unwrap_or_default();
    if agent.contains("iPad") || agent.contains("iPhone") || (agent.contains("Macintosh") && fingers > 1.0) {
        Kind::Apple
    } else if agent.contains("Android") {
        Kind::Android
    } else {
        Kind::Computer
    }
}

/// Whether the browser offers to install the page by itself.
#[must_use]
pub fn can_prompt() -> bool {
    get(&get(&window(), OFFER), "prompt").is_function()
}

/// Calls back when the browser makes its offer, should it not have done so yet.
pub fn on_offer(tell: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::once(&window, "beforeinstallprompt", move |_| tell()).forget();
    }
}

/// Takes up the browser's offer: it asks the person. Gives whether they said yes.
pub async fn prompt() -> bool {
    let window = window();
    let offer = get(&window, OFFER);
    // An offer can be taken up once. A browser that still offers it makes a new one.
    let _ = Reflect::set(&window, &OFFER.into(), &JsValue::UNDEFINED);
    let asked = async {
        call(&offer, "prompt", &JsValue::UNDEFINED).await?;
        let choice: Promise = get(&offer, "userChoice").dyn_into().ok()?;
        let choice = JsFuture::from(choice).await.ok()?;
        get(&choice, "outcome").as_string()
    };
    asked.await.as_deref() == Some("accepted")
}
