//! All reviewer comments of the home's own assessment: of the whole, of its parts, and item by item.

use super::labels::subject;
use super::reviews::{AllReviews, SendAgain};
use crate::components::{Card, NotFound, PageHeading};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Remark, Subject};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;
use standards_met_core::report::ReportKind;

/// Something that reviewers have said anything of.
#[derive(Clone)]
struct Reviewed {
    on: Subject,
    /// The item that the reviews are stored with.
    item: ItemId,
    /// What it is called.
    name: String,
}

/// What reviewers have said anything of: the whole, then the parts, then the items.
fn reviewed(document: &Document) -> Vec<Reviewed> {
    let edition = &document.edition;
    let mut found: Vec<Reviewed> = Vec::new();
    for Remark { on, review: _ } in document.assessment.remarks(edition) {
        let Some(item) = on.place(edition).filter(|_| !found.iter().any(|known| known.on == on)) else {
            continue;
        };
        let name = match &on {
            // Its number stands before it, as a link.
            Subject::Item(id) => edition.item(id).map(|item| item.question.clone()).unwrap_or_default(),
            _ => subject(edition, &on),
        };
        found.push(Reviewed { on, item, name });
    }
    found.sort_by_key(|one| match one.on {
        Subject::Overall => 0,
        Subject::Part(number) => u16::from(number),
        Subject::Item(_) => u16::MAX,
    });
    found
}

/// The page of what reviewers say.
#[component]
pub fn ReceivedReviews(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let found = assessments
        .with_untracked(&id, |document| (document.assessment.organisation.name.clone(), reviewed(document)));
    let Some((organisation, all)) = found else {
        return view! { <NotFound what="assessment" current=assessments.current_here() /> }.into_any();
    };
    let of = id.clone();
    let nothing = all.is_empty();
    let lead = move || {
        let waiting =
            assessments.with(&of, |document| document.assessment.count_waiting()).unwrap_or_default();
        match waiting {
            _ if nothing => {
                "Nothing has come back yet. When a reviewer sends you a file, open it under “Your data”."
                    .to_owned()
            }
            0 => "There is nothing left to answer.".to_owned(),
            count => format!(
                "{} to answer. Reply, change your answer or turn the comment into an action.",
                words::count(count, "comment")
            ),
        }
    };
    let cards = all.into_iter().map(|one| view! { <SubjectReviews id=id.clone() one /> });
    let cards = cards.collect_view();
    view! {
        <p class="app-caption">
            <a href=Route::Overview(id.clone()).href()>{organisation}</a>
        </p>
        <PageHeading>"Reviewer comments"</PageHeading>
        <p class="app-lead" role="status">
            {lead}
        </p>
        {cards}
        <SendAgain id=id.clone() />
        <p>
            <a class="app-tap" href=Route::Report(id, ReportKind::Review).href()>
                "Print it, or save it for Word"
            </a>
        </p>
    }
    .into_any()
}

/// What reviewers say of one thing.
#[component]
fn SubjectReviews(id: Id, one: Reviewed) -> impl IntoView {
    let Reviewed { on, item, name } = one;
    let number = matches!(on, Subject::Item(_)).then(|| {
        view! {
            <a class="app-id" href=Route::Item(id.clone(), item.clone()).href()>
                {item.to_string()}
            </a>
            " "
        }
    });
    view! {
        <Card>
            <h2>{number} {name}</h2>
            <AllReviews id item on />
        </Card>
    }
}
