//! The earlier texts of one item, from which one can be put back.

use crate::browser::clock;
use crate::state::AppState;
use crate::ui::components::{Weight, button, hint};
use crate::ui::element::{El, anew, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Response};
use standards_met_core::catalogue::ItemId;
use standards_met_core::storage::{HistoryEntry, HistoryReason};

/// So many are shown: whoever looks for more has a snapshot or a file.
const SHOWN: usize = 20;

pub fn earlier(state: AppState, id: &Id, item: &ItemId) -> El {
    let (id, item) = (id.clone(), item.clone());
    // What is put back makes an earlier text of what stood there.
    fragment().swap(
        anew(move || state.notice.track()),
        move |_| {
            let found = state.earlier(&id, &item);
            if found.is_empty() {
                return hint(
                    "There are none yet. When you come back to this item and change it, what was there before is kept \
                     here; also when it was changed in two places at once.",
                );
            }
            el("ul").class("app-earlier").children(found.iter().take(SHOWN).map(|one| row(state, &id, one)))
        },
    )
}

fn row(state: AppState, id: &Id, one: &HistoryEntry) -> El {
    let why = match one.why {
        HistoryReason::Edited => "until",
        HistoryReason::Elsewhere => "in another tab or window, until",
        HistoryReason::Replaced => "replaced",
    };
    let when = format!("{why} {} at {}", clock::day_of(one.at).in_words(), clock::time_of_day(one.at));
    let (id, response) = (id.clone(), one.response.clone());
    let back = button(Weight::Small, "Put this back", move || {
        state.bring_back(&id, &response);
        focus("h1");
    });
    el("li")
        .child(el("p").class("app-hint").text(&when))
        .children(said(&one.response).into_iter().map(|text| el("p").class("app-earlier__text").text(&text)))
        .child(back)
}

/// Everything that the response said.
fn said(response: &Response) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(judgement) = response.judgement {
        said.push(words::judgement(judgement).to_owned());
    }
    let texts = response.texts().into_iter().filter(|text| !text.trim().is_empty());
    said.extend(texts.map(str::to_owned));
    let reviews = response.reviews.iter().filter(|review| !review.is_blank()).count();
    said.extend((reviews > 0).then(|| format!("With {}", words::count(reviews, "review"))));
    said
}
