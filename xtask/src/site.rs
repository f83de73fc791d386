//! Trunk, with the pinned tools in reach and the network out of it.

use crate::cache::{self, Cache};
use crate::command::{ask, become_it, show, wants_colour};
use crate::project::Project;
use crate::steps::{Steps, say};
use crate::{Result, pack, programs, start_page};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The variable that cargo adds to what `.cargo/config.toml` says.
pub const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// What in the repository the finished page is made of, beside what its programs for workers are, the code that puts it
/// together included.
const MADE_OF: [&str; 7] = ["src", "style", "public", "hosting", "index.html", "Trunk.toml", "xtask/src"];

/// Writes the release build to `dist/`, unless what is there is made of just what would be built.
pub fn build(project: &Project, steps: &mut Steps) -> Result {
    let inputs = inputs(project)?;
    if fs::read_to_string(stamp(project))
        .is_ok_and(|stamp| finished(project, &inputs).is_ok_and(|now| now == stamp))
    {
        return steps.quiet("Release build, of which nothing has changed", || Ok(()));
    }
    // A build that is stopped in the middle is none.
    let _ = fs::remove_file(stamp(project));
    let cache = Cache::of(project);
    steps.loud("Release build", || {
        let mut trunk = trunk(project)?;
        trunk.args(["build", "--release=true", "--dist"]).arg(project.dist());
        std::thread::scope(|scope| {
            // Begun here and taken up by the hook in Trunk.toml, which also says what went wrong with them.
            scope.spawn(|| programs::compile(project, "release").and_then(|()| start_page::compile(project)));
            show(&mut trunk, "The release build")
        })
    })?;
    steps.quiet("Brotli and gzip copies", || {
        let index = project.dist().join("index.html");
        let page = fs::read_to_string(&index)
            .map_err(|error| format!("{} cannot be read: {error}.", index.display()))?;
        pack::run(&project.dist(), &page, &cache)
    })?;
    cache.tidy();
    let unwritten = |error| format!("{} cannot be written: {error}.", stamp(project).display());
    fs::write(stamp(project), finished(project, &inputs)?).map_err(unwritten)
}

/// Where it is noted what `dist/` is made of, and what it holds.
fn stamp(project: &Project) -> PathBuf {
    project.target("dist-is-of.txt")
}

/// A digest of everything that the page is made of.
fn inputs(project: &Project) -> Result<String> {
    let places = [&MADE_OF[..], &programs::MADE_OF].concat();
    let sources = cache::digest_of_files(project.root(), &places)?;
    Ok(cache::digest(&[sources, compiler()]))
}

/// Which compiler it is and what it is told beside what stands in the sources.
pub fn compiler() -> String {
    let version = ask(Command::new("rustc").arg("-vV")).unwrap_or_default();
    let flags = ["RUSTFLAGS", FLAGS].map(|name| env::var(name).unwrap_or_default());
    format!("{version} {} {}", without_paths(), flags.join(" "))
}

/// What the note says of a page that is made of this and lies in `dist/` as it does now.
fn finished(project: &Project, inputs: &str) -> Result<String> {
    let page = cache::digest_of_files(project.root(), &["dist"])?;
    Ok(format!("{inputs} {page}\n"))
}

/// Serves a debug build and builds again on every change, until it is stopped.
pub fn watch(project: &Project, port: u16) -> Result {
    say(&format!(
        "Building for http://127.0.0.1:{port}/ (the page loads itself again after each change; Ctrl+C stops it)\n"
    ));
    let mut trunk = trunk(project)?;
    trunk
        // wasm-bindgen takes four seconds to read past what no browser is shown.
        .env(FLAGS, format!("{} -Cdebuginfo=0", without_paths()))
        .args(["serve", "--address", "127.0.0.1", "--port", &port.to_string(), "--no-spa=true"])
        // The page does that by itself (reload.rs): Trunk's way is refused by the page's content security policy.
        .arg("--no-autoreload=true")
        // Not dist/: a debug build there could be published by mistake.
        .arg("--dist")
        .arg(project.target("debug-page"));
    become_it(&mut trunk, "Serving the debug build")
}

fn trunk(project: &Project) -> Result<Command> {
    let mut trunk = Command::new(project.tool("trunk"));
    trunk
        .current_dir(project.root())
        .env("PATH", project.path_variable()?)
        .env("SASS_PATH", project.node_modules())
        // Cargo adds these to what .cargo/config.toml says.
        .env(FLAGS, without_paths())
        // Trunk takes only `true` or `false` here, and stops at the `1` that everybody else uses.
        .env_remove("NO_COLOR")
        .env_remove("RUST_LOG")
        // Offline, Trunk takes wasm-bindgen, wasm-opt and sass from PATH instead of downloading its own.
        .args(["--offline=true", "--skip-version-check"])
        // Its script minifier does not know `as default`, says so at every build, and leaves the script as it is.
        .args(["--log", "error,trunk=warn,trunk::processing::minify=error", "--color"])
        .arg(if wants_colour() { "auto" } else { "never" });
    if !wants_colour() {
        trunk.env("CARGO_TERM_COLOR", "never");
    }
    Ok(trunk)
}

/// Compiler flags that keep the folders of this machine out of the page: they name its user, and cost two kilobytes.
pub fn without_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" })?;
        Some(Path::new(&home).join(".cargo"))
    });
    let sources = home.map(|home| home.join("registry").join("src")).unwrap_or_default();
    let registries = fs::read_dir(&sources).into_iter().flatten().flatten().map(|entry| entry.path());
    let sysroot = ask(Command::new("rustc").args(["--print", "sysroot"]));
    let library = sysroot.map(|folder| Path::new(folder.trim()).join("lib/rustlib/src/rust"));
    // The flags are parted by spaces, so a folder with a space in its name has to be left as it is.
    let folders = registries.chain(library).map(|folder| folder.display().to_string());
    let flags = folders
        .filter(|folder| !folder.contains(' '))
        .map(|folder| format!("--remap-path-prefix={folder}/="));
    flags.collect::<Vec<_>>().join(" ")
}
