//! Makes the scripts of the page small, with esbuild.

use crate::Result;
use crate::command::record;
use crate::project::Project;
use std::path::PathBuf;
use std::process::Command;

/// Makes these scripts small, each in its place.
///
/// # Errors
/// What is no script.
pub fn run(project: &Project, scripts: &[PathBuf]) -> Result {
    let mut node = Command::new("node");
    node.arg(project.root().join("xtask/src/minify.mjs")).args(scripts);
    record(project, "minify", &mut node, "Making the scripts of the page small")
}
