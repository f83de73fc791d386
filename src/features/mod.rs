//! What a person can do, a folder each: its pages, their own components, and its words.

pub mod checks;
pub mod find;
pub mod help;
pub mod homes;
pub mod interview;
pub mod item;
pub mod not_found;
pub mod overview;
pub mod part;
pub mod start;
