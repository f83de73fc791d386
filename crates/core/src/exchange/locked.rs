//! A file that can be opened only with a passphrase. This module defines its form; the encryption itself is done by the
//! browser (`platform::lock`).
//!
//! | Field | Holds |
//! |---|---|
//! | `format`, `version`, `app`, `exported_at` | as in every file |
//! | `kdf` | how the key is derived from the passphrase: `name`, `hash`, `iterations`, and the `salt` in base 64 |
//! | `cipher` | how the text is encrypted with the key: `name`, and the `iv` in base 64 |
//! | `text` | the encrypted text of the file inside, with its tag of 16 bytes at the end, in base 64 |
//!
//! All fields but `text`, as compact JSON with sorted names, are authenticated with the text. None of them can be
//! changed unnoticed, and neither can fields that later versions add. The passphrase is used as
//! [`super::tidy_passphrase`] returns it, in Unicode normalisation form NFKC, encoded as UTF-8.

use super::document::FileFields;
use super::error::{FilePart, ImportError};
use super::read::{parse, text_of, wrong_in, wrong_version};
use crate::assessment::Timestamp;
use crate::json::{Extra, WrongField, compact, from_object, to_object};
use base64ct::{Base64, Encoding};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The `format` of a locked file.
pub const LOCKED: &str = "standards-met/locked";
/// The version that this page reads and writes.
const VERSION: u32 = 1;

/// The number of PBKDF2 iterations for a new file.
const ITERATIONS: u32 = 600_000;
/// The fewest iterations that are accepted. Fewer would make guessing cheap.
const LEAST: u32 = 600_000;
/// The most iterations that are accepted. More would let a file keep a tablet busy for an unlimited time.
const MOST: u32 = 10_000_000;

/// The length of a salt, in bytes.
pub const SALT: usize = 16;
/// The length of an initialisation vector, in bytes.
pub const IV: usize = 12;
/// The length of the authentication tag, which reveals every change, in bytes.
const TAG: usize = 16;

/// The parameters, besides the passphrase, that must be the same for locking and for unlocking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockParameters {
    pub iterations: u32,
    pub salt: Vec<u8>,
    pub iv: Vec<u8>,
}

/// A locked file.
#[derive(Clone, Debug, PartialEq)]
pub struct Locked {
    pub lock: LockParameters,
    /// Every field but the text.
    header: Extra,
    /// The text of the file inside, as the browser encrypted it, with the tag at the end.
    pub text: Vec<u8>,
}

impl LockParameters {
    /// Creates the parameters for one new file. The salt and the initialisation vector must be random and never reused.
    #[must_use]
    pub fn new(salt: Vec<u8>, iv: Vec<u8>) -> Self {
        Self { iterations: ITERATIONS, salt, iv }
    }
}

impl Locked {
    /// Creates a file that has no content yet.
    #[must_use]
    pub fn new(lock: LockParameters, now: Timestamp) -> Self {
        let fields = LockFields {
            kdf: Kdf {
                name: KdfName::Pbkdf2,
                hash: HashName::Sha256,
                iterations: Iterations(lock.iterations),
                salt: Bytes(lock.salt.clone()),
            },
            cipher: Cipher { name: CipherName::AesGcm, iv: Bytes(lock.iv.clone()) },
        };
        Self { lock, header: to_object(&FileFields::new(LOCKED, VERSION, now, fields)), text: Vec::new() }
    }

    /// Returns the text that is authenticated together with the encrypted text.
    #[must_use]
    pub fn header(&self) -> String {
        compact(&self.header)
    }

    /// Returns the text of the locked file.
    #[must_use]
    pub fn write(&self) -> String {
        let mut fields = self.header.clone();
        fields.insert("text".into(), Value::String(Base64::encode_string(&self.text)));
        serde_json::to_string_pretty(&fields).unwrap_or_default()
    }

    /// Reads the bytes of a locked file. Fields that this version does not know are authenticated with the others.
    ///
    /// # Errors
    /// [`ImportError`] for anything that is not a locked file of this version with every value within its bounds.
    pub fn read(bytes: &[u8]) -> Result<Self, ImportError> {
        let mut header = parse(text_of(bytes)?)?;
        if header.get("format").and_then(Value::as_str) != Some(LOCKED) {
            return Err(ImportError::OtherJson);
        }
        match header.get("version").and_then(Value::as_u64) {
            Some(version) if version == u64::from(VERSION) => {}
            Some(version) if version > u64::from(VERSION) => {
                return Err(ImportError::NewerVersion { version });
            }
            _ => return Err(wrong_version(header.get("version"))),
        }
        let LockFields { kdf, cipher } = from_object(&header).map_err(wrong_in(FilePart::Document))?;
        let locked = header.remove("text");
        let text = locked.as_ref().and_then(Value::as_str).and_then(|text| Base64::decode_vec(text).ok());
        let text = text.filter(|text| text.len() > TAG).ok_or_else(|| {
            // The value is not quoted in the error: even a short piece of base 64 tells a person nothing.
            wrong_in(FilePart::Document)(WrongField::new("text", "base 64", None))
        })?;
        let lock = LockParameters { iterations: kdf.iterations.0, salt: kdf.salt.0, iv: cipher.iv.0 };
        Ok(Self { lock, header, text })
    }
}

/// The fields of the header that describe the lock.
#[derive(Serialize, Deserialize)]
struct LockFields {
    kdf: Kdf,
    cipher: Cipher,
}

/// How the key is derived from the passphrase.
#[derive(Serialize, Deserialize)]
struct Kdf {
    name: KdfName,
    hash: HashName,
    iterations: Iterations,
    salt: Bytes<SALT>,
}

/// How the text is encrypted with the key.
#[derive(Serialize, Deserialize)]
struct Cipher {
    name: CipherName,
    iv: Bytes<IV>,
}

#[derive(Serialize, Deserialize)]
enum KdfName {
    #[serde(rename = "PBKDF2")]
    Pbkdf2,
}

#[derive(Serialize, Deserialize)]
enum HashName {
    #[serde(rename = "SHA-256")]
    Sha256,
}

#[derive(Serialize, Deserialize)]
enum CipherName {
    #[serde(rename = "AES-GCM")]
    AesGcm,
}

/// The number of PBKDF2 iterations, within its bounds.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
struct Iterations(u32);

impl TryFrom<u32> for Iterations {
    type Error = &'static str;

    fn try_from(count: u32) -> Result<Self, Self::Error> {
        let fits = (LEAST..=MOST).contains(&count);
        fits.then_some(Self(count)).ok_or("should be a whole number from 600,000 to 10,000,000")
    }
}

impl From<Iterations> for u32 {
    fn from(iterations: Iterations) -> Self {
        iterations.0
    }
}

/// A value of exactly `LENGTH` bytes, written in base 64 (RFC 4648) with padding.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
struct Bytes<const LENGTH: usize>(Vec<u8>);

impl<const LENGTH: usize> TryFrom<String> for Bytes<LENGTH> {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let bytes = Base64::decode_vec(&text).ok().filter(|bytes| bytes.len() == LENGTH);
        bytes.map(Self).ok_or_else(|| format!("should be {LENGTH} bytes in base 64"))
    }
}

impl<const LENGTH: usize> From<Bytes<LENGTH>> for String {
    fn from(bytes: Bytes<LENGTH>) -> Self {
        Base64::encode_string(&bytes.0)
    }
}

/// Returns the name of a locked file, derived from the name of the file inside.
#[must_use]
pub fn locked_name(file_name: &str) -> String {
    format!("{}-locked.json", file_name.strip_suffix(".json").unwrap_or(file_name))
}
