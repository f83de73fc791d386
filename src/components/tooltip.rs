//! The tooltip: official wording, with its paragraphs, lists and links.

use super::OutsideLink;
use leptos::prelude::*;
use standards_met_core::catalogue::{EvidenceItem, Link};

/// The tooltip of an item: the official guidance, word for word.
#[component]
pub fn Tooltip<'a>(item: &'a EvidenceItem) -> impl IntoView + use<> {
    // An address whose site has moved, and whose page nobody has found, stays as it is printed and is no link.
    let (links, lost): (Vec<Link>, Vec<Link>) =
        item.links.iter().cloned().partition(|link| link.address().is_some());
    let lines: Vec<&str> = item.tooltip.lines().collect();
    let blocks = lines.split(|line| line.is_empty()).map(|block| block_of(block, &links)).collect_view();
    let note = (!lost.is_empty()).then(|| {
        view! {
            <p class="app-links-note">
                "A note from us: the website digitalsocialcare.co.uk has moved and its old address may now belong to someone else. \
                 Find the guidance at "
                <OutsideLink href="https://www.digitalcarehub.co.uk/">"digitalcarehub.co.uk"</OutsideLink> "."
            </p>
        }
    });
    view! {
        {blocks}
        {note}
    }
}

fn block_of(lines: &[&str], links: &[Link]) -> AnyView {
    let points: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("- ")).collect();
    if points.len() == lines.len() {
        let points = points.into_iter().map(|point| view! { <li>{with_links(point, links)}</li> });
        view! { <ul>{points.collect_view()}</ul> }.into_any()
    } else {
        view! { <p>{with_links(&lines.join("\n"), links)}</p> }.into_any()
    }
}

/// The text, with each printed address replaced by its link.
fn with_links(text: &str, links: &[Link]) -> impl IntoView + use<> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, link, after)) = next_link(rest, links) {
        let (before, words) = (before.to_owned(), link.text.clone());
        let href = link.address().unwrap_or_default().to_owned();
        pieces.push(view! {
            {before}
            <OutsideLink href>{words}</OutsideLink>
        });
        rest = after;
    }
    let rest = rest.to_owned();
    view! {
        {pieces}
        {rest}
    }
}

/// The first address that is printed in the text, with what comes before and after it.
fn next_link<'a>(text: &'a str, links: &'a [Link]) -> Option<(&'a str, &'a Link, &'a str)> {
    text.char_indices().find_map(|(at, _)| {
        let (before, rest) = text.split_at_checked(at)?;
        links.iter().find_map(|link| Some((before, link, rest.strip_prefix(link.printed.as_str())?)))
    })
}
