//! Which two toolkit years are compared.

use crate::components::{ButtonVariant, Card, Choice, Form, Select, SubmitButton, focus_soon};
use crate::route::Route;
use crate::store::{Exchange, Navigation};
use leptos::prelude::*;
use standards_met_core::exchange::EditionRef;

/// Two lists of the toolkit years on this device, and a button; nothing where there is only one.
#[component]
pub fn YearChoice(
    /// The newer one and the older one that are shown.
    shown: Option<(EditionRef, EditionRef)>,
) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let navigation = expect_context::<Navigation>();
    let here = exchange.editions();
    if here.len() < 2 {
        return ().into_any();
    }
    let choices: Vec<Choice> =
        here.iter().map(|here| (EditionRef::of(&here.edition).0, here.edition.title.clone())).collect();
    let (new, old) = shown.map(|(new, old)| (new.0, old.0)).unwrap_or_default();
    let (new, old) = (RwSignal::new(new), RwSignal::new(old));
    let compare = move |()| match (new.get_untracked(), old.get_untracked()) {
        (new, _) if new.is_empty() => focus_soon("#news-new"),
        (_, old) if old.is_empty() => focus_soon("#news-old"),
        (new, old) => navigation.go(&Route::EditionNews(Some((EditionRef(new), EditionRef(old))))),
    };
    view! {
        <Card class="app-no-print">
            <Form class="app-plan" on_submit=compare>
                <Select
                    id="news-new"
                    label="Toolkit year"
                    none="Choose"
                    choices=choices.clone()
                    value=new
                    on_choose=move |chosen| new.set(chosen)
                />
                <Select
                    id="news-old"
                    label="Compare with"
                    none="Choose"
                    choices
                    value=old
                    on_choose=move |chosen| old.set(chosen)
                />
                <div class="app-buttons">
                    <SubmitButton variant=ButtonVariant::Secondary>"Compare"</SubmitButton>
                </div>
            </Form>
        </Card>
    }
    .into_any()
}
