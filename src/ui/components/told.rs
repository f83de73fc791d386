//! One question of the interview.

use crate::ui::closure::{Command, Live};
use crate::ui::element::{El, el};
use crate::words;
use standards_met_core::assessment::YesNoUnsure;
use standards_met_core::catalogue::InterviewQuestion;

/// A question with its three answers side by side.
pub fn told_choice(
    question: &InterviewQuestion,
    told: &Live<Option<YesNoUnsure>>,
    on_choose: &Command<Option<YesNoUnsure>>,
) -> El {
    let hint_id = format!("hint-{}", question.id);
    let choice = |choice: YesNoUnsure| {
        let id = format!("told-{}-{}", question.id, choice.name());
        let (ticked, on_choose) = (told.clone(), on_choose.clone());
        let input = el("input")
            .attr("type", "radio")
            .id(&id)
            .attr("name", &format!("told-{}", question.id))
            .live_checked(move || ticked.ask() == Some(choice))
            .on("change", move |_| on_choose.run(Some(choice)));
        el("div").class("app-told").child(input).child(el("label").attr("for", &id).text(words::told(choice)))
    };
    let hint = question.hint.as_ref().map(|hint| el("p").class("app-hint").id(&hint_id).text(hint));
    el("fieldset")
        .class("nhsuk-fieldset app-question")
        .attr_if(hint.is_some(), "aria-describedby", &hint_id)
        .child(el("legend").class("app-label").text(&question.question))
        .maybe(hint)
        .child(el("div").class("app-told-row").children(YesNoUnsure::ALL.map(choice)))
}
