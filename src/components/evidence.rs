//! The documents that show that an item is met. They stay where they are kept; the page holds their names.

use super::{Button, ButtonVariant, DateField, GrowingList, OutsideLink, TextField};
use leptos::prelude::*;
use standards_met_core::assessment::{Evidence, EvidenceEdit, Id};
use standards_met_core::date_parts::DateEntry;

/// The documents of one item.
#[component]
pub fn EvidenceList(
    #[prop(into)] evidence: Signal<Vec<Evidence>>,
    on_edit: Callback<(Id, EvidenceEdit)>,
    on_remove: Callback<Id>,
    new_id: fn() -> Id,
) -> impl IntoView {
    let existing = move || evidence.with(|all| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let entry = move |id: Id, on_remove, is_only: Signal<bool>| {
        let (of, key) = (id.clone(), id.0.clone());
        let document =
            move || evidence.with(|all| all.iter().find(|one| one.id == of).cloned().unwrap_or_default());
        let on_edit = Callback::new(move |edit| on_edit.run((id.clone(), edit)));
        let document = Signal::derive(document);
        // There is nothing to remove in a form that nobody has used.
        let can_remove = Signal::derive(move || !is_only.get() || !document.with(Evidence::is_blank));
        view! { <EvidenceForm key document on_edit on_remove can_remove /> }
    };
    view! {
        <GrowingList
            existing=Signal::derive(existing)
            first_field=|id| format!("document-{id}-title")
            add="Add another document"
            new_id
            on_remove
            entry
        />
    }
}

/// The fields of one document.
#[component]
fn EvidenceForm(
    key: String,
    document: Signal<Evidence>,
    on_edit: Callback<EvidenceEdit>,
    on_remove: Callback<()>,
    can_remove: Signal<bool>,
) -> impl IntoView {
    let id = |field: &str| format!("document-{key}-{field}");
    let href = Memo::new(move |_| {
        document.with(|document| document.is_link().then(|| document.location.trim().to_owned()))
    });
    let link = move || {
        href.get().map(|href| {
            view! {
                <OutsideLink class="app-tap" href>
                    "Open the link"
                </OutsideLink>
            }
        })
    };
    view! {
        <div class="app-plan__entry" role="group" aria-label="Document">
            <TextField
                id=id("title")
                label="Title of the document"
                capitals="sentences"
                value=Signal::derive(move || document.with(|document| document.title.clone()))
                on_input=move |text| on_edit.run(EvidenceEdit::Title(text))
            />
            <div class="app-row">
                <TextField
                    id=id("location")
                    label="Where it is kept, or a link to it"
                    capitals="sentences"
                    value=Signal::derive(move || document.with(|document| document.location.clone()))
                    on_input=move |text| on_edit.run(EvidenceEdit::Location(text))
                />
                <DateField
                    id=id("approved")
                    label="Last approved"
                    value=Signal::derive(move || document.with(|document| document.approved_on))
                    draft=Signal::derive(move || document.with(|document| document.approved_draft.clone()))
                    on_input=move |entry| {
                        on_edit
                            .run(
                                match entry {
                                    DateEntry::Date(day) => EvidenceEdit::ApprovedOn(day),
                                    DateEntry::Draft(text) => EvidenceEdit::ApprovedDraft(text),
                                },
                            )
                    }
                />
            </div>
            <div class="app-row app-row--between">
                <span>{link}</span>
                <Show when=move || can_remove.get()>
                    <Button variant=ButtonVariant::Small on_press=on_remove>
                        "Remove this document"
                    </Button>
                </Show>
            </div>
        </div>
    }
}
