//! What is on screen: values shown, commands called, no logic.

pub mod components;
mod element;
mod pages;
pub mod shell;
mod words;
