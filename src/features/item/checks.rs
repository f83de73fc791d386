//! What an item still lacks, and what may be wrong with its answer. It says so and blocks nothing.

use crate::components::FindingsList;
use crate::store::{Assessments, OpenItem};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{findings_of, missing};

/// What the item still lacks, and what may be wrong with its answer.
#[component]
pub fn ItemChecks(open: OpenItem) -> impl IntoView {
    view! {
        <Gaps open />
        <ThingsToCheck open />
    }
}

/// What the item still lacks, once something has been given.
#[component]
fn Gaps(open: OpenItem) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (assessment, item) = (open.assessment(), open.item());
    let gaps = Memo::new(move |_| {
        let gaps = assessments.with(&assessment, |document| {
            let response = document.assessment.response(&item.id).filter(|response| !response.is_blank());
            response.map(|response| missing(&item, Some(response)))
        });
        gaps.flatten().unwrap_or_default()
    });
    let list = move || {
        let words = gaps.with(|gaps| gaps.iter().map(|gap| words::missing(*gap)).collect::<Vec<_>>());
        (!words.is_empty()).then(|| {
            view! {
                <p class="app-missing">
                    <b>"Still to do: "</b>
                    {format!("{}.", words.join("; "))}
                </p>
            }
        })
    };
    view! { <div role="status">{list}</div> }
}

/// What may be wrong with the answer.
#[component]
fn ThingsToCheck(open: OpenItem) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (assessment, item) = (open.assessment(), open.item());
    let findings = Memo::new(move |_| {
        let today = assessments.today(&assessment);
        let found = assessments.with(&assessment, |document| {
            findings_of(&document.edition, &document.assessment, &item.id, today)
        });
        found.unwrap_or_default()
    });
    // Only how many there are is announced: the words change with every letter that is typed.
    let count = move || match findings.with(Vec::len) {
        0 => String::new(),
        count => format!("{} to check", words::count(count, "thing")),
    };
    let list = move || {
        let findings = findings.get();
        (!findings.is_empty()).then(|| {
            view! {
                <div class="app-missing">
                    <FindingsList findings />
                </div>
            }
        })
    };
    view! {
        <p class="app-worth" role="status">
            {count}
        </p>
        {list}
    }
}
