//! The fields in which a reviewer says something of one thing: a verdict and comments.

use super::open_remark::OpenRemark;
use crate::components::{Button, ButtonVariant, TextArea, focus_soon};
use crate::words::review as words;
use leptos::prelude::*;
use standards_met_core::assessment::{ReviewEdit, Verdict};

const VERDICTS: [Verdict; 3] = [Verdict::Agreed, Verdict::Question, Verdict::NotAgreed];

/// A verdict and comments on one thing.
#[component]
pub(super) fn RemarkForm(
    /// What its fields are called apart from those of other things.
    key: String,
    remark: OpenRemark,
) -> impl IntoView {
    let verdict = remark.memo(|review| review.and_then(|review| review.verdict));
    let lacks_comments = remark.memo(|review| review.is_some_and(|review| review.lacks_comments()));
    let on_choose = remark.callback(ReviewEdit::Verdict);
    let group = format!("verdict-{key}");
    let first = format!("[name='{group}']");
    let clear = Callback::new(move |()| {
        on_choose.run(None);
        // The pressed button goes, and the focus would go with it.
        focus_soon(first.clone());
    });
    let choices = VERDICTS.map(|option| {
        view! { <VerdictOption group=group.clone() option verdict on_choose /> }
    });
    view! {
        <div>
            <fieldset class="nhsuk-fieldset app-fieldset">
                <legend class="app-label">"Your verdict"</legend>
                <div class="app-told-row">{choices.into_iter().collect_view()}</div>
                <Show when=move || verdict.get().is_some()>
                    <Button variant=ButtonVariant::Small on_press=clear>
                        "Clear my verdict"
                    </Button>
                </Show>
            </fieldset>
            <Show when=move || lacks_comments.get()>
                <p class="app-hint">"Write what the home should answer or change."</p>
            </Show>
            <TextArea
                id=format!("comments-{key}")
                label="Your comments"
                rows=4
                value=remark.memo(|review| review.map(|review| review.comments).unwrap_or_default())
                on_input=remark.callback(ReviewEdit::Comments)
            />
        </div>
    }
}

#[component]
fn VerdictOption(
    group: String,
    option: Verdict,
    verdict: Memo<Option<Verdict>>,
    on_choose: Callback<Option<Verdict>>,
) -> impl IntoView {
    let id = format!("{group}-{}", option.name());
    view! {
        <div class="app-told">
            <input
                type="radio"
                id=id.clone()
                name=group
                prop:checked=move || verdict.get() == Some(option)
                on:change=move |_| on_choose.run(Some(option))
            />
            <label for=id>{words::verdict(option)}</label>
        </div>
    }
}
