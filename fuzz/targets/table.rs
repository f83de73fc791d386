#![no_main]

use attacks::table;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = table::attack(bytes);
});
