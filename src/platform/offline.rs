//! The worker that keeps the page's own files, so that it opens without the internet (`public/worker.js`).

use super::reach::{call, get, window};
use gloo_events::EventListener;
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

/// The function of `boot.js` that registers the worker.
const REGISTER: &str = "standardsMetWorker";
/// What the worker takes for the wish to be in charge.
const SWITCH: &str = "switch";

/// How things are with the worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// No worker: the browser, the address or the host does not allow it.
    Impossible,
    /// The files are on their way, or the page was opened before they were all there.
    NotYet,
    /// This page came from the kept files, or would.
    Ready,
    /// So it did, and a newer version is kept beside it and waits.
    NewerWaits,
    /// A newer version is in charge than the one that this page is of.
    Replaced,
}

/// The worker, once it is registered.
#[derive(Clone, Debug)]
pub struct Worker {
    registration: JsValue,
    workers: JsValue,
}

fn listen(to: &JsValue, event: &'static str, callback: impl Fn() + 'static) {
    if let Ok(target) = to.clone().dyn_into::<EventTarget>() {
        EventListener::new(&target, event, move |_| callback()).forget();
    }
}

impl Worker {
    /// Registers the worker, and calls back with how things are now and whenever that changes.
    pub async fn register(tell: impl Fn(Seen) + 'static) -> Option<Self> {
        let window = window();
        let workers = get(&get(&window, "navigator"), "serviceWorker");
        let registered = async {
            if workers.is_undefined() {
                return None;
            }
            call(&window, REGISTER, &JsValue::UNDEFINED).await
        };
        let Some(registration) = registered.await else {
            tell(Seen::Impossible);
            return None;
        };
        let worker = Self { registration, workers };
        // A page that nobody was in charge of gets its first worker; another one later is of another version.
        let first = RefCell::new(get(&worker.workers, "controller"));
        let tell = Rc::new(tell);
        let look = {
            let (worker, tell) = (worker.clone(), tell.clone());
            Rc::new(move || tell(worker.look(&first)))
        };
        let (coming, on_control) = (worker.clone(), look.clone());
        listen(&worker.workers, "controllerchange", move || on_control());
        let (new, on_state) = (worker.clone(), look.clone());
        listen(&worker.registration, "updatefound", move || {
            let on_state = on_state.clone();
            listen(&get(&new.registration, "installing"), "statechange", move || on_state());
        });
        // What is installing at this moment was found before anybody listened.
        let on_state = look.clone();
        listen(&get(&coming.registration, "installing"), "statechange", move || on_state());
        look();
        Some(worker)
    }

    fn look(&self, first: &RefCell<JsValue>) -> Seen {
        let controller = get(&self.workers, "controller");
        let there = |worker: &JsValue| !worker.is_null() && !worker.is_undefined();
        // The event comes before the place is empty.
        let is = |place: &str, states: &[&str]| {
            let state = get(&get(&self.registration, place), "state").as_string();
            state.is_some_and(|state| states.contains(&state.as_str()))
        };
        if !there(&controller) {
            return if is("active", &["activated"]) {
                // Loaded past the worker, as with Shift held down: the next time it is in charge.
                Seen::Ready
            } else if ["installing", "waiting", "active"]
                .iter()
                .any(|place| is(place, &["parsed", "installing", "installed", "activating"]))
            {
                Seen::NotYet
            } else {
                Seen::Impossible
            };
        }
        if !there(&first.borrow()) {
            first.replace(controller.clone());
        }
        if controller != *first.borrow() {
            Seen::Replaced
        } else if there(&get(&self.registration, "waiting")) {
            Seen::NewerWaits
        } else {
            Seen::Ready
        }
    }

    /// Asks the host whether there is a newer version. Without the internet, there is no answer, which is none too.
    pub async fn ask_for_newer(&self) {
        call(&self.registration, "update", &JsValue::UNDEFINED).await;
    }

    /// Lets the newer version take over.
    pub fn switch(&self) {
        let waiting = get(&self.registration, "waiting");
        let Ok(post) = get(&waiting, "postMessage").dyn_into::<Function>() else { return };
        // Fails for no worker that waits.
        let _ = post.call1(&waiting, &SWITCH.into());
    }
}
