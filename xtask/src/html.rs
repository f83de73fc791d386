//! Changing the tags of a page that a tool has written, and what stands in it as a script or a style.

use crate::Result;
use crate::offline::digest;
use crate::page;
use std::collections::BTreeMap;

/// The attributes of a tag.
pub type Attributes = BTreeMap<String, String>;

/// A tag of a page.
pub struct Tag<'a> {
    pub name: &'a str,
    pub attributes: &'a Attributes,
    /// What is in a script or a style; of other tags nothing.
    pub content: &'a str,
}

impl Tag<'_> {
    /// The value of an attribute.
    pub fn value(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }
}

/// The page with what `change` makes of each tag, or as it is where that gives nothing. A script and a style come as a
/// whole, with what is in them. Comments are left out.
///
/// # Errors
/// Those of `change`, and where a script or a style has no end.
pub fn rewritten(html: &str, change: &mut dyn FnMut(&Tag) -> Result<Option<String>>) -> Result<String> {
    let (mut page, mut rest) = (String::new(), html);
    while let Some((before, after)) = rest.split_once('<') {
        page.push_str(before);
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, behind)| behind);
            continue;
        }
        let (name, attributes, mut behind) = page::tag(after);
        let mut content = "";
        if ["script", "style"].contains(&name.as_str()) {
            let end = behind.split_once(&format!("</{name}>"));
            (content, behind) = end.ok_or_else(|| format!("index.html holds a {name} without an end."))?;
        }
        match change(&Tag { name: &name, attributes: &attributes, content })? {
            Some(changed) => page.push_str(&changed),
            None => {
                page.push('<');
                page.push_str(after.strip_suffix(behind).unwrap_or(after));
            }
        }
        rest = behind;
    }
    Ok(page + rest)
}

/// A tag with these attributes.
pub fn tag(name: &str, attributes: &Attributes) -> String {
    let value = |text: &str| escaped(text).replace('"', "&quot;");
    let written = attributes.iter().map(|(key, text)| format!(" {key}=\"{}\"", value(text)));
    format!("<{name}{}>", written.collect::<String>())
}

/// The text as HTML that shows exactly this text.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// What stands between these two pieces of a page, the first that there are.
///
/// # Errors
/// Where one of them is not there.
pub fn between<'a>(html: &'a str, start: &str, end: &str) -> Result<&'a str> {
    html.split_once(start).and_then(|(_, after)| after.split_once(end)).map(|(inside, _)| inside).ok_or_else(
        || format!("A page holds no {start} and {end} any more: xtask/src/single.rs has to follow it."),
    )
}

/// Whether it is a path below the folder that needs no escaping anywhere.
pub fn is_file_name(path: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "._-/".contains(letter);
    path.chars().all(plain) && path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'))
}

/// How a content security policy names an inline script or style with exactly this text.
pub fn hash(text: &str) -> String {
    format!("'{}'", digest(text.as_bytes()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_changed_and_the_rest_stays() {
        let html = "<!doctype html><p class=a>1 &lt; 2<!-- <a> --><script src=a.js>if (a < b) c</script>\
                    <a href='b'>b</a>";
        let mut seen = Vec::new();
        let changed = rewritten(html, &mut |found: &Tag| {
            seen.push(found.name.to_owned());
            let odd = || Attributes::from([("href".to_owned(), format!("{}\"&", found.attributes["href"]))]);
            assert_eq!(found.content, if found.name == "script" { "if (a < b) c" } else { "" });
            Ok(match found.name {
                "script" => Some(String::new()),
                "a" => Some(tag("a", &odd())),
                _ => None,
            })
        });
        let expected = "<!doctype html><p class=a>1 &lt; 2<a href=\"b&quot;&amp;\">b</a>";
        assert_eq!(changed, Ok(expected.to_owned()));
        assert_eq!(seen, ["!doctype", "p", "script", "a", "/a"]);
        assert!(rewritten("<script>", &mut |_: &Tag| Ok(None)).is_err());
    }

    #[test]
    fn what_is_not_there_is_noticed() {
        assert_eq!(between("a<b>c</b>d", "<b>", "</b>"), Ok("c"));
        assert!(between("a<b>c", "<b>", "</b>").is_err_and(|sentence| sentence.contains("single.rs")));
    }
}
