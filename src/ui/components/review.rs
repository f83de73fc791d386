//! Reviews: the fields in which a reviewer says something, and how it is shown.

use super::{Copy, TextArea, Weight, button, buttons, copy_button, fold, hint, paragraph, text_area};
use crate::ui::closure::{Command, Live};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words::review as words;
use leptos::prelude::untrack;
use standards_met_core::assessment::{Review, Verdict};
use std::rc::Rc;

const VERDICTS: [Verdict; 3] = [Verdict::Agreed, Verdict::Question, Verdict::NotAgreed];

/// A verdict and comments on one thing.
pub struct Saying {
    /// What these fields are called apart from those of other things.
    pub key: String,
    pub verdict: Live<Option<Verdict>>,
    pub comments: Live<String>,
    pub on_verdict: Command<Option<Verdict>>,
    pub on_comments: Command<String>,
}

pub fn saying(field: Saying) -> El {
    let Saying { key, verdict, comments, on_verdict, on_comments } = field;
    let name = format!("verdict-{key}");
    let choice = |choice: Verdict| {
        let id = format!("{name}-{}", choice.name());
        let (ticked, on_verdict) = (verdict.clone(), on_verdict.clone());
        let input = el("input")
            .attr("type", "radio")
            .id(&id)
            .attr("name", &name)
            .live_checked(move || ticked.ask() == Some(choice))
            .on("change", move |_| on_verdict.run(Some(choice)));
        el("div")
            .class("app-told")
            .child(input)
            .child(el("label").attr("for", &id).text(words::verdict(choice)))
    };
    let choices = el("div").class("app-told-row").children(VERDICTS.map(choice));
    let first = format!("[name='{name}']");
    let clear = move || {
        let (on_verdict, first) = (on_verdict.clone(), first.clone());
        button(Weight::Small, "Clear my verdict", move || {
            on_verdict.run(None);
            // The pressed button goes, and the focus would go with it.
            focus(&first);
        })
    };
    let verdicts = el("fieldset")
        .class("nhsuk-fieldset app-fieldset")
        .child(el("legend").class("app-label").text("Your verdict"))
        .child(choices)
        .show_if(move || verdict.ask().is_some(), clear);
    el("div").child(verdicts).child(text_area(TextArea {
        id: format!("comments-{key}"),
        label: "Your comments",
        hint: None,
        rows: 4,
        value: comments,
        on_input: on_comments,
    }))
}

/// One review, as it is read.
pub struct Shown {
    /// What its fields are called apart from those of others.
    pub key: String,
    pub review: Live<Review>,
    /// What it is about, where it is not the item that it is shown with.
    pub about: Option<String>,
    /// When it was written, in words.
    pub when: Live<String>,
    /// Whether it speaks of an answer that is another by now.
    pub changed: Live<bool>,
    /// For the home, which deals with it; a reviewer only reads.
    pub dealing: Option<Dealing>,
}

/// How the home deals with a review.
pub struct Dealing {
    /// Whether an action was made of it.
    pub acted: Live<bool>,
    pub on_act: Live<()>,
    pub on_reply: Command<String>,
    pub on_resolve: Command<bool>,
}

pub fn review(shown: Shown) -> El {
    let Shown { key, review, about, when, changed, dealing } = shown;
    let (who, what, comments, resolved) = (review.clone(), review.clone(), review.clone(), review.clone());
    let (said, reply) = (review.clone(), review);
    let name = move || words::reviewer(&who.ask().by());
    let verdict = move || what.ask().verdict.map_or("Comments", words::verdict).to_owned();
    let state = move || {
        let (resolved, changed) = (resolved.ask().handling().resolved, changed.ask());
        let resolved = if resolved { "Resolved. " } else { "" };
        let changed = if changed { "The answer changed since this was reviewed." } else { "" };
        format!("{resolved}{changed}")
    };
    let line = el("p").child(el("b").live_text(verdict)).live_text(move || format!(" · {}", when.ask()));
    let group = el("div")
        .class("app-aside-row")
        .id(&format!("review-{key}"))
        .attr("role", "group")
        .attr("tabindex", "-1")
        .live_attr("aria-label", {
            let name = name.clone();
            move || Some(format!("Review by {}", name()))
        })
        .maybe(about.map(|about| hint(&about)))
        .child(el("p").class("app-card__name").live_text(name))
        .child(line)
        .show_if(
            move || !said.ask().comments.trim().is_empty(),
            move || {
                let comments = comments.clone();
                el("p").class("app-earlier__text").live_text(move || comments.ask().comments)
            },
        )
        .child(el("p").class("app-worth").attr("role", "status").live_text(state));
    match dealing {
        Some(dealing) => group.child(deal(&key, &reply, dealing)),
        None => group.swap(
            move || reply.ask().handling().reply,
            |reply| {
                if reply.trim().is_empty() {
                    return fragment();
                }
                fragment()
                    .child(hint("The home’s answer to this:"))
                    .child(el("p").class("app-earlier__text").text(reply))
            },
        ),
    }
}

fn deal(key: &str, review: &Live<Review>, dealing: Dealing) -> El {
    let Dealing { acted, on_act, on_reply, on_resolve } = dealing;
    let (written, said, resolved) = (review.clone(), review.clone(), review.clone());
    let row = format!("[id='review-{key}']");
    let answer = text_area(TextArea {
        id: format!("reply-{key}"),
        label: "Your answer to this review (optional)",
        hint: None,
        rows: 2,
        value: Rc::new(move || written.ask().handling().reply),
        on_input: on_reply,
    });
    let acting = move |(acted, comments): &(bool, bool)| {
        if *acted {
            return hint("There is an action from this, among the actions of the item.");
        }
        if !comments {
            return fragment();
        }
        let (on_act, row) = (on_act.clone(), row.clone());
        button(Weight::Second, "Make it an action", move || {
            on_act.ask();
            focus(&row);
        })
    };
    let is_resolved = move || resolved.ask().handling().resolved;
    let (shown, pressed) = (is_resolved.clone(), is_resolved);
    let resolve = el("button")
        .attr("type", "button")
        .class("app-small-button")
        .live_text(move || if shown() { "Open it again" } else { "Mark as resolved" }.into())
        .on_press(move || on_resolve.run(!untrack(&pressed)));
    fragment().child(answer).child(
        buttons().swap(move || (acted.ask(), !said.ask().comments.trim().is_empty()), acting).child(resolve),
    )
}

/// What a review file that was just handed over holds, and its text for browsers that refuse downloads.
pub fn saved_review(file_name: &str, check_code: &str, said: &str, text: String, copy: Copy) -> El {
    let box_ = el("textarea")
        .class("nhsuk-textarea app-export-text")
        .attr("readonly", "")
        .attr("rows", "4")
        .attr("aria-label", "The text of the review")
        .text(&text);
    let words = el("p")
        .child(el("b").text(&format!("Your review is ready: {file_name}. ")))
        .text(&format!("It holds {said} and no answers. Check code "))
        .child(el("span").class("app-code").text(check_code))
        .text(". Look for it in your downloads, and send it to the home.");
    fragment().child(words).child(
        fold("No file appeared?", false)
            .child(paragraph(
                "Copy the text below into an empty document or a message, and save it with a name that ends in “.json”.",
            ))
            .child(copy_button("Copy the text", Rc::new(move || text.clone()), copy))
            .child(box_),
    )
}
