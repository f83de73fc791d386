//! Fields with their labels.

use crate::assessment::Date;
use crate::browser::files::File;
use crate::ui::closure::{Command, Live};
use crate::ui::element::{El, el};
use std::rc::Rc;

/// A box for several lines, which grows with its text.
pub struct TextArea {
    pub id: String,
    pub label: &'static str,
    pub hint: Option<String>,
    pub rows: u8,
    pub value: Live<String>,
    pub on_input: Command<String>,
}

pub fn text_area(field: TextArea) -> El {
    let box_ = el("textarea")
        .class("nhsuk-textarea app-textarea")
        .id(&field.id)
        .attr("rows", &field.rows.to_string())
        .attr_if(field.hint.is_some(), "aria-describedby", &format!("{}-hint", field.id))
        .live_value(field.value)
        .on_input(field.on_input);
    labelled(&field.id, field.label, field.hint.as_deref()).child(box_)
}

/// A box for one line.
pub struct TextField {
    pub id: String,
    pub label: &'static str,
    pub hint: Option<&'static str>,
    /// What is wrong with what is in it.
    pub error: Option<Live<Option<&'static str>>>,
    /// What a keyboard on the screen capitalises: `none`, `sentences`, `characters`.
    pub capitals: &'static str,
    pub value: Live<String>,
    pub on_input: Command<String>,
}

pub fn text_field(field: TextField) -> El {
    let TextField { id, label, hint, error, capitals, value, on_input } = field;
    let input = el("input")
        .class("nhsuk-input")
        .id(&id)
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", capitals)
        .live_value(value)
        .on_input(on_input);
    let group = labelled(&id, label, hint);
    let hint_id = hint.map(|_| format!("{id}-hint"));
    let Some(error) = error else {
        let described = hint_id.unwrap_or_default();
        return group.child(input.attr_if(!described.is_empty(), "aria-describedby", &described));
    };
    let error_id = format!("{id}-error");
    let (wrong, wrong_id) = (error.clone(), error_id.clone());
    let (red, invalid, shown) = (error.clone(), error.clone(), error);
    let input = input
        .live_attr("aria-describedby", move || match (&hint_id, wrong.ask()) {
            (Some(hint), Some(_)) => Some(format!("{hint} {wrong_id}")),
            (None, Some(_)) => Some(wrong_id.clone()),
            (hint, None) => hint.clone(),
        })
        .live_attr("aria-invalid", move || invalid.ask().map(|_| "true".into()));
    group
        .live_attr("class", move || {
            Some(
                if red.ask().is_some() {
                    "nhsuk-form-group nhsuk-form-group--error"
                } else {
                    "nhsuk-form-group"
                }
                .into(),
            )
        })
        .swap(
            move || shown.ask(),
            move |error| {
                let Some(error) = error else { return crate::ui::element::fragment() };
                el("span")
                    .class("nhsuk-error-message")
                    .id(&error_id)
                    .child(el("span").class("nhsuk-u-visually-hidden").text("Error: "))
                    .text(error)
            },
        )
        .child(input)
}

/// A box for a day.
///
/// What it shows follows the person's typing and nothing else: while a day is half typed the browser gives no value,
/// and writing that back would clear the half.
pub struct DateField {
    pub id: String,
    pub label: &'static str,
    pub value: Option<Date>,
    pub on_input: Command<Option<Date>>,
}

pub fn date_field(field: DateField) -> El {
    let value = field.value.map(|date| date.to_string()).unwrap_or_default();
    let on_input = field.on_input;
    let input = el("input")
        .class("nhsuk-input app-date")
        .id(&field.id)
        .attr("type", "date")
        .attr("value", &value)
        // Without it, a year may have six digits, which is no date here.
        .attr("max", "9999-12-31")
        .on_input(Rc::new(move |text: String| on_input.run(Date::parse(&text))));
    labelled(&field.id, field.label, None).child(input)
}

/// The files that are offered for choosing.
const ACCEPT: &str = ".json,.txt,application/json,text/plain";

/// A field to choose a file with.
pub fn file_field(id: &str, label: &str, on_choose: impl Fn(File) + 'static) -> El {
    file_field_for(id, label, ACCEPT, on_choose)
}

/// A field to choose a file of these kinds with: endings and media types, as the browser takes them.
pub fn file_field_for(id: &str, label: &str, accept: &str, on_choose: impl Fn(File) + 'static) -> El {
    let input = el("input").id(id).attr("type", "file").attr("accept", accept);
    let node = input.node().clone();
    let input = input.on("change", move |_| {
        if let Some(file) = node.take_file() {
            on_choose(file);
        }
    });
    chosen_with(id, label, input)
}

/// A field to choose many files with, or a whole folder where `folder` says so.
pub fn files_field(id: &str, label: &str, folder: bool, on_choose: impl Fn(Vec<File>) + 'static) -> El {
    let input = el("input").id(id).attr("type", "file").attr("multiple", "");
    let input = if folder { input.attr("webkitdirectory", "") } else { input.attr("accept", ACCEPT) };
    let node = input.node().clone();
    let input = input.on("change", move |_| on_choose(node.take_files()));
    chosen_with(id, label, input)
}

/// The field itself is out of sight: its label is the button.
fn chosen_with(id: &str, label: &str, input: El) -> El {
    let label = el("label").class("nhsuk-button nhsuk-button--secondary").attr("for", id).text(label);
    el("div").class("app-file").child(input).child(label)
}

fn labelled(id: &str, label: &str, hint: Option<&str>) -> El {
    let hint = hint.map(|hint| el("div").class("nhsuk-hint").id(&format!("{id}-hint")).text(hint));
    el("div")
        .class("nhsuk-form-group")
        .child(el("label").class("nhsuk-label app-label").attr("for", id).text(label))
        .maybe(hint)
}
