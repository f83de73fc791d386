//! The one-file edition: the finished page with everything in it, which opens from a memory stick or a mail without a host.
//!
//! A page that was opened from a file may neither import a script from another file nor fetch one. So esbuild joins the
//! scripts into one (`single/join.mjs`), and what the page would fetch lies in it as text, where its own `fetch` finds it
//! (`single/boot.js`). The recovery page is in it too, at the address `#recover`. The content security policy names each
//! inline script and style by its hash and lets the page reach nothing else at all.

mod policy;
mod recovery;

use crate::command::record;
use crate::html::{self, Attributes, Tag, escaped, inline, is_file_name};
use crate::programs::PROGRAMS;
use crate::project::Project;
use crate::steps::say;
use crate::{Result, editions, pack};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use policy::policy;
use recovery::recovery;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const BOOT: &str = include_str!("single/boot.js");
const NOTE: &str = include_str!("single/note.html");
const NOTE_STYLE: &str = include_str!("single/note.css");

/// What the program asks for by name when it needs it, beside its own parts.
const ASKED_FOR: [&str; 2] = ["example.json", "example-2025-26.json"];
/// Where the policy goes once everything that it names is known. No comment of the page itself is left by then.
const POLICY: &str = "<!-- policy -->";
/// Mails have to carry it. 1 KB is 1000 bytes.
const BUDGET: usize = 6_200_000;

/// The bytes of a file of the finished page.
type Files<'a> = &'a dyn Fn(&str) -> Result<Vec<u8>>;

/// What the one-file edition is made of.
struct Parts<'a> {
    files: Files<'a>,
    /// The scripts of the page as one: that of this name and all that it imports.
    joined: &'a dyn Fn(&str) -> Result<String>,
    /// The WebAssembly modules of the page.
    modules: &'a [String],
}

/// Where the one-file edition is put.
pub fn file(project: &Project) -> PathBuf {
    project.root().join("dist-single-file/standards-met.html")
}

/// Makes it from the finished page, and says what it weighs.
///
/// # Errors
/// Where a part of the page is missing, is made in a way that this does not know, or is too heavy.
pub fn run(project: &Project) -> Result {
    let dist = project.dist();
    let modules = modules(project)?;
    let page = page(&Parts {
        files: &|name| {
            fs::read(dist.join(name))
                .map_err(|error| format!("dist/{name} is needed and cannot be read: {error}."))
        },
        joined: &|name| joined(project, name),
        modules: &modules,
    })?;
    if page.len() > BUDGET {
        let (is, may) = (page.len() / 1000, BUDGET / 1000);
        return Err(format!(
            "The one-file edition weighs {is} KB and may weigh {may} KB (1 KB = 1000 bytes)."
        ));
    }
    let file = file(project);
    let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
    folder
        .and_then(|()| fs::write(&file, &page))
        .map_err(|error| format!("{} cannot be written: {error}.", file.display()))?;
    let size = page.len() as f64 / 1000.0;
    say(&format!(
        "One-file edition: {size:.1} KB in dist-single-file/standards-met.html (1 KB = 1000 bytes)\n"
    ));
    Ok(())
}

/// The names of the finished page's WebAssembly modules. The programs for workers are held in another way.
fn modules(project: &Project) -> Result<Vec<String>> {
    let names = fs::read_dir(project.dist()).and_then(|entries| {
        entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
    });
    let mut names: Vec<String> = names.map_err(|error| format!("dist/ cannot be read: {error}."))?;
    names.retain(|name| name.ends_with(".wasm") && !PROGRAMS.iter().any(|program| program.is(name)));
    Ok(names)
}

/// The script of this name and all that it imports, as one script for which `page` stands.
fn joined(project: &Project, name: &str) -> Result<String> {
    let to = project.root().join("target/tmp/joined.js");
    let mut node = Command::new("node");
    node.arg(project.root().join("xtask/src/single/join.mjs")).arg(project.dist().join(name)).arg(&to);
    record(project, "join", &mut node, "Joining the scripts of the page")?;
    fs::read_to_string(&to).map_err(|error| format!("{} cannot be read: {error}.", to.display()))
}

