//! Takes the program apart: what the first page needs, and what may come once that page stands.
//!
//! Done when Trunk has built the page (`finish` in main.rs), in release and in debug builds alike: without it, the marked
//! functions of `src/app.rs` and `src/app/` are imports that nothing provides. The whole program that cargo made is split before
//! wasm-bindgen sees it, by the relocations that the linker leaves in it; then each part is made small, and takes the
//! place of what Trunk had put there.

use crate::Result;
use crate::command::record;
use crate::project::Project;
use crate::shrink::{self, Kind, Module};
use crate::{bundle, minify};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The program, as cargo names its file.
const PROGRAM: &str = "standards-met";

/// The file of the part that the first question is in: it is fetched beside the program (public/boot.js).
const NEXT: &str = "split_answering";

/// What the splitter writes to start a part, in parentheses or, where the program has the names of its functions, as the
/// argument of a call. A host that sends another type for `.wasm` would stop it.
const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// What takes its place: works whatever the type, and does not take an error page for the part.
const READ_FIRST: &str = "src.then((answer) => { if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`); \
    return answer.arrayBuffer(); }).then((bytes) => WebAssembly.instantiate(bytes, imports))";

/// Splits the program that Trunk has just put into its staging folder.
pub fn run(project: &Project, profile: &str, staging: &Path) -> Result {
    let whole = project.target("wasm32-unknown-unknown").join(profile).join(PROGRAM).with_extension("wasm");
    // Such as `standards-met-c0171ede40113338`: Trunk makes the number from the whole program, so every part has it, and
    // parts of two builds are never mixed.
    let names = fs::read_dir(staging).map_err(failed("Trunk's staging folder"))?.flatten();
    let name = names
        .filter_map(|file| file.file_name().to_str()?.strip_suffix(".js").map(str::to_owned))
        .find(|name| name.starts_with(PROGRAM))
        .ok_or("Trunk left no script of the program.")?;
    let number = name.strip_prefix(PROGRAM).unwrap_or_default();

    let folder = project.target("split").join(profile);
    let _ = fs::remove_dir_all(&folder);
    let (parts, bound) = (folder.join("parts"), folder.join("bound"));
    let mut split = Command::new(project.tool("wasm-split-cli"));
    split.arg(&whole).arg(&parts).args(["--target", "web", "--out-name", &name]);
    record(project, "split", &mut split, "Splitting the program")?;
    let first = parts.join(format!("{name}.wasm"));
    let mut bind = Command::new(project.tool("wasm-bindgen"));
    bind.args(["--target=web", "--keep-lld-exports", "--no-typescript"]);
    bind.arg(format!("--out-name={name}")).arg("--out-dir").arg(&bound).arg(&first);
    record(project, "bind", &mut bind, "Binding the program")?;
    fs::remove_file(&first).map_err(failed("a part of the program"))?;

    // Only where it is fetched from gets the number: in the `.wasm` it has the plain name.
    let script = read(&bound.join(format!("{name}.js")))?;
    let script = replaced(&script, "from \"./__wasm_split.js\"", &format!("from \"./split{number}.js\""))?;
    write(&staging.join(format!("{name}.js")), &script)?;
    let mut loader = replaced(&read(&parts.join("__wasm_split.js"))?, STREAMED, READ_FIRST)?;
    let bundles = bundle::of(&loader)?;
    let program = format!("{name}_bg.wasm");
    let mut all = vec![Module { kind: Kind::First, from: bound.join(&program), to: staging.join(&program) }];
    for part in fs::read_dir(&parts).map_err(failed("the parts of the program"))?.flatten() {
        let file = part.file_name().to_string_lossy().into_owned();
        let Some(stem) = file.strip_suffix(".wasm") else { continue };
        let numbered = format!("{stem}{number}.wasm");
        loader = replaced(&loader, &format!("\"./{file}\""), &format!("\"./{numbered}\""))?;
        let is_next =
            bundles.iter().any(|bundle| bundle.stem() == NEXT && bundle.modules.contains(&stem.to_owned()));
        let kind = if is_next { Kind::First } else { Kind::Later };
        all.push(Module { kind, from: part.path(), to: staging.join(numbered) });
    }
    shrink::run(project, profile, &all)?;
    for bundle in &bundles {
        let place = |module: &str| staging.join(format!("{module}{number}.wasm"));
        let mut modules = Vec::new();
        for name in &bundle.modules {
            modules.push((name.as_str(), fs::read(place(name)).map_err(failed("a part of the program"))?));
            fs::remove_file(place(name)).map_err(failed("a part of the program"))?;
        }
        fs::write(place(&bundle.stem()), bundle::module(&modules))
            .map_err(failed("a part of the program"))?;
    }
    let loader = bundle::loader(&loader, &bundles, number)?;
    let loader_file = staging.join(format!("split{number}.js"));
    write(&loader_file, &loader)?;
    if profile == "release" {
        minify::run(project, &[staging.join(format!("{name}.js")), loader_file])?;
    }
    // The program's script imports it, so it is fetched beside it and not after it.
    let page = staging.join("index.html");
    let html = read(&page)?;
    let (before, after) = html.split_once("</head>").ok_or("Trunk left a page without a head.")?;
    let preload = format!("<link rel=\"modulepreload\" href=\"./split{number}.js\">");
    write(
        &page,
        &in_place(
            &format!("{before}{preload}</head>{after}"),
            "data-next",
            "next",
            &format!("{NEXT}{number}.wasm"),
        )?,
    )?;
    renumber(staging, number)
}

