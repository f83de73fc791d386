//! Files that go in and out.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

use crate::Session;
use crate::find::{self, Named};

const DROP: &str = include_str!("../page/drop.js");

/// Gives a file to the file input of this label, hidden from sight or not.
pub async fn upload(s: &Session, label: impl Into<Named>, path: &Path) -> Result<()> {
    let path = path.canonicalize().with_context(|| format!("there is no file {}", path.display()))?;
    find::file(s, label).await?.send_keys(path.to_string_lossy().as_ref()).await?;
    Ok(())
}

/// Gives many files at once to the file input of this label, which has to take many. Their paths have to be whole ones.
pub async fn upload_all(s: &Session, label: impl Into<Named>, paths: &[PathBuf]) -> Result<()> {
    let paths: Vec<String> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    find::file(s, label).await?.send_keys(paths.join("\n").as_str()).await?;
    Ok(())
}

/// Drops a file on what has this role and name: `drop_file(s, "group", "Open a file", "a.json", "application/json", b"{}")`.
pub async fn drop_file(
    s: &Session,
    role: &str,
    onto: impl Into<Named>,
    file: &str,
    media_type: &str,
    bytes: &[u8],
) -> Result<()> {
    let target = find::role(s, role, onto).await?;
    s.script(DROP, vec![target.to_json()?, json!(file), json!(media_type), json!(bytes)]).await?;
    Ok(())
}

/// Empties the download folder, so that the next download is the only one.
pub fn forget_downloads(s: &Session) -> Result<()> {
    for path in find::downloads(s)? {
        std::fs::remove_file(path)?;
    }
    Ok(())
}