/// What the tags of the page say of its parts.
#[derive(Default)]
struct Found {
    style: String,
    /// The script that stands in the page already (public/early.js).
    early: String,
    scripts: Vec<(String, String)>,
    /// What the files of the programs for workers are called, without their ending, by the attribute that says so.
    programs: Attributes,
    /// The files that the page has to hold.
    held: BTreeSet<String>,
    policies: Vec<String>,
    ends: usize,
}

fn page(parts: &Parts) -> Result<String> {
    let files = parts.files;
    let mut found = Found { held: ASKED_FOR.map(str::to_owned).into(), ..Found::default() };
    let index =
        html::rewritten(&text(files, "index.html")?, &mut |tag: &Tag| changed(files, &mut found, tag))?;
    let Found { style, early, scripts, programs, mut held, policies, ends } = found;
    let ([(script, program)], [old], 1) = (&scripts[..], &policies[..], ends) else {
        return Err(
            "index.html does not have one script, one policy and one end: xtask/src/single.rs has to follow it."
                .to_owned(),
        );
    };

    let joined = (parts.joined)(script)?;
    held.insert(program.clone());
    held.extend(programs.values().flat_map(|name| [".js", ".wasm"].map(|ending| format!("{name}{ending}"))));
    held.extend(parts.modules.iter().cloned());
    let start = inline(&format!("{joined}{BOOT}"), "script")?;
    let (recover, recover_style, recover_script) = recovery(files)?;

    let mut end = String::new();
    for name in held {
        end.push_str(&template(files, &name)?);
    }
    let mut tag = programs;
    for (key, value) in [("type", "module"), ("data-wasm", program)] {
        tag.insert(key.to_owned(), value.to_owned());
    }
    let module = html::tag("script", &tag);
    end.push_str(&format!("{recover}{NOTE}{module}{start}</script><script>{recover_script}</script></body>"));
    let policy = policy(old, &[&early, &start, &recover_script], &[&style, &recover_style]);
    let meta = made("meta", [("http-equiv", "Content-Security-Policy"), ("content", policy.as_str())]);
    Ok(index.replace("</body>", &end).replacen(POLICY, &meta, 1))
}

/// What becomes of a tag of `index.html`.
fn changed(files: Files, found: &mut Found, tag: &Tag) -> Result<Option<String>> {
    let Tag { name, attributes, content } = *tag;
    let value = |key: &str| tag.value(key).map(|value| value.strip_prefix("./").unwrap_or(value));
    if let Some(source) = value("data-src") {
        found.held.insert(source.to_owned());
    }
    // What an assessment can be started with.
    if let Some(edition) = value("data-edition") {
        found.held.insert(format!("{}/{edition}", editions::FOLDER));
    }
    let dropped = Ok(Some(String::new()));
    match name {
        "meta"
            if value("http-equiv")
                .is_some_and(|what| what.eq_ignore_ascii_case("content-security-policy")) =>
        {
            found.policies.push(value("content").unwrap_or_default().to_owned());
            Ok(Some(POLICY.to_owned()))
        }
        "link" => match (value("rel"), value("href")) {
            (Some("stylesheet"), Some(href)) if found.style.is_empty() => {
                found.style = inline(&format!("{}\n{NOTE_STYLE}", style(files, href)?), "style")?;
                Ok(Some(format!("<style>{}</style>", found.style)))
            }
            (Some("icon"), Some(href)) => {
                let image = format!("data:image/svg+xml;base64,{}", STANDARD.encode(files(href)?));
                Ok(Some(made("link", [("rel", "icon"), ("type", "image/svg+xml"), ("href", image.as_str())])))
            }
            // What is in the page needs no fetching, and a page without a host cannot be installed.
            (Some("preload" | "modulepreload" | "manifest" | "apple-touch-icon"), _) => dropped,
            (rel, href) => Err(other_file(name, rel.or(href))),
        },
        // The style sheet has what is in it.
        "style" if found.style.is_empty() => dropped,
        "html" => {
            let mut attributes = attributes.clone();
            attributes.insert("data-one-file".to_owned(), String::new());
            Ok(Some(html::tag("html", &attributes)))
        }
        "script" if value("src").is_none() && found.early.is_empty() => {
            found.early = inline(content, "script")?;
            Ok(None)
        }
        "script" => {
            let place = |place: String| value(&place).map(|name| (place.clone(), name.to_owned()));
            let programs: Option<Attributes> =
                PROGRAMS.iter().map(|program| place(program.place())).collect();
            match (value("data-js"), value("data-wasm"), programs) {
                (Some(script), Some(program), Some(programs)) => {
                    found.programs = programs;
                    found.scripts.push((script.to_owned(), program.to_owned()));
                    dropped
                }
                _ => Err(other_file(name, value("src"))),
            }
        }
        "a" => link(attributes),
        "/body" => {
            found.ends += 1;
            Ok(None)
        }
        _ if value("src").is_some() || name == "style" => Err(other_file(name, value("src"))),
        _ => Ok(None),
    }
}

