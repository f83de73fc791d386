//! The documents that show that an item is met. They stay where they are kept; the page holds their names.

use super::growing::{GrowingList, growing_list};
use super::{DateField, TextField, Weight, button, date_field, outside_link, text_field};
use crate::ui::closure::{Command, Live};
use crate::ui::element::{El, el, fragment};
use standards_met_core::assessment::{Evidence, EvidenceEdit, Id};
use std::rc::Rc;

/// The documents of one item.
pub struct EvidenceList {
    pub evidence: Live<Vec<Evidence>>,
    pub on_edit: Command<(Id, EvidenceEdit)>,
    pub on_remove: Command<Id>,
    pub new_id: fn() -> Id,
}

pub fn evidence_list(list: EvidenceList) -> El {
    let EvidenceList { evidence, on_edit, on_remove, new_id } = list;
    let all = evidence.clone();
    growing_list(GrowingList {
        existing: Rc::new(move || all.ask().into_iter().map(|one| one.id).collect()),
        first_field: |key| format!("document-{key}-title"),
        add: "Add another document",
        new_id,
        on_remove,
        entry: Box::new(move |id, on_remove| {
            let (evidence, on_edit, of) = (evidence.clone(), on_edit.clone(), id.clone());
            let one =
                Rc::new(move || evidence.ask().into_iter().find(|one| one.id == of).unwrap_or_default());
            let key = id.0.clone();
            let on_edit = Rc::new(move |edit| on_edit.run((id.clone(), edit)));
            one_document(&key, one, on_edit, on_remove)
        }),
    })
}

fn one_document(key: &str, one: Live<Evidence>, on_edit: Command<EvidenceEdit>, on_remove: Live<()>) -> El {
    let id = |field: &str| format!("document-{key}-{field}");
    let field = |name: &str, label, value: fn(Evidence) -> String, edit: fn(String) -> EvidenceEdit| {
        let (one, on_edit) = (one.clone(), on_edit.clone());
        text_field(TextField {
            id: id(name),
            label,
            hint: None,
            error: None,
            capitals: "sentences",
            value: Rc::new(move || value(one.ask())),
            on_input: Rc::new(move |text| on_edit.run(edit(text))),
        })
    };
    let (linked, on_day) = (one.clone(), on_edit.clone());
    let link = move || {
        let one = linked.ask();
        one.is_link().then(|| one.location.trim().to_owned())
    };
    let open = |href: &Option<String>| match href {
        Some(href) => outside_link(href, "Open the link").class("app-tap"),
        None => fragment(),
    };
    el("div")
        .class("app-plan__entry")
        .attr("role", "group")
        .attr("aria-label", "Document")
        .child(field("title", "Title of the document", |one| one.title, EvidenceEdit::Title))
        .child(
            el("div")
                .class("app-row")
                .child(field(
                    "location",
                    "Where it is kept, or a link to it",
                    |one| one.location,
                    EvidenceEdit::Location,
                ))
                .child(date_field(DateField {
                    id: id("approved"),
                    label: "Last approved",
                    value: Rc::new(move || one.ask().approved_on),
                    on_input: Rc::new(move |day| on_day.run(EvidenceEdit::ApprovedOn(day))),
                })),
        )
        .child(el("div").class("app-row app-row--between").child(el("span").swap(link, open)).child(button(
            Weight::Small,
            "Remove this document",
            move || on_remove.ask(),
        )))
}
