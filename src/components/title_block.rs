//! What is at the top of everything that is printed, and the texts and values of a report.

use super::OutsideLink;
use leptos::prelude::*;
use standards_met_core::report::{Fact, RichText, Span, link_words};

/// A longer text is not laid out on screen before it is seen.
const LONG: usize = 2_000;

/// The title of what is printed, and whose it is, of which day, with which check code.
#[component]
pub fn TitleBlock<'a>(#[prop(into)] title: String, facts: &'a [Fact]) -> impl IntoView + use<> {
    view! {
        <header class="app-paper__head">
            <h2>{title}</h2>
            <ReportFacts class="app-paper__facts" facts />
        </header>
    }
}

/// Values of a report with their names.
#[component]
pub fn ReportFacts<'a>(class: &'static str, facts: &'a [Fact]) -> impl IntoView + use<> {
    let facts = facts.iter().map(|fact| {
        let value = fact.value.iter().map(|text| view! { <ReportText text /> }).collect_view();
        view! {
            <div>
                <dt>{fact.name.clone()}</dt>
                <dd>{value}</dd>
            </div>
        }
    });
    view! { <dl class=class>{facts.collect_view()}</dl> }
}

/// A paragraph of a report.
#[component]
pub fn ReportText<'a>(text: &'a RichText) -> impl IntoView + use<> {
    let colon = if text.label.ends_with('?') { "" } else { ":" };
    let label = (!text.label.is_empty()).then(|| view! { <b>{format!("{}{colon} ", text.label)}</b> });
    let class = match text.listed {
        true => "app-paper__text app-paper__text--listed",
        // Laid out only where it is seen, and on paper: a megabyte takes a second.
        false if text.length() > LONG => "app-paper__text app-paper__text--long",
        false => "app-paper__text",
    };
    view! { <p class=class>{label} {text.pieces.iter().map(piece).collect_view()}</p> }
}

fn piece(piece: &Span) -> AnyView {
    let (words, address) = match piece {
        Span::Plain(words) => return words.clone().into_any(),
        Span::Link { words, address } => (words.clone(), address.clone()),
    };
    // On paper nobody can follow it, so that the address is among the words.
    let words = link_words(&words, &address);
    view! { <OutsideLink href=address>{words}</OutsideLink> }.into_any()
}
