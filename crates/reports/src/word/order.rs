//! Puts the children of elements into the order of Word's schema (ISO/IEC 29500-1, annex A). The library writes them in
//! an order of its own, which readers other than Word refuse. Texts of people are escaped there, so that an element
//! always comes from the library.

use crate::ReportError;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A part of the document, in order.
pub(super) struct OrderedPart {
    pub(super) xml: String,
    /// How many rows were marked as heads of tables.
    pub(super) heads: usize,
    /// How many tables were given a description.
    pub(super) captions: usize,
}

/// Returns the order of the children of an element; `None` where they stay as they are. Only children that are used
/// here are listed: any other is an error, so that a change in the library is noticed before somebody gets a file that
/// does not open.
fn order_of(element: &str) -> Option<&'static [&'static str]> {
    Some(match element {
        "w:pPr" => &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:numPr",
            "w:tabs",
            "w:bidi",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
            "w:rPr",
        ],
        "w:rPr" => &["w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:color", "w:sz", "w:szCs", "w:u"],
        "w:tblPr" => {
            &["w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblCaption"]
        }
        "w:trPr" => &["w:cantSplit", "w:tblHeader"],
        "w:tcPr" => &["w:tcW", "w:shd"],
        "w:numPr" => &["w:ilvl", "w:numId"],
        "w:tblCellMar" => &["w:top", "w:left", "w:bottom", "w:right"],
        "w:sectPr" => &["w:footerReference", "w:pgSz", "w:pgMar", "w:cols", "w:docGrid"],
        _ => return None,
    })
}

/// An element that is open, with its content so far.
struct OpenElement {
    name: String,
    start: String,
    /// The children, each with its name (empty for a text) and its XML.
    children: Vec<(String, String)>,
}

/// Puts a part in order. On the way, the style of a table becomes its description, and the height of a row becomes the
/// mark of a head.
pub(super) fn in_order(part: &[u8]) -> Result<OrderedPart, ReportError> {
    let part = std::str::from_utf8(part).map_err(ReportError::writing)?;
    let mut reader = Reader::from_str(part);
    let mut all = OrderedPart { xml: String::new(), heads: 0, captions: 0 };
    let mut open = vec![OpenElement { name: String::new(), start: String::new(), children: Vec::new() }];
    loop {
        let (name, written) = match reader.read_event().map_err(ReportError::writing)? {
            Event::Start(tag) => {
                let (name, inside) = named(&tag)?;
                open.push(OpenElement { name, start: format!("<{inside}>"), children: Vec::new() });
                continue;
            }
            Event::End(_) => {
                let element = open.pop().ok_or_else(|| ReportError::writing("an element ends twice"))?;
                closed(element)?
            }
            Event::Empty(tag) => {
                let (name, inside) = named(&tag)?;
                (name, format!("<{inside}/>"))
            }
            Event::Text(text) => (String::new(), raw(&text)?.into()),
            Event::GeneralRef(letter) => (String::new(), format!("&{};", raw(&letter)?)),
            Event::Decl(declaration) => (String::new(), format!("<?{}?>", raw(&declaration)?)),
            Event::Eof => break,
            _ => {
                return Err(ReportError::writing("there is something that the library did not write before"));
            }
        };
        let within =
            open.last_mut().ok_or_else(|| ReportError::writing("there is something after the end"))?;
        if let Some(child) = all.put(&within.name, name, written) {
            within.children.push(child);
        }
    }
    match (open.pop(), open.is_empty()) {
        (Some(whole), true) => all.xml = joined(whole.children),
        _ => return Err(ReportError::writing("an element does not end")),
    }
    Ok(all)
}

impl OrderedPart {
    /// Returns what goes into the element `within` in place of one of its children; `None` where the child is left out.
    fn put(&mut self, within: &str, name: String, written: String) -> Option<(String, String)> {
        match (within, name.as_str()) {
            ("w:tblPr", "w:tblStyle") => {
                self.captions += 1;
                Some(("w:tblCaption".into(), written.replacen("w:tblStyle", "w:tblCaption", 1)))
            }
            ("w:trPr", "w:trHeight") => {
                self.heads += 1;
                Some(("w:tblHeader".into(), "<w:tblHeader/>".into()))
            }
            // The schema does not have this attribute here.
            ("w:tblGrid", "w:gridCol") => Some((name, written.replace(" w:type=\"dxa\"", ""))),
            // The library writes these elements everywhere, and most of them are empty.
            (_, "w:rPr" | "w:pPr" | "w:trPr") if written.ends_with("/>") => None,
            _ => Some((name, written)),
        }
    }
}

fn closed(element: OpenElement) -> Result<(String, String), ReportError> {
    let OpenElement { name, start, mut children } = element;
    if let Some(order) = order_of(&name) {
        if let Some((child, _)) = children.iter().find(|(child, _)| !order.contains(&child.as_str())) {
            return Err(ReportError::writing(format!("{child} is new in {name}")));
        }
        children.sort_by_key(|(child, _)| order.iter().position(|known| known == child));
    }
    if name == "Relationships" {
        // The library keeps links in random order, but the same report must give the same file.
        children.sort();
    }
    let end = format!("</{name}>");
    Ok((name, start + &joined(children) + &end))
}

fn joined(children: Vec<(String, String)>) -> String {
    children.into_iter().map(|(_, written)| written).collect()
}

/// Returns the name of an element, and the content of its tag between the angle brackets.
fn named(tag: &BytesStart<'_>) -> Result<(String, String), ReportError> {
    let name = raw(tag.name().as_ref())?.to_owned();
    Ok((name, raw(tag)?.trim_end().to_owned()))
}

fn raw(bytes: &[u8]) -> Result<&str, ReportError> {
    std::str::from_utf8(bytes).map_err(ReportError::writing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_come_in_the_order_of_the_schema_and_words_stay_where_they_are() {
        let part = "<?xml version=\"1.0\"?><w:p><w:pPr><w:rPr /><w:numPr><w:numId/><w:ilvl/></w:numPr><w:pStyle/></w:pPr>\
            <w:t>b &amp; a &lt;w:trHeight /></w:t><w:t> </w:t></w:p>";
        let ordered = in_order(part.as_bytes()).expect("in order");
        let expected = "<?xml version=\"1.0\"?><w:p><w:pPr><w:pStyle/><w:numPr><w:ilvl/><w:numId/></w:numPr></w:pPr>\
            <w:t>b &amp; a &lt;w:trHeight /></w:t><w:t> </w:t></w:p>";
        assert_eq!(ordered.xml, expected);
    }

    #[test]
    fn a_row_with_a_height_is_a_head_and_a_table_s_style_its_description() {
        let part = "<t><w:tblPr><w:tblStyle w:val=\"a\" /><w:tblW/></w:tblPr><w:trPr><w:trHeight w:val=\"1\" /></w:trPr></t>";
        let ordered = in_order(part.as_bytes()).expect("in order");
        assert_eq!((ordered.heads, ordered.captions), (1, 1));
        let expected =
            "<t><w:tblPr><w:tblW/><w:tblCaption w:val=\"a\"/></w:tblPr><w:trPr><w:tblHeader/></w:trPr></t>";
        assert_eq!(ordered.xml, expected);
    }

    #[test]
    fn what_the_library_did_not_write_before_is_an_error() {
        for part in ["<w:pPr><w:new/></w:pPr>", "<w:p>", "<w:p></w:t>", "<w:p><!-- --></w:p>", "</w:p>"] {
            assert!(in_order(part.as_bytes()).is_err(), "{part}");
        }
    }
}
