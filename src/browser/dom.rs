//! Nodes of the page, as far as the interface needs them.

use super::files::File;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, DragEvent, Element, FocusOptions, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement, KeyboardEvent,
};

fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
}

/// A node of the page. Where the browser could not make it, everything done to it does nothing.
///
/// Held as the bare value, which is a single number to pass around: nearly all that the interface does is pass nodes.
#[derive(Clone, Debug, PartialEq)]
pub struct Node(JsValue);

/// What keeps listening to an event until it is dropped.
pub struct Listening(#[expect(dead_code, reason = "it listens until it is dropped")] Option<EventListener>);

fn node(made: Option<impl Into<JsValue>>) -> Node {
    Node(made.map_or(JsValue::UNDEFINED, Into::into))
}

impl Node {
    #[must_use]
    pub fn element(tag: &str) -> Self {
        node(document().and_then(|document| document.create_element(tag).ok()))
    }

    /// An element of a drawing.
    #[must_use]
    pub fn svg(tag: &str) -> Self {
        let namespace = Some("http://www.w3.org/2000/svg");
        node(document().and_then(|document| document.create_element_ns(namespace, tag).ok()))
    }

    #[must_use]
    pub fn text(text: &str) -> Self {
        node(document().map(|document| document.create_text_node(text)))
    }

    /// Several nodes that go into the page together.
    #[must_use]
    pub fn fragment() -> Self {
        node(document().map(|document| document.create_document_fragment()))
    }

    /// The first element of the page that a selector names.
    #[must_use]
    pub fn first(selector: &str) -> Self {
        node(document().and_then(|document| document.query_selector(selector).ok().flatten()))
    }

    /// The node as the browser knows it.
    #[must_use]
    pub fn raw(&self) -> &JsValue {
        &self.0
    }

    fn as_node(&self) -> Option<&web_sys::Node> {
        self.0.dyn_ref()
    }

    fn as_input(&self) -> Option<&HtmlInputElement> {
        self.0.dyn_ref()
    }

    pub fn append(&self, child: &Self) {
        if let (Some(node), Some(child)) = (self.as_node(), child.as_node()) {
            let _ = node.append_child(child);
        }
    }

    /// Puts a node before this one.
    pub fn put_before(&self, new: &Self) {
        if let (Some(node), Some(new)) = (self.as_node(), new.as_node())
            && let Some(parent) = node.parent_node()
        {
            let _ = parent.insert_before(new, Some(node));
        }
    }

    #[must_use]
    pub fn next(&self) -> Self {
        node(self.as_node().and_then(web_sys::Node::next_sibling))
    }

    /// Takes the node out of the page.
    pub fn remove(&self) {
        if let Some(node) = self.as_node()
            && let Some(parent) = node.parent_node()
        {
            let _ = parent.remove_child(node);
        }
    }

    /// Takes everything between this node and `end` out of the page.
    pub fn clear_up_to(&self, end: &Self) {
        loop {
            let next = self.next();
            if next.0.is_undefined() || next == *end {
                return;
            }
            next.remove();
        }
    }

    /// Changes the text of a text node.
    pub fn set_text(&self, text: &str) {
        if let Some(node) = self.as_node() {
            node.set_node_value(Some(text));
        }
    }

    /// Sets an attribute, or takes it off.
    pub fn set_attribute(&self, name: &str, value: Option<&str>) {
        if let Some(element) = self.0.dyn_ref::<Element>() {
            let _ = match value {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
        }
    }

    /// Sets one property of the element's style.
    pub fn set_style(&self, property: &str, value: &str) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            let _ = element.style().set_property(property, value);
        }
    }

    /// What is in a field.
    #[must_use]
    pub fn value(&self) -> String {
        let node = &self.0;
        if let Some(field) = node.dyn_ref::<HtmlInputElement>() {
            field.value()
        } else if let Some(field) = node.dyn_ref::<HtmlTextAreaElement>() {
            field.value()
        } else {
            node.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default()
        }
    }

    /// Puts a text into a field, unless it is there already: writing it again would move the cursor.
    pub fn set_value(&self, value: &str) {
        if self.value() == value {
            return;
        }
        let node = &self.0;
        if let Some(field) = node.dyn_ref::<HtmlInputElement>() {
            field.set_value(value);
        } else if let Some(field) = node.dyn_ref::<HtmlTextAreaElement>() {
            field.set_value(value);
        } else if let Some(field) = node.dyn_ref::<HtmlSelectElement>() {
            field.set_value(value);
        }
    }

    /// Puts the focus here, without moving the page under the person.
    pub fn focus(&self) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = element.focus_with_options(&options);
        }
    }

    /// Whether a selector names this element, as it is now.
    #[must_use]
    pub fn matches(&self, selector: &str) -> bool {
        self.0.dyn_ref::<Element>().is_some_and(|element| element.matches(selector).unwrap_or_default())
    }

    #[must_use]
    pub fn is_checked(&self) -> bool {
        self.as_input().is_some_and(HtmlInputElement::checked)
    }

    pub fn set_checked(&self, checked: bool) {
        if let Some(input) = self.as_input() {
            input.set_checked(checked);
        }
    }

    /// The file that was just chosen in this field. The field is emptied, so that the same file can be chosen again.
    #[must_use]
    pub fn take_file(&self) -> Option<File> {
        let field = self.as_input()?;
        let file = field.files()?.get(0)?;
        field.set_value("");
        Some(File::from(file))
    }

    /// The files that were just chosen in this field, which is emptied as well.
    #[must_use]
    pub fn take_files(&self) -> Vec<File> {
        let Some(field) = self.as_input() else { return Vec::new() };
        let chosen = field.files();
        let files = chosen.map(|list| (0..list.length()).filter_map(|index| list.get(index)).collect());
        let files: Vec<web_sys::File> = files.unwrap_or_default();
        field.set_value("");
        files.into_iter().map(File::from).collect()
    }

    /// Calls back at every event of this name, until what is given back is dropped.
    #[must_use]
    pub fn listen(&self, event: &'static str, callback: Box<dyn Hear>) -> Listening {
        let options = EventListenerOptions::enable_prevent_default();
        Listening(self.as_node().map(|node| {
            EventListener::new_with_options(node, event, options, move |event| callback.hear(&Event(event)))
        }))
    }
}

