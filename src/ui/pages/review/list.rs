//! The reviewer's page of an assessment: how far they are, what to look at, and what they say of parts and of the whole.

use super::{About, as_reviewer, fields, sent_name};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{
    Select, TextField, Weight, button, button_link, buttons, card, fold, heading, hint, link, paragraph,
    select, status_mark, text_field, title,
};
use crate::ui::element::{Anew, El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Hit, Id, ReviewFilter, ShownAnswer, Status, Subject, status};
use standards_met_core::catalogue::ItemId;
use standards_met_core::report::ReportKind;
use std::rc::Rc;

const ONLY: [ReviewFilter; 3] = [ReviewFilter::ToReview, ReviewFilter::Changed, ReviewFilter::Weak];

pub fn list(state: AppState, id: &Id) -> El {
    let name = sent_name(state, id);
    let id = id.clone();
    fragment()
        .child(
            paragraph("A copy for reviewing. None of the home’s answers can be changed in it.")
                .class("app-caption"),
        )
        .child(title(&format!("Review of {name}")))
        .child(as_reviewer(state, move || known(state, &id)))
}

/// Once it is known who reviews.
fn known(state: AppState, id: &Id) -> El {
    let (of, count, found, at) = (id.clone(), id.clone(), id.clone(), id.clone());
    let said = move || match state.to_see(&count).len() {
        0 => "Nothing fits. Take a filter off to see more.".to_owned(),
        count => format!("{} shown", words::count(count, "item")),
    };
    let (saved, whole) = (id.clone(), id.clone());
    fragment()
        .child(
            card()
                .child(el("h2").text("How far you are"))
                .child(el("p").live_text(move || words::review::progress(state.review_progress(&of))))
                .child(
                    buttons()
                        .swap(
                            {
                                let id = id.clone();
                                move || next_to_review(state, &id)
                            },
                            {
                                let id = id.clone();
                                move |next| {
                                    let Some(next) = next else { return fragment() };
                                    let href = Route::ReviewItem(id.clone(), next.clone()).href();
                                    button_link(Weight::Main, &href, &format!("Go on with {next}"))
                                }
                            },
                        )
                        .child(button(Weight::Second, "Save the review file", move || {
                            state.export_review(&saved);
                        })),
                )
                .child(
                    el("p").child(
                        link(
                            &Route::Report(id.clone(), ReportKind::Review).href(),
                            "Print it, or save it for Word",
                        )
                        .class("app-tap"),
                    ),
                )
                .child(hint("The review file holds what you say and no answers. Send it to the home."))
                .child(
                    fold("Save the whole assessment with your review instead", false)
                        .child(paragraph("For a home that wants one file with everything in it."))
                        .child(button(Weight::Second, "Save the whole assessment", move || {
                            state.export_with_review(&whole);
                        })),
                ),
        )
        .child(heading("Items"))
        .child(card().child(filters(state, id)))
        .child(el("p").attr("role", "status").live_text(said))
        .swap(
            move || {
                state.steps.track();
                (Anew, state.to_see(&found))
            },
            move |(_, hits)| rows(state, &at, hits),
        )
        .child(heading("Parts, and the whole"))
        .child(wider(state, id))
}

/// The first item that is not reviewed as it stands.
fn next_to_review(state: AppState, id: &Id) -> Option<ItemId> {
    let me = state.reviewer();
    state.steps.track();
    let next = state.peek(id, |document| {
        let (edition, assessment) = (&document.edition, &document.assessment);
        let open = |item: &&standards_met_core::catalogue::EvidenceItem| {
            assessment.present_remark(edition, &Subject::Item(item.id.clone()), &me).is_none()
        };
        edition.items().find(open).map(|item| item.id.clone())
    });
    next.flatten()
}

