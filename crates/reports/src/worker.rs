//! What the page's worker calls (`../worker.js`).

use crate::{ReportError, ReportFile, ReportJob};
use wasm_bindgen::prelude::wasm_bindgen;

/// A report, on its way through the steps of [`ReportJob`]. What goes wrong is thrown as a sentence.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Report {
    job: Option<ReportJob>,
    made: Option<ReportFile>,
}

#[wasm_bindgen]
impl Report {
    /// # Errors
    /// As [`ReportJob::read`].
    #[wasm_bindgen(constructor)]
    pub fn new(document: &str, request: &str) -> Result<Report, String> {
        let job = ReportJob::read(document, request).map_err(|wrong| wrong.to_string())?;
        Ok(Self { job: Some(job), made: None })
    }

    /// # Errors
    /// As [`ReportJob::write`].
    pub fn write(&mut self) -> Result<(), String> {
        self.job
            .as_mut()
            .ok_or(ReportError::Request)
            .and_then(ReportJob::write)
            .map_err(|wrong| wrong.to_string())
    }

    /// # Errors
    /// As [`ReportJob::check`].
    pub fn check(&mut self) -> Result<(), String> {
        let made = self.job.take().ok_or(ReportError::Request).and_then(ReportJob::check);
        self.made = Some(made.map_err(|wrong| wrong.to_string())?);
        Ok(())
    }

    /// The name of the file; nothing before it was checked, like all of the below.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn name(&self) -> String {
        self.made.as_ref().map(|made| made.name.clone()).unwrap_or_default()
    }

    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn media_type(&self) -> String {
        self.made.as_ref().map(|made| made.media_type.to_owned()).unwrap_or_default()
    }

    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn items(&self) -> usize {
        self.made.as_ref().map(|made| made.holds.items).unwrap_or_default()
    }

    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn actions(&self) -> usize {
        self.made.as_ref().map(|made| made.holds.actions).unwrap_or_default()
    }

    /// The file, handed over: it is not kept twice.
    #[wasm_bindgen(getter)]
    pub fn bytes(&mut self) -> Vec<u8> {
        self.made.as_mut().map(|made| std::mem::take(&mut made.bytes)).unwrap_or_default()
    }
}
