//! The archive that a file for Word or Excel consists of, and the XML in it.

use crate::ReportError;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The parts of a file, all of them read through. The archive has a checksum of each part, by which a changed byte is
/// found.
pub(super) struct Archive {
    parts: Vec<(String, String)>,
}

/// An event while the XML of a part is read.
pub(super) enum XmlEvent<'a> {
    /// An element begins.
    Open(&'a XmlTag<'a>),
    /// An element ends; its name.
    Close(&'a str),
    Letters(&'a str),
}

/// The start tag of an element.
pub(super) struct XmlTag<'a> {
    pub(super) name: &'a str,
    tag: &'a BytesStart<'a>,
}

impl XmlTag<'_> {
    /// Returns the value of an attribute; empty where the element does not have it.
    pub(super) fn value(&self, name: &str) -> Result<String, ReportError> {
        let found = self.tag.try_get_attribute(name).map_err(ReportError::check)?;
        found.map_or_else(|| Ok(String::new()), |found| unescaped(utf8(&found.value)?))
    }
}

impl Archive {
    pub(super) fn read(file: &[u8]) -> Result<Self, ReportError> {
        let mut archive = ZipArchive::new(Cursor::new(file)).map_err(ReportError::check)?;
        let mut parts = Vec::with_capacity(archive.len());
        for place in 0..archive.len() {
            let mut part = archive.by_index(place).map_err(ReportError::check)?;
            let mut text = String::new();
            part.read_to_string(&mut text).map_err(ReportError::check)?;
            parts.push((part.name().map_err(ReportError::check)?.into_owned(), text));
        }
        let read = Self { parts };
        for (path, _) in &read.parts {
            read.walk(path, |_| Ok(()))?;
        }
        Ok(read)
    }

    pub(super) fn has(&self, path: &str) -> bool {
        self.parts.iter().any(|(known, _)| known == path)
    }

    /// Goes through the XML of a part, in order.
    pub(super) fn walk(
        &self,
        path: &str,
        mut step: impl FnMut(XmlEvent<'_>) -> Result<(), ReportError>,
    ) -> Result<(), ReportError> {
        let found = self.parts.iter().find(|(known, _)| known == path);
        let (_, text) = found.ok_or_else(|| ReportError::check(format!("{path} is missing")))?;
        let mut reader = Reader::from_str(text);
        loop {
            match reader.read_event().map_err(|error| ReportError::check(format!("{path}: {error}")))? {
                Event::Start(tag) => {
                    step(XmlEvent::Open(&XmlTag { name: utf8(tag.name().as_ref())?, tag: &tag }))?
                }
                Event::Empty(tag) => {
                    let name = tag.name();
                    let name = utf8(name.as_ref())?;
                    step(XmlEvent::Open(&XmlTag { name, tag: &tag }))?;
                    step(XmlEvent::Close(name))?;
                }
                Event::End(tag) => step(XmlEvent::Close(utf8(tag.name().as_ref())?))?,
                Event::Text(text) => step(XmlEvent::Letters(utf8(&text)?))?,
                Event::GeneralRef(letter) => {
                    step(XmlEvent::Letters(&unescaped(&format!("&{};", utf8(&letter)?))?))?;
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }
}

fn unescaped(text: &str) -> Result<String, ReportError> {
    Ok(quick_xml::escape::unescape(text).map_err(ReportError::check)?.into_owned())
}

/// Reads bytes as UTF-8, in which the files are written. The reader's own detection would include the tables of every
/// other encoding, which are a third of this program.
fn utf8(bytes: &[u8]) -> Result<&str, ReportError> {
    std::str::from_utf8(bytes).map_err(ReportError::check)
}
