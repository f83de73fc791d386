//! A choice of one from a list that opens.

use crate::ui::closure::{Command, Live};
use crate::ui::element::{El, el};

pub struct Select {
    pub id: String,
    pub label: &'static str,
    /// The words of the choice that stands for nothing in particular, whose value is empty.
    pub none: &'static str,
    /// Each other choice: the value that it stands for, and its words.
    pub choices: Vec<(String, String)>,
    pub value: Live<String>,
    pub on_choose: Command<String>,
}

pub fn select(field: Select) -> El {
    let Select { id, label, none, choices, value, on_choose } = field;
    let option = |value: &str, words: &str| el("option").attr("value", value).text(words);
    let mut list = el("select").class("nhsuk-select").id(&id).child(option("", none));
    for (value, words) in &choices {
        list = list.child(option(value, words));
    }
    let chosen = list.node().clone();
    let list = list.live_value(value).on("change", move |_| on_choose.run(chosen.value()));
    el("div")
        .class("nhsuk-form-group")
        .child(el("label").class("nhsuk-label app-label").attr("for", &id).text(label))
        .child(list)
}
