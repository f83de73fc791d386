//! What is on screen: values shown, commands called, no logic.

mod closure;
pub mod components;
mod element;
mod later;
mod more;
mod news;
mod notices;
mod pages;
pub mod shell;
mod words;
