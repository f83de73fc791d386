//! Sentences about a wrong field of a file, with the field's name as a manager would say it.

use crate::exchange::FilePart;
use crate::json::WrongField;

/// Returns a sentence such as "The due date of an action of 1.1.2 is “31/02/2026”, which is not a date."
#[must_use]
pub fn wrong_form(place: &FilePart, wrong: &WrongField) -> String {
    let name = name(place, &wrong.field);
    if wrong.is_missing() {
        return format!("{name} is missing.");
    }
    if wrong.is_repeated() {
        return format!("{name} is there twice.");
    }
    match (plain(&wrong.expected), wrong.found.as_deref()) {
        (Some(expected), Some(found)) => format!("{name} is {found}, which is not {expected}."),
        (Some(expected), None) => format!("{name} is not {expected}."),
        // What it should be would say nothing to a manager.
        (None, _) => format!("{name} is damaged."),
    }
}

/// What a field should be, in a manager's words. `None` if only a programmer knows what that is.
fn plain(expected: &str) -> Option<&str> {
    let inside = ["a group of fields", "one object", "a list", "an identifier", "base 64", "of another form"];
    if inside.iter().any(|word| expected.starts_with(word)) || expected.ends_with(" bytes in base 64") {
        return None;
    }
    // The example is how a file spells a date, which is not how a person does.
    Some(expected.split_once(" such as 20").map_or(expected, |(what, _)| what))
}

fn name(place: &FilePart, field: &str) -> String {
    match place {
        FilePart::Document => known(DOCUMENT, field).map(str::to_owned),
        FilePart::Edition => known(EDITION, field).map(str::to_owned),
        FilePart::Assessment => known(ASSESSMENT, field).map(str::to_owned),
        FilePart::Response(item) => known(RESPONSE, field).map(|name| name.replace("{}", item)),
        FilePart::Remark(about) => known(REMARK, field).map(|name| name.replace("{}", &remark(about))),
    }
    .unwrap_or_else(|| format!("“{field}” {}", inside(place)))
}

