//! What is wrong with an edition.

use crate::components::Heading;
use crate::words;
use leptos::prelude::*;
use standards_met_core::kit::Problem;

/// So many problems are listed.
const LINES: usize = 200;

/// What is wrong, each with its row where it has one; and what was done with the table, where nothing is wrong.
#[component]
pub fn ProblemList<'a>(problems: &'a [Problem]) -> impl IntoView + use<> {
    let (notes, problems): (Vec<&Problem>, Vec<&Problem>) =
        problems.iter().partition(|problem| problem.is_note());
    let count = problems.len();
    // What keeps an item out comes first.
    let (serious, others): (Vec<&Problem>, Vec<&Problem>) =
        problems.into_iter().partition(|problem| problem.is_serious());
    let problems = serious.into_iter().chain(others).collect();
    view! {
        <Lines heading=words::count(count, "problem") problems />
        <Lines heading="What we did with the table" problems=notes />
    }
}

#[component]
fn Lines<'a>(#[prop(into)] heading: String, problems: Vec<&'a Problem>) -> impl IntoView + use<> {
    let more = problems.len().saturating_sub(LINES);
    let more = (more > 0).then(|| view! { <li>{format!("and {more} more")}</li> });
    let lines = problems.iter().take(LINES).map(|problem| view! { <Line problem /> }).collect_view();
    (!problems.is_empty()).then(|| {
        view! {
            <div>
                <Heading>{heading}</Heading>
                <ul class="app-problems">{lines} {more}</ul>
            </div>
        }
    })
}

#[component]
fn Line<'a>(problem: &'a Problem) -> impl IntoView + use<> {
    // The sentence says its row; the item helps whoever looks for it in the list.
    let item = problem.item.as_ref().filter(|_| problem.row.is_some());
    let item = item.map(|item| view! { <span class="app-id">{item.to_string()}</span> });
    let class = if problem.is_serious() { "app-problem app-problem--serious" } else { "app-problem" };
    view! { <li class=class>{problem.sentence()} " " {item}</li> }
}
