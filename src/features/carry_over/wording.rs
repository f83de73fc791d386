//! An old wording beside a new one, with the words that changed marked.

use crate::components::{Fold, Hint};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{DiffRun, word_changes};
use standards_met_core::catalogue::EvidenceItem;

/// The old question and the new one, side by side.
#[component]
pub fn Questions<'a>(
    old: &'a [&'a EvidenceItem],
    new: &'a EvidenceItem,
    /// The year of the old one.
    year: &'a str,
) -> impl IntoView + use<> {
    // Where several became one, each is compared with it by itself.
    let compared = match old {
        [only] => Some(word_changes(&only.question, &new.question)),
        _ => None,
    };
    let question = |item: &EvidenceItem, is_new: bool| {
        let runs = match &compared {
            Some(runs) => runs.clone(),
            None => vec![DiffRun::Kept(item.question.clone())],
        };
        view! {
            <p>
                <span class="app-id">{item.id.to_string()}</span>
                " "
                <Side runs is_new />
            </p>
        }
    };
    let before = old.iter().map(|one| question(one, false)).collect_view();
    let now = question(new, true);
    let name = words::years::asked_in(year);
    view! {
        <div class="app-beside app-words">
            <div>
                <SideName>{name}</SideName>
                {before}
            </div>
            <div>
                <SideName>"Asked now"</SideName>
                {now}
            </div>
        </div>
    }
}

/// The old and the new guidance, folded away; nothing where they are the same.
#[component]
pub fn Guidance<'a>(
    old: &'a [&'a EvidenceItem],
    new: &'a EvidenceItem,
    /// The year of the old one.
    year: &'a str,
) -> impl IntoView + use<> {
    let runs = match old {
        [only] => Some(word_changes(&only.tooltip, &new.tooltip)),
        _ => None,
    };
    let runs = runs.filter(|runs| runs.iter().any(|run| !matches!(run, DiffRun::Kept(_))));
    let name = words::years::guidance_in(year);
    runs.map(|runs| {
        view! {
            <Fold summary="What changed in the guidance">
                <div class="app-beside app-words app-words--long">
                    <div>
                        <SideName>{name}</SideName>
                        <p>
                            <Side runs=runs.clone() is_new=false />
                        </p>
                    </div>
                    <div>
                        <SideName>"Guidance now"</SideName>
                        <p>
                            <Side runs is_new=true />
                        </p>
                    </div>
                </div>
            </Fold>
        }
    })
}

/// What one of the two is. Not a heading: it stands below headings of different levels.
#[component]
fn SideName(children: Children) -> impl IntoView {
    view! { <p class="app-beside__name">{children()}</p> }
}

/// One of the two texts: what it shares with the other, and what it has alone, marked.
#[component]
fn Side(runs: Vec<DiffRun>, is_new: bool) -> impl IntoView {
    // Few screen readers say of themselves what is struck through or underlined.
    let unseen = |text: &'static str| view! { <span class="nhsuk-u-visually-hidden">{text}</span> };
    let pieces = runs.into_iter().filter_map(|run| match run {
        DiffRun::Kept(text) => Some(text.into_any()),
        DiffRun::Removed(text) if !is_new => {
            Some(view! { <del>{unseen("only before: ")} {text} {unseen("; ")}</del> }.into_any())
        }
        DiffRun::Added(text) if is_new => {
            Some(view! { <ins>{unseen("new: ")} {text} {unseen("; ")}</ins> }.into_any())
        }
        DiffRun::Removed(_) | DiffRun::Added(_) => None,
    });
    view! { <span>{pieces.collect_view()}</span> }
}

/// What was answered, in words; what was not answered is said too.
#[component]
pub fn Answer(lines: Vec<String>) -> impl IntoView {
    if lines.is_empty() {
        return view! { <Hint>"Nothing was answered."</Hint> }.into_any();
    }
    let lines = lines.into_iter().map(|line| view! { <p>{line}</p> });
    view! { <div class="app-words">{lines.collect_view()}</div> }.into_any()
}
