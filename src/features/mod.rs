//! What a person can do, a folder each: its pages, their own components, and its words.

pub mod action_plan;
pub mod carry_over;
pub mod changes;
pub mod checks;
pub mod clear;
pub mod editions;
pub mod find;
pub mod help;
pub mod homes;
pub mod interview;
pub mod item;
pub mod news;
pub mod official;
pub mod overview;
pub mod part;
pub mod reports;
pub mod review;
pub mod send;
pub mod start;
pub mod supplier;
pub mod years;
pub mod your_data;
