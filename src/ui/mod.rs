//! What is on screen: values shown, commands called, no logic.

mod closure;
pub mod components;
pub mod element;
pub mod later;
mod more;
mod news;
mod notices;
pub(crate) mod pages;
pub mod shell;
