#![no_main]

use attacks::{edition, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|bytes: &[u8]| {
    let _ = edition::attack(bytes);
});

fuzz_mutator!(|bytes: &mut [u8], size: usize, most: usize, seed: u32| {
    mutate::json(bytes, size, most, seed).unwrap_or_else(|| fuzzer_mutate(bytes, size, most))
});
