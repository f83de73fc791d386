//! What is handed around to be called: values that follow signals, and commands.
//!
//! Not `dyn Fn`: the table of each such closure carries two more ways to call it, and there are hundreds of closures.

use std::rc::Rc;

/// A value that follows the signals it is made from.
pub type Live<T> = Rc<dyn Ask<T>>;

/// What is called with a value that a person gave.
pub type Command<T> = Rc<dyn Run<T>>;

/// A closure that is asked for a value.
pub trait Ask<T> {
    fn ask(&self) -> T;
}

impl<T, F: Fn() -> T> Ask<T> for F {
    fn ask(&self) -> T {
        self()
    }
}

/// A closure that does something with a value.
pub trait Run<T> {
    fn run(&self, value: T);
}

impl<T, F: Fn(T)> Run<T> for F {
    fn run(&self, value: T) {
        self(value);
    }
}
