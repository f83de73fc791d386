//! The program that writes reports as files: the crate `reports` as a WebAssembly module of its own, with the script that
//! runs it in a worker.
//!
//! Done when Trunk has built the page (`finish` in main.rs). It shares no code with the page's program: what it needs of
//! it is compiled into it once more, and neither waits for the other.

use crate::project::Project;
use crate::split::{replaced, small};
use crate::{Result, command, site, tools};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const NAME: &str = "reports";
const FEATURES: &[u8] = b"target_features";
/// What the page's script tag says as long as there is no number.
const PLACE: &str = "data-reports=";

/// How it is made small. More passes take minutes for it and bring little.
const SMALL: &str = "-Oz --strip-debug --strip-producers";

/// The program, finished, with its script.
pub struct Built {
    script: String,
    program: Vec<u8>,
}

/// Where cargo puts it. Not where the page goes: into one folder cargo lets one build at a time, and these two go side by side.
fn folder(project: &Project) -> PathBuf {
    project.target("reports-build")
}

/// Compiles it.
pub fn compile(project: &Project, profile: &str) -> Result {
    let mut build = tools::cargo(project);
    build
        .args([
            "build",
            "--quiet",
            "-p",
            "standards-met-reports",
            "--lib",
            "--target",
            "wasm32-unknown-unknown",
        ])
        .arg("--target-dir")
        .arg(folder(project))
        .env(site::FLAGS, site::without_paths());
    if profile == "release" {
        build.arg("--release");
    }
    command::record(project, "reports", &mut build, "The program for reports")
}

/// Builds it. Takes nothing of the page, so it can be done meanwhile.
pub fn build(project: &Project, profile: &str) -> Result<Built> {
    compile(project, profile)?;
    let program = folder(project).join("wasm32-unknown-unknown").join(profile).join("reports.wasm");
    let bound = project.target("reports").join(profile);
    let mut bind = Command::new(project.tool("wasm-bindgen"));
    // One script without imports, so that a worker of any browser takes it, from a host and from a file.
    bind.args(["--target=no-modules", "--no-typescript", "--out-name", NAME, "--out-dir"]);
    bind.arg(&bound).arg(&program);
    command::record(project, "bind-reports", &mut bind, "Binding the program for reports")?;
    let program = bound.join("reports_bg.wasm");
    let program = fs::read(&program).map_err(unread(&program))?;
    let (plain, optimised) = (bound.join("plain.wasm"), bound.join("small.wasm"));
    let program = without_notes(&program).ok_or("The program for reports is not WebAssembly.")?;
    write(&plain, &program)?;
    small(project, profile, &plain, &optimised, SMALL)?;
    let glue = read(&bound.join("reports.js"))?;
    let worker = read(&project.root().join("reports/worker.js"))?;
    let program = fs::read(&optimised).map_err(unread(&optimised))?;
    Ok(Built { script: format!("{glue}\n{worker}"), program })
}

/// Puts it beside the page in Trunk's staging folder.
pub fn place(built: &Built, staging: &Path) -> Result {
    let Built { script, program } = built;
    let digest = Sha256::new().chain_update(script).chain_update(program).finalize();
    let number: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{NAME}-{number}");
    write(&staging.join(format!("{name}.js")), script.as_bytes())?;
    write(&staging.join(format!("{name}.wasm")), program)?;
    let page = staging.join("index.html");
    let html = read(&page)?;
    // With quotation marks or without: Trunk's minifier takes them off.
    let quoted = format!("{PLACE}\"{NAME}\"");
    let place = if html.contains(&quoted) { quoted } else { format!("{PLACE}{NAME}") };
    write(&page, replaced(&html, &place, &format!("{PLACE}\"{name}\""))?.as_bytes())
}

/// A module without its custom sections: the relocations that the page's program is taken apart by are half of this one.
/// `None` where it is no module.
fn without_notes(module: &[u8]) -> Option<Vec<u8>> {
    let (header, mut rest) = module.split_at_checked(8)?;
    let mut plain = header.to_vec();
    while let Some(kind) = rest.first() {
        let (size, digits) = leb128(rest.get(1..)?)?;
        let (section, after) = rest.split_at_checked(1 + digits + size)?;
        // The sets of instructions that the program was compiled for are told there.
        if *kind != 0 || section.windows(FEATURES.len()).any(|name| name == FEATURES) {
            plain.extend(section);
        }
        rest = after;
    }
    Some(plain)
}

/// A number as WebAssembly writes it, and in how many bytes.
fn leb128(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut number = 0;
    for (place, byte) in bytes.iter().enumerate().take(5) {
        number |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((number, place + 1));
        }
    }
    None
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(unread(path))
}

fn write(path: &Path, bytes: &[u8]) -> Result {
    fs::write(path, bytes).map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}

fn unread(path: &Path) -> impl Fn(std::io::Error) -> String {
    let path = path.display().to_string();
    move |error| format!("{path} cannot be read: {error}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_custom_sections_are_taken_out() {
        let header = b"\0asm\x01\0\0\0";
        let (types, note) = (&[1, 3, 1, 2, 3][..], &[0, 5, 4, b'n', b'o', b't', b'e'][..]);
        let features: Vec<u8> = [&[0, 16, 15][..], FEATURES].concat();
        let module = [&header[..], note, types, &features, note].concat();
        assert_eq!(without_notes(&module), Some([&header[..], types, &features].concat()));
        assert_eq!(without_notes(&module[..module.len() - 1]), None);
        assert_eq!(leb128(&[0xe5, 0x8e, 0x26]), Some((624_485, 3)));
    }
}