/// A closure that hears of events. Not `dyn Fn`, whose table is twice as long.
pub trait Hear {
    fn hear(&self, event: &Event);
}

impl<F: Fn(&Event)> Hear for F {
    fn hear(&self, event: &Event) {
        self(event);
    }
}

/// Into which fields a text is typed.
const IN_TEXT: &str = "input:not([type=radio]):not([type=checkbox]),textarea,select";

/// Something that has just happened.
pub struct Event<'a>(&'a web_sys::Event);

impl Event<'_> {
    /// Keeps the browser from doing what it would do itself.
    pub fn prevent_default(&self) {
        self.0.prevent_default();
    }

    /// Whether the keys for undo (`false`) or redo (`true`) were pressed outside a text field: inside one, the browser
    /// undoes what was typed there.
    #[must_use]
    pub fn wants_undo(&self) -> Option<bool> {
        let event: &KeyboardEvent = self.0.dyn_ref()?;
        let target: Element = event.target()?.dyn_into().ok()?;
        if !(event.ctrl_key() || event.meta_key()) || target.matches(IN_TEXT).unwrap_or_default() {
            return None;
        }
        match event.key().as_str() {
            "z" | "Z" => Some(event.shift_key()),
            "y" => Some(true),
            _ => None,
        }
    }

    /// The key that was pressed alone and outside a text field, in small letters.
    #[must_use]
    pub fn plain_key(&self) -> Option<String> {
        let event: &KeyboardEvent = self.0.dyn_ref()?;
        let target: Element = event.target()?.dyn_into().ok()?;
        let held = event.ctrl_key() || event.meta_key() || event.alt_key();
        (!held && !target.matches(IN_TEXT).unwrap_or_default()).then(|| event.key().to_ascii_lowercase())
    }

    /// Keeps what is around from hearing of it.
    pub fn stop(&self) {
        self.0.stop_propagation();
    }

    /// The file that was just dropped.
    #[must_use]
    pub fn dropped_file(&self) -> Option<File> {
        let file = self.0.dyn_ref::<DragEvent>()?.data_transfer()?.files()?.get(0)?;
        Some(File::from(file))
    }
}
