//! The editions that this host offers: the files in `public/editions/`, and the list of them. They are fetched when somebody
//! asks for them, and are no part of what is kept for use without the internet.
//!
//! The list says what each file is called, the title and the year of the edition in it, and the SHA-256 of its bytes in 64
//! hexadecimal digits. What an edition has to hold in full is read by the page, and by `cargo xtask edition check`.

use crate::Result;
use crate::html::{self, Attributes};
use crate::project::Project;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// Where they are, in the page's folder and in `public/`.
pub const FOLDER: &str = "editions";
/// The list of them there.
pub const LIST: &str = "index.json";

/// An edition of the host, as its list says it.
#[derive(Debug, PartialEq)]
struct Offered {
    file: String,
    title: String,
    year: String,
    sha256: String,
    questions: usize,
    /// `official` or `ours`.
    wording: String,
}

/// Puts the editions and their list beside the page in Trunk's staging folder, and into the page what it offers.
///
/// # Errors
/// Where a file cannot be read or written, or is no edition.
pub fn run(project: &Project, staging: &Path) -> Result {
    let from = project.root().join("public").join(FOLDER);
    let offered = lay_out(&from, &staging.join(FOLDER))?;
    let page = staging.join("index.html");
    let html =
        fs::read_to_string(&page).map_err(|error| format!("{} cannot be read: {error}.", page.display()))?;
    fs::write(&page, with_offered(&html, &offered)?)
        .map_err(|error| format!("{} cannot be written: {error}.", page.display()))
}

fn lay_out(from: &Path, to: &Path) -> Result<Vec<Offered>> {
    let unwritten = |error| format!("{} cannot be written: {error}.", to.display());
    fs::create_dir_all(to).map_err(unwritten)?;
    let mut offered = Vec::new();
    // A repository without the folder offers none.
    for entry in fs::read_dir(from).into_iter().flatten().flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        if !file.ends_with(".json") || file == LIST {
            continue;
        }
        let bytes = fs::read(entry.path()).map_err(|error| format!("{file} cannot be read: {error}."))?;
        offered.push(edition(&file, &bytes)?);
        fs::write(to.join(&file), bytes).map_err(unwritten)?;
    }
    offered.sort_by(|a, b| (&a.year, &a.title, &a.file).cmp(&(&b.year, &b.title, &b.file)));
    fs::write(to.join(LIST), list(&offered)).map_err(unwritten)?;
    Ok(offered)
}

/// The page with what it offers to begin with, the newest year first: each a template, which holds the edition itself in the
/// one-file edition (src/platform/page.rs).
fn with_offered(html: &str, offered: &[Offered]) -> Result<String> {
    let template = |one: &Offered| {
        let attributes = [
            ("data-edition", one.file.clone()),
            ("data-title", one.title.clone()),
            ("data-year", one.year.clone()),
            ("data-sha256", one.sha256.clone()),
            ("data-questions", one.questions.to_string()),
            ("data-wording", one.wording.clone()),
        ];
        let attributes: Attributes =
            attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        format!("{}</template>", html::tag("template", &attributes))
    };
    let templates: String = offered.iter().rev().map(template).collect();
    let (before, after) = html.split_once("</body>").ok_or("Trunk left a page without a body.")?;
    Ok(format!("{before}{templates}</body>{after}"))
}

/// What the list says of a file.
fn edition(file: &str, bytes: &[u8]) -> Result<Offered> {
    let refused = |why: &str| {
        format!(
            "public/editions/{file} is no edition: {why}. `cargo xtask edition check public/editions/{file}` says more; \
             put it right or take it out of the folder, and build again."
        )
    };
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    if !file.chars().all(plain) || file.starts_with('.') {
        return Err(refused(
            "its name has letters that not every host takes (a to z, 0 to 9, - and _ are safe)",
        ));
    }
    let edition: Value = serde_json::from_slice(bytes).map_err(|error| refused(&error.to_string()))?;
    if edition["format"] != "standards-met/edition" || edition["version"] != 1 {
        return Err(refused("its format is not standards-met/edition in version 1"));
    }
    let text = |name: &str| match edition[name].as_str() {
        Some(text) if !text.trim().is_empty() => Ok(text.to_owned()),
        _ => Err(refused(&format!("it has no {name}"))),
    };
    text("id")?;
    let wording = edition["wording"].as_str().unwrap_or("official").to_owned();
    let holds = |of: &Value, name: &str| of[name].as_array().is_some_and(|list| !list.is_empty());
    let whole = holds(&edition, "parts")
        && edition["parts"].as_array().into_iter().flatten().all(|part| holds(part, "items"));
    if !whole {
        return Err(refused("it has no parts, or a part without items"));
    }
    let items = edition["parts"].as_array().into_iter().flatten().filter_map(|part| part["items"].as_array());
    let questions = items.map(Vec::len).sum();
    let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Offered {
        file: file.to_owned(),
        title: text("title")?,
        year: text("year")?,
        sha256,
        questions,
        wording,
    })
}

