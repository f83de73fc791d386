//! What this is, where the wording comes from, licence.

use super::prose::{Prose, ProseSection};
use crate::components::PageHeading;
use crate::route::Route;
use leptos::prelude::*;

const WHAT: Prose = (
    "",
    "Standards Met helps care homes in England to complete the Data Security and Protection Toolkit. It is a page that \
     opens in a browser: there is nothing to install and no account.\n\
     It is not part of the NHS and not the official toolkit. It helps you to prepare your answers and your action plan; \
     you still enter them in the official toolkit.",
);

const PRIVACY: Prose = (
    "Privacy",
    "What you type is kept in this browser, on this device, and is not sent anywhere. It leaves the device only in a file \
     that you export or share yourself.",
);

const ACCESSIBILITY: Prose = (
    "Accessibility",
    "The page aims at the Web Content Accessibility Guidelines 2.2, level AA. What was tested, and what was not, is in \
     the statement.",
);

const SOURCES: [Prose; 2] = [
    (
        "Where the questions come from",
        "The 2021-22 questions and their official guidance are those of the Data Security and Protection Toolkit, word for word \
         as in the “Data Security and Protection Toolkit (DSPT) Action Plan – Standards Met” of the Better Security, Better Care \
         programme. The 2025-26 questions are in our own words, put together from public pages: what we are not sure of is listed \
         under “Editions”. The texts headed “In short” are always ours. Check the official toolkit for what has changed since.",
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

/// The page of what this is.
#[component]
pub fn AboutPage() -> impl IntoView {
    let sources = SOURCES.map(|prose| view! { <ProseSection prose /> });
    view! {
        <PageHeading>"About Standards Met"</PageHeading>
        <ProseSection prose=WHAT />
        <ProseSection prose=PRIVACY>
            <p>
                <a href=Route::Privacy.href()>"All about privacy"</a>
            </p>
        </ProseSection>
        <ProseSection prose=ACCESSIBILITY>
            <p>
                <a href=Route::Accessibility.href()>"The accessibility statement"</a>
            </p>
        </ProseSection>
        {sources.into_iter().collect_view()}
    }
}
