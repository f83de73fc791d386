//! The choice between yes, not yet, and not applicable.

use super::{Weight, button, paragraph};
use crate::ui::closure::{Command, Live};
use crate::ui::element::{El, el};
use crate::ui::shell::focus;
use crate::words;
use standards_met_core::assessment::Judgement;
use standards_met_core::catalogue::EvidenceItem;

/// Three large choices, with the rule of "not applicable" under its choice, and a way back to none of them.
pub fn judgement_choice(
    item: &EvidenceItem,
    judgement: &Live<Option<Judgement>>,
    on_choose: &Command<Option<Judgement>>,
) -> El {
    let choice = |choice: Judgement, hint: &str| {
        let id = format!("judgement-{}-{}", item.id, choice.name());
        let hint_id = format!("{id}-hint");
        let (ticked, lit, on_choose) = (judgement.clone(), judgement.clone(), on_choose.clone());
        let input = el("input")
            .attr("type", "radio")
            .id(&id)
            .attr("name", &format!("judgement-{}", item.id))
            .attr("aria-describedby", &hint_id)
            .live_checked(move || ticked.ask() == Some(choice))
            .on("change", move |_| on_choose.run(Some(choice)));
        el("div")
            .live_attr("class", move || {
                Some(
                    if lit.ask() == Some(choice) { "app-choice app-choice--on" } else { "app-choice" }.into(),
                )
            })
            .child(input)
            .child(el("label").attr("for", &id).text(words::judgement(choice)))
            .child(paragraph(hint).id(&hint_id))
    };
    let not_applicable = match &item.not_applicable {
        Some(rule) => choice(Judgement::NotApplicable, &format!("Only if {}.", rule.when)),
        None => paragraph("“Not applicable” is not an answer to this item.").class("app-choices__note"),
    };
    let first = format!("[name='judgement-{}']", item.id);
    let on_clear = on_choose.clone();
    let clear = move || {
        let (on_choose, first) = (on_clear.clone(), first.clone());
        button(Weight::Small, "Clear my choice", move || {
            on_choose.run(None);
            // The pressed button goes, and the focus would go with it.
            focus(&first);
        })
    };
    let judged = judgement.clone();
    let choices = el("div")
        .class("app-choices")
        .child(choice(Judgement::Met, words::yes_means(item.kind)))
        .child(choice(Judgement::NotYet, "Say what will be done, by whom and by when."))
        .child(not_applicable);
    el("fieldset")
        .class("nhsuk-fieldset app-fieldset")
        .child(el("legend").class("nhsuk-fieldset__legend app-legend").text("Does your home do this?"))
        .child(choices)
        .show_if(move || judged.ask().is_some(), clear)
}
