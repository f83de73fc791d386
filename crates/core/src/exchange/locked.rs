//! A file that only a passphrase opens. Its form is here; the locking itself is the browser's (`browser::lock`).
//!
//! | Field | Holds |
//! |---|---|
//! | `format`, `version`, `app`, `exported_at` | as in every file |
//! | `kdf` | how the key is made from the passphrase: `name`, `hash`, `iterations`, and the `salt` in base 64 |
//! | `cipher` | how the text is locked with the key: `name`, and the `iv` in base 64 |
//! | `text` | the locked text of the file inside, with the tag of 16 bytes at its end, in base 64 |
//!
//! All fields but `text`, as compact JSON with sorted names, are authenticated with the text: none of them can be changed
//! unnoticed, nor those of later versions. The passphrase goes in as [`super::tidy_passphrase`] makes it, in Unicode's form
//! NFKC, in UTF-8.

use super::base64::{from_base64, to_base64};
use super::document::APP;
use super::error::{ImportError, Place};
use super::read::{parse, text_of};
use crate::assessment::Timestamp;
use crate::json::{Extra, Writing, compact};
use serde_json::Value;

/// The `format` of a locked file.
pub const LOCKED: &str = "standards-met/locked";
/// The version that this page reads and writes.
const VERSION: u64 = 1;

/// How often the passphrase is hashed for a new file.
const ITERATIONS: u32 = 600_000;
/// Fewer would make guessing cheap.
const LEAST: u32 = 600_000;
/// More would let a file keep a tablet busy for as long as it likes.
const MOST: u32 = 10_000_000;

/// The length of a salt, in bytes.
pub const SALT: usize = 16;
/// The length of an initialisation vector, in bytes.
pub const IV: usize = 12;
/// The length of the tag that shows every change, in bytes.
const TAG: usize = 16;

/// What has to be the same for locking and for unlocking, besides the passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    pub iterations: u32,
    pub salt: Vec<u8>,
    pub iv: Vec<u8>,
}

/// A locked file.
#[derive(Clone, Debug, PartialEq)]
pub struct Locked {
    pub lock: Lock,
    /// Every field but the text.
    header: Extra,
    /// What the browser makes of the text of the file inside.
    pub text: Vec<u8>,
}

impl Lock {
    /// A lock for one new file; both have to be random, and never used again.
    #[must_use]
    pub fn new(salt: Vec<u8>, iv: Vec<u8>) -> Self {
        Self { iterations: ITERATIONS, salt, iv }
    }
}

impl Locked {
    /// A file with nothing in it yet.
    #[must_use]
    pub fn new(lock: Lock, now: Timestamp) -> Self {
        let empty = Extra::new();
        let kdf = Writing::over(&empty)
            .text("name", "PBKDF2")
            .text("hash", "SHA-256")
            .value("iterations", lock.iterations.into())
            .text("salt", &to_base64(&lock.salt));
        let cipher = Writing::over(&empty).text("name", "AES-GCM").text("iv", &to_base64(&lock.iv));
        let header = Writing::over(&empty)
            .text("format", LOCKED)
            .value("version", VERSION.into())
            .text("app", APP)
            .text("exported_at", &now.to_string())
            .value("kdf", Value::Object(kdf.done()))
            .value("cipher", Value::Object(cipher.done()))
            .done();
        Self { lock, header, text: Vec::new() }
    }

    /// What is authenticated with the text.
    #[must_use]
    pub fn header(&self) -> String {
        compact(&self.header)
    }

    /// The text of the locked file.
    #[must_use]
    pub fn write(&self) -> String {
        let fields = Writing::over(&self.header).text("text", &to_base64(&self.text)).done();
        serde_json::to_string_pretty(&fields).unwrap_or_default()
    }

    /// Reads the bytes of a locked file. Fields that this version does not know are authenticated with the others.
    ///
    /// # Errors
    /// [`ImportError`] for anything that is not a locked file of this version with every value in its bounds.
    pub fn read(bytes: &[u8]) -> Result<Self, ImportError> {
        let mut header = parse(text_of(bytes)?)?;
        if header.get("format").and_then(Value::as_str) != Some(LOCKED) {
            return Err(ImportError::OtherJson);
        }
        match header.get("version").and_then(Value::as_u64) {
            Some(VERSION) => {}
            Some(version) if version > VERSION => return Err(ImportError::NewerVersion { version }),
            _ => return Err(wrong("“version” should be a whole number from 1")),
        }
        let text = header.remove("text");
        let text = text.as_ref().and_then(Value::as_str).and_then(from_base64);
        let text = text.filter(|text| text.len() > TAG).ok_or_else(|| wrong("“text” should be base 64"))?;
        for (group, field, name) in
            [("kdf", "name", "PBKDF2"), ("kdf", "hash", "SHA-256"), ("cipher", "name", "AES-GCM")]
        {
            if inside(&header, group, field).and_then(Value::as_str) != Some(name) {
                return Err(wrong(&format!("“{group}.{field}” should be {name}")));
            }
        }
        let iterations = inside(&header, "kdf", "iterations").and_then(Value::as_u64);
        let iterations = iterations.and_then(|count| u32::try_from(count).ok());
        let iterations = iterations
            .filter(|count| (LEAST..=MOST).contains(count))
            .ok_or_else(|| wrong("“kdf.iterations” should be a whole number from 600,000 to 10,000,000"))?;
        let salt = bytes_of(&header, "kdf", "salt", SALT)?;
        let iv = bytes_of(&header, "cipher", "iv", IV)?;
        Ok(Self { lock: Lock { iterations, salt, iv }, header, text })
    }
}

fn inside<'a>(header: &'a Extra, group: &str, field: &str) -> Option<&'a Value> {
    header.get(group)?.get(field)
}

fn bytes_of(header: &Extra, group: &str, field: &str, length: usize) -> Result<Vec<u8>, ImportError> {
    let bytes = inside(header, group, field).and_then(Value::as_str).and_then(from_base64);
    bytes
        .filter(|bytes| bytes.len() == length)
        .ok_or_else(|| wrong(&format!("“{group}.{field}” should be {length} bytes in base 64")))
}

fn wrong(detail: &str) -> ImportError {
    ImportError::WrongForm { place: Place::Document, detail: detail.into() }
}

/// What a locked file is called, beside the one that is in it.
#[must_use]
pub fn locked_name(file_name: &str) -> String {
    format!("{}-locked.json", file_name.strip_suffix(".json").unwrap_or(file_name))
}
