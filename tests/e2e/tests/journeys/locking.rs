//! Files that are locked with a passphrase: made, opened, refused, and handed from one engine to another.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use e2e::{Result, Session, act, check, ensure, find};
use serde_json::{Value, json};

use crate::steps::{self, Exported};

const HOME: &str = "Rosewood House";
const ANSWER: &str = "Helen, the manager";
const PASSPHRASE: &str = "purple lantern otter";
const ASKED: &str = "This file is locked with a passphrase";
const FIELD: &str = "Passphrase of this file";
const WRONG: &str = "This passphrase does not open the file. It may be the wrong one, or the file was changed or \
                     damaged on its way.";

/// The file holds no word of the answers, is no copy to rely on, and brings everything back to an empty device: with its
/// passphrase, typed or pasted, and with no other.
pub async fn a_locked_file_opens_with_its_passphrase_alone(s: &mut Session) -> Result<()> {
    let (id, file) = locked(s).await?;
    let name = file.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    ensure!(name.starts_with("rosewood-house-") && name.ends_with("-locked.json"), "it is called {name}");
    let iterations = file.json["kdf"]["iterations"].as_u64().unwrap_or_default();
    ensure!(iterations >= 600_000, "there are {iterations} iterations");
    let inside = STANDARD.decode(file.json["text"].as_str().unwrap_or_default())?;
    ensure!(inside.len() > 10_000, "there are {} bytes in it", inside.len());
    for word in [ANSWER, HOME, "1.1.5", "standards-met/assessment"] {
        let readable = inside.windows(word.len()).any(|part| part == word.as_bytes());
        ensure!(!readable && !file.text.contains(word), "“{word}” can be read in it");
    }
    act::open(s, "#/data").await?;
    check::text(s, "No copy saved yet").await?;
    steps::open_storage(s).await?;
    act::upload(s, "Choose a copy", &file.path).await?;
    check::text(s, "This copy is locked.").await?;
    check::accessible(s).await?;

    let kept = file.keep()?;
    act::clear_device(s).await?;
    steps::choose_file(s, kept.path()).await?;
    check::focus(s, "heading", ASKED).await?;
    check::accessible(s).await?;
    let before = find::storage(s).await?;
    act::press(s, "Open the file").await?;
    check::text(s, "Enter the passphrase of the file").await?;
    for passphrase in ["purple lantern", "Purple lantern otter"] {
        act::fill(s, FIELD, passphrase).await?;
        check::no_text(s, WRONG).await?;
        act::press(s, "Open the file").await?;
        check::text(s, WRONG).await?;
        check::value(s, FIELD, passphrase).await?;
    }
    check::focus(s, "field", FIELD).await?;
    check::accessible(s).await?;
    ensure!(find::storage(s).await? == before, "a wrong passphrase changed what is kept on the device");
    act::press(s, "Cancel").await?;
    check::no_text(s, ASKED).await?;

    steps::choose_file(s, kept.path()).await?;
    // With what a tablet's keyboard puts after a word.
    act::paste(s, FIELD, " purple  lantern otter ").await?;
    act::press(s, "Open the file").await?;
    act::press(s, "Open and carry on").await?;
    check::text(s, &format!("{HOME} is on this device now.")).await?;
    check::no_text(s, ASKED).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", ANSWER).await
}

/// A changed file gets the same sentence as a wrong passphrase, and one that would open too easily or too slowly is refused
/// before a passphrase is asked for.
pub async fn a_locked_file_that_was_changed_is_refused(s: &mut Session) -> Result<()> {
    let (_, file) = locked(s).await?;
    let folder = tempfile::tempdir()?;
    let changed = |place: &str, value: Value| {
        let mut json = file.json.clone();
        if let Some(old) = json.pointer_mut(place) {
            *old = value;
        }
        json.to_string()
    };
    let before = find::storage(s).await?;
    for (name, place) in [
        ("text.json", "/text"),
        ("salt.json", "/kdf/salt"),
        ("iv.json", "/cipher/iv"),
        ("time.json", "/exported_at"),
    ] {
        let value = file.json.pointer(place).and_then(Value::as_str).unwrap_or_default();
        let path = steps::file(folder.path(), name, changed(place, json!(other_start(value))))?;
        steps::choose_file(s, &path).await?;
        check::text(s, &format!("You opened {name}")).await?;
        act::fill(s, FIELD, PASSPHRASE).await?;
        act::press(s, "Open the file").await?;
        check::text(s, WRONG).await?;
        act::press(s, "Cancel").await?;
        check::no_text(s, ASKED).await?;
    }
    let bounds = "which is not a whole number from 600,000 to 10,000,000.";
    for (name, place, value, sentence) in [
        ("few.json", "/kdf/iterations", json!(1), bounds),
        ("many.json", "/kdf/iterations", json!(1_000_000_000), bounds),
        ("short.json", "/cipher/iv", json!("AAAA"), "The first block of the cipher is damaged."),
        ("newer.json", "/version", json!(2), "It was made by a newer version of this page (form 2)."),
    ] {
        let path = steps::file(folder.path(), name, changed(place, value))?;
        steps::choose_file(s, &path).await?;
        check::text(s, &format!("“{name}” could not be opened.")).await?;
        check::text(s, sentence).await?;
        check::text(s, "Nothing on this device has changed.").await?;
        check::absent(s, "button", "Open the file").await?;
    }
    ensure!(find::storage(s).await? == before, "a file that was refused changed what is kept on the device");
    Ok(())
}

