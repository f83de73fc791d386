//! The previous answers to one item, from which one can be put back.

use crate::components::{Button, ButtonVariant, Hint, focus_soon};
use crate::platform::clock;
use crate::store::{Assessments, Notices, OpenItem};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::storage::{HistoryEntry, HistoryReason};

/// So many are shown: whoever looks for more has a snapshot or a file.
const SHOWN: usize = 20;

/// The previous answers, the latest first.
#[component]
pub fn ItemHistory(open: OpenItem) -> impl IntoView {
    let (id, item) = (open.assessment(), open.item().id.clone());
    let assessments = expect_context::<Assessments>();
    let notices = expect_context::<Notices>();
    move || {
        // What is put back makes a previous answer of what stood there.
        notices.notice.track();
        let found = assessments.earlier(&id, &item);
        if found.is_empty() {
            return view! {
                <Hint>
                    "No previous answers yet. When you come back and change this answer, or someone else’s answer takes its \
                     place, the earlier version is kept here."
                </Hint>
            }
            .into_any();
        }
        let rows = found.into_iter().take(SHOWN).map(|entry| view! { <Row id=id.clone() entry /> });
        view! { <ul class="app-earlier">{rows.collect_view()}</ul> }.into_any()
    }
}

#[component]
fn Row(id: Id, entry: HistoryEntry) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let why = match entry.why {
        HistoryReason::Edited => "until",
        HistoryReason::Elsewhere => "in another tab or window, until",
        HistoryReason::Replaced => "replaced",
    };
    let when = format!("{why} {} at {}", clock::day_of(entry.at).in_words(), clock::time_of_day(entry.at));
    let mut lines = words::response_lines(&entry.response);
    let reviews = entry.response.reviews.iter().filter(|review| !review.is_blank()).count();
    lines.extend((reviews > 0).then(|| format!("With {}", words::count(reviews, "comment"))));
    let texts =
        lines.into_iter().map(|text| view! { <p class="app-earlier__text">{text}</p> }).collect_view();
    let put_back = move |()| {
        assessments.bring_back(id.clone(), entry.response.clone());
        focus_soon("h1");
    };
    view! {
        <li>
            <p class="app-hint">{when}</p>
            {texts}
            <Button variant=ButtonVariant::Small on_press=put_back>
                "Put this back"
            </Button>
        </li>
    }
}