/// The page with another value in an attribute of its script's tag.
pub fn in_place(html: &str, attribute: &str, old: &str, new: &str) -> Result<String> {
    // With quotation marks or without: Trunk's minifier takes them off.
    let quoted = format!("{attribute}=\"{old}\"");
    let old = if html.contains(&quoted) { quoted } else { format!("{attribute}={old}") };
    replaced(html, &old, &format!("{attribute}=\"{new}\""))
}

/// Gives all parts the number that their own bytes make. Trunk's comes from the program before it was taken apart and made
/// small: other tools would make other files of the same name, and browsers keep a name for a year.
fn renumber(staging: &Path, number: &str) -> Result {
    let mut names: Vec<String> = fs::read_dir(staging)
        .map_err(failed("Trunk's staging folder"))?
        .flatten()
        .filter_map(|file| file.file_name().into_string().ok())
        .filter(|name| name.contains(number))
        .collect();
    names.sort();
    let mut together = Sha256::new();
    for name in &names {
        together.update(fs::read(staging.join(name)).map_err(failed("a part of the page"))?);
    }
    let new: String = together.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let new = format!("-{new}");
    // By the whole names of files: the program knows its script by the number that it was bound with.
    let renamed = |text: &str| {
        names.iter().fold(text.to_owned(), |text, name| text.replace(name, &name.replace(number, &new)))
    };
    for name in &names {
        let (old, place) = (staging.join(name), staging.join(name.replace(number, &new)));
        fs::rename(&old, &place).map_err(failed("a part of the page"))?;
        if name.ends_with(".js") {
            write(&place, &renamed(&read(&place)?))?;
        }
    }
    let page = staging.join("index.html");
    let (before, after) = (read(&page)?, renamed(&read(&page)?));
    if after.contains(number) || after == before {
        return Err(
            "The page names parts of the program that are not there: xtask has to follow its tools.".into()
        );
    }
    write(&page, &after)
}

/// The text with this piece replaced, which has to be there: another version of a tool may write it in another way.
pub fn replaced(text: &str, piece: &str, by: &str) -> Result<String> {
    if text.contains(piece) {
        return Ok(text.replace(piece, by));
    }
    Err(format!("What was built does not hold {piece:?} any more: xtask has to follow its tools."))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(failed("a part of the page"))
}

fn write(path: &Path, text: &str) -> Result {
    fs::write(path, text).map_err(failed("a part of the page"))
}

fn failed(what: &'static str) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{what} cannot be read or written: {error}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_is_found_with_quotation_marks_and_without() {
        for html in [
            "<script data-next=\"next\" data-reports=\"reports\">",
            "<script data-next=next data-reports=reports>",
        ] {
            let html = in_place(html, "data-next", "next", "a b")
                .and_then(|html| in_place(&html, "data-reports", "reports", "c"));
            assert_eq!(html.as_deref(), Ok("<script data-next=\"a b\" data-reports=\"c\">"));
        }
        assert!(
            in_place("<script>", "data-next", "next", "a")
                .is_err_and(|sentence| sentence.contains("data-next"))
        );
    }

    #[test]
    fn a_tool_that_writes_in_another_way_is_noticed() {
        assert_eq!(replaced("a b a", "a", "c"), Ok("c b c".to_owned()));
        assert!(replaced("b", "a", "c").is_err_and(|sentence| sentence.contains("follow its tools")));
    }
}
