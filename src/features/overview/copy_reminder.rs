//! A reminder to make a copy, which grows with what would be lost.

use crate::components::{Button, ButtonVariant, Card, Hint, focus_soon};
use crate::route::Route;
use crate::store::{Assessments, Exchange, Saving};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{ChangesSinceCopy, CopyNeed, Id, MERGE_BASE};

/// The reminder. It is only on pages where nobody is in the middle of a sentence.
#[component]
pub fn CopyReminder(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let saving = expect_context::<Saving>();
    let of = id.clone();
    let need = Memo::new(move |_| {
        // Nobody would miss the worked example as it came.
        let is_untouched = assessments.with(&of, |document| document.assessment.is_untouched_example());
        let since = assessments.since_copy(&of).filter(|_| is_untouched == Some(false))?;
        Some((since, since.need(saving.is_short_lived())))
    });
    move || {
        let id = id.clone();
        need.get().map(|(since, need)| view! { <Reminder id since need /> })
    }
}

#[component]
fn Reminder(id: Id, since: ChangesSinceCopy, need: CopyNeed) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let saving = expect_context::<Saving>();
    let words = match need {
        // The line below says it.
        CopyNeed::None => "",
        CopyNeed::Low => "Your latest changes are only on this device. Export a file now and then.",
        CopyNeed::Due => "Save a copy: your latest changes are only on this device.",
        CopyNeed::Urgent => {
            "Please save a copy now. A lot of work is only on this device, and a tablet can be lost, broken or cleared."
        }
    };
    let class = if need == CopyNeed::Urgent { "app-card--next" } else { "" };
    let variant = if need >= CopyNeed::Due { ButtonVariant::Primary } else { ButtonVariant::Secondary };
    let room = saving.space().is_short().then(|| {
        view! {
            <p class="app-warning">
                <b>"Room is running short on this device. "</b>
                <a href=Route::Storage.href()>"See what uses it"</a>
            </p>
        }
    });
    let of = id.clone();
    let came_from_file = assessments.with_untracked(&of, |document| document.extra.contains_key(MERGE_BASE));
    let back = came_from_file.unwrap_or_default().then(|| {
        view! {
            <p>
                "When you have done your part, export a file and send it back to the person who gave it to you. They will \
                 combine both."
            </p>
        }
    });
    let export = move |()| {
        // The reminder is drawn anew, and the button with it.
        focus_soon("h1");
        exchange.export_soon(&id);
    };
    view! {
        <Card class=class>
            <h2>"Keep a copy"</h2>
            {(!words.is_empty()).then(|| view! { <p>{words}</p> })}
            {back}
            <Hint>{format!("{}.", words::last_copy(since))}</Hint>
            {room}
            <Button variant on_press=export>
                "Export a file"
            </Button>
        </Card>
    }
}