fn made<const N: usize>(name: &str, attributes: [(&str, &str); N]) -> String {
    html::tag(name, &Attributes::from(attributes.map(|(key, value)| (key.to_owned(), value.to_owned()))))
}

fn other_file(name: &str, what: Option<&str>) -> String {
    let what = what.unwrap_or("something");
    format!("The page has a {name} that asks for {what}, which xtask/src/single.rs cannot put into one file.")
}

/// Links to the other pages of the host lead to the same within the file.
fn link(attributes: &Attributes) -> Result<Option<String>> {
    let inside = match attributes.get("href").map(String::as_str) {
        Some("recover.html" | "./recover.html") => "#recover",
        Some("./" | "index.html") => "#/",
        Some(href) if !href.starts_with('#') && !href.starts_with("https://") => {
            return Err(other_file("a", Some(href)));
        }
        _ => return Ok(None),
    };
    let mut attributes = attributes.clone();
    attributes.insert("href".to_owned(), inside.to_owned());
    Ok(Some(html::tag("a", &attributes)))
}

/// A file as the page holds it.
fn template(files: Files, name: &str) -> Result<String> {
    if !is_file_name(name) {
        return Err(other_file("part", Some(name)));
    }
    if PROGRAMS.iter().any(|program| program.is(name)) {
        // Large, and only wanted now and then: a browser that cannot unpack it does without it.
        let bytes =
            pack::with_gzip(&files(name)?).map_err(|error| format!("{name} cannot be packed: {error}."))?;
        return Ok(format!(
            "<template data-file=\"{name}\" data-base64 data-gzip>{}</template>",
            STANDARD.encode(bytes)
        ));
    }
    if name.ends_with(".wasm") {
        let bytes = STANDARD.encode(files(name)?);
        return Ok(format!("<template data-file=\"{name}\" data-base64>{bytes}</template>"));
    }
    Ok(format!("<template data-file=\"{name}\">{}</template>", escaped(&text(files, name)?)))
}

/// A style sheet, which may need no other file.
fn style(files: Files, name: &str) -> Result<String> {
    let style = text(files, name)?;
    let outside = style.split("url(").skip(1).find(|address| {
        let address = address.trim_start_matches(['"', '\'']);
        !address.starts_with("data:") && !address.starts_with('#')
    });
    if outside.is_some() || style.contains("@import") {
        return Err(format!("dist/{name} needs another file, which the one-file edition cannot have."));
    }
    Ok(style)
}

/// A file that is text, with the ends of lines that every browser makes of it.
fn text(files: Files, name: &str) -> Result<String> {
    let text = String::from_utf8(files(name)?).map_err(|_| format!("dist/{name} is not a text."))?;
    Ok(text.replace("\r\n", "\n"))
}

#[cfg(test)]
mod tests;
