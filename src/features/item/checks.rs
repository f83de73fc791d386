//! What an item still lacks, and what may be wrong with its answer. It says so and blocks nothing.

use crate::components::{FindingsList, TextArea};
use crate::platform::page;
use crate::store::{Assessments, OpenItem};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Edit, Finding, FindingKind, Gap, findings_of};
use standards_met_core::exchange::Document;
use std::time::Duration;

/// What is said of a field that was left comes after so long: by then the press that left it has met what it was meant for.
const AFTER_LEAVING: Duration = Duration::from_millis(300);

/// What is said of an answer.
#[derive(Clone, Default, PartialEq)]
struct Said {
    gaps: Vec<Gap>,
    findings: Vec<Finding>,
}

impl Said {
    /// What of this is still to be said: what has been put right goes at once, and nothing new comes.
    fn still_in(&self, now: &Self) -> Self {
        let gaps = self.gaps.iter().filter(|gap| now.gaps.contains(gap));
        let findings = self.findings.iter().filter(|finding| now.findings.contains(finding));
        Self { gaps: gaps.copied().collect(), findings: findings.cloned().collect() }
    }
}

/// What the item still lacks, and what may be wrong with its answer. It stands below the fields and waits until one is left:
/// nobody is corrected in the middle of a word, and nothing moves under a finger.
#[component]
pub fn ItemChecks(open: OpenItem) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let look = move || {
        let (assessment, item) = (open.assessment(), open.item());
        let today = assessments.today(&assessment);
        let said = assessments.with_untracked(&assessment, |Document { edition, assessment, .. }| {
            let response = assessment.response(&item.id).filter(|response| !response.is_blank());
            let gaps = response.map(|_| assessment.missing(edition, &item)).unwrap_or_default();
            let mut findings = findings_of(edition, assessment, &item.id, today);
            findings.retain(|finding| !is_said_by(&finding.kind, &gaps));
            Said { gaps, findings }
        });
        said.unwrap_or_default()
    };
    let seen = Memo::new(move |before: Option<&(u32, Said)>| {
        assessments.documents.track();
        let (left, now) = (assessments.fields_left.get(), look());
        match before {
            Some((at, before)) if *at == left && page::is_typing() => (left, before.still_in(&now)),
            _ => (left, now),
        }
    });
    let found = Memo::new(move |_| seen.with(|(_, said)| said.clone()));
    let said = RwSignal::new(found.get_untracked());
    // A timer is outside of the signals. What it shows would otherwise move what is being pressed.
    Effect::new(move |_| {
        let found = found.get();
        set_timeout(
            move || {
                let _ = said.try_set(found);
            },
            AFTER_LEAVING,
        );
    });
    view! {
        <Gaps said />
        <ThingsToCheck said />
        <Explanation open said />
    }
}

/// Whether what an item lacks says a finding already.
fn is_said_by(kind: &FindingKind, gaps: &[Gap]) -> bool {
    let gap = match kind {
        FindingKind::ActionWithoutOwner { .. } => Gap::ActionOwner,
        FindingKind::ActionWithoutDate { .. } => Gap::ActionDue,
        FindingKind::DocumentWithoutLocation { .. } => Gap::EvidenceLocation,
        _ => return false,
    };
    gaps.contains(&gap)
}

/// What the item still lacks, once something has been given.
#[component]
fn Gaps(said: RwSignal<Said>) -> impl IntoView {
    let list = move || {
        let words = said.with(|said| said.gaps.iter().map(|gap| words::missing(*gap)).collect::<Vec<_>>());
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
fn ThingsToCheck(said: RwSignal<Said>) -> impl IntoView {
    let findings = Memo::new(move |_| said.with(|said| said.findings.clone()));
    // Only how many there are is announced.
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

/// Why the answer is right, where a rule of the toolkit speaks against it.
#[component]
fn Explanation(open: OpenItem, said: RwSignal<Said>) -> impl IntoView {
    let value = open.signal(|response| response.explanation.clone());
    // What was written stays, also while it is written.
    let is_asked = Memo::new(move |_| {
        said.with(|said| said.gaps.contains(&Gap::Explanation)) || !value.with(String::is_empty)
    });
    view! {
        <Show when=move || is_asked.get()>
            <TextArea
                id="explanation"
                label="Why is your answer right?"
                hint="This question counts as done once you have said why. A reviewer will see it; it does not go into the official toolkit."
                rows=2
                value
                on_input=open.callback(Edit::Explain)
            />
        </Show>
    }
}
