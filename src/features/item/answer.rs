//! What the person gives for an item: reason, answer, documents, comments, actions.

use crate::components::{Button, ButtonVariant, Fold, Heading, Hint, TextArea, focus_soon};
use crate::store::OpenItem;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Edit, Judgement};
use standards_met_core::catalogue::{AnswerKind, NotApplicableRule};

/// The forms of an answer that the first question does not need.
#[derive(Clone, Copy)]
pub struct AnswerPieces {
    /// The documents that show that the item is met: [`ItemDocuments`](super::ItemDocuments).
    pub documents: Callback<OpenItem, AnyView>,
    /// The actions: [`ItemActions`](super::ItemActions).
    pub actions: Callback<OpenItem, AnyView>,
    /// What works a percentage out: [`ShareCalculator`](super::ShareCalculator).
    pub share: Callback<OpenItem, AnyView>,
}

/// The fields that fit the judgement and the kind of the item.
#[component]
pub fn Answer(open: OpenItem, judgement: Signal<Option<Judgement>>, pieces: AnswerPieces) -> impl IntoView {
    let is = move |wanted: Judgement| Memo::new(move |_| judgement.get() == Some(wanted));
    let (not_yet, not_applicable) = (is(Judgement::NotYet), is(Judgement::NotApplicable));
    let item = open.item();
    let rule = StoredValue::new(item.not_applicable.clone());
    let reason = move || {
        let rule = rule.get_value().filter(|_| not_applicable.get());
        rule.map(|rule| view! { <Reason open rule /> })
    };
    let named = open.signal(|response| response.evidence.iter().any(|one| !one.is_blank()));
    let planned = open.signal(|response| response.actions.iter().any(|one| !one.is_blank()));
    let main = match item.kind {
        AnswerKind::Text => view! { <AnswerText open not_applicable /> }.into_any(),
        AnswerKind::Document => view! {
            <Heading>"Documents"</Heading>
            <Hint>"Name each document and say where it is kept. The document itself stays where it is."</Hint>
            {pieces.documents.run(open)}
        }
        .into_any(),
        AnswerKind::Tick => ().into_any(),
    };
    view! {
        {reason}
        <Show when=move || not_yet.get()>
            <Heading>"Action"</Heading>
            {pieces.actions.run(open)}
        </Show>
        {main}
        {item.share.map(|_| pieces.share.run(open))}
        <Comments open />
        {(item.kind != AnswerKind::Document)
            .then(|| {
                view! {
                    <LaterForm
                        open
                        summary="Documents that show this (optional)"
                        shown=named.get_untracked()
                        form=pieces.documents
                    />
                }
            })}
        <Show when=move || !not_yet.get()>
            <LaterForm open summary="Actions (optional)" shown=planned.get_untracked() form=pieces.actions />
        </Show>
    }
}

/// The box for the answer. Where "Not applicable" goes into the same box, an empty answer would only puzzle. What is typed
/// stays, and the box stays while it is emptied.
#[component]
fn AnswerText(open: OpenItem, not_applicable: Memo<bool>) -> impl IntoView {
    let place = match open.is_sheet() {
        true => "A sentence or two is enough.",
        false => "Goes into the text box of the official toolkit.",
    };
    let hint = open.item().hint.as_ref().map_or_else(|| place.to_owned(), |hint| format!("{place} {hint}"));
    let value = open.signal(|response| response.answer.clone());
    let typed = open.signal(|response| !response.answer.is_empty());
    view! {
        <Show when=move || !not_applicable.get() || typed.get_untracked()>
            <TextArea
                id="answer"
                label="Your answer"
                hint=hint.clone()
                rows=5
                value
                on_input=open.callback(Edit::Answer)
            />
        </Show>
    }
}

#[component]
fn Comments(open: OpenItem) -> impl IntoView {
    let hint = match open.is_sheet() {
        true => "Anything else that the home should know.",
        false => "Goes into the comments box of the official toolkit.",
    };
    view! {
        <TextArea
            id="comments"
            label="Comments (optional)"
            hint
            rows=3
            value=open.signal(|response| response.comments.clone())
            on_input=open.callback(Edit::Comments)
        />
    }
}

/// Why the item does not apply.
#[component]
fn Reason(open: OpenItem, rule: NotApplicableRule) -> impl IntoView {
    let value = open.signal(|response| response.not_applicable_reason.clone());
    let is_empty = Memo::new(move |_| value.with(|value| value.trim().is_empty()));
    let on_input = open.callback(Edit::Reason);
    // The ready sentence is the home's; whoever answers for one writes their own.
    let ready = StoredValue::new(rule.reason);
    let is_sheet = open.is_sheet();
    let write = (!is_sheet).then(|| {
        let words = format!("In the official toolkit, {}.", words::where_to_write(rule.write));
        view! { <p class="app-hint">{words}</p> }
    });
    let use_ready = move |()| {
        on_input.run(ready.get_value());
        focus_soon("#reason");
    };
    view! {
        <div class="app-plan">
            <TextArea
                id="reason"
                label=if is_sheet { "Why it does not apply" } else { "Why it does not apply to you" }
                rows=2
                value
                on_input
            />
            <Show when=move || is_empty.get() && !is_sheet>
                <p class="app-ready">
                    <Button variant=ButtonVariant::Small on_press=use_ready>
                        "Use this reason"
                    </Button>
                    <span>{format!("“{}”", ready.get_value())}</span>
                </p>
            </Show>
            {write}
        </div>
    }
}

/// A form that is folded away until it is asked for, or holds something.
#[component]
fn LaterForm(
    open: OpenItem,
    summary: &'static str,
    /// Whether it holds something.
    shown: bool,
    form: Callback<OpenItem, AnyView>,
) -> impl IntoView {
    let opened = RwSignal::new(shown);
    view! {
        <Fold summary open=shown on_toggle=move |()| opened.set(true)>
            <Show when=move || opened.get()>{move || form.run(open)}</Show>
        </Fold>
    }
}
