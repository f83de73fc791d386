//! Fields with their labels.

use crate::browser::dom::Node;
use crate::browser::files::File;
use crate::ui::closure::{Command, Live};
use crate::ui::element::{El, el, follow};
use leptos::prelude::untrack;
use standards_met_core::assessment::Date;
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
    /// What a keyboard on the screen capitalises: `none`, `sentences`, `words`, `characters`.
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
/// It follows what is kept, but for as long as somebody is in it: while a day is half typed the browser gives no value, and
/// writing that back would clear the half.
pub struct DateField {
    pub id: String,
    pub label: &'static str,
    pub value: Live<Option<Date>>,
    pub on_input: Command<Option<Date>>,
}

pub fn date_field(field: DateField) -> El {
    let DateField { id, label, value, on_input } = field;
    let input = el("input")
        .class("nhsuk-input app-date")
        .id(&id)
        .attr("type", "date")
        // Without it, a year may have six digits, which is no date here.
        .attr("max", "9999-12-31");
    let (node, shown) = (input.node().clone(), value.clone());
    follow(Box::new(move || {
        let day = shown.ask();
        if !node.matches(":focus") {
            show_day(&node, day);
        }
    }));
    // One that listens to all three: each costs room in the first page.
    let hear = Rc::new(move |node: &Node, moment: Moment| {
        let day = given(&node.value(), node.matches(":invalid"), moment);
        if let Some(day) = day.filter(|day| *day != untrack(|| value.ask())) {
            on_input.run(day);
        }
        if moment == Moment::Left {
            show_day(node, untrack(|| value.ask()));
        }
    });
    let on = |input: El, event, moment| {
        let (node, hear) = (input.node().clone(), hear.clone());
        input.on(event, move |_| hear(&node, moment))
    };
    let input = on(input, "input", Moment::Typed);
    let input = on(input, "change", Moment::Changed);
    let input = on(input, "blur", Moment::Left);
    labelled(&id, label, None).child(input)
}

fn show_day(node: &Node, day: Option<Date>) {
    node.set_value(&day.map(|day| day.to_string()).unwrap_or_default());
}

/// When a box for a day is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moment {
    /// At every key.
    Typed,
    /// When the browser says that it is another day, or none, now.
    Changed,
    /// When nobody is in it any more.
    Left,
}

/// What a box for a day gives. `None` where that is not known yet: the day that is kept stays, should the page go away
/// before the other is typed. `half` says that there is something in it which is no day.
fn given(text: &str, half: bool, moment: Moment) -> Option<Option<Date>> {
    match Date::parse(text) {
        // The year 2027 is the year 2 while its first digit is typed. Any other day was given when it was typed: on leaving,
        // which is also when its row is removed, another may be kept by now, or none.
        Some(day) => (text.starts_with('0') == (moment == Moment::Left)).then_some(Some(day)),
        None => (text.is_empty() && !half && moment == Moment::Changed).then_some(None),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_is_typed_anew_takes_the_place_of_the_old_one_only_once_it_is_whole() {
        let day = Date::parse("2027-03-31");
        // The browser gives nothing while it is half typed, at whatever moment.
        for moment in [Moment::Typed, Moment::Changed, Moment::Left] {
            assert_eq!(given("", true, moment), None);
        }
        assert_eq!(given("0020-03-31", false, Moment::Typed), None);
        assert_eq!(given("0202-03-31", false, Moment::Changed), None);
        assert_eq!(given("2027-03-31", false, Moment::Typed), Some(day));
        // What another tab has kept meanwhile, or the removal of the row, is not undone by leaving the box.
        assert_eq!(given("2027-03-31", false, Moment::Left), None);
        // Whoever means the year 27 has said so on leaving, and sees it.
        assert_eq!(given("0027-03-31", false, Moment::Left), Some(Date::parse("0027-03-31")));
    }

    #[test]
    fn a_box_that_was_emptied_takes_the_day_away_when_the_browser_says_that_it_changed() {
        assert_eq!(given("", false, Moment::Typed), None);
        assert_eq!(given("", false, Moment::Changed), Some(None));
        assert_eq!(given("", false, Moment::Left), None);
        // Six digits for a year are no date, and not none.
        assert_eq!(given("20261-01-01", true, Moment::Changed), None);
    }
}
