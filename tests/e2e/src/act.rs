//! Doing what a person does.

mod files;
mod going;
mod keys;
mod paper;
mod pressing;
mod storage;
mod window;

pub use files::{drop_file, forget_downloads, upload, upload_all};
pub use going::{
    back, close_tab, forward, new_tab, open, open_at_once, open_in_a_sandbox, reload, switch_to_tab,
    taken_over,
};
pub use keys::{add, fill, fill_date, keys, leave_field, move_focus, paste, select};
pub use paper::print;
pub use pressing::{choose, follow, press, tick, untick};
pub use storage::{clear_device, clear_storage, fill_storage, free_storage, store};
pub use window::{dark, light, screenshot, size};