fn list(offered: &[Offered]) -> String {
    let editions: Vec<Value> = offered
        .iter()
        .map(|Offered { file, title, year, sha256, questions, wording }| {
            json!({
                "file": file, "title": title, "year": year, "sha256": sha256, "questions": questions, "wording": wording,
            })
        })
        .collect();
    json!({ "format": "standards-met/editions", "version": 1, "editions": editions }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(title: &str, year: &str) -> String {
        let part =
            json!({ "number": 1, "title": "Staff", "items": [{ "id": "1.2.3", "question": "Is it?" }] });
        json!({
            "format": "standards-met/edition", "version": 1, "id": "harbour", "title": title, "year": year,
            "parts": [part],
        })
        .to_string()
    }

    #[test]
    fn the_list_is_in_the_order_of_the_years() {
        let folder = std::env::temp_dir().join(format!("xtask-editions-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        fs::create_dir_all(&from).unwrap();
        for (name, text) in [
            ("a.json", written("Harbour", "2023-24")),
            ("b.json", written("Quay", "2022-23")),
            ("c.json", written("Harbour", "2022-23")),
            ("README.md", "about".to_owned()),
            (LIST, "left over".to_owned()),
        ] {
            fs::write(from.join(name), text).unwrap();
        }
        lay_out(&from, &to).unwrap();
        let list: Value = serde_json::from_slice(&fs::read(to.join(LIST)).unwrap()).unwrap();
        let copied = fs::read_to_string(to.join("c.json")).unwrap();
        let files = fs::read_dir(&to).unwrap().count();
        fs::remove_dir_all(&folder).unwrap();

        assert_eq!(
            (list["format"].as_str(), list["version"].as_u64()),
            (Some("standards-met/editions"), Some(1))
        );
        let order: Vec<&str> = list["editions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|edition| edition["file"].as_str().unwrap())
            .collect();
        assert_eq!(order, ["c.json", "b.json", "a.json"]);
        let first = &list["editions"][0];
        assert_eq!((first["title"].as_str(), first["year"].as_str()), (Some("Harbour"), Some("2022-23")));
        assert_eq!(copied, written("Harbour", "2022-23"));
        let digest = Sha256::digest(copied).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        assert_eq!(first["sha256"].as_str(), Some(digest.as_str()));
        assert_eq!(files, 4);
    }

    #[test]
    fn a_host_without_editions_has_an_empty_list() {
        let folder = std::env::temp_dir().join(format!("xtask-no-editions-{}", std::process::id()));
        lay_out(&folder.join("missing"), &folder).unwrap();
        let list = fs::read_to_string(folder.join(LIST)).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(list, r#"{"editions":[],"format":"standards-met/editions","version":1}"#);
    }

    #[test]
    fn what_is_no_edition_stops_the_build_with_its_name() {
        let good = written("Harbour", "2022-23");
        assert!(edition("harbour.json", good.as_bytes()).is_ok());
        for (file, text, word) in [
            ("harbour.json", "{".to_owned(), "EOF"),
            ("harbour.json", "{}".to_owned(), "format"),
            ("harbour.json", good.replace("standards-met/edition", "standards-met/assessment"), "format"),
            ("harbour.json", good.replace("\"version\":1", "\"version\":2"), "version 1"),
            ("harbour.json", good.replace("Harbour", " "), "no title"),
            ("harbour.json", good.replace("2022-23", ""), "no year"),
            ("harbour.json", good.replace("\"items\":[{", "\"others\":[{"), "without items"),
            ("har bour.json", good.clone(), "its name"),
        ] {
            let sentence = edition(file, text.as_bytes()).unwrap_err();
            assert!(sentence.contains(word) && sentence.contains(file), "{sentence}");
        }
    }
}
