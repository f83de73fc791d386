//! What stands beside the parts: the levels, what is coming up, the other pages, a copy to keep or to send.

use super::also::Also;
use super::coming_up::ComingUp;
use super::copy_reminder::CopyReminder;
use super::level_card::LevelCard;
use super::send_back::SendBack;
use crate::store::Assessments;
use leptos::either::Either;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// What is beside the parts, under the progress.
#[component]
pub fn Beside(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let found = assessments.with_untracked(&id, |document| {
        let assessment = &document.assessment;
        let home = assessment.sheet_of.is_some().then(|| assessment.organisation.name.clone());
        (document.edition.clone(), home)
    });
    let (edition, home) = found.unzip();
    let home = home.flatten();
    let is_sheet = home.is_some();
    let rest = match home {
        // Who fills a sheet in for a home.
        Some(home) => Either::Left(view! { <SendBack id=id.clone() home /> }),
        None => Either::Right(view! {
            {edition.map(|edition| view! { <Also id=id.clone() edition /> })}
            <CopyReminder id=id.clone() />
        }),
    };
    view! {
        <LevelCard id=id.clone() />
        <ComingUp id is_sheet />
        {rest}
    }
}
