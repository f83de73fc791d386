//! On an item that asks how many people have been trained: works the percentage out, and puts it into words.

use crate::components::{Button, ButtonVariant, Fold, TextField, focus_soon};
use crate::store::OpenItem;
use leptos::prelude::*;
use standards_met_core::assessment::{Edit, Share};

/// Works the percentage out, and adds it to the comments as a sentence; nothing for an item that does not ask for it.
#[component]
pub fn ShareCalculator(open: OpenItem) -> impl IntoView {
    let comments = open.signal(|response| response.comments.clone());
    let on_use = Callback::new(move |sentence: String| {
        let before = comments.get_untracked();
        let both = if before.trim().is_empty() { sentence } else { format!("{before}\n{sentence}") };
        open.edit(Edit::Comments(both));
        focus_soon("#comments");
    });
    open.item().share.map(|percent| view! { <Calculator percent on_use /> })
}

#[component]
fn Calculator(
    /// The share that the item asks for.
    percent: u8,
    /// Takes a ready sentence.
    on_use: Callback<String>,
) -> impl IntoView {
    let (people, trained) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let outcome = Memo::new(move |_| {
        people.with(|people| {
            trained.with(|trained| {
                let typed = !people.trim().is_empty() && !trained.trim().is_empty();
                (Share::parse(people, trained), typed)
            })
        })
    });
    let said = move || match outcome.get() {
        (Some(share), _) => view! { <Verdict share percent on_use /> }.into_any(),
        (None, true) => view! {
            <p class="app-missing">
                "Enter two whole numbers. The number trained cannot be higher than the total."
            </p>
        }
        .into_any(),
        (None, false) => ().into_any(),
    };
    view! {
        <Fold summary="Work out your percentage">
            <div class="app-row">
                <TextField
                    id="people"
                    label="People with access to personal data"
                    capitals="none"
                    value=people
                    on_input=move |text| people.set(text)
                />
                <TextField
                    id="trained"
                    label="Of these, trained"
                    capitals="none"
                    value=trained
                    on_input=move |text| trained.set(text)
                />
            </div>
            <div role="status">{said}</div>
        </Fold>
    }
}

#[component]
fn Verdict(share: Share, percent: u8, on_use: Callback<String>) -> impl IntoView {
    let needed = share.still_needed(percent);
    let percentage = share.in_words();
    let verdict = match needed {
        0 => format!("That is {percentage}. You need {percent}%, so you have enough."),
        1 => format!("That is {percentage}. You need {percent}%, so train 1 more person."),
        _ => format!("That is {percentage}. You need {percent}%, so train {needed} more people."),
    };
    let sentence = format!(
        "{} of {} people with access to personal data ({percentage}) have completed the training.",
        share.trained, share.people
    );
    let quoted = format!("“{sentence}”");
    view! {
        <p>
            <b>{verdict}</b>
        </p>
        <p class="app-ready">
            <Button variant=ButtonVariant::Small on_press=move |()| on_use.run(sentence.clone())>
                "Add this sentence to your comments"
            </Button>
            <span>{quoted}</span>
        </p>
    }
}
