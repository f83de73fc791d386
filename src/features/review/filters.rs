//! What a reviewer wants to see of the list.

use crate::components::{Button, ButtonVariant, Select, TextField, focus_soon};
use crate::store::{Assessments, Navigation};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Query, ReviewFilter, Status};

const ONLY: [ReviewFilter; 5] = [
    ReviewFilter::Answered,
    ReviewFilter::Replied,
    ReviewFilter::Changed,
    ReviewFilter::ToReview,
    ReviewFilter::Weak,
];

#[component]
pub(super) fn ReviewFilters(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let navigation = expect_context::<Navigation>();
    let (query, only) = (navigation.query, navigation.only);
    let parts = assessments.with_untracked(&id, |document| {
        let parts = document.edition.parts.iter();
        parts.map(|part| (part.number.to_string(), format!("{} {}", part.number, part.title))).collect()
    });
    let same = |words: &str| (words.to_owned(), words.to_owned());
    let see_only = move |name: String| {
        navigation.see_only(ONLY.into_iter().find(|only| words::review::only(*only) == name));
    };
    let see_status = move |name: String| {
        let status = Status::ALL.into_iter().find(|status| words::status(*status) == name);
        query.update(|query| query.status = status);
    };
    let any = move || only.with(Option::is_some) || query.with(|query| !query.is_empty());
    let clear = move |()| {
        navigation.see_only(None);
        query.update(|query| *query = Query::default());
        focus_soon("#review-only");
    };
    view! {
        <div>
            <div class="app-filters">
                <Select
                    id="review-only"
                    label="Show only"
                    none="All items"
                    choices=ONLY.map(|only| same(words::review::only(only))).into()
                    value=Signal::derive(move || {
                        only.get().map(words::review::only).unwrap_or_default().to_owned()
                    })
                    on_choose=see_only
                />
                <Select
                    id="review-part"
                    label="Part"
                    none="All"
                    choices=parts.unwrap_or_default()
                    value=Signal::derive(move || {
                        query.with(|query| query.part.map(|part| part.to_string()).unwrap_or_default())
                    })
                    on_choose=move |part: String| query.update(|query| query.part = part.parse().ok())
                />
                <Select
                    id="review-standing"
                    label="Where it stands"
                    none="All"
                    choices=Status::ALL.map(|status| same(words::status(status))).into()
                    value=Signal::derive(move || {
                        query.with(|query| query.status.map(words::status).unwrap_or_default().to_owned())
                    })
                    on_choose=see_status
                />
            </div>
            <TextField
                id="review-words"
                label="Words"
                hint="In the questions, the guidance, the answers and the actions."
                capitals="none"
                value=Signal::derive(move || query.with(|query| query.words.clone()))
                on_input=move |text| query.update(|query| query.words = text)
            />
            <Show when=any>
                <Button variant=ButtonVariant::Small on_press=clear>
                    "Clear all"
                </Button>
            </Show>
        </div>
    }
}
