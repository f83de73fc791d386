#![no_main]

use attacks::kept;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = kept::attack(bytes);
});
