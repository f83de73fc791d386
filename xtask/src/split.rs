//! Takes the program apart: what the first page needs, and what may come once that page stands.
//!
//! Done when Trunk has built the page (`finish` in main.rs), in release and in debug builds alike: without it, the marked
//! functions of `src/ui/later.rs` are imports that nothing provides. The whole program that cargo made is split before
//! wasm-bindgen sees it, by the relocations that the linker leaves in it; then each part is made small, and takes the
//! place of what Trunk had put there.

use crate::cache::Cache;
use crate::command::record;
use crate::project::Project;
use crate::{Result, side_by_side};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The program, as cargo names its file.
const PROGRAM: &str = "standards-met";

/// How every part is made small; measured, and each word brings something.
/// `--converge` would take twice the time for parts that are a tenth of a percent larger.
const WASM_OPT: &str = "-Oz --strip-debug --strip-producers --remove-exports=*intounderlying* \
    --remove-exports=__data_end --remove-exports=__heap_base --flatten --rereloop -Oz -Oz --low-memory-unused \
    --optimize-stack-ir --reorder-locals";

/// What the splitter writes to start a part. A host that sends another type for `.wasm` would stop it.
const STREAMED: &str = "(WebAssembly.instantiateStreaming(src, imports))";
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
    let program = format!("{name}_bg.wasm");
    let mut all = vec![(bound.join(&program), staging.join(&program))];
    for part in fs::read_dir(&parts).map_err(failed("the parts of the program"))?.flatten() {
        let file = part.file_name().to_string_lossy().into_owned();
        let Some(stem) = file.strip_suffix(".wasm") else { continue };
        let numbered = format!("{stem}{number}.wasm");
        loader = replaced(&loader, &format!("\"./{file}\""), &format!("\"./{numbered}\""))?;
        all.push((part.path(), staging.join(numbered)));
    }
    // The longest first, so that none of them is waited for in the end.
    all.sort_by_key(|(from, _)| std::cmp::Reverse(fs::metadata(from).map_or(0, |known| known.len())));
    side_by_side::each(&all, |(from, to)| small(project, profile, from, to, WASM_OPT))?;
    write(&staging.join(format!("split{number}.js")), &loader)?;
    // The program's script imports it, so it is fetched beside it and not after it.
    let page = staging.join("index.html");
    let html = read(&page)?;
    let (before, after) = html.split_once("</head>").ok_or("Trunk left a page without a head.")?;
    let preload = format!("<link rel=\"modulepreload\" href=\"./split{number}.js\">");
    write(&page, &format!("{before}{preload}</head>{after}"))?;
    renumber(staging, number)
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

/// Makes a part of the program small, unless that was done before. A debug build is taken as it is.
pub fn small(project: &Project, profile: &str, from: &Path, to: &Path, how: &str) -> Result {
    if profile != "release" {
        return fs::copy(from, to).map(drop).map_err(failed("a part of the program"));
    }
    let plain = fs::read(from).map_err(failed("a part of the program"))?;
    // Which wasm-opt it is stands there.
    let lock = project.root().join("package-lock.json");
    let lock = fs::read(&lock).map_err(failed("package-lock.json"))?;
    let made = Cache::of(project).get_or_make(&format!("wasm-opt {how}"), &[&plain, &lock], || {
        let name = if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" };
        let mut optimise = Command::new(project.node_modules().join(".bin").join(name));
        optimise.arg(from).arg("-o").arg(to).args(how.split_whitespace());
        let part = from.file_stem().unwrap_or_default().to_string_lossy();
        record(project, &format!("wasm-opt-{part}"), &mut optimise, "Making a part of the program small")?;
        fs::read(to).map_err(failed("a part of the program"))
    })?;
    fs::write(to, made).map_err(failed("a part of the program"))
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
    fn a_tool_that_writes_in_another_way_is_noticed() {
        assert_eq!(replaced("a b a", "a", "c"), Ok("c b c".to_owned()));
        assert!(replaced("b", "a", "c").is_err_and(|sentence| sentence.contains("follow its tools")));
    }
}
