//! Everything that touches the browser's own interfaces. No `JsValue` leaves this room.

pub mod address;
pub mod changes;
pub mod clearing;
pub mod clock;
pub mod dropped;
pub mod failure;
pub mod files;
pub mod install;
pub mod kept_file;
pub mod keys;
pub mod lasting;
pub mod launched;
pub mod lock;
pub mod offline;
pub mod page;
pub mod pasting;
pub mod place;
mod program;
pub mod random;
mod reach;
pub mod second;
pub mod sharing;
pub mod spreadsheet;
pub mod storage;
pub mod tab_text;
pub mod turns;
pub mod writer;
