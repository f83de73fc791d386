//! Everything that touches the browser's own interfaces. No `JsValue` leaves this room.

pub mod address;
pub mod changes;
pub mod clock;
pub mod dom;
pub mod failure;
pub mod files;
pub mod kept_file;
pub mod lasting;
pub mod page;
pub mod random;
pub mod second;
pub mod shelf;
pub mod storage;
