//! The start page as text. The build puts it into `index.html`, so that it is seen and typed into before the program is there.

use super::shell::Frame;
use crate::features::start::StartPage;
use crate::store::provide_empty_contexts;
use leptos::prelude::*;
use standards_met_core::catalogue::Edition;
use standards_met_core::kit::ListedEdition;

/// The start page of a device with nothing on it, in what is around every page, as HTML. `offered` are the years that can be
/// begun beside the built-in one.
///
/// # Errors
/// Where `edition` is not the text of an edition.
pub fn start_page(edition: &str, offered: Vec<ListedEdition>) -> Result<String, &'static str> {
    let edition = Edition::from_text(edition).ok_or("That is not an edition.")?;
    let html = Owner::new().with(|| {
        provide_empty_contexts(edition, offered);
        let page = view! {
            <Frame>
                <StartPage />
            </Frame>
        };
        page.to_html()
    });
    Ok(without_comments(&html))
}

/// Leptos marks with comments where a hydrated page would find its texts. This page does without: it is drawn anew and takes the
/// place of this (`public/early.js`).
fn without_comments(html: &str) -> String {
    let mut pieces = html.split("<!");
    let first = pieces.next().unwrap_or_default();
    pieces.fold(first.to_owned(), |text, piece| {
        let end = if piece.starts_with("--") { "-->" } else { ">" };
        text + piece.split_once(end).map_or("", |(_, after)| after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use standards_met_core::catalogue::Wording;

    const EDITION: &str = include_str!("../../crates/core/src/catalogue/dspt-social-care-2021-22.json");

    /// What a person needs to begin is in it, and nothing that is only known on a device.
    #[test]
    fn the_start_page_has_all_that_a_person_begins_with() {
        let year = ListedEdition {
            file: "next.json".into(),
            title: "Next".into(),
            year: "2025-26".into(),
            sha256: String::new(),
            questions: Some(45),
            wording: Wording::Ours,
        };
        let page = start_page(EDITION, vec![year]).unwrap();
        for piece in [
            "Get your care home to Standards Met</h1>",
            "id=\"organisation\"",
            "id=\"ods\"",
            ">Start</button>",
            "id=\"start-file\"",
            "Open the worked example</button>",
            "2025-26 (45 questions)</label>",
            "2021-22 (43 questions)</label>",
            "The 2026-27 toolkit opened in September 2026",
            "href=\"#/about\"",
        ] {
            assert!(page.contains(piece), "{piece} is not in:\n{page}");
        }
        for piece in ["<!", "<script", "undefined", "Carry on"] {
            assert!(!page.contains(piece), "{piece} is in:\n{page}");
        }
        assert_eq!(without_comments("a<!>b<!--<() />-->c"), "abc");
        assert_eq!(start_page("{}", Vec::new()).err(), Some("That is not an edition."));
    }
}
