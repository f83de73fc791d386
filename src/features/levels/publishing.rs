//! How Approaching Standards is published: once only, and with a plan for the questions that are left.

use crate::components::{ButtonLink, ButtonVariant, Card, Fold, Hint};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::ItemId;
use standards_met_core::report::ReportKind;

/// So many questions are listed without being asked for.
const FEW: usize = 8;

/// The card that says what publishing means, what the plan lacks, and how to have it.
#[component]
pub(super) fn Publishing(
    id: Id,
    /// Whether the level is reached, so that this can come next.
    is_reached: bool,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let variant = if is_reached { ButtonVariant::Primary } else { ButtonVariant::Secondary };
    let of = id.clone();
    let gaps = Memo::new(move |_| {
        let today = assessments.today(&of);
        let gaps = assessments.with(&of, |document| document.assessment.plan_gaps(&document.edition, today));
        words::levels::plan_gaps(&gaps.unwrap_or_default())
    });
    let plan = Route::Report(id.clone(), ReportKind::ApproachingPlan).href();
    let id = StoredValue::new(id);
    let gaps = move || {
        let gap =
            |(sentence, items): (String, Vec<ItemId>)| view! { <Gap id=id.get_value() sentence items /> };
        let gaps = gaps.get().into_iter().map(gap).collect_view();
        (!gaps.is_empty()).then(|| view! { <div class="app-warning">{gaps}</div> })
    };
    view! {
        <Card>
            <h2>"If you publish Approaching Standards"</h2>
            <ul>
                <li>
                    "You can publish Approaching Standards once only. The next time you publish, it has to be Standards Met."
                </li>
                <li>
                    "If your organisation has published Approaching Standards before, you cannot publish it again. Go on to \
                     Standards Met."
                </li>
                <li>
                    "The official toolkit asks you to upload an action plan for the questions that are left. You can make it here."
                </li>
            </ul>
            {gaps}
            <div class="app-buttons">
                <ButtonLink variant href=plan>
                    "Make the action plan"
                </ButtonLink>
            </div>
            <Hint>
                "It is a Word file with every question that is left for Standards Met: what is missing, what you will do, who does \
                 it and by when."
            </Hint>
        </Card>
    }
}

/// Something that the plan lacks, with the questions that lack it.
#[component]
fn Gap(id: Id, sentence: String, items: Vec<ItemId>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let open = items.len() <= FEW;
    let row = |item: ItemId| {
        let title = assessments
            .with_untracked(&id, |document| document.edition.item(&item).map(words::short_title))
            .flatten();
        let words = format!("{item} {}", title.unwrap_or_default());
        view! {
            <li>
                <a class="app-tap" href=Route::Item(id.clone(), item).href()>
                    {words}
                </a>
            </li>
        }
    };
    let rows = items.into_iter().map(row).collect_view();
    view! {
        <Fold summary=sentence open>
            <ul class="app-plain-list">{rows}</ul>
        </Fold>
    }
}
