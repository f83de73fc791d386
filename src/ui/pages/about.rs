//! Privacy, accessibility, where the wording comes from, licence.

use crate::ui::components::{card, paragraph, title};
use crate::ui::element::{El, el, fragment};

/// The page's sections: heading, and paragraphs parted by line breaks.
const SECTIONS: [(&str, &str); 5] = [
    (
        "",
        "Standards Met helps care homes in England to complete the Data Security and Protection Toolkit. It is a page \
         that opens in a browser: there is nothing to install and no account.\n\
         It is not part of the NHS and not the official toolkit. It helps you to prepare your answers and your action \
         plan; you still enter them in the official toolkit.",
    ),
    (
        "Privacy",
        "What you type is kept in this browser, on this device. It is not sent anywhere: this page has no server that \
         could receive it, sets no cookies, and counts no visitors. It leaves the device only in a file that you \
         export yourself.\n\
         Anybody who can unlock this device and open this browser can read it. Do not type passwords, or details of \
         the people you support; the toolkit does not ask for them.\n\
         Browsers may delete what a page has kept: when somebody clears the browsing data, and in Safari after seven \
         days of use without a visit. Export a file whenever you have done a good piece of work.",
    ),
    (
        "Accessibility",
        "The page is made to work with a keyboard alone, with a screen reader, at 400% zoom, on a narrow screen, in \
         high-contrast colours and with reduced motion. Every page is checked automatically against the Web Content \
         Accessibility Guidelines 2.2 in three browsers. Automatic checks do not find everything; it has not been \
         tried on a real iPad with VoiceOver yet.",
    ),
    (
        "Where the questions come from",
        "The questions and the official guidance are those of the Data Security and Protection Toolkit 2021-22, word \
         for word as in the “Data Security and Protection Toolkit (DSPT) Action Plan – Standards Met” of the Better \
         Security, Better Care programme. The texts headed “In short” are ours. The year and its dates matter: check \
         the official toolkit for what has changed since.",
    ),
    (
        "Licence",
        concat!(
            "The program is free to use, change and pass on under the MIT licence. It uses the styles of \
             nhsuk-frontend (MIT licence, Crown copyright). Version ",
            env!("CARGO_PKG_VERSION"),
            "."
        ),
    ),
];

pub fn about() -> El {
    let section = |(name, paragraphs): (&str, &str)| {
        let named = (!name.is_empty()).then(|| el("h2").text(name));
        card().class("app-card app-prose").maybe(named).children(paragraphs.lines().map(paragraph))
    };
    fragment().child(title("About Standards Met")).children(SECTIONS.map(section))
}
