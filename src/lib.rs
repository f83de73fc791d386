//! **Standards Met**: a page that guides a care home through the Data Security and Protection Toolkit.
//!
//! # The flow
//! An input event reaches a component in [`features`]; the component calls a command of one of the contexts in [`store`]; the
//! command changes one [`Assessment`] through an [`Edit`]; the signal of all documents is notified, and the few nodes that read what
//! changed follow; a save is scheduled, and the header says "Saved" only after [`platform`] has read back what it wrote and
//! the second copy on the device has it too. Files go the same way: [`standards_met_core::exchange`] turns text into a document
//! or a typed error, [`store`] applies it. The questions are a file beside the program, which `public/boot.js` fetches with
//! it.
//!
//! # The parts
//! [`app`] has the one table of pages: route, title, view, and the part of the program that the page comes with. The start
//! page is in the first part; the others are fetched when a page of them is asked for (`app/lazy.rs`). Files for Word,
//! spreadsheets and calendars are written by a program of its own, in the crate `reports`, and spreadsheets are read by one
//! in the crate `spreadsheet`; both stand on the same core.
//!
//! # The rooms, from the ground up (each may use only those above it)
//! | Room | What lives there |
//! |---|---|
//! | [`route`] | addresses: fragment to [`route::Route`] and back |
//! | [`words`] | what several pages say in the same words |
//! | [`platform`] | both stores, files, clock, the worker: the browser behind small interfaces |
//! | [`store`] | what is open: a few contexts of signals, and the commands that change them |
//! | [`components`] | parts of pages that know nothing of what is open: values and callbacks as props |
//! | [`features`] | what a person can do, a folder each; none uses another |
//! | [`app`] | the page as a whole: contexts, shell, table of pages, and what one feature shows of another |
//!
//! `tests/layers` holds the code to this table. Below all of them is the crate `standards-met-core` (`crates/core`), which knows
//! no browser.
//!
//! [`Assessment`]: standards_met_core::assessment::Assessment
//! [`Edit`]: standards_met_core::assessment::Edit
//!
//! # What is deliberately absent
//! - A server, an account, telemetry: nothing that is typed leaves the device unless the person exports it.
//! - Stored standings, counts or progress: they are derived from the responses each time.
//! - Effects that write signals or save: commands do both. The one effect that calls a command looks into a file that has
//!   waited for its part of the program (`features/editions/mod.rs`).
//! - `unwrap`, `expect` and indexing: a panic ends a WebAssembly page. Should one happen, `index.html` holds a block
//!   that still works without this program.

#![forbid(unsafe_code)]
// Views that are drawn as text have deep types, unless they are erased (.cargo/config.toml).
#![recursion_limit = "512"]
#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::todo,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

pub mod app;
pub mod components;
pub mod features;
pub mod platform;
pub mod route;
pub mod store;
pub mod words;

use app::App;
use leptos::prelude::*;

/// Starts the page: shows the failure block on a panic, and draws the page in place of what `index.html` shows meanwhile.
pub fn start() {
    platform::failure::show_on_panic();
    platform::page::draw(|| view! { <App /> });
}
