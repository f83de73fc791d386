//! Elements: the few words in which every page is written.
//!
//! An element is made at once and put into the page; what changes in it (`live_…`, [`El::swap`], [`El::each`]) follows
//! the signals it reads. Leptos's `view!` gives every element a type of its own, and the code for each type: measured
//! on these pages, three times as much WebAssembly as this.

use super::closure::{Ask, Command, Live};
use crate::browser::dom::{Event, Hear, Listening, Node};
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use std::cell::RefCell;

/// A closure that makes a part of the page anew where that is due, and gives it to be put there.
trait MakeAnew {
    fn look(&mut self, put: &mut dyn FnMut(&dyn Ask<El>));
}

impl<F: FnMut(&mut dyn FnMut(&dyn Ask<El>))> MakeAnew for F {
    fn look(&mut self, put: &mut dyn FnMut(&dyn Ask<El>)) {
        self(put);
    }
}

/// Looks whether a part of the page has to be made anew, and if so, has it put there.
type Look = Box<dyn MakeAnew>;

/// An element of the page, or several that go into it together.
#[derive(Clone, Debug)]
#[must_use]
pub struct El(Node);

pub fn el(tag: &str) -> El {
    El(Node::element(tag))
}

/// An element of a drawing.
pub fn svg(tag: &str) -> El {
    El(Node::svg(tag))
}

/// Several elements without one around them; also nothing at all.
pub fn fragment() -> El {
    El(Node::fragment())
}

/// Runs now, and again whenever a signal that it read has changed, until its part of the page goes.
pub fn follow(run: Box<dyn Ask<()>>) {
    let effect = RenderEffect::new(move |_: Option<()>| run.ask());
    // The owner drops the effect with the part of the page that it belongs to.
    StoredValue::new(effect);
}

thread_local! {
    /// What listens, each with its number. Beside Leptos's owners, because those take only what could be sent to another
    /// thread, and the wrapper that lets others in costs two kilobytes.
    static LISTENING: RefCell<(u32, Vec<(u32, Listening)>)> = RefCell::default();
}

/// The owner of the part that is being made. Held weakly: what follows belongs to its owner, and would keep it alive.
fn current_owner() -> WeakOwner {
    Owner::current().unwrap_or_default().downgrade()
}

/// Keeps it listening until its part of the page goes.
fn keep(listening: Listening) {
    let number = LISTENING.with_borrow_mut(|(count, all)| {
        *count += 1;
        all.push((*count, listening));
        *count
    });
    on_cleanup(move || {
        LISTENING.with_borrow_mut(|(_, all)| {
            let place = all.iter().position(|(known, _)| *known == number);
            place.map(|place| all.swap_remove(place));
        });
    });
}

/// A key that is never the one before: for a part that is made anew whenever what it tracks has changed.
pub struct Anew;

impl PartialEq for Anew {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// The key of a part that is made anew whenever what is tracked here has changed.
pub fn anew(track: impl Fn()) -> impl Fn() -> Anew {
    move || {
        track();
        Anew
    }
}

impl El {
    #[must_use]
    pub fn node(&self) -> &Node {
        &self.0
    }

    pub fn attr(self, name: &str, value: &str) -> Self {
        self.0.set_attribute(name, Some(value));
        self
    }

    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    pub fn id(self, id: &str) -> Self {
        self.attr("id", id)
    }

    /// One property of the element's style. Not the attribute, which the page's content security policy refuses.
    pub fn style(self, property: &str, value: &str) -> Self {
        self.0.set_style(property, value);
        self
    }

    /// An attribute only where the condition holds.
    pub fn attr_if(self, condition: bool, name: &str, value: &str) -> Self {
        if condition { self.attr(name, value) } else { self }
    }

    pub fn child(self, child: El) -> Self {
        self.0.append(&child.0);
        self
    }

    /// Puts something into an element that is in the page already.
    pub fn put(&self, child: El) {
        self.0.append(&child.0);
    }

