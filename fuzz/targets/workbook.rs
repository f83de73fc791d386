#![no_main]

use attacks::workbook;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = workbook::attack(bytes);
});
