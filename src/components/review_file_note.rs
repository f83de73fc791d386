//! What is said of a review file that was just handed over.

use super::file_text::FileText;
use leptos::prelude::*;

/// What the file holds, and its text for browsers that refuse downloads.
#[component]
pub fn ReviewFileNote(
    #[prop(into)] file_name: String,
    #[prop(into)] check_code: String,
    /// How many reviews it holds, in words.
    #[prop(into)]
    said: String,
    /// The whole file.
    text: String,
) -> impl IntoView {
    view! {
        <p>
            <b>{format!("Your review is ready: {file_name}. ")}</b>
            {format!("It holds {said} and no answers. Check code ")}
            <span class="app-code">{check_code}</span>
            ". Look for it in your downloads, and send it to the home."
        </p>
        <FileText text=text.into() label="The text of the review" />
    }
}