    pub fn maybe(self, child: Option<El>) -> Self {
        if let Some(child) = child { self.child(child) } else { self }
    }

    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            self.0.append(&child.0);
        }
        self
    }

    pub fn text(self, text: &str) -> Self {
        self.0.append(&Node::text(text));
        self
    }

    /// A text that follows what it reads.
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        self.live_text_boxed(Box::new(text))
    }

    fn live_text_boxed(self, text: Box<dyn Ask<String>>) -> Self {
        let node = Node::text("");
        self.0.append(&node);
        let shown = RefCell::new(String::new());
        follow(Box::new(move || {
            let text = text.ask();
            if *shown.borrow() != text {
                node.set_text(&text);
                shown.replace(text);
            }
        }));
        self
    }

    /// An attribute that follows what it reads; `None` takes it off.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.live_attr_boxed(name, Box::new(value))
    }

    fn live_attr_boxed(self, name: &'static str, value: Box<dyn Ask<Option<String>>>) -> Self {
        let node = self.0.clone();
        let shown = RefCell::new(None);
        follow(Box::new(move || {
            let value = value.ask();
            if *shown.borrow() != value {
                node.set_attribute(name, value.as_deref());
                shown.replace(value);
            }
        }));
        self
    }

    /// What is in a field follows what it reads.
    pub fn live_value(self, value: Live<String>) -> Self {
        let node = self.0.clone();
        follow(Box::new(move || node.set_value(&value.ask())));
        self
    }

    /// Whether a box or a choice is ticked follows what it reads.
    pub fn live_checked(self, checked: impl Fn() -> bool + 'static) -> Self {
        let node = self.0.clone();
        follow(Box::new(move || node.set_checked(checked())));
        self
    }

    /// Calls back at every event of this name.
    pub fn on(self, event: &'static str, callback: impl Fn(&Event) + 'static) -> Self {
        self.on_boxed(event, Box::new(callback))
    }

    fn on_boxed(self, event: &'static str, callback: Box<dyn Hear>) -> Self {
        keep(self.0.listen(event, callback));
        self
    }

    /// Calls back when it is pressed.
    pub fn on_press(self, callback: impl Fn() + 'static) -> Self {
        self.on("click", move |_| callback())
    }

    /// Calls back with what is in the field at every change of it.
    pub fn on_input(self, callback: Command<String>) -> Self {
        let node = self.0.clone();
        self.on("input", move |_| callback.run(node.value()))
    }

    /// A part of the page that is made anew whenever its key changes.
    pub fn swap<K: PartialEq + 'static>(
        self,
        key: impl Fn() -> K + 'static,
        view: impl Fn(&K) -> El + 'static,
    ) -> Self {
        let mut shown = None;
        self.swap_boxed(Box::new(move |put: &mut dyn FnMut(&dyn Ask<El>)| {
            let key = key();
            if shown.as_ref() != Some(&key) {
                let key = shown.insert(key);
                put(&|| view(key));
            }
        }))
    }

    fn swap_boxed(self, look: Look) -> Self {
        let (start, end) = (Node::text(""), Node::text(""));
        self.0.append(&start);
        self.0.append(&end);
        let around = current_owner();
        let (look, shown_in) = (RefCell::new(look), RefCell::new(None));
        follow(Box::new(move || {
            // It is never looked at while it is being looked at; should it be, the look under way sees the change.
            let Ok(mut look) = look.try_borrow_mut() else { return };
            look.look(&mut |make: &dyn Ask<El>| {
                let Some(around) = around.upgrade() else { return };
                // The new part gets an owner of its own, so that what it follows ends with it.
                let inside = around.child();
                let view = inside.with(|| untrack(|| make.ask()));
                // What the old part followed ends before the old part goes.
                drop(shown_in.replace(Some(inside)));
                start.clear_up_to(&end);
                end.put_before(&view.0);
            });
        }));
        self
    }

    /// A part of the page that is there while the condition holds.
    pub fn show_if(self, condition: impl Fn() -> bool + 'static, view: impl Fn() -> El + 'static) -> Self {
        self.swap(condition, move |shown| if *shown { view() } else { fragment() })
    }

    /// An element for each identifier, which stays the same element for as long as its identifier is there.
    pub fn each(self, ids: impl Fn() -> Vec<Id> + 'static, view: impl Fn(Id) -> El + 'static) -> Self {
        self.each_boxed(Box::new(ids), Box::new(view))
    }

    fn each_boxed(self, ids: Box<dyn Fn() -> Vec<Id>>, view: Box<dyn Fn(Id) -> El>) -> Self {
        let (start, end) = (Node::text(""), Node::text(""));
        self.0.append(&start);
        self.0.append(&end);
        let around = current_owner();
        let shown: RefCell<Vec<(Id, Owner, Node)>> = RefCell::default();
        follow(Box::new(move || {
            let ids = ids();
            let Some(around) = around.upgrade() else { return };
            let mut shown = shown.borrow_mut();
            shown.retain(|(id, _, node)| {
                let stays = ids.contains(id);
                if !stays {
                    node.remove();
                }
                stays
            });
            // Nodes that are in their place are not touched: moving one would take the focus out of it.
            let mut place = start.next();
            for id in ids {
                let known = shown.iter().find(|(known, ..)| *known == id).map(|(_, _, node)| node.clone());
                let node = known.unwrap_or_else(|| {
                    let owner = around.child();
                    let node = owner.with(|| untrack(|| view(id.clone()))).0;
                    shown.push((id, owner, node.clone()));
                    node
                });
                if node == place {
                    place = place.next();
                } else {
                    place.put_before(&node);
                }
            }
        }));
        self
    }
}
