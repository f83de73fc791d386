//! Privacy: what is kept where, who can read it, what leaves the device, and how all of that can be checked.

use super::prose::{Prose, ProseSection};
use crate::components::{ButtonLink, ButtonVariant, PageHeading};
use crate::route::Route;
use leptos::prelude::*;

const KEPT: [Prose; 5] = [
    (
        "In short",
        "What you type stays in this browser, on this device. There is no account, and no server that could take your \
         answers. No visitors are counted, and no cookies are set.",
    ),
    (
        "What is kept, and where",
        "- Your assessments, their previous answers, the versions you saved and what you removed: in this browser's local storage.\n\
         - If you make a table of “Your homes”: that table, with how far each home is and none of its answers, in the same \
         place.\n\
         - Also there: which editions you put on this device, what you chose for your reports, the name under which you \
         review, when each file was exported, and what was deleted a moment ago.\n\
         - The same once more, as a second copy in case the first is damaged: in this browser's database (IndexedDB). \
         If you keep a file up to date, the browser also remembers there which file it is.\n\
         - The page's own files, so that it opens without the internet: in this browser's cache. None of your answers \
         is among them.\n\
         - In the storage of the tab, while the page is loaded again: how far down it you were and in which field, and \
         that a start has failed. It goes with the tab at the latest.\n\
         Nothing else is kept. The browser's own list of visited pages names this page and your home. Browsers may delete what a page has kept: when somebody clears the browsing data, and in \
         Safari after seven days of use without a visit. Export a file whenever you have done a good piece of work.",
    ),
    (
        "Who can read it",
        "Anybody who can unlock this device and open this browser. The answers are not locked with a password of their \
         own. On a device that several people use, give the browser or the device a user for each, or clear it when you \
         have finished.\n\
         Do not type passwords, or details of the people you support; the toolkit does not ask for them.",
    ),
    (
        "What leaves this device",
        "- Files that you export, share or keep up to date yourself, and what you copy or print. Whoever has such a \
         file can read all that is in it.\n\
         - Nothing else that you type.\n\
         Links to other websites open beside this page. Those sites are not told which page you came from, and get \
         nothing that you typed.",
    ),
    (
        "What the host of this page sees",
        "Whoever runs the website that delivers this page sees what every website sees: that a device at some address \
         on the internet asked for the page's files, and which browser it has. It happens when the page is opened for \
         the first time, when the browser looks for an update, and each time where the page's files could not be kept. Your answers are never part of it.",
    ),
];

const CHECK: Prose = (
    "How you can check this",
    "The page gives the browser a rule that the browser enforces, its “content security policy”. It says:\n\
     - fetch nothing from any other website, and send nothing to one: no pictures, no fonts, no programs, no counting;\n\
     - run only the programs that came with the page, and none that is written into the page;\n\
     - send no form to anybody.\n\
     You can read the rule near the top of the page's source (“View page source”), and watch every request in the \
     browser's developer tools, under “Network”: while you type, there is none with your answers.\n\
     The rule leaves two ways out: to the website that it came from, where it fetches its own files, and the opening of \
     another website, as a link does when you press it. You trust \
     whoever runs that website to deliver this program and no other. Tests that run in three browsers check \
     that the program asks no other host for anything.",
);

const REMOVE: Prose = (
    "How to remove it all",
    "You can delete everything that this page keeps in this browser. Files that you exported stay where they are.",
);

/// The page of what is kept where, and who sees it.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    let kept = KEPT.map(|prose| view! { <ProseSection prose /> });
    view! {
        <PageHeading>"Privacy"</PageHeading>
        {kept.into_iter().collect_view()}
        <ProseSection prose=REMOVE>
            <p>"To remove one assessment only, go to " <a href=Route::Data.href()>"Your data"</a> "."</p>
            <ButtonLink variant=ButtonVariant::Secondary href=Route::Clear.href()>
                "Clear this device"
            </ButtonLink>
        </ProseSection>
        <ProseSection prose=CHECK />
    }
}
