//! The functions that the page's worker (`../worker.js`) calls.

use crate::{ReportError, ReportFile, ReportJob};
use wasm_bindgen::prelude::wasm_bindgen;

/// A report that goes through the steps of [`ReportJob`]. Errors are thrown as sentences for the person.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Report {
    job: Option<ReportJob>,
    made: Option<ReportFile>,
}

#[wasm_bindgen]
impl Report {
    /// Reads the document and the request.
    ///
    /// # Errors
    /// As [`ReportJob::read`].
    #[wasm_bindgen(constructor)]
    pub fn new(document: &str, request: &str) -> Result<Report, String> {
        let job = ReportJob::read(document, request).map_err(|wrong| wrong.to_string())?;
        Ok(Self { job: Some(job), made: None })
    }

    /// Writes the file.
    ///
    /// # Errors
    /// As [`ReportJob::write`].
    pub fn write(&mut self) -> Result<(), String> {
        self.job
            .as_mut()
            .ok_or(ReportError::Request)
            .and_then(ReportJob::write)
            .map_err(|wrong| wrong.to_string())
    }

    /// Reads the file back and compares it with the content of the report.
    ///
    /// # Errors
    /// As [`ReportJob::check`].
    pub fn check(&mut self) -> Result<(), String> {
        let made = self.job.take().ok_or(ReportError::Request).and_then(ReportJob::check);
        self.made = Some(made.map_err(|wrong| wrong.to_string())?);
        Ok(())
    }

    /// Returns the name of the file. Like all values below, it is empty until the file was checked.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn name(&self) -> String {
        self.made.as_ref().map(|made| made.name.clone()).unwrap_or_default()
    }

    /// Returns the media type of the file.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn media_type(&self) -> String {
        self.made.as_ref().map(|made| made.media_type.to_owned()).unwrap_or_default()
    }

    /// Returns how many items the report contains.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn items(&self) -> usize {
        self.made.as_ref().map(|made| made.holds.items).unwrap_or_default()
    }

    /// Returns how many actions the report contains.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn actions(&self) -> usize {
        self.made.as_ref().map(|made| made.holds.actions).unwrap_or_default()
    }

    /// Returns the content of the file and gives it up, so that it is not kept twice: a second call returns nothing.
    #[wasm_bindgen(getter)]
    pub fn bytes(&mut self) -> Vec<u8> {
        self.made.as_mut().map(|made| std::mem::take(&mut made.bytes)).unwrap_or_default()
    }
}
