//! What a first visit loads, found by following the references from `index.html`.
//!
//! Also the two promises that are easily broken there: relative addresses only (any static host, any path) and no
//! inline script but that which the content security policy names by its digest (it refuses every other).

use crate::Result;
use crate::html::hash;
use std::collections::{BTreeMap, BTreeSet};

/// The links that a browser fetches by itself; the others (`license`, `alternate` …) are for people.
const FETCHED_LINKS: [&str; 7] =
    ["stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload", "modulepreload"];

/// The files, by their path in the folder, that a browser with an empty cache asks for.
pub fn first_visit(read: impl Fn(&str) -> Option<String>) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let mut open = vec!["index.html".to_owned()];
    while let Some(path) = open.pop() {
        if !found.insert(path.clone()) {
            continue;
        }
        let text = read(&path).ok_or_else(|| format!("dist/{path} is referred to and does not exist."))?;
        let references = match path.rsplit('.').next() {
            Some("html") => in_html(&text)?,
            Some("css") => in_css(&text),
            Some("js") => in_script(&text),
            _ => Vec::new(),
        };
        for reference in references {
            open.extend(resolve(&path, &reference)?);
        }
    }
    Ok(found)
}

/// The path in the folder that a reference means, or `None` if it means no file.
fn resolve(from: &str, reference: &str) -> Result<Option<String>> {
    let path = reference.split(['?', '#']).next().unwrap_or_default();
    if path.is_empty() || reference.starts_with("data:") {
        return Ok(None);
    }
    if path.starts_with('/') || path.contains("://") {
        return Err(format!(
            "dist/{from} refers to {reference}: only relative addresses work under every path."
        ));
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    Ok(Some(parts.join("/")))
}

fn in_html(html: &str) -> Result<Vec<String>> {
    let mut references = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let (name, attributes, content) = tag(after);
        rest = content;
        let attribute = |name: &str| attributes.get(name).filter(|value| !value.is_empty()).cloned();
        for from in ["src", "data-js", "data-wasm", "data-src"] {
            references.extend(attribute(from));
        }
        match name.as_str() {
            "link" => {
                let rel = attribute("rel").unwrap_or_default();
                if rel.split_whitespace().any(|word| FETCHED_LINKS.contains(&word)) {
                    references.extend(attribute("href"));
                }
            }
            "script" => {
                let (body, after) = content.split_once("</script").unwrap_or((content, ""));
                let is_data = attribute("type").is_some_and(|kind| kind.ends_with("json"));
                if !body.trim().is_empty() && !is_data && !html.contains(&hash(body)) {
                    return Err(
                        "index.html carries an inline script, which its content security policy refuses."
                            .to_owned(),
                    );
                }
                rest = after;
            }
            "style" => rest = content.split_once("</style").map_or("", |(_, after)| after),
            _ => {}
        }
    }
    Ok(references)
}

/// The name and the attributes of the tag that starts here, and what follows it.
pub fn tag(text: &str) -> (String, BTreeMap<String, String>, &str) {
    let end_of_name = text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end_of_name);
    let mut attributes = BTreeMap::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return (name.to_ascii_lowercase(), attributes, rest.strip_prefix('>').unwrap_or(rest));
        }
        let end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '>').unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        let (value, after) = match after.trim_start().strip_prefix('=') {
            Some(value) => attribute_value(value.trim_start()),
            None => ("", after),
        };
        attributes.insert(key.to_ascii_lowercase(), value.replace("&amp;", "&"));
        // `=` with no name before it would stand still here.
        rest = if key.is_empty() { after.strip_prefix('=').unwrap_or(after) } else { after };
    }
}

/// Minified pages leave the quotation marks out where they can.
fn attribute_value(text: &str) -> (&str, &str) {
    match text.chars().next() {
        Some(quote @ ('"' | '\'')) => text[1..].split_once(quote).unwrap_or((&text[1..], "")),
        _ => text.split_at(text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len())),
    }
}

fn in_css(css: &str) -> Vec<String> {
    css.split("url(").skip(1).filter_map(|rest| rest.split(')').next()).map(unquoted).collect()
}

/// Static imports only: `import(…)` is loaded when it is called.
fn in_script(script: &str) -> Vec<String> {
    let after_word = |word: &'static str| script.split(word).skip(1).map(str::trim_start);
    after_word("from")
        .chain(after_word("import"))
        .filter_map(|rest| {
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            rest[1..].split(quote).next()
        })
        .filter(|path| path.starts_with("./") || path.starts_with("../"))
        .map(str::to_owned)
        .collect()
}

fn unquoted(text: &str) -> String {
    text.trim().trim_matches(['"', '\'']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The files that are loaded when `index.html` has this content, beside some others that are there.
    fn visit(html: &str) -> Result<Vec<String>> {
        let read = |path: &str| match path {
            "index.html" => Some(html.to_owned()),
            "boot.js" => Some("const js=await import(script.dataset.js)".to_owned()),
            "app.js" => Some("import{a}from'./snippets/a.js';export default 1".to_owned()),
            "css/main.css" => Some("a{background:url(\"../tick.svg\")}b{background:url(data:x)}".to_owned()),
            "app.wasm" | "snippets/a.js" | "tick.svg" | "app.webmanifest" | "LICENCE.txt" => {
                Some(String::new())
            }
            _ => None,
        };
        first_visit(read).map(|files| files.into_iter().filter(|file| file != "index.html").collect())
    }

    #[test]
    fn references_are_followed_through_scripts_and_style_sheets() {
        let html = r#"<!doctype html><!-- <img src="old.png"> --><link rel=stylesheet href="./css/main.css">
            <link rel="license" href="LICENCE.txt"><link rel="manifest" href=app.webmanifest>
            <a href="https://www.dsptoolkit.nhs.uk/">The toolkit</a>
            <script type=module src=./boot.js data-js="./app.js" data-wasm='app.wasm'></script>"#;
        let expected =
            ["app.js", "app.wasm", "app.webmanifest", "boot.js", "css/main.css", "snippets/a.js", "tick.svg"];
        assert_eq!(visit(html), Ok(expected.map(str::to_owned).to_vec()));
    }

    #[test]
    fn what_would_not_work_everywhere_is_refused() {
        for (html, word) in [
            ("<script src=/boot.js></script>", "relative"),
            ("<link rel=icon href=https://example.org/a.png>", "relative"),
            ("<script>start()</script>", "inline script"),
            ("<img src=missing.png>", "does not exist"),
        ] {
            assert!(visit(html).is_err_and(|sentence| sentence.contains(word)), "{html}");
        }
        assert_eq!(visit(r#"<script type="application/ld+json">{"a":1}</script>"#), Ok(Vec::new()));
    }

    #[test]
    fn broken_markup_comes_to_an_end() {
        for html in ["<", "<a", "<a =", "<a = >", "<script", "<img src=", "<!--", "<a b='"] {
            assert_eq!(visit(html), Ok(Vec::new()), "{html}");
        }
    }
}
