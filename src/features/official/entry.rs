//! What to enter of one item in the official toolkit, box by box, and whether it has been.

use crate::components::{Button, ButtonVariant, Checkbox, CopyButton, Hint, OfficialToolkitLink, focus_soon};
use crate::store::OpenItem;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{EntryStatus, OfficialBox, Status};

/// What to enter; and where that is last year's and nobody has confirmed it, a word first.
#[component]
pub fn ItemEntry(
    open: OpenItem,
    /// Whether the page has no other way to the official toolkit.
    #[prop(optional)]
    with_link: bool,
) -> impl IntoView {
    let waits = open.signal(|response| response.awaits_confirmation());
    let (entry, entered) = (open.official_entry(), open.entered());
    let is_empty = Memo::new(move |_| entry.with(|entry| entry.is_empty()));
    let id = format!("entered-{}", open.item().id);
    let tick = format!("[id='{id}']");
    let on_enter = open.on_enter();
    let status = open.status();
    let boxes = move || {
        if is_empty.get() {
            let words = match status.get() {
                Status::ActionPlanned => {
                    "You answered “Not yet”, with a plan. Leave this out of the official toolkit for now."
                }
                _ => "Nothing to enter yet. Finish this question first.",
            };
            return view! { <Hint>{words}</Hint> }.into_any();
        }
        view! {
            {with_link.then(|| view! { <OfficialToolkitLink /> })}
            <Boxes open />
            <Checkbox
                id=id.clone()
                label="Entered in the official toolkit"
                checked=Signal::derive(move || entered.get() == EntryStatus::Yes)
                on_change=on_enter
            />
        }
        .into_any()
    };
    let clear = Callback::new(move |()| {
        // The pressed button goes, and the focus would go with it.
        focus_soon(tick.clone());
        on_enter.run(false);
    });
    view! {
        <Show when=move || waits.get()>
            <p class="app-warning">
                "This was carried over from last year. First confirm that it is still true, on the page of the question."
            </p>
        </Show>
        <div class="app-official">
            {boxes} <Show when=move || entered.get() == EntryStatus::ChangedSince>
                <div class="app-missing">
                    <p>
                        "Your answer has changed since you entered it. Update the official toolkit, then tick this again."
                    </p>
                    <Button variant=ButtonVariant::Small on_press=clear>
                        "I have removed it from the official toolkit"
                    </Button>
                </div>
            </Show>
        </div>
    }
}

/// Every box with its text.
#[component]
fn Boxes(open: OpenItem) -> impl IntoView {
    let entry = open.official_entry();
    let entry = Memo::new(move |_| entry.get());
    let rows = move || {
        let boxes = entry.get().boxes.into_iter();
        boxes.map(|(place, text)| view! { <OneBox place text /> }).collect_view()
    };
    view! { <dl class="app-boxes">{rows}</dl> }
}

#[component]
fn OneBox(place: OfficialBox, text: String) -> impl IntoView {
    let label = match place {
        OfficialBox::Tick => None,
        OfficialBox::TextBox => Some("Copy the text"),
        OfficialBox::CommentsBox => Some("Copy the comments"),
        OfficialBox::DocumentLocation => Some("Copy the location"),
    };
    let value = match label {
        // A tick here would look like one of this page.
        None => view! { <dd>"Tick the box."</dd> }.into_any(),
        Some(label) => view! {
            <dd>
                <p class="app-boxes__text">{text.clone()}</p>
                <CopyButton label text />
            </dd>
        }
        .into_any(),
    };
    view! {
        <div>
            <dt>{words::official_place(place)}</dt>
            {value}
        </div>
    }
}
