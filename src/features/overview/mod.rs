//! The whole assessment: what to do next, the parts, how far you are, what is coming up.

mod all_done;
mod also;
mod beside;
mod coming_up;
mod comments;
mod copy_reminder;
mod interview_first;
mod item_step;
mod next_step;
mod send_back;
mod year_note;

use crate::components::{Card, Heading, Hint, InNextTurn, NotFound, PageHeading, StatusBar, StatusKey};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
pub use all_done::AllDone;
pub use beside::Beside;
use comments::ReviewerComments;
use leptos::either::Either;
use leptos::prelude::*;
use next_step::NextStep;
use standards_met_core::assessment::{Id, Tally};
use standards_met_core::catalogue::Edition;
use std::sync::Arc;
use year_note::YearNote;

/// What of the overview comes after the first question.
#[derive(Clone, Copy)]
pub struct OverviewPieces {
    /// [`Beside`].
    pub beside: Callback<Id, AnyView>,
    /// [`AllDone`].
    pub all_done: Callback<Id, AnyView>,
}

/// The page of an assessment.
#[component]
pub fn OverviewPage(id: Id, pieces: OverviewPieces) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let found = assessments.with_untracked(&id, |document| {
        let assessment = &document.assessment;
        (document.edition.clone(), assessment.organisation.name.clone(), assessment.sheet_of.is_some())
    });
    match found {
        None => Either::Left(view! { <NotFound what="assessment" current=assessments.current_here() /> }),
        Some((edition, organisation, is_sheet)) => {
            Either::Right(view! { <Overview id edition organisation is_sheet pieces /> })
        }
    }
}

#[component]
fn Overview(
    id: Id,
    edition: Arc<Edition>,
    organisation: String,
    /// Whether it is a sheet for somebody else to fill in.
    is_sheet: bool,
    pieces: OverviewPieces,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let of = id.clone();
    let tally = Memo::new(move |_| {
        let tally = assessments.with(&of, |document| document.assessment.tally(&document.edition));
        tally.unwrap_or_default()
    });
    let parts_heading = match edition.parts.len() {
        1 => "The questions".to_owned(),
        count => format!("The {} parts", words::number(count)),
    };
    let caption =
        if is_sheet { "Questions for you, as the IT supplier of".to_owned() } else { edition.title.clone() };
    let parts_heading = StoredValue::new(parts_heading);
    let of = id.clone();
    let parts = move || {
        let parts = edition.parts.iter().map(|part| {
            view! { <PartCard id=of.clone() number=part.number title=part.title.clone() /> }
        });
        parts.collect_view()
    };
    view! {
        <p class="app-caption">{caption}</p>
        <PageHeading>{organisation}</PageHeading>
        <YearNote id=id.clone() />
        <div class="app-two">
            <div>
                <ReviewerComments id=id.clone() />
                <NextStep id=id.clone() is_sheet all_done=pieces.all_done />
                <InNextTurn>
                    <Heading>{parts_heading.get_value()}</Heading>
                    <div class="app-parts">{parts()}</div>
                </InNextTurn>
            </div>
            <aside>
                <InNextTurn>
                    <YourProgress tally />
                    {pieces.beside.run(id.clone())}
                </InNextTurn>
            </aside>
        </div>
    }
}

#[component]
fn YourProgress(tally: Memo<Tally>) -> impl IntoView {
    view! {
        <Card>
            <h2>"Your progress"</h2>
            <p class="app-big-line">
                <span class="app-big">{move || tally.get().settled().to_string()}</span>
                {move || format!(" of {} done", tally.get().total())}
            </p>
            <StatusBar tally />
            <StatusKey tally />
            <Hint>"Done means met or not applicable. A plan for the rest is a good answer too."</Hint>
        </Card>
    }
}

#[component]
fn PartCard(id: Id, number: u8, title: String) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let of = id.clone();
    let tally = Memo::new(move |_| {
        let tally =
            assessments.with(&of, |document| document.assessment.part_tally(&document.edition, number));
        tally.unwrap_or_default()
    });
    let count = move || format!("{} of {} done", tally.get().settled(), tally.get().total());
    view! {
        <a class="app-part" href=Route::Part(id, number).href()>
            <span class="app-part__title">{format!("{number} {title}")}</span>
            <span class="app-part__count">{count}</span>
            <StatusBar tally />
        </a>
    }
}
