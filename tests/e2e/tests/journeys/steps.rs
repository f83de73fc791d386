//! Steps that several journeys take.

use std::io::Write;
use std::path::{Path, PathBuf};

use e2e::{Result, Session, act, check, find};
use serde_json::Value;
use tempfile::NamedTempFile;

/// The assessment that the page delivers as an example: every kind of answer, at length.
pub const EXAMPLE: &str = "Rosewood House (worked example)";

/// The built-in toolkit year, as the start page offers it.
pub const BUILT_IN_YEAR: &str = "2021-22 (43 questions)";

/// Begins an assessment with the built-in questions on the start page, and gives its identifier.
pub async fn begin(s: &Session, name: &str) -> Result<String> {
    act::open(s, "#/").await?;
    act::choose(s, BUILT_IN_YEAR).await?;
    act::fill(s, "Name of your care home or organisation", name).await?;
    act::press(s, "Start").await?;
    check::heading(s, name).await?;
    identifier(s).await
}

/// Begins an assessment with the newest questions on the start page, and gives its identifier.
pub async fn begin_newest(s: &Session, name: &str) -> Result<String> {
    act::open(s, "#/").await?;
    check::chosen(s, "2025-26 (45 questions)").await?;
    act::fill(s, "Name of your care home or organisation", name).await?;
    act::press(s, "Start").await?;
    check::heading(s, name).await?;
    identifier(s).await
}

/// Opens the worked example, and gives its identifier.
pub async fn open_example(s: &Session) -> Result<String> {
    act::open(s, "#/").await?;
    act::press(s, "Open the worked example").await?;
    check::heading(s, EXAMPLE).await?;
    identifier(s).await
}

/// The identifier in an address such as `#/a/{id}/part/2`.
pub async fn identifier(s: &Session) -> Result<String> {
    let address = find::address(s).await?;
    Ok(address.split('/').nth(2).unwrap_or_default().to_owned())
}

/// Opens the page of an item, and waits until it is the one on screen.
pub async fn open_item(s: &Session, id: &str, item: &str) -> Result<()> {
    act::open(s, &format!("#/a/{id}/item/{item}")).await?;
    on_item(s, item).await
}

/// Waits for the page of an item.
pub async fn on_item(s: &Session, item: &str) -> Result<()> {
    // With the space: 1.3.1 is also how 1.3.12 begins.
    find::heading(s, find::starting(&format!("{item} ")).number(1)).await?;
    Ok(())
}

/// Waits until the page says that what is on screen was saved.
pub async fn saved(s: &Session) -> Result<()> {
    check::text(s, "Saved on this device at").await
}

/// An exported file.
pub struct Exported {
    pub path: PathBuf,
    pub text: String,
    pub json: Value,
}

impl Exported {
    /// A copy outside the browser's folder, for as long as it is held.
    pub fn keep(&self) -> Result<NamedTempFile> {
        let mut copy = tempfile::Builder::new().suffix(".json").tempfile()?;
        copy.write_all(self.text.as_bytes())?;
        Ok(copy)
    }

    /// The questions and the answers: all of the file but when it was made.
    pub fn content(&self) -> (&Value, &Value) {
        (&self.json["edition"], &self.json["assessment"])
    }
}

/// Exports an assessment by its button on "Your data".
pub async fn export(s: &Session, name: &str) -> Result<Exported> {
    act::open(s, "#/data").await?;
    check::heading(s, "Your data").await?;
    act::forget_downloads(s)?;
    act::press(s, find::named("Export a file").within(name)).await?;
    check::text(s, "Your file is ready").await?;
    exported(s).await
}

/// The file that was just handed out.
pub async fn exported(s: &Session) -> Result<Exported> {
    let path = find::download(s, ".json").await?;
    let text = std::fs::read_to_string(&path)?;
    let json = serde_json::from_str(&text)?;
    Ok(Exported { path, text, json })
}

/// Opens the page with what is seldom done with an assessment, from its card on "Your data".
pub async fn open_more(s: &Session, name: &str) -> Result<()> {
    act::open(s, "#/data").await?;
    check::heading(s, "Your data").await?;
    act::follow(s, find::starting("More for ").within(name)).await?;
    check::heading(s, &format!("More for {name}")).await
}

/// Opens the page of how everything is kept on this device.
pub async fn open_storage(s: &Session) -> Result<()> {
    act::open(s, "#/data/storage").await?;
    check::heading(s, "Storage on this device").await
}

/// Saves an assessment as it is now under a name.
pub async fn save_version(s: &Session, home: &str, name: &str) -> Result<()> {
    open_more(s, home).await?;
    act::fill(s, "Name of this version", name).await?;
    act::press(s, "Save this version").await?;
    check::text(s, &format!("This version was saved: {name}.")).await
}

/// Removes an assessment, which leads to "Your data".
pub async fn remove(s: &Session, home: &str) -> Result<()> {
    open_more(s, home).await?;
    act::fill(s, "To confirm, type the word remove", "remove").await?;
    act::press(s, "Remove this assessment").await?;
    check::heading(s, "Your data").await?;
    check::text(s, &format!("{home} was removed.")).await
}

/// Chooses a file on "Your data".
pub async fn choose_file(s: &Session, path: &Path) -> Result<()> {
    act::open(s, "#/data").await?;
    check::heading(s, "Your data").await?;
    act::upload(s, "Choose a file", path).await
}

/// Writes a file for choosing. It is kept as long as the folder that it is in.
pub fn file(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> Result<PathBuf> {
    let path = folder.join(name);
    std::fs::write(&path, bytes)?;
    Ok(path)
}