fn known(names: &[(&str, &'static str)], field: &str) -> Option<&'static str> {
    names.iter().find(|(known, _)| *known == field).map(|(_, name)| *name)
}

/// Names what a remark is about: an item by its number, a part by a number without a dot, or one of a list.
fn remark(about: &str) -> String {
    match about {
        "items" => "an item".into(),
        "parts" => "a part".into(),
        "overall" => "the whole".into(),
        part if part.bytes().all(|byte| byte.is_ascii_digit()) => format!("part {part}"),
        item => item.into(),
    }
}

fn inside(place: &FilePart) -> String {
    match place {
        FilePart::Document => "in the file".into(),
        FilePart::Edition => "in the list of questions".into(),
        FilePart::Assessment => "in the details of the assessment".into(),
        FilePart::Response(item) => format!("in the answer to {item}"),
        FilePart::Remark(about) => format!("in the review of {}", remark(about)),
    }
}

const DOCUMENT: &[(&str, &str)] = &[
    ("", "The file"),
    ("version", "The version of the file"),
    ("edition", "The list of questions"),
    ("assessment", "The assessment"),
    ("organisation", "The name of the organisation"),
    ("reviewer", "The entry for the reviewer"),
    ("reviewer.name", "The name of the reviewer"),
    ("reviewer.role", "The role of the reviewer"),
    ("reviewer.organisation", "The organisation of the reviewer"),
    ("items", "The list of reviews"),
    ("parts", "The list of reviews of parts"),
    ("overall", "The list of reviews of the whole"),
    ("id", "The reference of a review"),
    ("text", "The locked text"),
    ("kdf", "The description of the lock"),
    ("kdf.name", "The name of the lock"),
    ("kdf.hash", "The hash of the lock"),
    ("kdf.iterations", "The number of rounds of the lock"),
    ("kdf.salt", "The salt of the lock"),
    ("cipher", "The description of the cipher"),
    ("cipher.name", "The name of the cipher"),
    ("cipher.iv", "The first block of the cipher"),
];

const EDITION: &[(&str, &str)] = &[
    ("id", "The reference of the toolkit year"),
    ("title", "The title of the toolkit year"),
    ("year", "The year of the toolkit"),
    ("wording", "Whose wording the toolkit year has"),
    ("opens", "The day on which the toolkit year opened"),
    ("closes", "The last day of the toolkit year"),
    ("sources", "The list of sources"),
    ("sources.key", "The short name of a source"),
    ("sources.title", "The title of a source"),
    ("sources.href", "The address of a source"),
    ("unsure", "The list of what is not certain"),
    ("unsure.about", "What is not certain"),
    ("unsure.settle", "How to find out what is not certain"),
    ("parts", "The list of parts"),
    ("parts.number", "The number of a part"),
    ("parts.title", "The title of a part"),
    ("parts.items", "The list of questions of a part"),
    ("parts.items.id", "The number of a question"),
    ("parts.items.question", "The wording of a question"),
    ("parts.items.tooltip", "The tooltip of a question"),
    ("parts.items.kind", "The kind of answer to a question"),
    ("parts.items.links.href", "The address of a link in a tooltip"),
    ("parts.items.links.printed", "The text of a link in a tooltip"),
    ("parts.items.links.moved_to", "The new address of a link in a tooltip"),
    ("parts.items.replaces.wording", "What changed in the wording of a question"),
    ("parts.items.certainty", "How certain a question is"),
    ("parts.items.sources", "The list of sources of a question"),
    ("parts.items.unsure", "What is not certain of a question"),
];

const ASSESSMENT: &[(&str, &str)] = &[
    ("id", "The reference of the assessment"),
    ("organisation", "The entry for the organisation"),
    ("organisation.name", "The name of the organisation"),
    ("organisation.ods_code", "The code of the organisation"),
    ("created_at", "The time when the assessment was begun"),
    ("edited_at", "The time of the last change"),
    ("interview", "The list of answers to the easy questions"),
    ("interview.question", "One of the easy questions"),
    ("interview.answer", "The answer to one of the easy questions"),
    ("responses", "The list of answers"),
    ("responses.item", "The number of an item that is answered"),
];

const RESPONSE: &[(&str, &str)] = &[
    ("", "The answer to {}"),
    ("item", "The number of the item {}"),
    ("judgement", "The status of {}"),
    ("answer", "The answer to {}"),
    ("comments", "The comment on {}"),
    ("not_applicable_reason", "The reason why {} does not apply"),
    ("explanation", "The explanation of the answer to {}"),
    ("edited_at", "The time of the last change to {}"),
    ("evidence", "The list of documents of {}"),
    ("evidence.id", "The reference of a document of {}"),
    ("evidence.title", "The title of a document of {}"),
    ("evidence.location", "The place of a document of {}"),
    ("evidence.approved_on", "The approval date of a document of {}"),
    ("evidence.approved_draft", "The approval date of a document of {}"),
    ("actions", "The list of actions of {}"),
    ("actions.id", "The reference of an action of {}"),
    ("actions.what", "The description of an action of {}"),
    ("actions.owner", "The owner of an action of {}"),
    ("actions.due", "The due date of an action of {}"),
    ("actions.due_draft", "The due date of an action of {}"),
    ("actions.priority", "The priority of an action of {}"),
    ("actions.done", "The tick of an action of {}"),
    ("suggested", "The note that {} was suggested as not applicable"),
    ("entered", "The note of what was entered for {} in the official toolkit"),
    ("actions.done_on", "The date on which an action of {} was done"),
    ("reviews", "The list of reviews of {}"),
    ("reviews.id", "The reference of a review of {}"),
    ("reviews.reviewer", "The name of a reviewer of {}"),
    ("reviews.verdict", "The verdict of a review of {}"),
    ("reviews.comments", "The comment of a reviewer on {}"),
    ("reviews.reviewed_at", "The time of a review of {}"),
];

const REMARK: &[(&str, &str)] = &[
    ("", "The review of {}"),
    ("id", "The reference of the review of {}"),
    ("item", "The number of the item in the review of {}"),
    ("part", "The number of the part in the review of {}"),
    ("verdict", "The verdict on {}"),
    ("comments", "The comment on {}"),
    ("reviewed_at", "The time of the review of {}"),
    ("answer_sha256", "The mark of the answer in the review of {}"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_field_is_named_as_a_manager_would_with_what_is_there() {
        let item = || FilePart::Response("1.1.2".into());
        let text = |text: &str| Some(json!(text));
        for (place, field, expected, found, sentence) in [
            (
                item(),
                "actions.due",
                "a date such as 2026-11-30",
                text("31/02/2026"),
                "The due date of an action of 1.1.2 is “31/02/2026”, which is not a date.",
            ),
            (item(), "answer", "text", Some(json!(7)), "The answer to 1.1.2 is 7, which is not text."),
            (
                item(),
                "judgement",
                "Met, NotYet or NotApplicable",
                text("Done"),
                "The status of 1.1.2 is “Done”, which is not Met, NotYet or NotApplicable.",
            ),
            (
                item(),
                "evidence.id",
                "different in each",
                None,
                "The reference of a document of 1.1.2 is there twice.",
            ),
            (item(), "actions.id", "there", None, "The reference of an action of 1.1.2 is missing."),
            (
                item(),
                "new.field",
                "text",
                Some(json!([])),
                "“new.field” in the answer to 1.1.2 is a list, which is not text.",
            ),
            (
                FilePart::Assessment,
                "organisation",
                "a group of fields",
                text("Home"),
                "The entry for the organisation is damaged.",
            ),
            (
                FilePart::Remark("2".into()),
                "verdict",
                "Agreed, Question or NotAgreed",
                text("Maybe"),
                "The verdict on part 2 is “Maybe”, which is not Agreed, Question or NotAgreed.",
            ),
            (FilePart::Document, "text", "base 64", None, "The locked text is damaged."),
        ] {
            let wrong = WrongField::new(field, expected, found.as_ref());
            assert_eq!(wrong_form(&place, &wrong), sentence);
        }
    }
}
