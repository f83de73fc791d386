//! **Standards Met**: a page that guides a care home through the Data Security and Protection Toolkit.
//!
//! # The flow
//! A key press reaches a component in [`ui`]; the component calls a command on [`state::AppState`]; the command
//! changes one [`Assessment`] through an [`Edit`]; a [`state::Watched`] value signals, and the few
//! elements that show it follow (`ui/element.rs`); a save is scheduled, and the header says "Saved" only after
//! [`browser`] has read back what it wrote and the second copy on the device has it too. Files go the same way:
//! [`standards_met_core::exchange`] turns text into a document or a typed error, [`state`] applies it. The questions are a file beside the
//! program, which `public/boot.js` fetches with it; the pages that are not needed first are a part of the program that
//! comes a moment later (`ui/later.rs`), and those for reviewers, reports and editions are ones that come when they are asked
//! for (`ui/more.rs`). Files for Word, spreadsheets and calendars are written by a program of its own, in the crate
//! `reports`, and spreadsheets are read by one in the crate `spreadsheet`; both stand on the same core.
//!
//! # The rooms, from the ground up (each may use only those above it)
//! | Room | What lives there |
//! |---|---|
//! | [`route`] | addresses: fragment to [`route::Route`] and back |
//! | [`browser`] | both stores, files, clock, the worker: the only room that touches the browser's own interfaces |
//! | [`state`] | the signals and the commands |
//! | [`ui`] | shell, pages and components: they show values and call commands |
//!
//! `tests/layers.rs` holds the code to this table. Below all of them is the crate `standards-met-core` (`crates/core`), which knows
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
pub mod browser;
pub mod components;
pub mod features;
pub mod route;
pub mod state;
pub mod words;

use app::App;
use leptos::prelude::*;

/// Starts the page: shows the failure block on a panic, and draws the page in place of what `index.html` shows meanwhile.
pub fn start() {
    browser::failure::show_on_panic();
    browser::page::draw(|| view! { <App /> });
}