fn filters(state: AppState, id: &Id) -> El {
    let parts = state.peek(id, |document| {
        let parts = document.edition.parts.iter();
        parts.map(|part| (part.number.to_string(), format!("{} {}", part.number, part.title))).collect()
    });
    let only = ONLY.map(|only| (words::review::only(only).into(), words::review::only(only).into()));
    let statuses = Status::ALL.map(|status| (words::status(status).into(), words::status(status).into()));
    let clear = move || {
        state.see_only(None);
        state.query.update(|query| *query = standards_met_core::assessment::Query::default());
        focus("#review-only");
    };
    let any = move || state.only.with(Option::is_some) || state.query.with(|query| !query.is_empty());
    el("div")
        .child(
            el("div")
                .class("app-filters")
                .child(select(Select {
                    id: "review-only".into(),
                    label: "Show only",
                    none: "All items",
                    choices: only.into(),
                    value: Rc::new(move || {
                        state.only.get().map(words::review::only).unwrap_or_default().to_owned()
                    }),
                    on_choose: Rc::new(move |name: String| {
                        state.see_only(ONLY.into_iter().find(|only| words::review::only(*only) == name));
                    }),
                }))
                .child(select(Select {
                    id: "review-part".into(),
                    label: "Part",
                    none: "All",
                    choices: parts.unwrap_or_default(),
                    value: Rc::new(move || {
                        state.query.with(|query| query.part.map(|part| part.to_string()).unwrap_or_default())
                    }),
                    on_choose: Rc::new(move |part: String| {
                        state.query.update(|query| query.part = part.parse().ok());
                    }),
                }))
                .child(select(Select {
                    id: "review-standing".into(),
                    label: "Where it stands",
                    none: "All",
                    choices: statuses.into(),
                    value: Rc::new(move || {
                        state
                            .query
                            .with(|query| query.status.map(words::status).unwrap_or_default().to_owned())
                    }),
                    on_choose: Rc::new(move |name: String| {
                        let chosen = Status::ALL.into_iter().find(|one| words::status(*one) == name);
                        state.query.update(|query| query.status = chosen);
                    }),
                })),
        )
        .child(text_field(TextField {
            id: "review-words".into(),
            label: "Words",
            hint: Some("In the questions, the guidance, the answers and the actions."),
            error: None,
            capitals: "none",
            value: Rc::new(move || state.query.with(|query| query.words.clone())),
            on_input: Rc::new(move |text| state.query.update(|query| query.words = text)),
        }))
        .show_if(any, move || button(Weight::Small, "Clear all", clear))
}

fn rows(state: AppState, id: &Id, hits: &[Hit]) -> El {
    if hits.is_empty() {
        return fragment();
    }
    let row = |hit: &Hit| {
        let found = state.peek(id, |document| {
            let item = document.edition.item(&hit.item)?;
            Some((item.question.clone(), status(item, document.assessment.response(&item.id))))
        });
        let (question, status) = found.flatten().unwrap_or((String::new(), Status::NotStarted));
        let said = match state
            .present_remark(id, &ShownAnswer { on: &Subject::Item(hit.item.clone()), answer: None })
        {
            None => "Not reviewed yet",
            Some(review) => review.verdict.map_or("Comments only", words::review::verdict),
        };
        let around = hit.around.as_ref().map(|around| el("span").class("app-rows__detail").text(around));
        let link = link(&Route::ReviewItem(id.clone(), hit.item.clone()).href(), "")
            .child(el("b").text(hit.item.as_str()))
            .child(el("span").class("app-rows__question").text(&question))
            .child(status_mark(move || status))
            .child(el("span").class("app-rows__detail").text(said))
            .maybe(around);
        el("li").child(link)
    };
    card().child(el("ul").class("app-rows app-rows--found").children(hits.iter().map(row)))
}

/// What is said of parts, and of the whole.
fn wider(state: AppState, id: &Id) -> El {
    let parts = state.peek(id, |document| {
        let parts = document.edition.parts.iter();
        parts.map(|part| (part.number, part.title.clone())).collect::<Vec<_>>()
    });
    let one = |name: String, key: String, on: Subject| {
        let said = untrack(|| state.present_remark(id, &ShownAnswer { on: &on, answer: None }).is_some());
        let (id, opened) = (id.clone(), RwSignal::new(said));
        fold(&name, said).on("toggle", move |_| opened.set(true)).show_if(
            move || opened.get(),
            move || fields(state, &id, &key, &About { on: on.clone(), answer: None }),
        )
    };
    let of_part = |(number, title): (u8, String)| {
        one(format!("Part {number}, {title}"), format!("part-{number}"), Subject::Part(number))
    };
    card().children(parts.unwrap_or_default().into_iter().map(of_part)).child(one(
        "The assessment as a whole".into(),
        "overall".into(),
        Subject::Overall,
    ))
}
