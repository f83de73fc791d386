//! How pages to be read are written.

use crate::components::Card;
use leptos::either::Either;
use leptos::prelude::*;

/// The heading of a section, which may be empty, and its words.
pub type Prose = (&'static str, &'static str);

fn is_point(line: &str) -> bool {
    line.starts_with("- ")
}

/// A section of a page that is there to be read.
#[component]
pub fn ProseSection(
    /// Its heading, and a line for each paragraph. Lines that begin with a dash are a list.
    prose: Prose,
    /// What follows the words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (heading, words) = prose;
    let lines: Vec<&str> = words.lines().collect();
    let blocks = lines.chunk_by(|one, next| is_point(one) == is_point(next)).map(|block| {
        let points: Vec<&str> = block.iter().filter_map(|line| line.strip_prefix("- ")).collect();
        if points.is_empty() {
            Either::Left(block.iter().map(|line| view! { <p>{*line}</p> }).collect_view())
        } else {
            let points = points.into_iter().map(|point| view! { <li>{point}</li> });
            Either::Right(view! { <ul>{points.collect_view()}</ul> })
        }
    });
    let blocks = blocks.collect_view();
    view! {
        <Card class="app-prose">
            {(!heading.is_empty()).then(|| view! { <h2>{heading}</h2> })} {blocks}
            {children.map(|children| children())}
        </Card>
    }
}
