//! What the environment tells the harness.

use std::path::PathBuf;

use anyhow::{Context, Result};

fn read(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn required(name: &str) -> Result<String> {
    read(name).with_context(|| format!("{name} is not set: run `cargo xtask test e2e`."))
}

/// `E2E_BASE_URL`: where the page under test is served, with a slash at the end.
pub fn base_url() -> Result<String> {
    let mut url = required("E2E_BASE_URL")?;
    if !url.ends_with('/') {
        url.push('/');
    }
    Ok(url)
}

/// `E2E_ARTEFACTS`: the folder that failures leave their picture and console in.
pub fn artefacts() -> Result<PathBuf> {
    required("E2E_ARTEFACTS").map(PathBuf::from)
}

/// `E2E_DIST`: the folder of the page that was built.
pub fn dist() -> Result<PathBuf> {
    required("E2E_DIST").map(PathBuf::from)
}

/// `E2E_SINGLE_FILE`: the page in one file.
pub fn single_file() -> Result<PathBuf> {
    required("E2E_SINGLE_FILE").map(PathBuf::from)
}

/// `E2E_AXE`: the source of axe-core.
pub fn axe_source() -> Result<String> {
    let path = required("E2E_AXE")?;
    std::fs::read_to_string(&path).with_context(|| format!("axe-core could not be read from {path}."))
}

/// A program that an engine needs, or the name of the variable that does not say where it is.
pub(crate) fn program(name: &'static str) -> std::result::Result<String, &'static str> {
    read(name).ok_or(name)
}
