//! A sheet that came back: each answer beside the present one, to take over item by item.

use super::import_warnings::ImportWarnings;
use crate::components::{Button, ButtonVariant, Card, Hint, focus_soon};
use crate::store::{Assessments, Exchange, Offer};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Response};

/// The card of a sheet that came back.
#[component]
pub fn ReturnedSheet<'a>(
    /// The assessment on this device that asked.
    of: Id,
    offer: &'a Offer,
) -> impl IntoView + use<> {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let name =
        assessments.with_untracked(&of, |ours| ours.assessment.organisation.name.clone()).unwrap_or_default();
    let responses = offer.read.document.assessment.responses.iter();
    let answered: Vec<Response> = responses.filter(|response| !response.is_blank()).cloned().collect();
    let rows = answered.iter().map(|theirs| view! { <SheetAnswer of=of.clone() theirs=theirs.clone() /> });
    let rows = rows.collect_view();
    let words = match answered.len() {
        0 => "Nothing is answered in it yet.".to_owned(),
        count => format!(
            "{count} of {} answered. Use what fits. Your own documents and actions stay.",
            words::count(offer.tally.total(), "question")
        ),
    };
    let count = answered.len();
    let all = (count > 1).then(|| {
        let use_all = move |()| {
            exchange.take_over_all(&of, &answered);
            focus_soon("h1");
        };
        view! {
            <Button variant=ButtonVariant::Primary on_press=use_all>
                {format!("Use all {count} answers")}
            </Button>
        }
    });
    let caption = format!("You opened {}", offer.file);
    let warnings = view! { <ImportWarnings warnings=&offer.read.warnings /> };
    let finish = move |()| {
        exchange.decline_offer();
        focus_soon("h1");
    };
    view! {
        <Card class="app-card--next">
            <p class="app-caption">{caption}</p>
            <h2 id="offer-heading" tabindex="-1">
                {format!("Answers for {name} from your IT supplier")}
            </h2>
            <p>{words}</p>
            {warnings}
            <div class="app-buttons">{all}</div>
            {rows}
            <div class="app-buttons">
                <Button variant=ButtonVariant::Secondary on_press=finish>
                    "Close this file"
                </Button>
            </div>
            <Hint>"The file itself is not kept here. You can open it again at any time."</Hint>
        </Card>
    }
}

/// Their answer to an item beside the present one.
#[component]
fn SheetAnswer(of: Id, theirs: Response) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let item = theirs.item.clone();
    let question = assessments
        .with_untracked(&of, |ours| ours.edition.item(&item).map(|item| item.question.clone()))
        .flatten();
    let (asked, asked_item) = (of.clone(), item.clone());
    let ours = Memo::new(move |_| {
        let found =
            assessments.with(&asked, |document| document.assessment.response(&asked_item).cloned()).flatten();
        found.filter(|response| !response.is_blank())
    });
    let their_lines = view! { <Lines response=&theirs /> };
    let present = move || {
        ours.with(|ours| match ours {
            None => view! { <Hint>"Nothing yet."</Hint> }.into_any(),
            Some(response) => view! { <Lines response /> }.into_any(),
        })
    };
    let theirs = StoredValue::new(theirs);
    // Once taking it over would change nothing, it is taken.
    let taken = Memo::new(move |_| {
        ours.with(|ours| {
            ours.as_ref().is_some_and(|ours| theirs.with_value(|theirs| ours.with_theirs(theirs) == *ours))
        })
    });
    let row = format!("sheet-{item}");
    let (of, to_row) = (StoredValue::new(of), StoredValue::new(format!("[id='{row}']")));
    let take = move |()| {
        assessments.take_over(&of.get_value(), &theirs.get_value());
        focus_soon(to_row.get_value());
    };
    let label = StoredValue::new(format!("Use their answer to {item}"));
    let choice = move || match taken.get() {
        true => view! {
            <p>
                <b>"This is your answer now."</b>
            </p>
        }
        .into_any(),
        false => view! {
            <Button variant=ButtonVariant::Secondary on_press=take>
                {label.get_value()}
            </Button>
        }
        .into_any(),
    };
    view! {
        <div class="app-aside-row" id=row tabindex="-1" role="group" aria-label=item.to_string()>
            <h3>
                <span class="app-id">{item.to_string()}</span>
                {format!(" {}", question.unwrap_or_default())}
            </h3>
            <div class="app-beside">
                <div>
                    <h4>"Theirs"</h4>
                    {their_lines}
                </div>
                <div>
                    <h4>"Yours"</h4>
                    {present}
                </div>
            </div>
            {choice}
        </div>
    }
}

/// What a response says, a paragraph for each line.
#[component]
fn Lines<'a>(response: &'a Response) -> impl IntoView + use<> {
    words::response_lines(response).into_iter().map(|line| view! { <p>{line}</p> }).collect_view()
}
