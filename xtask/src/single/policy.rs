//! The content security policy of the one-file edition.

use crate::Result;
use crate::offline::digest;

/// How a content security policy names an inline script or style with exactly this text.
pub fn hash(text: &str) -> String {
    format!("'{}'", digest(text.as_bytes()))
}

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

/// A text that stays one within an element of this name, to the letter: its hash is in the policy.
pub fn inline(text: &str, element: &str) -> Result<String> {
    let text = text.replace("\r\n", "\n");
    let lower = text.to_lowercase();
    if lower.contains(&format!("</{element}")) || lower.contains("<!--") || text.contains(['\r', '\0']) {
        return Err(format!("A {element} of the page holds what would end it within a page."));
    }
    Ok(text)
}
