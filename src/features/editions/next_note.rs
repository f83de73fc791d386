//! On the page of editions: that somebody is here to begin next year's assessment.

use crate::components::{ButtonLink, ButtonVariant, Card, Redraw};
use crate::route::Route;
use crate::store::{Assessments, Editions, Exchange};
use leptos::prelude::*;

/// What to do here, and the way back once next year's questions are on this device; nothing for everybody else.
#[component]
pub fn NextNote(editions: Editions) -> impl IntoView {
    view! {
        <Redraw on=move || editions.list.track()>
            <Note editions />
        </Redraw>
    }
}

#[component]
fn Note(editions: Editions) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let assessments = expect_context::<Assessments>();
    let id = editions.next_of.get_untracked()?;
    let home = assessments.with_untracked(&id, |document| document.assessment.organisation.name.clone())?;
    let later = exchange.later_editions(&id);
    let words = match later.first() {
        None => format!(
            "You want to start next year’s assessment of {home}. Add next year’s questions below first."
        ),
        Some(edition) => {
            format!("{} is on this device. You can start next year’s assessment of {home}.", edition.title)
        }
    };
    let start = (!later.is_empty()).then(|| {
        view! {
            <div class="app-buttons">
                <ButtonLink variant=ButtonVariant::Primary href=Route::Years(id).href()>
                    "Carry on with next year’s assessment"
                </ButtonLink>
            </div>
        }
    });
    Some(view! {
        <Card class="app-card--next">
            <p>{words}</p>
            {start}
        </Card>
    })
}
