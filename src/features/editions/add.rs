//! The ways in which an edition comes to this device.

use crate::components::{Button, ButtonLink, ButtonVariant, Card, FileField, Hint, Redraw, focus_soon};
use crate::platform::files::File;
use crate::platform::page;
use crate::route::Route;
use crate::store::{Editions, Exchange, Hosted};
use leptos::prelude::*;
use standards_met_core::kit::ListedEdition;

/// What may hold an edition.
const ACCEPT: &str = ".json,.txt,.csv,.xlsx,application/json,text/plain,text/csv";

/// From a file, from a spreadsheet, or from the site that this page comes from.
#[component]
pub fn AddEdition(editions: Editions) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    view! {
        <div class="app-ways">
            <Card>
                <h3>"From a file"</h3>
                <p>
                    "An edition that somebody made, or the file of an assessment: the file includes its edition. You see what it is \
                     before anything is kept."
                </p>
                <FileField
                    id="edition-file"
                    label="Choose a file"
                    accept=ACCEPT
                    on_choose=move |file| exchange.open_edition(File::from(file))
                />
            </Card>
            <Card>
                <h3>"From a spreadsheet"</h3>
                <p>
                    "If you have the questions as a table (.xlsx or .csv), the edition kit makes an edition of it and shows every \
                     problem with its row."
                </p>
                <ButtonLink variant=ButtonVariant::Secondary href=Route::EditionKit.href()>
                    "Open the edition kit"
                </ButtonLink>
            </Card>
            {(!page::is_one_file()).then(|| view! { <FromSite editions /> })}
        </div>
    }
}

#[component]
fn FromSite(editions: Editions) -> impl IntoView {
    view! {
        <Card>
            <h3>"From this site"</h3>
            <p>
                "The site that this page comes from may have more editions. Checking does not send any of your information."
            </p>
            <div id="editions-hosted" role="status" tabindex="-1">
                <Redraw on=move || editions.hosted.track()>
                    <SiteAnswer editions />
                </Redraw>
            </div>
        </Card>
    }
}

#[component]
fn SiteAnswer(editions: Editions) -> impl IntoView {
    match editions.hosted.get_untracked() {
        Hosted::NotAsked => view! { <AskSite>"See what is there"</AskSite> }.into_any(),
        Hosted::Asking => view! { <Hint>"One moment…"</Hint> }.into_any(),
        Hosted::NoAnswer => view! {
            <p>
                "The site does not answer, or has no list of editions. Nothing here has changed. Check that you are \
                 connected, and try again."
            </p>
            <AskSite>"Try again"</AskSite>
        }
        .into_any(),
        Hosted::Here(list) if list.is_empty() => {
            view! { <p>"There is no other edition on this site yet."</p> }.into_any()
        }
        Hosted::Here(list) => {
            let rows = list.into_iter().map(|listed| view! { <SiteEdition listed /> });
            view! { <ul class="app-hosted">{rows.collect_view()}</ul> }.into_any()
        }
    }
}

#[component]
fn AskSite(children: Children) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let ask = move |()| {
        exchange.ask_host();
        // The button goes, and the focus would go with it.
        focus_soon("#editions-hosted");
    };
    view! {
        <Button variant=ButtonVariant::Secondary on_press=ask>
            {children()}
        </Button>
    }
}

/// An edition of the site.
#[component]
fn SiteEdition(listed: ListedEdition) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let title = listed.title.clone();
    let put = format!("Put {title} on this device");
    let about = format!("{}, SHA-256 {}…", listed.file, listed.short_digest());
    let add = move |()| {
        exchange.add_hosted(&listed);
        focus_soon("#editions-said");
    };
    view! {
        <li>
            <p>
                <b>{title}</b>
            </p>
            <Hint>{about}</Hint>
            <Button variant=ButtonVariant::Secondary on_press=add>
                {put}
            </Button>
        </li>
    }
}
