//! Smaller things that come from elsewhere: the host's list of editions, a kept table of homes, a spreadsheet as its reader
//! hands it over, and what a report was asked for.

use standards_met_core::assessment::homes::Homes;
use standards_met_core::kit::{Workbook, read_list};
use standards_met_core::report::ReportRequest;

/// Whether the bytes are one of them.
pub fn attack(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let list = read_list(text);
    for listed in list.iter().flatten() {
        assert!(!listed.file.contains(['/', '\\', ':']) && !listed.file.starts_with('.'), "{}", listed.file);
        let _ = listed.is(text);
        assert!(listed.short_digest().chars().count() <= 12);
    }
    let homes = Homes::read(text).ok();
    if let Some(homes) = &homes {
        // Not more: two versions of a home are one by their check code or by what they say, and a table that no page has kept
        // can hold three of which only the middle one is the same as both others. What a page keeps, `follows` holds exactly.
        let again = Homes::read(&homes.write()).expect("what was kept can be read");
        assert_eq!(again.len(), homes.len(), "a home is gone");
    }
    let book = Workbook::read(text);
    if let Some(book) = &book {
        assert_eq!(
            Workbook::read(&book.write()).as_ref(),
            Some(book),
            "a spreadsheet is not what was handed over"
        );
    }
    let request = ReportRequest::read(text).ok();
    if let Some(request) = &request {
        assert_eq!(ReportRequest::read(&request.write()).as_ref(), Ok(request));
    }
    list.is_some() || homes.is_some() || book.is_some() || request.is_some()
}
