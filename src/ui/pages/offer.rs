//! A file that was opened: what is in it, what would change, and the choice.

use super::review::review_offer;
use crate::browser::clock;
use crate::state::{AppState, Existing, Offer};
use crate::ui::components::{Weight, button, buttons, card, hint, paragraph, status_bar, status_key};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use standards_met_core::assessment::Timestamp;
use standards_met_core::catalogue::ItemId;
use std::cmp::Ordering;
use std::rc::Rc;

pub fn offered_file(state: AppState, offer: &Offer) -> El {
    let document = &offer.read.document;
    // A sheet that comes back is not an assessment to keep, but answers to take over.
    let asked = document.assessment.sheet_of.as_ref().filter(|of| state.peek(of, |_| ()).is_some());
    if let Some(of) = asked {
        return super::sheet::returned_sheet(state, of, offer);
    }
    let organisation = &document.assessment.organisation;
    let edited = document.assessment.edited_at;
    let tally = offer.tally;
    let name = match organisation.ods_code.as_str() {
        "" => organisation.name.clone(),
        code => format!("{} ({code})", organisation.name),
    };
    let summary = format!(
        "{} of {} items answered, last changed on {} at {}. {}. Check code {}.",
        tally.started(),
        tally.total(),
        clock::day_of(edited).in_words(),
        clock::time_of_day(edited),
        document.edition.title,
        offer.read.check_code,
    );
    let warnings = offer.read.warnings.iter().map(|warning| {
        el("p").class("app-warning").child(el("b").text("Please note: ")).text(&words::warning(warning))
    });
    let redacted = document.redacted();
    let choice =
        match offer.existing.as_ref().filter(|_| redacted.is_none()) {
            None => fragment()
                .child(paragraph(
                    "It is added beside what is already on this device. Nothing that is there changes. Add it to go on with \
                     it as yours; or review it, to comment on the answers without changing any of them.",
                ))
                .child(
                    buttons()
                        .child(choice(Weight::Main, "Add it", move || state.accept_beside()))
                        .child(review_offer(state, &document.assessment.id))
                        .child(choice(Weight::Second, "Leave it", move || state.decline_offer())),
                ),
            Some(existing) => conflict(state, offer, existing, edited),
        };
    card()
        .class("app-card app-card--next")
        .attr("aria-labelledby", "offer-heading")
        .child(paragraph(&format!("You opened {}", offer.file)).class("app-caption"))
        .child(el("h2").id("offer-heading").attr("tabindex", "-1").text(&name))
        .child(paragraph(&summary))
        .child(status_bar(Rc::new(move || tally)))
        .child(status_key(Rc::new(move || tally)))
        .children(warnings)
        .maybe(redacted.as_ref().map(super::redacted::redacted_note))
        .child(choice)
}

/// A button that ends the offer, and gives its focus back to the page.
fn choice(weight: Weight, text: &str, choose: impl Fn() + 'static) -> El {
    button(weight, text, move || {
        choose();
        focus("h1");
    })
}

/// The choice where the same assessment is on this device already.
fn conflict(state: AppState, offer: &Offer, existing: &Existing, edited: Timestamp) -> El {
    let id = &offer.read.document.assessment.id;
    let Existing { name, edited_at, difference } = existing;
    let list = |items: &[ItemId], what: &str| {
        let ids = items.iter().map(ItemId::as_str).collect::<Vec<_>>().join(", ");
        (!items.is_empty()).then(|| el("li").text(&format!("{what}: {ids}")))
    };
    let here = format!("This assessment is on this device already, as {name}");
    let (day, time) = (clock::day_of(*edited_at).in_words(), clock::time_of_day(*edited_at));
    let age = match edited.cmp(edited_at) {
        Ordering::Less => format!("The file is older: here it was last changed on {day} at {time}."),
        Ordering::Equal => String::new(),
        Ordering::Greater => format!("The file is newer: here it was last changed on {day} at {time}."),
    };
    let words = match difference.len() {
        0 if difference.is_empty() => format!("{here}, with exactly the same answers."),
        0 => format!("{here}, with the same answers. {age} If you replace it, this would change:"),
        1 => format!("{here}. {age} If you replace it, 1 item would change:"),
        count => format!("{here}. {age} If you replace it, {count} items would change:"),
    };
    let changes = el("ul")
        .maybe(list(&difference.changed, "answered differently in the file"))
        .maybe(list(&difference.added, "answered only in the file"))
        .maybe(list(&difference.absent, "answered only on this device, and not in the file"))
        .maybe(difference.interview.then(|| el("li").text("what was told about your organisation")));
    let differs = !difference.is_empty();
    let (see, list) = differs.then(|| super::merging::each_change(state)).unzip();
    let (merge, preview) = super::merging::merging(state, offer).filter(|_| differs).unzip();
    let keep_both = if merge.is_some() { Weight::Second } else { Weight::Main };
    fragment()
        .child(paragraph(&words))
        .maybe(differs.then_some(changes))
        .maybe(see)
        .maybe(list)
        .child(
            buttons()
                .maybe(merge)
                .child(choice(keep_both, "Keep both", move || state.accept_beside()))
                .child(choice(Weight::Second, "Replace", move || state.accept_instead()))
                .child(review_offer(state, id))
                .child(choice(Weight::Second, "Leave it", move || state.decline_offer())),
        )
        .child(hint("If you replace it, the present one is set aside and can be put back."))
        .maybe(preview)
}
