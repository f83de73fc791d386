//! The accessibility statement. It claims what the journeys in `tests/e2e/` check, and names what they do not.

use super::prose::{Prose, ProseSection};
use crate::components::{Hint, PageHeading};
use leptos::prelude::*;

const STATEMENT: [Prose; 5] = [
    (
        "What it aims at",
        "Everything on this page is meant to meet the Web Content Accessibility Guidelines 2.2 at level AA. Nobody from \
         outside the project has examined whether it does.",
    ),
    (
        "What was tested, and how",
        "These tests run by themselves before each version, most of them in three kinds of browser (Chromium, Firefox and \
         WebKitGTK):\n\
         - every page, with nothing in it and with all questions answered, and most of what opens on a page, by the \
         checker axe-core: it must find nothing;\n\
         - every page in dark colours, which are used when your device asks for them, by the same checker, in Chromium;\n\
         - with a keyboard alone: from the first page to an answer that is kept, the easy questions, accepting a \
         suggestion, and finding an item;\n\
         - the focus: the first stop leads past the menu, and on the longest pages every stop can be seen and none is a \
         trap;\n\
         - every page at a width of 320 pixels, which is what a window of 1,280 pixels has left at 400% zoom, also with \
         very long words: nothing has to be pushed sideways.",
    ),
    (
        "What was not tested",
        "- A real iPad or iPhone with VoiceOver, and an Android tablet with TalkBack.\n\
         - The screen readers NVDA and JAWS.\n\
         - The browser's own zoom and larger text, and control by voice or by switches.\n\
         - High-contrast colours and reduced motion. The page is made to follow both, but no test looks at it.\n\
         - Use by people with disabilities. Nobody has been asked yet.\n\
         Automatic tests find only a part of what can be wrong.",
    ),
    (
        "What we know is not as it should be",
        "- The official guidance is shown word for word, and is not always plain. “In short” says it in simpler words.\n\
         - Some links in it lead to other websites, for whose accessibility we cannot speak.\n\
         - Boxes for a day are the browser's own: how they are used and read out differs from browser to browser.\n\
         - A reviewer can press N or P to go to the next or previous item. These keys cannot be turned off.\n\
         - The page is in English only.",
    ),
    (
        "If something does not work for you",
        "Tell whoever gave you this page: they can hand it on, and can help you to send your answers in another way. \
         Anybody can also report it in the list of issues where the program's source is published. Say what you wanted \
         to do, on which page, and which device, browser and aid you use. Do not send your answers along.",
    ),
];

/// The accessibility statement.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    let sections = STATEMENT.map(|prose| view! { <ProseSection prose /> });
    let written = concat!(
        "This statement was written on 25 November 2026, for version ",
        env!("CARGO_PKG_VERSION"),
        "."
    );
    view! {
        <PageHeading>"Accessibility"</PageHeading>
        {sections.into_iter().collect_view()}
        <Hint>{written}</Hint>
    }
}
