//! What is told after a copy was read and compared with what is here.

use crate::store::Checked;
use crate::words;
use leptos::prelude::*;

/// What came of comparing a copy with what is here.
#[component]
pub fn CheckedCopy<'a>(file: &'a str, checked: &'a Checked) -> impl IntoView + use<> {
    let (verdict, words) = verdict(file, checked);
    view! {
        <p>
            <b>{verdict}</b>
            {words}
        </p>
    }
}

fn items_are(items: usize) -> String {
    if items == 1 { "1 question is".to_owned() } else { format!("{items} questions are") }
}

fn verdict(file: &str, checked: &Checked) -> (&'static str, String) {
    match checked {
        Checked::Same { name } => {
            ("Your copy is good. ", format!("“{file}” is complete and up to date with {name}."))
        }
        Checked::Earlier { name, items } => (
            "Your copy is complete. ",
            match items {
                0 => format!("“{file}” is a copy of {name} with different answers about your organisation."),
                items => format!(
                    "“{file}” is an older copy of {name}: {} different here now. To have what is here, make a new copy.",
                    items_are(*items)
                ),
            },
        ),
        Checked::Newer { name, items } => (
            "Your copy is complete, and has something newer. ",
            format!(
                "“{file}” is a copy of {name} with something in it that is newer than what is here{}. To see it, and use it if you want \
                 to, open the file on “Your data” before you save a new copy.",
                match items {
                    0 => String::new(),
                    items => format!(": {} different", items_are(*items)),
                }
            ),
        ),
        Checked::NotHere { name } => (
            "Your copy is complete. ",
            format!(
                "“{file}” is a copy of {name}, which is not on this device. Open it to see what is in it."
            ),
        ),
        Checked::Changed { name } => (
            "This copy was changed after it was made. ",
            format!("“{file}” is of {name}, but its check code does not fit its contents. Make a new copy."),
        ),
        Checked::Locked => (
            "This copy is locked. ",
            format!(
                "“{file}” cannot be checked without its passphrase. Open it on “Your data” to see what is in it: nothing \
                 changes before you say so."
            ),
        ),
        Checked::Broken(error) => (
            "This copy cannot be used. ",
            format!("“{file}”: {} Your answers are safe here: make a new copy.", words::import_error(error)),
        ),
    }
}
