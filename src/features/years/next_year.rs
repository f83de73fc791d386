//! The beginning of next year's assessment from this one.

use super::begin_form::BeginForm;
use crate::components::{Button, ButtonLink, ButtonVariant, Card, Redraw, focus_soon};
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// A button, and what it opens: the form, or how to get next year's questions.
#[component]
pub fn NextYear(id: Id) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let editions = exchange.editions_context();
    let (next_of, list) = (editions.next_of, editions.list);
    let of = id.clone();
    let is_open = Memo::new(move |_| next_of.with(|next_of| next_of.as_ref() == Some(&of)));
    let id = StoredValue::new(id);
    let open = move |()| {
        exchange.begin_next_of(&id.get_value());
        focus_soon("#next-year h2");
    };
    view! {
        <Show when=move || !is_open.get()>
            <div class="app-buttons">
                <Button variant=ButtonVariant::Secondary on_press=open>
                    "Start next year’s from this one"
                </Button>
            </div>
        </Show>
        <Show when=move || is_open.get()>
            <div id="next-year">
                <Redraw on=move || list.track()>
                    <Begin id=id.get_value() />
                </Redraw>
            </div>
        </Show>
    }
}

/// The form where the questions are on this device, with this year's answers to be carried over; otherwise how to get them.
#[component]
fn Begin(id: Id) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let close = Callback::new(move |()| exchange.give_up_next());
    let later = exchange.later_editions(&id);
    let is_only = later.len() < 2;
    let Some(edition) = later.into_iter().next() else { return view! { <NoneYet id close /> }.into_any() };
    let other = (!is_only).then(|| {
        view! {
            <p>
                <a class="app-tap" href=Route::Editions.href()>
                    "Choose another toolkit year"
                </a>
            </p>
        }
    });
    view! {
        <Card>
            <h2 tabindex="-1">{format!("Start with {}", edition.title)}</h2>
            {other}
            <BeginForm edition on_close=close />
        </Card>
    }
    .into_any()
}

#[component]
fn NoneYet(id: Id, close: Callback<()>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let year = assessments.with_untracked(&id, |document| document.edition.year.clone()).unwrap_or_default();
    let cancel = move |()| {
        close.run(());
        focus_soon("h1");
    };
    view! {
        <Card>
            <h2 tabindex="-1">"Next year’s questions are not on this device yet"</h2>
            <p>
                {format!(
                    "This assessment uses the {year} toolkit. Next year’s questions come as a file, as a spreadsheet, or from the \
                     site that this page comes from.",
                )}
            </p>
            <p>
                "Add them on the next page. Then start next year’s assessment there: these answers can be carried over into it."
            </p>
            <div class="app-buttons">
                <ButtonLink variant=ButtonVariant::Primary href=Route::Editions.href()>
                    "Get next year’s questions"
                </ButtonLink>
                <Button variant=ButtonVariant::Secondary on_press=cancel>
                    "Cancel"
                </Button>
            </div>
        </Card>
    }
}
