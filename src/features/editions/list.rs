//! The editions on this device, one by one.

use super::phrases;
use super::source::SourceNote;
use crate::components::{Button, ButtonLink, ButtonVariant, Card, Hint, focus_soon};
use crate::platform::clock;
use crate::route::Route;
use crate::store::{EditionHere, Exchange};
use leptos::prelude::*;
use standards_met_core::assessment::edition_before;
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::EditionRef;
use std::sync::Arc;

/// Gives the form with which an assessment is begun in an edition; the callback closes it.
pub type BeginFormOf = Callback<(Arc<Edition>, Callback<()>), AnyView>;

/// A card for each edition.
#[component]
pub fn EditionList(begin_form: BeginFormOf) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    // Which form is open: one at a time.
    let open = RwSignal::new(None::<EditionRef>);
    let list = exchange.editions_context().list;
    let cards = move || {
        list.track();
        let all = exchange.editions();
        let before =
            |here: &EditionHere| edition_before(&here.edition, all.iter().map(|here| &here.edition)).cloned();
        all.iter().map(|here| (here.clone(), before(here))).collect::<Vec<_>>()
    };
    // A card stays as it is, with what is open in it, as long as all that it says does.
    let key = |(here, before): &(EditionHere, Option<Arc<Edition>>)| {
        let before = before.as_ref().map(|before| before.year.clone());
        (EditionRef::of(&here.edition).0, here.added.is_some(), here.used_by.clone(), before)
    };
    view! {
        <For each=cards key let:card>
            <EditionCard here=card.0 before=card.1 open begin_form />
        </For>
    }
}

#[component]
fn EditionCard(
    here: EditionHere,
    /// That of the year before, as far as one is on this device.
    before: Option<Arc<Edition>>,
    open: RwSignal<Option<EditionRef>>,
    begin_form: BeginFormOf,
) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let name = EditionRef::of(&here.edition);
    let of = name.clone();
    let is_open = Memo::new(move |_| open.with(|open| open.as_ref() == Some(&of)));
    let toggle = move |()| {
        open.set((!is_open.get_untracked()).then_some(name.clone()));
        // Whichever comes first.
        focus_soon("#begin-from, #begin-name");
    };
    let origin = phrases::origin(&here, |at| clock::day_of(at).in_words());
    let used_by = phrases::used_by(&here.used_by);
    let edition = here.edition;
    let (title, href) = (edition.title.clone(), Route::Edition(EditionRef::of(&edition)).href());
    let saved = edition.clone();
    let save = move |()| {
        exchange.save_edition(&saved);
        focus_soon("#editions-said");
    };
    let remove = here.added.is_some().then(|| {
        let edition = edition.clone();
        let remove = move |()| {
            exchange.remove_edition(&edition);
            focus_soon("#editions-said");
        };
        view! {
            <Button variant=ButtonVariant::Secondary on_press=remove>
                "Take it off the list"
            </Button>
        }
    });
    let news = before.map(|before| {
        let route = Route::news_between(&EditionRef::of(&edition), &EditionRef::of(&before));
        view! {
            <ButtonLink variant=ButtonVariant::Secondary href=route.href()>
                {format!("What is new since {}", before.year)}
            </ButtonLink>
        }
    });
    let close = Callback::new(move |()| open.set(None));
    let begun = edition.clone();
    let form = move || is_open.get().then(|| begin_form.run((begun.clone(), close)));
    view! {
        <Card label=title.clone()>
            <h3 class="app-card__name">
                <a href=href.clone()>{title}</a>
            </h3>
            <p>{phrases::size(&edition)}</p>
            <Hint>{origin}</Hint>
            <SourceNote edition=&edition />
            <Hint>{used_by}</Hint>
            <div class="app-buttons">
                <Button
                    variant=ButtonVariant::Primary
                    on_press=toggle
                    attr:aria-expanded=move || is_open.get().to_string()
                >
                    "Start an assessment"
                </Button>
                <ButtonLink variant=ButtonVariant::Secondary href>
                    "Look at it"
                </ButtonLink>
                {news}
                <Button variant=ButtonVariant::Secondary on_press=save>
                    "Save as a file"
                </Button>
                {remove}
            </div>
            {form}
        </Card>
    }
}
