//! Where things are.

use crate::Result;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The folders of the repository, and the programs in them.
#[derive(Clone)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The repository that this task belongs to, wherever the command was typed.
    pub fn here() -> Self {
        // Cargo says it at every run. What was compiled in may be another checkout, if they share a target folder.
        let xtask = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let xtask = Path::new(&xtask);
        Self { root: xtask.parent().unwrap_or(xtask).to_path_buf() }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The finished page.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    pub fn node_modules(&self) -> PathBuf {
        self.root.join("node_modules")
    }

    /// The `--root` of every `cargo install`.
    pub fn tools(&self) -> PathBuf {
        self.root.join("target/tools")
    }

    /// A program that `cargo install` put there.
    pub fn tool(&self, name: &str) -> PathBuf {
        self.tools().join("bin").join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    /// A place below `target/`, for what a task leaves behind.
    pub fn target(&self, name: &str) -> PathBuf {
        self.root.join("target").join(name)
    }

    /// `PATH` with our own tools first, so that a different version elsewhere on the machine is never taken.
    pub fn path_variable(&self) -> Result<OsString> {
        let ours = [self.tools().join("bin"), self.node_modules().join(".bin")];
        let theirs = env::var_os("PATH").unwrap_or_default();
        env::join_paths(ours.into_iter().chain(env::split_paths(&theirs))).map_err(|_| {
            format!("The path {} cannot be part of PATH: move the project elsewhere.", self.root.display())
        })
    }
}

/// The first of these programs that is on `PATH`.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        folders.iter().map(|folder| folder.join(&file)).find(|candidate| candidate.is_file())
    })
}
