//! The harness of the browser journeys.
//!
//! A *journey* is an `async fn name(s: &mut Session) -> Result<()>` in `tests/journeys/`. The [`journeys!`] table turns
//! each into three tests: `chromium::name`, `firefox::name` and `webkit::name`; or into one, `one_engine::name`, where the
//! engine makes no difference.
//!
//! - [`find`] looks for what a person or a screen reader would name: a button, a field by its label, a heading.
//! - [`act`] does what a person does: press, fill, choose, upload, turn the tablet.
//! - [`check`] says whether the page is as it should be, and if not, what it shows instead.
//!
//! Whatever waits, waits by asking again until a deadline; nothing sleeps for a fixed time. Whatever fails says what
//! was looked for and what the page showed, and leaves a picture and the console in the artefacts folder.
//!
//! A journey begins on a device on which nothing is stored, in a browser that may have served another journey: its origin
//! is its own ([`origin`]), and what would be noticed elsewhere keeps the browser from being used again.
//!
//! Everything the harness needs to know comes from the environment (see [`settings`]), which `cargo xtask test e2e` sets.

pub mod act;
mod browser;
pub mod check;
mod console;
mod cut_off;
mod driver;
mod engine;
pub mod faults;
pub mod find;
pub mod host;
mod journey;
mod origin;
mod requests;
mod session;
pub mod settings;
mod wait;

pub use anyhow::{Result, bail, ensure};
pub use cut_off::is_cut_off;
pub use engine::Engine;
pub use journey::run;
pub use session::{Options, Session};
pub use thirtyfour::{Key, WebElement};
pub use wait::eventually;
