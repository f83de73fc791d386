//! Fields to choose files with. The field itself is out of sight: its label is the button.

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use web_sys::{File, HtmlInputElement};

/// The files of this page that are offered for choosing: endings and media types, as the browser takes them.
const ACCEPT: &str = ".json,.txt,application/json,text/plain";

/// The files that were just chosen. The field is emptied, so that the same file can be chosen again.
fn take_files(field: &HtmlInputElement) -> Vec<File> {
    let chosen = field.files();
    let files = chosen.map(|list| (0..list.length()).filter_map(|index| list.get(index)).collect());
    field.set_value("");
    files.unwrap_or_default()
}

/// A field to choose one file with.
#[component]
pub fn FileField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    /// The kinds of files that are offered.
    #[prop(default = ACCEPT)]
    accept: &'static str,
    #[prop(into)] on_choose: Callback<File>,
) -> impl IntoView {
    let choose = move |field: HtmlInputElement| {
        if let Some(file) = take_files(&field).into_iter().next() {
            on_choose.run(file);
        }
    };
    view! {
        <div class="app-file">
            <input
                id=id.clone()
                type="file"
                accept=accept
                on:change:target=move |event| choose(event.target())
            />
            <label class="nhsuk-button nhsuk-button--secondary" for=id>
                {label}
            </label>
        </div>
    }
}

/// A field to choose many files with, or a whole folder.
#[component]
pub fn FilesField(
    id: &'static str,
    #[prop(into)] label: String,
    #[prop(optional)] folder: bool,
    #[prop(into)] on_choose: Callback<Vec<File>>,
) -> impl IntoView {
    view! {
        <div class="app-file">
            <input
                id=id
                type="file"
                multiple
                {..custom_attribute("webkitdirectory", folder)}
                accept=(!folder).then_some(ACCEPT)
                on:change:target=move |event| on_choose.run(take_files(&event.target()))
            />
            <label class="nhsuk-button nhsuk-button--secondary" for=id>
                {label}
            </label>
        </div>
    }
}
