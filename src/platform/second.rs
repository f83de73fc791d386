//! The second copy on the device: the same keys and texts once more, in the browser's IndexedDB.
//!
//! Local storage is small, one file among many to the browser, and in some browsers written late. What is here was
//! written with strict durability, which is to say that the browser has handed it to the disk before it says so.

use super::changes::{Changed, Now};
use super::kept_file::KeptFile;
use super::storage::Device;
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{TransactionDurability, TransactionMode, TransactionOptions};
use js_sys::JsString;
use standards_met_core::storage::{StorageError, Store};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// The name of the database.
pub(super) const DATABASE: &str = "standards-met";
/// Its one table: a text for each key, and the files that are kept up to date.
pub(super) const TEXTS: &str = "texts";
/// How the keys of such files begin.
const FILES: &str = "standards-met/file/";

/// The second copy, where the browser gives one.
#[derive(Clone)]
pub struct Second(Rc<Database>);

impl Second {
    /// Whether this is the same connection.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Opens it, and makes it the first time.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] where the browser does not have or does not give it.
    pub async fn open() -> Result<Self, StorageError> {
        let opening = Database::open(DATABASE).with_version(1u8).with_on_upgrade_needed(|_, database| {
            database.create_object_store(TEXTS).build()?;
            Ok(())
        });
        let database = opening.await.map_err(|_| StorageError::Unavailable)?;
        Ok(Self(Rc::new(database)))
    }

    /// Closes the connection, so that the database can be deleted. Dropping it alone does not.
    pub fn close(&self) {
        Database::clone(&self.0).close();
    }

    /// Remembers the file that an assessment is written to, or forgets it.
    ///
    /// # Errors
    /// [`StorageError::Full`] where the browser does not keep it.
    pub async fn keep_file(&self, id: &str, file: Option<&KeptFile>) -> Result<(), StorageError> {
        let now = file.map_or(Now::Removed, |file| Now::Refused(file.0.clone()));
        self.write(&[Changed { key: format!("{FILES}{id}"), now }]).await
    }

    /// Everything in it: the texts, which stay the browser's own until they are asked for, and of which assessment which
    /// file is kept up to date.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] where it cannot be read.
    pub async fn read(&self) -> Result<(Texts, Vec<(String, KeptFile)>), StorageError> {
        let read = async {
            let transaction = self.0.transaction(TEXTS).with_mode(TransactionMode::Readonly).build()?;
            let store = transaction.object_store(TEXTS)?;
            let keys = store.get_all_keys::<JsValue>().primitive()?.await?;
            let texts = store.get_all::<JsValue>().primitive()?.await?;
            let (mut all, mut files) = (Vec::new(), Vec::new());
            for (key, value) in keys.zip(texts) {
                let (Some(key), value) = (key?.as_string(), value?) else { continue };
                if let Some(id) = key.strip_prefix(FILES) {
                    files.push((id.to_owned(), KeptFile(value)));
                } else if let Ok(text) = value.dyn_into() {
                    all.push((key, text));
                }
            }
            Ok::<_, indexed_db_futures::error::Error>((all, files))
        };
        let (all, files) = read.await.map_err(|_| StorageError::Unavailable)?;
        Ok((Texts(RefCell::new(all)), files))
    }

    /// Writes what has changed, all of it or nothing.
    ///
    /// # Errors
    /// [`StorageError::Full`] where it is not written.
    pub async fn write(&self, changed: &[Changed]) -> Result<(), StorageError> {
        let device = Device::open();
        let write = async {
            let mut options = TransactionOptions::new();
            options.set_durability(TransactionDurability::Strict);
            let building = self.0.transaction(TEXTS).with_mode(TransactionMode::Readwrite);
            let transaction = building.with_options(options).build()?;
            let store = transaction.object_store(TEXTS)?;
            for one in changed {
                let text = match &one.now {
                    Now::Refused(text) => Some(text.clone()),
                    Now::Written | Now::Removed => device.raw(&one.key).map(JsValue::from),
                };
                // Each request goes out at once; the commit waits for all.
                if let Some(text) = text {
                    drop(store.put(text).with_key(one.key.as_str()).primitive()?);
                } else if one.now == Now::Removed {
                    drop(store.delete(one.key.as_str()).primitive()?);
                }
                // What has gone from the first copy without being removed is only here now.
            }
            transaction.commit().await
        };
        write.await.map_err(|_| StorageError::Full)
    }
}

/// What was read from the second copy.
pub struct Texts(RefCell<Vec<(String, JsString)>>);

impl Store for Texts {
    type Text = (String, JsString);
    type Raw = JsString;

    fn keys(&self) -> Vec<String> {
        self.0.borrow().iter().map(|(key, _)| key.clone()).collect()
    }

    fn get(&self, key: &str) -> Option<String> {
        self.raw(key).map(Into::into)
    }

    fn raw(&self, key: &str) -> Option<JsString> {
        self.0.borrow().iter().find(|(known, _)| known == key).map(|(_, text)| text.clone())
    }

    fn start(&self, key: &str, length: u32) -> Option<String> {
        self.raw(key).map(|text| text.slice(0, length).into())
    }

    fn size(&self, key: &str) -> usize {
        self.raw(key).map_or(0, |text| text.length() as usize)
    }

    fn has(&self, key: &str) -> bool {
        self.raw(key).is_some()
    }

    fn text(&self, key: &str, text: &str) -> Self::Text {
        (key.into(), text.into())
    }

    fn measure(text: &Self::Text) -> (String, usize) {
        (text.0.clone(), text.1.length() as usize)
    }

    fn write(&self, text: &Self::Text) -> Result<(), StorageError> {
        self.remove(&text.0);
        self.0.borrow_mut().push(text.clone());
        Ok(())
    }

    fn confirm(&self, _: Self::Text) -> Result<(), StorageError> {
        Ok(())
    }

    fn offer(&self, _: &str, _: &str) {
        // It is the second copy.
    }

    fn vacate(&self, key: &str) {
        self.remove(key);
    }

    fn remove(&self, key: &str) {
        self.0.borrow_mut().retain(|(known, _)| known != key);
    }
}
