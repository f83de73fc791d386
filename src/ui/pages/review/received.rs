//! What reviewers say of an item, of a part or of the whole, where the home reads it and deals with it.

use super::{About, when};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::closure::Live;
use crate::ui::components::{Dealing, Shown, card, heading, link, paragraph, review, title};
use crate::ui::element::{El, el, fragment};
use crate::words;
use leptos::prelude::untrack;
use standards_met_core::assessment::{Action, Id, Remark, Response, Review, Subject};
use standards_met_core::catalogue::ItemId;
use standards_met_core::report::ReportKind;
use std::rc::Rc;

/// Everything that reviewers say, item by item.
pub fn received(state: AppState, id: &Id) -> El {
    let found = state.peek(id, |document| {
        let (edition, assessment) = (&document.edition, &document.assessment);
        let mut items: Vec<(ItemId, String)> = Vec::new();
        for item in edition.items() {
            let response = assessment.response(&item.id);
            if response.is_some_and(|response| response.reviews.iter().any(|one| !one.is_blank())) {
                items.push((item.id.clone(), item.question.clone()));
            }
        }
        (assessment.organisation.name.clone(), items)
    });
    let (organisation, items) = found.unwrap_or_default();
    let words = match items.len() {
        0 => "Nothing has come back yet. When a reviewer sends you a file, open it under “Your data”."
            .to_owned(),
        count => format!(
            "Reviews of {}. Nothing here changes an answer, and nothing stops you: answer, resolve, or make an action \
             of what you want.",
            words::count(count, "item")
        ),
    };
    let of_item = |(item, question): &(ItemId, String)| {
        let heading = el("h2")
            .child(link(&Route::Item(id.clone(), item.clone()).href(), item.as_str()).class("app-id"))
            .text(&format!(" {question}"));
        card().child(heading).child(all(state, id, item, None))
    };
    fragment()
        .child(super::super::up_to_overview(id, &organisation))
        .child(title("What reviewers say"))
        .child(paragraph(&words).class("app-lead"))
        .child(
            el("p").child(
                link(&Route::Report(id.clone(), ReportKind::Review).href(), "Print it, or save it for Word")
                    .class("app-tap"),
            ),
        )
        .children(items.iter().map(of_item))
}

/// What reviewers say of an item, on the home's own page of it. Nothing where nobody has said anything.
pub fn reviews(state: AppState, id: &Id, item: &ItemId) -> El {
    let any = ids(state, id, item, None);
    let (id, item) = (id.clone(), item.clone());
    fragment().show_if(
        move || !any().is_empty(),
        move || {
            let more = link(&Route::Review(id.clone()).href(), "Everything that reviewers say");
            el("div")
                .child(heading("What reviewers say"))
                .child(all(state, &id, &item, None))
                .child(el("p").child(more.class("app-tap")))
        },
    )
}

/// What was said of an item before, for a reviewer who says something of it now.
pub fn earlier(state: AppState, id: &Id, about: &About) -> El {
    let Subject::Item(item) = &about.on else { return fragment() };
    let any = ids(state, id, item, Some(about));
    let (id, item, about) = (id.clone(), item.clone(), about.clone());
    fragment().show_if(
        move || !any().is_empty(),
        move || el("div").child(heading("Said before")).child(all(state, &id, &item, Some(&about))),
    )
}

/// The reviews that are shown with an item: all of them, or for a reviewer all but what they are writing.
fn ids(state: AppState, id: &Id, item: &ItemId, but: Option<&About>) -> impl Fn() -> Vec<Id> + 'static {
    let (id, item, but) = (id.clone(), item.clone(), but.cloned());
    move || {
        let mine = but.as_ref().and_then(|about| state.present_remark(&id, &about.seen()));
        let mine = mine.map(|review| review.id);
        let found = state.with(&id, |document| {
            let response = document.assessment.response(&item)?;
            let shown =
                response.reviews.iter().filter(|one| !one.is_blank() && Some(&one.id) != mine.as_ref());
            Some(shown.map(|one| one.id.clone()).collect::<Vec<_>>())
        });
        found.flatten().unwrap_or_default()
    }
}

/// Without anything that is being written, it is the home that reads them and deals with them.
fn all(state: AppState, id: &Id, item: &ItemId, but: Option<&About>) -> El {
    let (of, at, deals) = (id.clone(), item.clone(), but.is_none());
    el("div").each(ids(state, id, item, but), move |review| one(state, &of, &at, &review, deals))
}

fn one(state: AppState, id: &Id, item: &ItemId, which: &Id, deals: bool) -> El {
    let look = look_at(state, id, item);
    let found = |response: &Response, which: &Id| -> Option<Review> {
        response.reviews.iter().find(|one| one.id == *which).cloned()
    };
    let Some(first) = untrack(|| found(&look(), which)) else { return el("div") };
    let about = state.peek(id, |document| match Remark::kept(&document.edition, item, &first).on {
        Subject::Item(_) => None,
        Subject::Part(number) => {
            document.edition.part(number).map(|part| format!("About part {number}, {}", part.title))
        }
        Subject::Overall => Some("About the assessment as a whole".into()),
    });
    let (seen, id_of) = (look.clone(), which.clone());
    let now: Live<Review> = Rc::new(move || found(&seen(), &id_of).unwrap_or_else(|| first.clone()));
    let (written, speaks, acts) = (now.clone(), now.clone(), which.clone());
    let changed = {
        let look = look.clone();
        move || {
            let review = speaks.ask();
            let speaks_of = review.answer_sha256();
            !speaks_of.is_empty() && speaks_of != look().answer_sha256()
        }
    };
    let acted = move || {
        let from_it = |action: &Action| action.from_review() == Some(acts.as_str());
        look().actions.iter().any(from_it)
    };
    let place = (id.clone(), item.clone(), which.clone());
    let (act, reply) = (place.clone(), place.clone());
    let dealing = Dealing {
        acted: Rc::new(acted),
        on_act: Rc::new(move || state.act_on(&act.0, &act.1, &act.2)),
        on_reply: Rc::new(move |text| state.handle(&reply.0, &reply.1, &reply.2, Some(text), None)),
        on_resolve: Rc::new(move |resolved| {
            state.handle(&place.0, &place.1, &place.2, None, Some(resolved));
        }),
    };
    review(Shown {
        key: format!("{item}-{which}"),
        review: now,
        about: about.flatten(),
        when: Rc::new(move || when(&written.ask())),
        changed: Rc::new(changed),
        dealing: deals.then_some(dealing),
    })
}

/// The response to an item, followed; an empty one where there is none.
fn look_at(state: AppState, id: &Id, item: &ItemId) -> impl Fn() -> Response + Clone + 'static {
    let (id, item) = (id.clone(), item.clone());
    move || {
        let found = state.with(&id, |document| document.assessment.response(&item).cloned());
        found.flatten().unwrap_or_else(|| Response::empty(item.clone()))
    }
}
