//! What this is, where the wording comes from, licence; and how pages to be read are written.

use crate::route::Route;
use crate::ui::components::{card, link, paragraph, title};
use crate::ui::element::{El, el, fragment};

const WHAT: (&str, &str) = (
    "",
    "Standards Met helps care homes in England to complete the Data Security and Protection Toolkit. It is a page that \
     opens in a browser: there is nothing to install and no account.\n\
     It is not part of the NHS and not the official toolkit. It helps you to prepare your answers and your action plan; \
     you still enter them in the official toolkit.",
);

const PRIVACY: (&str, &str) = (
    "Privacy",
    "What you type is kept in this browser, on this device, and is not sent anywhere. It leaves the device only in a file \
     that you export or share yourself.",
);

const ACCESSIBILITY: (&str, &str) = (
    "Accessibility",
    "The page aims at the Web Content Accessibility Guidelines 2.2, level AA. What was tested, and what was not, is in \
     the statement.",
);

const SOURCES: [(&str, &str); 2] = [
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

fn is_point(line: &str) -> bool {
    line.starts_with("- ")
}

/// A section of a page that is there to be read: its heading, and a line for each paragraph. Lines that begin with a
/// dash are a list.
pub fn section((name, words): (&str, &str)) -> El {
    let named = (!name.is_empty()).then(|| el("h2").text(name));
    let lines: Vec<&str> = words.lines().collect();
    let blocks = lines.chunk_by(|one, next| is_point(one) == is_point(next)).map(|block| {
        let points: Vec<&str> = block.iter().filter_map(|line| line.strip_prefix("- ")).collect();
        if points.is_empty() {
            fragment().children(block.iter().map(|line| paragraph(line)))
        } else {
            el("ul").children(points.into_iter().map(|point| el("li").text(point)))
        }
    });
    card().class("app-card app-prose").maybe(named).children(blocks)
}

pub fn about() -> El {
    let more = |route: Route, text: &str| el("p").child(link(&route.href(), text));
    fragment()
        .child(title("About Standards Met"))
        .child(section(WHAT))
        .child(section(PRIVACY).child(more(Route::Privacy, "All about privacy")))
        .child(section(ACCESSIBILITY).child(more(Route::Accessibility, "The accessibility statement")))
        .children(SOURCES.map(section))
}
