//! Only for as long as pages of both kinds are there: a view as an `El`, and an `El` inside a view.

use crate::ui::element::{El, fragment};
use leptos::html::Div;
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;

/// Builds a view, for pages that are made of `El`. What it follows ends with the owner around.
pub fn shown(view: impl IntoView) -> El {
    let around = fragment();
    let mut state = view.into_any().build();
    // A fragment is no element, and is appended to in the same way.
    state.mount(around.node().raw().unchecked_ref(), None);
    let state = SendWrapper::new(state);
    on_cleanup(move || drop(state));
    around
}

/// Shows an `El` in a view.
#[component]
pub fn Old(el: El) -> impl IntoView {
    let around = NodeRef::<Div>::new();
    let el = SendWrapper::new(el);
    around.on_load(move |around| {
        if let Some(node) = el.node().raw().dyn_ref() {
            // A view that is made anew may use the element again.
            around.set_text_content(None);
            let _ = around.append_child(node);
        }
    });
    view! { <div style:display="contents" node_ref=around></div> }
}
