//! Draws the start page into `index.html`, with the style that it is seen in, so that it is there with the first answer of a host.
//!
//! The program itself draws it, on this machine (`src/bin/start-page.rs`). Of the style sheet, Beasties takes what that page
//! and the shell in `index.html` are drawn with (`critical.mjs`); the whole sheet comes meanwhile and holds nothing up. The
//! policy names both the style and `public/early.js`, which stands in the page too, by their digests.

use crate::command::{ask, record};
use crate::html::{self, Attributes, Tag, hash, inline};
use crate::project::Project;
use crate::split::replaced;
use crate::{Result, editions, minify, tools};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program that prints the start page.
const PROGRAM: &str = "start-page";
/// Where the start page goes.
const PLACE: &str = "start-page";

/// Compiles what draws the page, which is a part of the program for this machine.
pub fn compile(project: &Project) -> Result {
    let mut build = tools::cargo(project);
    build.args(["build", "--quiet", "--bin", PROGRAM]);
    record(project, PROGRAM, &mut build, "Compiling what draws the start page")
}

/// Finishes `index.html` in this folder. A debug build keeps the plain shell and the plain style sheet: it is there to see
/// changes soon.
pub fn run(project: &Project, folder: &Path, release: bool) -> Result {
    let page = folder.join("index.html");
    let mut html = fs::read_to_string(&page).map_err(failed(&page))?;
    let mut style = None;
    if release {
        html = with_start_page(&html, &drawn(project, folder)?)?;
        html = with_sheet_purged(project, folder, &html)?;
        style = Some(critical(project, folder, &html)?);
        let early = folder.join("early.js");
        minify::run(project, &[folder.join("boot.js"), early.clone()])?;
        html = with_script(&html, &fs::read_to_string(&early).map_err(failed(&early))?)?;
    }
    let html = with_style_and_policy(&html, style.as_deref())?;
    fs::write(&page, html).map_err(failed(&page))
}

/// The start page as the program draws it.
fn drawn(project: &Project, folder: &Path) -> Result<String> {
    compile(project)?;
    let mut draw = tools::cargo(project);
    draw.args(["run", "--quiet", "--bin", PROGRAM, "--"])
        .arg(folder.join(editions::FOLDER).join(editions::LIST));
    let page =
        ask(&mut draw).ok_or("The start page could not be drawn: `cargo run --bin start-page` says why.")?;
    Ok(page)
}

/// The page with the start page in its place.
fn with_start_page(html: &str, start: &str) -> Result<String> {
    let mut places = 0;
    let html = html::rewritten(html, &mut |tag: &Tag| {
        if tag.value("id") != Some(PLACE) {
            return Ok(None);
        }
        places += 1;
        Ok(Some(format!("{}{start}", html::tag(tag.name, tag.attributes))))
    })?;
    if places == 1 {
        return Ok(html);
    }
    Err(format!("index.html has {places} places for the start page instead of one."))
}

/// The page with the script that stands in it as it was made small.
fn with_script(html: &str, script: &str) -> Result<String> {
    let script = inline(script, "script")?;
    html::rewritten(html, &mut |tag: &Tag| {
        let stands = tag.name == "script" && tag.value("src").is_none();
        Ok(stands.then(|| format!("<script>{script}</script>")))
    })
}

/// The page with a sheet that holds no rules for what the page does not use, under a name that its content makes: browsers keep a
/// name for a year.
fn with_sheet_purged(project: &Project, folder: &Path, html: &str) -> Result<String> {
    let name = sheet(html)?;
    let (name, file) = (name.trim_start_matches("./"), folder.join(&name));
    let mut node = Command::new("node");
    node.arg(project.root().join("xtask/src/purge.mjs")).arg(&file).arg(project.root());
    record(project, "purge", &mut node, "Taking out of the style sheet what is not used")?;
    let digest = Sha256::digest(fs::read(&file).map_err(failed(&file))?);
    let number: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let purged = format!("main-{number}.css");
    fs::rename(&file, folder.join(&purged)).map_err(failed(&file))?;
    replaced(html, name, &purged)
}

