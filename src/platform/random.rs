//! Random identifiers.

use standards_met_core::assessment::Id;

/// A new identifier, from the browser's cryptographic randomness.
#[must_use]
pub fn new_id() -> Id {
    let mut bytes = [0; 8];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // Every browser that runs WebAssembly has `crypto`; if one hides it, identifiers only have to differ.
        bytes = (js_sys::Math::random() * 2f64.powi(53)).to_bits().to_be_bytes();
        bytes.rotate_left(2);
    }
    Id::from_random(bytes)
}