/// Each browser opens what another one has locked.
pub async fn a_locked_file_opens_in_another_engine(s: &mut Session) -> Result<()> {
    let (id, file) = locked(s).await?;
    let kept = file.keep()?;
    s.move_to(s.engine().another()).await?;
    steps::choose_file(s, kept.path()).await?;
    act::fill(s, FIELD, PASSPHRASE).await?;
    act::press(s, "Open the file").await?;
    act::press(s, "Open and carry on").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::value(s, "Your answer", ANSWER).await
}

/// A file that another program has locked after the description opens, with its passphrase as either kind of keyboard
/// writes it; dropped on another page, too.
pub async fn a_file_that_was_locked_elsewhere_opens(s: &mut Session) -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/locked-v1.json");
    act::open(s, "#/about").await?;
    let bytes = std::fs::read(path)?;
    act::drop_file(s, "heading", "About Standards Met", "elsewhere.json", "application/json", &bytes).await?;
    check::heading(s, "Your data").await?;
    check::focus(s, "heading", ASKED).await?;
    act::paste(s, FIELD, "cafe\u{301} lantern otter").await?;
    act::press(s, "Open the file").await?;
    check::text(s, "Check code SA0R-9VFE").await?;
    // It holds questions for an IT supplier.
    act::press(s, "Answer the questions").await?;
    find::link(s, "Overview").await.map(drop)
}

/// The form judges a passphrase while it is typed or pasted, and wants it twice unless it can be read on the screen.
pub async fn a_passphrase_is_judged_and_typed_twice_or_shown(s: &mut Session) -> Result<()> {
    steps::begin(s, HOME).await?;
    open_form(s).await?;
    check::text(s, "If you forget the passphrase, the file is lost.").await?;
    act::press(s, "Export the locked file").await?;
    check::text(s, "Enter a passphrase").await?;
    check::accessible(s).await?;
    for (passphrase, verdict) in
        [("Rosewood House 2026", "This passphrase is weak"), ("correct horse", "This passphrase is fair.")]
    {
        act::fill(s, "Passphrase", passphrase).await?;
        check::text(s, verdict).await?;
    }
    act::paste(s, "Passphrase", PASSPHRASE).await?;
    check::text(s, "This passphrase is good.").await?;
    act::fill(s, "Confirm the passphrase", "purple lantern").await?;
    act::press(s, "Export the locked file").await?;
    check::text(s, "The two passphrases must be the same").await?;
    check::focus(s, "field", "Confirm the passphrase").await?;
    check::accessible(s).await?;
    let kind = find::field(s, "Passphrase").await?.attr("type").await?;
    ensure!(kind.as_deref() == Some("password"), "it can be read on the screen: {kind:?}");

    act::tick(s, "Show the passphrase").await?;
    check::absent(s, "field", "Confirm the passphrase").await?;
    check::value(s, "Passphrase", PASSPHRASE).await?;
    let kind = find::field(s, "Passphrase").await?.attr("type").await?;
    ensure!(kind.as_deref() == Some("text"), "it cannot be read on the screen: {kind:?}");
    check::accessible(s).await?;
    act::press(s, "Export the locked file").await?;
    check::text(s, "Your locked file is ready").await?;
    // Nobody who comes after finds it there.
    check::value(s, "Passphrase", "").await?;
    check::no_sideways_scroll(s).await?;
    check::accessible(s).await
}

async fn open_form(s: &Session) -> Result<()> {
    steps::open_more(s, HOME).await
}

/// A passphrase that somebody could guess is used only when a person asks for it twice, and the message says so again.
pub async fn a_weak_passphrase_is_used_only_at_the_second_press(s: &mut Session) -> Result<()> {
    steps::begin(s, HOME).await?;
    open_form(s).await?;
    act::tick(s, "Show the passphrase").await?;
    for weak in ["cat", "Rosewood House 2026"] {
        act::fill(s, "Passphrase", weak).await?;
        act::press(s, "Export the locked file").await?;
        check::text(s, "Somebody could guess this passphrase.").await?;
        check::focus(s, "field", "Passphrase").await?;
        check::no_text(s, "Your locked file is ready").await?;
    }
    check::accessible(s).await?;
    act::forget_downloads(s)?;
    act::press(s, "Export the locked file").await?;
    check::text(s, "Your locked file is ready").await?;
    check::text(s, "Somebody could guess its passphrase.").await?;
    check::accessible(s).await?;
    let file = steps::exported(s).await?;
    ensure!(file.json["format"] == "standards-met/locked", "it is {}", file.json["format"]);

    act::fill(s, "Passphrase", PASSPHRASE).await?;
    act::press(s, "Export the locked file").await?;
    check::no_text(s, "Somebody could guess its passphrase.").await?;
    check::text(s, "Your locked file is ready").await
}

/// A home with one answer, and its locked file.
async fn locked(s: &Session) -> Result<(String, Exported)> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", ANSWER).await?;
    steps::saved(s).await?;
    open_form(s).await?;
    act::fill(s, "Passphrase", PASSPHRASE).await?;
    act::fill(s, "Confirm the passphrase", PASSPHRASE).await?;
    act::forget_downloads(s)?;
    act::press(s, "Export the locked file").await?;
    check::text(s, "Your locked file is ready").await?;
    Ok((id, steps::exported(s).await?))
}

/// The same text with another first letter, which base 64 and a time can have as well.
fn other_start(text: &str) -> String {
    let first = if text.starts_with('3') { '4' } else { '3' };
    std::iter::once(first).chain(text.chars().skip(1)).collect()
}
