//! Reviewing: the reviewer's list and items, what came back, and what the home makes of it.

mod item;
mod list;
mod received;
mod returned;

pub(in crate::ui) use received::reviews;
pub(super) use returned::{returned, review_offer};

use super::not_found;
use crate::browser::clock;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{
    Saying, TextField, Weight, button, buttons, card, form, paragraph, saying, submit, text_field,
};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Review, ReviewEdit, Reviewer, ShownAnswer, Subject};
use std::rc::Rc;

/// The pages of a copy for reviewing, in which no answer can be changed: they stand in the place of the home's own pages,
/// of which only those stay that show and change nothing. `None` where a page stays, and for every other assessment.
pub fn instead(state: AppState, route: &Route) -> Option<El> {
    let id = route.assessment().filter(|_| stands_instead(state, route))?;
    match route {
        Route::Item(_, item) | Route::ReviewItem(_, item) => Some(item::item(state, id, item)),
        _ => Some(list::list(state, id)),
    }
}

/// Whether a page of a copy for reviewing stands in the place of this one.
pub fn stands_instead(state: AppState, route: &Route) -> bool {
    !matches!(
        route,
        Route::Part(..) | Route::Checks(_) | Route::Find(_) | Route::Reports(_) | Route::Report(..)
    ) && route.assessment().is_some_and(|id| untrack(|| state.is_under_review(id)))
}

/// What reviewers say of the home's own assessment.
pub fn received(state: AppState, id: &Id) -> El {
    if state.peek(id, |_| ()).is_none() {
        return not_found(state, "assessment");
    }
    received::received(state, id)
}

/// The organisation's name as it was sent.
fn sent_name(state: AppState, id: &Id) -> String {
    let name = state.peek(id, |document| document.assessment.under_review().map(|sent| sent.organisation));
    name.flatten().unwrap_or_default()
}

/// When a review was written.
fn when(review: &Review) -> String {
    let at = review.reviewed_at;
    format!("{} at {}", clock::day_of(at).in_words(), clock::time_of_day(at))
}

/// Asks who reviews, once for this device; and below it shows what needs to know.
fn as_reviewer(state: AppState, then: impl Fn() -> El + 'static) -> El {
    let asking = RwSignal::new(state.reviewer().name.trim().is_empty());
    fragment().swap(
        move || asking.get(),
        move |asks| {
            if *asks {
                return who(state, asking);
            }
            let known = format!("Reviewing as {}.", words::review::reviewer(&state.reviewer()));
            let change = button(Weight::Small, "Change who is reviewing", move || {
                asking.set(true);
                focus("#reviewer-name");
            });
            fragment()
                .child(el("div").class("app-buttons").child(el("span").text(&known)).child(change))
                .child(then())
        },
    )
}

fn who(state: AppState, asking: RwSignal<bool>) -> El {
    let Reviewer { name, organisation } = state.reviewer();
    let (name, organisation) = (RwSignal::new(name), RwSignal::new(organisation));
    let (tried, given) = (RwSignal::new(false), RwSignal::new(false));
    let blank = move || name.with(|name| name.trim().is_empty());
    let error = move || (tried.get() && blank()).then_some("Enter your name");
    let reviewer = move || Reviewer {
        name: name.with_untracked(|name| name.trim().into()),
        organisation: organisation.with_untracked(|organisation| organisation.trim().into()),
    };
    let begin = move |same: bool| {
        if same {
            state.rename_reviewer(&reviewer());
        } else {
            state.set_reviewer(&reviewer());
        }
        asking.set(false);
        focus("h1");
    };
    let keep = move || {
        tried.set(true);
        if untrack(blank) {
            focus("#reviewer-name");
        } else if state.reviewer() != reviewer() && state.remarks_so_far() > 0 {
            given.set(true);
            focus("#reviewer-same");
        } else {
            begin(false);
        }
    };
    let form = move || {
        fragment()
            .child(el("h2").text("Who is reviewing?"))
            .child(paragraph("The home sees who said what. It is asked once, and kept on this device."))
            .child(
                form(keep)
                    .child(text_field(TextField {
                        id: "reviewer-name".into(),
                        label: "Your name",
                        hint: None,
                        error: Some(Rc::new(error)),
                        capitals: "words",
                        value: Rc::new(move || name.get()),
                        on_input: Rc::new(move |text| name.set(text)),
                    }))
                    .child(text_field(TextField {
                        id: "reviewer-organisation".into(),
                        label: "Your organisation (optional)",
                        hint: None,
                        error: None,
                        capitals: "words",
                        value: Rc::new(move || organisation.get()),
                        on_input: Rc::new(move |text| organisation.set(text)),
                    }))
                    .child(submit("Begin reviewing")),
            )
    };
    let view = move |given: &bool| if *given { same_person(state, &reviewer(), begin) } else { form() };
    card().swap(move || given.get(), view)
}

/// Whether somebody corrects their name, or somebody else goes on: a review file holds only what its reviewer said.
fn same_person(state: AppState, now: &Reviewer, begin: impl Fn(bool) + Copy + 'static) -> El {
    let before = words::review::reviewer(&state.reviewer());
    let now = words::review::reviewer(now);
    let said = words::count(state.remarks_so_far(), "review");
    fragment()
        .child(el("h2").id("reviewer-same").attr("tabindex", "-1").text(&format!("Are you {before}?")))
        .child(paragraph(&format!(
            "{before} has made {said} here. If that is you, what you said goes on under the name {now}, and is in your review \
             file. If it is somebody else, it stays theirs, and is not in yours."
        )))
        .child(
            buttons()
                .child(button(Weight::Second, "Yes, that is me", move || begin(true)))
                .child(button(Weight::Second, "No, somebody else", move || begin(false))),
        )
}

/// What the fields are about: for an item, the answer that is shown above them.
#[derive(Clone)]
struct About {
    on: Subject,
    answer: Option<Rc<str>>,
}

impl About {
    fn seen(&self) -> ShownAnswer<'_> {
        ShownAnswer { on: &self.on, answer: self.answer.as_deref() }
    }
}

/// The fields in which a reviewer says something of one thing.
fn fields(state: AppState, id: &Id, key: &str, about: &About) -> El {
    let place = (id.clone(), about.clone());
    let (judged, commented, on_verdict, on_comments) = (place.clone(), place.clone(), place.clone(), place);
    let said = move |(id, about): &(Id, About)| state.present_remark(id, &about.seen());
    saying(Saying {
        key: key.into(),
        verdict: Rc::new(move || said(&judged).and_then(|review| review.verdict)),
        comments: Rc::new(move || said(&commented).map(|review| review.comments).unwrap_or_default()),
        on_verdict: Rc::new(move |verdict| {
            state.remark(&on_verdict.0, &on_verdict.1.seen(), ReviewEdit::Verdict(verdict));
        }),
        on_comments: Rc::new(move |text| {
            state.remark(&on_comments.0, &on_comments.1.seen(), ReviewEdit::Comments(text));
        }),
    })
}
