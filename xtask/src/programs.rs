//! The programs for workers: the crates `reports`, which writes reports as files, and `spreadsheet`, which reads
//! spreadsheets. Each is a WebAssembly module of its own, with the script that runs it in a worker.
//!
//! Done when Trunk has built the page (`finish` in main.rs). They share no code with the page's program: what they need of
//! it is compiled into them once more, and nobody waits for another.

use crate::project::Project;
use crate::shrink::{self, Kind, Module};
use crate::split::in_place;
use crate::{Result, cache, command, side_by_side, site, tools};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program. Its folder, its library, its files and its place in the boot script's tag (`data-…`) have its name.
#[derive(Debug, PartialEq)]
pub struct Program {
    pub name: &'static str,
    package: &'static str,
}

/// All of them, in the order of the alphabet.
pub const PROGRAMS: [Program; 2] = [
    Program { name: "reports", package: "standards-met-reports" },
    Program { name: "spreadsheet", package: "standards-met-spreadsheet" },
];

const FEATURES: &[u8] = b"target_features";

/// Everything that they are made of, the code that makes them included.
pub const MADE_OF: [&str; 14] = [
    "crates/core/src",
    "crates/core/Cargo.toml",
    "crates/reports/src",
    "crates/reports/worker.js",
    "crates/reports/Cargo.toml",
    "crates/spreadsheet/src",
    "crates/spreadsheet/worker.js",
    "crates/spreadsheet/Cargo.toml",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "package-lock.json",
    "xtask/src/programs.rs",
    "xtask/src/shrink.mjs",
];

impl Program {
    /// Where the page's script tag says what its files are called, without their ending.
    pub fn place(&self) -> String {
        format!("data-{}", self.name)
    }

    /// Whether a file of the finished page is its WebAssembly.
    pub fn is(&self, file: &str) -> bool {
        let rest = file.strip_prefix(self.name).and_then(|rest| rest.strip_suffix(".wasm"));
        rest.is_some_and(|rest| rest.starts_with('-'))
    }
}

/// A program, finished, with its script.
#[derive(Debug)]
pub struct Built {
    program: &'static Program,
    script: String,
    module: Vec<u8>,
}

/// Where cargo puts them. Not where the page goes: into one folder cargo lets one build at a time, and these go side by side.
fn folder(project: &Project) -> PathBuf {
    project.target("programs")
}

/// A digest of all that they are made of.
fn inputs(project: &Project) -> Result<String> {
    Ok(cache::digest(&[cache::digest_of_files(project.root(), &MADE_OF)?, site::compiler()]))
}

/// Where it is noted what the finished ones are made of.
fn stamp(project: &Project, profile: &str) -> PathBuf {
    finished(project, profile).join("made-of.txt")
}

fn finished(project: &Project, profile: &str) -> PathBuf {
    project.target("programs-bound").join(profile)
}

/// Whether they are there, made of what is here now.
fn are_finished(project: &Project, profile: &str) -> bool {
    let made_of = fs::read_to_string(stamp(project, profile));
    made_of.is_ok_and(|made_of| inputs(project).is_ok_and(|inputs| inputs == made_of))
}

/// Compiles them, at once, unless they are finished: what they have in common is compiled once.
pub fn compile(project: &Project, profile: &str) -> Result {
    if are_finished(project, profile) {
        return Ok(());
    }
    let mut build = tools::cargo(project);
    build.args(["build", "--quiet", "--lib", "--target", "wasm32-unknown-unknown"]);
    for program in &PROGRAMS {
        build.args(["-p", program.package]);
    }
    build.arg("--target-dir").arg(folder(project)).env(site::FLAGS, site::without_paths());
    if profile == "release" {
        build.arg("--release");
    }
    command::record(project, "programs", &mut build, "Compiling the programs for workers")
}

/// Builds them, unless they are finished. Takes nothing of the page, so it can be done meanwhile.
pub fn build(project: &Project, profile: &str) -> Result<Vec<Built>> {
    if !are_finished(project, profile) {
        let inputs = inputs(project)?;
        let _ = fs::remove_file(stamp(project, profile));
        compile(project, profile)?;
        side_by_side::each(&PROGRAMS, |program| bound(project, profile, program))?;
        let small: Vec<Module> = PROGRAMS.iter().map(|program| program.module(project, profile)).collect();
        shrink::run(project, profile, &small)?;
        write(&stamp(project, profile), inputs.as_bytes())?;
    }
    PROGRAMS.iter().map(|program| built(project, profile, program)).collect()
}

impl Program {
    /// Its module without notes, and where the small one is.
    fn module(&self, project: &Project, profile: &str) -> Module {
        let folder = finished(project, profile).join(self.name);
        Module { kind: Kind::Worker, from: folder.join("plain.wasm"), to: folder.join("small.wasm") }
    }
}

/// Binds a compiled program to its script.
fn bound(project: &Project, profile: &str, program: &Program) -> Result {
    let name = program.name;
    let module = folder(project).join("wasm32-unknown-unknown").join(profile).join(format!("{name}.wasm"));
    let bound = finished(project, profile).join(name);
    let mut bind = Command::new(project.tool("wasm-bindgen"));
    // One script without imports, so that a worker of any browser takes it, from a host and from a file.
    bind.args(["--target=no-modules", "--no-typescript", "--out-name", name, "--out-dir"]);
    bind.arg(&bound).arg(&module);
    command::record(project, &format!("bind-{name}"), &mut bind, &format!("Binding the program {name}"))?;
    let module = bound.join(format!("{name}_bg.wasm"));
    let module = fs::read(&module).map_err(unread(&module))?;
    let module = without_notes(&module).ok_or_else(|| format!("The program {name} is not WebAssembly."))?;
    write(&program.module(project, profile).from, &module)
}

/// A finished program with its script.
fn built(project: &Project, profile: &str, program: &'static Program) -> Result<Built> {
    let name = program.name;
    let glue = read(&finished(project, profile).join(name).join(format!("{name}.js")))?;
    let worker = read(&project.root().join("crates").join(name).join("worker.js"))?;
    let module = program.module(project, profile).to;
    let module = fs::read(&module).map_err(unread(&module))?;
    Ok(Built { program, script: format!("{glue}\n{worker}"), module })
}

/// Puts them beside the page in Trunk's staging folder.
pub fn place(built: &[Built], staging: &Path) -> Result {
    let page = staging.join("index.html");
    let mut html = read(&page)?;
    for Built { program, script, module } in built {
        let digest = Sha256::new().chain_update(script).chain_update(module).finalize();
        let number: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let name = format!("{}-{number}", program.name);
        write(&staging.join(format!("{name}.js")), script.as_bytes())?;
        write(&staging.join(format!("{name}.wasm")), module)?;
        html = in_place(&html, &program.place(), program.name, &name)?;
    }
    write(&page, html.as_bytes())
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
    fn each_program_is_told_by_the_name_of_its_module() {
        let [reports, spreadsheet] = &PROGRAMS;
        assert!(spreadsheet.is("spreadsheet-0a1b2c3d4e5f6071.wasm") && !reports.is("spreadsheet-0a1b.wasm"));
        assert!(!reports.is("reports-1.js") && !reports.is("reportswriter.wasm"));
    }

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
