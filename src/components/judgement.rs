//! The choice between yes, not yet, and not applicable.

use super::{Button, ButtonVariant, focus_soon};
use crate::words;
use leptos::either::Either;
use leptos::prelude::*;
use standards_met_core::assessment::Judgement;
use standards_met_core::catalogue::EvidenceItem;

#[component]
fn JudgementOption(
    group: String,
    option: Judgement,
    label: &'static str,
    #[prop(into)] hint: String,
    judgement: Signal<Option<Judgement>>,
    on_choose: Callback<Option<Judgement>>,
) -> impl IntoView {
    let id = format!("{group}-{}", option.name());
    let hint_id = format!("{id}-hint");
    let chosen = move || judgement.get() == Some(option);
    view! {
        <div class="app-choice" class:app-choice--on=chosen>
            <input
                type="radio"
                id=id.clone()
                name=group
                aria-describedby=hint_id.clone()
                prop:checked=chosen
                on:change=move |_| on_choose.run(Some(option))
            />
            <label for=id>{label}</label>
            <p id=hint_id>{hint}</p>
        </div>
    }
}

/// When an item does not apply. The official rule speaks to the home; an IT supplier answers for one.
fn only_if(when: &str, is_sheet: bool) -> String {
    match when.strip_prefix("your organisation") {
        Some(rest) if is_sheet => format!("the home{rest}"),
        _ => when.to_owned(),
    }
}

/// Three large choices, with the rule of "not applicable" under its choice, and a way back to none of them.
#[component]
pub fn JudgementChoice<'a>(
    item: &'a EvidenceItem,
    /// Whether it is asked of an IT supplier, who does not enter it in the official toolkit.
    is_sheet: bool,
    #[prop(into)] judgement: Signal<Option<Judgement>>,
    on_choose: Callback<Option<Judgement>>,
) -> impl IntoView + use<> {
    let group = format!("judgement-{}", item.id);
    let first = format!("[name='{group}']");
    let clear = Callback::new(move |()| {
        on_choose.run(None);
        // The pressed button goes, and the focus would go with it.
        focus_soon(first.clone());
    });
    let not_applicable = match &item.not_applicable {
        Some(rule) => Either::Left(view! {
            <JudgementOption
                group=group.clone()
                option=Judgement::NotApplicable
                label=if is_sheet { "Not applicable" } else { words::judgement(Judgement::NotApplicable) }
                hint=format!("Only if {}.", only_if(&rule.when, is_sheet))
                judgement
                on_choose
            />
        }),
        None => Either::Right(
            view! { <p class="app-choices__note">"You cannot answer “Not applicable” to this question."</p> },
        ),
    };
    view! {
        <fieldset class="nhsuk-fieldset app-fieldset">
            <legend class="nhsuk-fieldset__legend app-legend">"Is this in place?"</legend>
            <div class="app-choices">
                <JudgementOption
                    group=group.clone()
                    option=Judgement::Met
                    label=words::judgement(Judgement::Met)
                    hint=if is_sheet {
                        "Then say in a sentence or two how."
                    } else {
                        words::yes_means(item.kind)
                    }
                    judgement
                    on_choose
                />
                <JudgementOption
                    group
                    option=Judgement::NotYet
                    label=words::judgement(Judgement::NotYet)
                    hint="Say what will be done, by whom and by when."
                    judgement
                    on_choose
                />
                {not_applicable}
            </div>
            <Show when=move || judgement.get().is_some()>
                <Button variant=ButtonVariant::Small on_press=clear>
                    "Clear my choice"
                </Button>
            </Show>
        </fieldset>
    }
}
