//! The file that is kept up to date automatically.

use crate::components::{Button, ButtonVariant, focus_soon};
use crate::platform::clock;
use crate::store::{Assessments, FileKept, FileStatus};
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// What is known of the file, and the buttons for it; nothing where this browser cannot keep one.
#[component]
pub fn KeptFile(
    id: Id,
    /// Whether a file can also be chosen, and given up. Otherwise only what needs the person is offered.
    with_choice: bool,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let name = format!("kept-file-{id}");
    let around = StoredValue::new(format!("[id='{name}']"));
    // When it was written is told below: a button that somebody is on stays while the file is written again.
    let of = id.clone();
    let status = Memo::new(move |_| {
        assessments.file_of(&of).map(|kept| match kept.status {
            FileStatus::Written(_) => None,
            FileStatus::AskAgain => Some("Continue updating the file"),
            FileStatus::Failed => Some("Try again"),
        })
    });
    let of = id.clone();
    let words = move || assessments.file_of(&of).map(|kept| file_words(&kept)).unwrap_or_default();
    let id = StoredValue::new(id);
    let button = move |label: &'static str, command: fn(Assessments, &Id)| {
        let press = move |()| {
            // A button goes when it is pressed, and the focus would go with it.
            focus_soon(around.get_value());
            command(assessments, &id.get_value());
        };
        view! {
            <Button variant=ButtonVariant::Secondary on_press=press>
                {label}
            </Button>
        }
    };
    let buttons = move || match status.get() {
        None => {
            with_choice.then(|| button("Choose where to keep the file", Assessments::keep_file)).into_any()
        }
        Some(go_on) => view! {
            {go_on.map(|go_on| button(go_on, Assessments::go_on_with_file))}
            {with_choice.then(|| button("Stop updating the file", Assessments::stop_keeping_file))}
        }
        .into_any(),
    };
    assessments.can_keep_file().then(|| {
        view! {
            <div class="app-kept-file" id=name tabindex="-1">
                <p class="app-hint" role="status">
                    {words}
                </p>
                <div class="app-buttons">{buttons}</div>
            </div>
        }
    })
}

fn file_words(kept: &FileKept) -> String {
    let name = kept.file.name();
    match kept.status {
        FileStatus::Written(at) => {
            format!("The file {name} is kept up to date. Last updated at {}.", clock::time_of_day(at))
        }
        FileStatus::AskAgain => {
            format!("The file {name} is not being updated, because the page was closed in between.")
        }
        FileStatus::Failed => {
            format!(
                "The file {name} could not be updated. Check that it is still there and that there is room for it."
            )
        }
    }
}