/// The name of the page's style sheet.
fn sheet(html: &str) -> Result<String> {
    let mut sheets = Vec::new();
    html::rewritten(html, &mut |tag: &Tag| {
        if is_sheet(tag) {
            sheets.extend(tag.value("href").map(str::to_owned));
        }
        Ok(None)
    })?;
    match <[String; 1]>::try_from(sheets) {
        Ok([sheet]) => Ok(sheet),
        Err(sheets) => Err(format!("index.html has {} style sheets instead of one.", sheets.len())),
    }
}

/// The style that the page is first seen in.
fn critical(project: &Project, folder: &Path, html: &str) -> Result<String> {
    let sheet = sheet(html)?;
    let work = project.target("tmp");
    let (page, style) = (work.join("start-page.html"), work.join("start-page.css"));
    fs::create_dir_all(&work).and_then(|()| fs::write(&page, html)).map_err(failed(&page))?;
    let mut node = Command::new("node");
    node.arg(project.root().join("xtask/src/critical.mjs")).arg(&page).arg(folder.join(sheet)).arg(&style);
    record(project, "critical", &mut node, "The style of the first page")?;
    inline(&fs::read_to_string(&style).map_err(failed(&style))?, "style")
}

fn is_sheet(tag: &Tag) -> bool {
    tag.name == "link" && tag.value("rel") == Some("stylesheet")
}

/// The page with this style in it and the whole sheet out of its way, and with a policy that names what stands in the page.
fn with_style_and_policy(html: &str, style: Option<&str>) -> Result<String> {
    let mut scripts = Vec::new();
    let html = html::rewritten(html, &mut |tag: &Tag| {
        if tag.name == "script" && tag.value("src").is_none() {
            scripts.push(hash(tag.content));
        }
        Ok(match style {
            Some(style) if is_sheet(tag) => Some(format!("<style>{style}</style>{}", later(tag))),
            _ => None,
        })
    })?;
    let styles: Vec<String> = style.map(hash).into_iter().collect();
    let named = |directive: &str, hashes: &[String], html: &str| {
        let named = hashes.iter().fold(directive.to_owned(), |text, hash| format!("{text} {hash}"));
        replaced(html, directive, &named)
    };
    let html = named("script-src 'self'", &scripts, &html)?;
    named("style-src 'self'", &styles, &html)
}

/// The tag of the sheet as one that nothing waits for: for print, until `public/early.js` says otherwise.
fn later(tag: &Tag) -> String {
    let mut attributes: Attributes = tag.attributes.clone();
    for (name, value) in [("media", "print"), ("fetchpriority", "high")] {
        attributes.insert(name.to_owned(), value.to_owned());
    }
    html::tag(tag.name, &attributes)
}

fn failed(path: &Path) -> impl Fn(std::io::Error) -> String {
    let path: PathBuf = path.to_owned();
    move |error| format!("{} cannot be read or written: {error}.", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<meta content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'\">\
        <link href=main-1.css rel=stylesheet><script>early()</script><script src=boot.js></script>\
        <div class=app-first id=start-page></div>";

    #[test]
    fn the_start_page_goes_into_its_place_and_what_is_inline_into_the_policy() {
        let page = with_start_page(PAGE, "<h1>Start</h1>").unwrap();
        assert!(page.contains("<div class=\"app-first\" id=\"start-page\"><h1>Start</h1></div>"), "{page}");
        let page = with_style_and_policy(&with_script(&page, "early()").unwrap(), Some("p{}")).unwrap();
        for piece in [
            format!("script-src 'self' {} 'wasm-unsafe-eval'", hash("early()")),
            format!("style-src 'self' {}", hash("p{}")),
            "<style>p{}</style><link fetchpriority=\"high\" href=\"main-1.css\" media=\"print\" rel=\"stylesheet\">".to_owned(),
        ] {
            assert!(page.contains(&piece), "{piece} is not in:\n{page}");
        }
        let debug = with_style_and_policy(PAGE, None).unwrap();
        assert!(
            debug.contains("<link href=main-1.css rel=stylesheet>") && debug.contains("style-src 'self'\""),
            "{debug}"
        );
    }

    #[test]
    fn a_page_without_the_place_is_noticed() {
        let without = PAGE.replace("start-page", "other");
        assert!(with_start_page(&without, "").is_err_and(|sentence| sentence.contains("0 places")));
        assert!(with_style_and_policy("<p>", None).is_err());
    }
}
