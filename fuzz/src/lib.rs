//! What has to hold whatever bytes come in, one file for each thing that reads them. libFuzzer looks for bytes for which it
//! does not (`cargo xtask fuzz`), and `crates/{core,spreadsheet}/tests/fuzzed.rs` hold the same files against the
//! kept corpus in `tests/fixtures/fuzz/`.
//!
//! Each has one function `attack`, which gives whether the bytes were read, and panics where something does not hold.

pub mod assessment;
pub mod edition;
pub mod follows;
pub mod kept;
pub mod lists;
pub mod locked;
pub mod merging;
pub mod mutate;
pub mod review;
pub mod table;
pub mod workbook;
