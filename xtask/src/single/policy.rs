//! The content security policy of the one-file edition.

use crate::html::hash;

/// Nothing from anywhere, but what is in the page and named by its hash.
pub fn policy(old: &str, scripts: &[&str], styles: &[&str]) -> String {
    let hashes = |texts: &[&str]| texts.iter().map(|text| hash(text)).collect::<Vec<_>>().join(" ");
    let (scripts, styles) = (hashes(scripts), hashes(styles));
    // The page makes a script out of nothing but what lies in it (`single/boot.js`).
    let trusted = if old.contains("require-trusted-types-for 'script'") {
        "; require-trusted-types-for 'script'; trusted-types standards-met default"
    } else {
        ""
    };
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src data: blob:; \
         worker-src blob:; base-uri 'none'; form-action 'none'{trusted}"
    )
}
