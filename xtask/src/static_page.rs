//! The toolkit as plain HTML with the same questions and tooltips and no program: what a page that does anything with
//! them cannot be faster than. `cargo xtask bench` measures it beside the page.

use crate::Result;
use serde_json::Value;
use std::fs;
use std::path::Path;

const STYLE: &str = "\
body { max-width: 44rem; margin: 0 auto; padding: 1rem; font: 1.1rem/1.5 system-ui, sans-serif; color: #212b32; }
h1, h2, h3 { line-height: 1.25; }
label { display: block; font-weight: 600; }
textarea { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit; }
";

/// Writes the page and its style sheet into a folder, from the file of an edition.
///
/// # Errors
/// Where the edition cannot be read or lacks something, and where the folder cannot be written.
pub fn write(edition: &Path, folder: &Path) -> Result {
    let unread = |error: String| format!("{} cannot be read: {error}.", edition.display());
    let text = fs::read_to_string(edition).map_err(|error| unread(error.to_string()))?;
    let json: Value = serde_json::from_str(&text).map_err(|error| unread(error.to_string()))?;
    let page = html(&json).ok_or_else(|| unread("a part, an item or its text is missing".to_owned()))?;
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(folder.join("index.html"), page))
        .and_then(|()| fs::write(folder.join("style.css"), STYLE))
        .map_err(|error| format!("{} cannot be written: {error}.", folder.display()))
}

fn html(edition: &Value) -> Option<String> {
    let title = words(edition, "title")?;
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"style.css\">\n</head>\n<body>\n<main>\n\
         <h1>{title}</h1>\n"
    );
    for part in edition.get("parts")?.as_array()? {
        let number = part.get("number")?.as_u64()?;
        page += &format!("<h2>{number} {}</h2>\n", words(part, "title")?);
        for item in part.get("items")?.as_array()? {
            let id = words(item, "id")?;
            page += &format!("<section>\n<h3>{id} {}</h3>\n", words(item, "question")?);
            for line in words(item, "tooltip")?.lines().filter(|line| !line.is_empty()) {
                page += &format!("<p>{line}</p>\n");
            }
            page += &format!(
                "<label for=\"answer-{id}\">Your answer</label>\n<textarea id=\"answer-{id}\" rows=\"4\"></textarea>\n\
                 </section>\n"
            );
        }
    }
    page += "</main>\n</body>\n</html>\n";
    Some(page)
}

/// A text of the edition, as it has to stand in a page.
fn words(of: &Value, field: &str) -> Option<String> {
    let text = of.get(field)?.as_str()?;
    Some(text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_of_the_edition_is_on_the_page_with_a_box() {
        let edition = include_str!("../../crates/core/src/catalogue/dspt-social-care-2021-22.json");
        let page = html(&serde_json::from_str(edition).unwrap()).unwrap();
        assert_eq!(page.matches("<textarea").count(), 43);
        assert_eq!(page.matches("<h2>").count(), 4);
        assert!(page.contains("<h3>1.1.5 Who has responsibility for data security and protection"), "{page}");
        assert!(page.contains("<p>- record keeping</p>"), "{page}");
    }

    #[test]
    fn text_stays_text_and_what_is_missing_is_noticed() {
        let mut edition = serde_json::json!({ "title": "a <b> & \"c\"", "parts": [] });
        assert!(html(&edition).unwrap().contains("<h1>a &lt;b&gt; &amp; &quot;c&quot;</h1>"));
        edition["parts"] = serde_json::json!([{ "number": 1, "title": "One", "items": [{ "id": "1.1.1" }] }]);
        assert_eq!(html(&edition), None);
    }
}
