//! What is said of a file that was opened: what it is, and for whom.

use crate::platform::clock;
use crate::store::Offer;
use crate::words;
use standards_met_core::assessment::Difference;
use standards_met_core::exchange::Arrival;

/// The organisation that a file is of, with its code.
fn organisation(offer: &Offer) -> String {
    let organisation = &offer.read.document.assessment.organisation;
    match organisation.ods_code.as_str() {
        "" => organisation.name.clone(),
        code => format!("{} ({code})", organisation.name),
    }
}

/// What the file is.
pub(super) fn heading(offer: &Offer) -> String {
    let name = organisation(offer);
    match offer.arrival {
        Arrival::Questions { count } => {
            format!("{} from {name} for their IT supplier", words::count(count, "question"))
        }
        Arrival::Answers { .. } => format!("Answers for {name} from your IT supplier"),
        Arrival::Reviews { .. } => format!("You have a review of {name}"),
        Arrival::Same => format!("{name} is already on this device"),
        Arrival::Newer { .. } => format!("A newer version of {name}"),
        Arrival::Older { .. } => format!("An older version of {name}"),
        Arrival::Both { .. } => format!("A colleague’s version of {name}"),
        Arrival::OtherState => format!("Another version of {name}"),
        Arrival::OtherEdition => format!("{name}, with the questions of another year"),
        Arrival::NextRound => format!("A new file from {name}, which you are reviewing"),
        Arrival::SameRound => format!("You are reviewing {name} already"),
        Arrival::Redacted => format!("A redacted copy: {name}"),
        Arrival::StartedApart => format!("Another assessment of {name}"),
        Arrival::NotHere => format!("The assessment of {name}"),
    }
}

/// What that means for the person who opened it.
pub(super) fn lead(offer: &Offer) -> String {
    let name = &offer.read.document.assessment.organisation.name;
    match offer.arrival {
        Arrival::Questions { .. } if offer.tally.started() > 0 => format!(
            "{} of them are answered. If you asked these questions, open the file on the device where you keep the assessment of {name}.",
            offer.tally.started()
        ),
        Arrival::Questions { .. } => format!(
            "{name} asks you to answer these for them. What you answer stays on this device until you send the file back."
        ),
        Arrival::Answers { .. } => String::new(),
        Arrival::Reviews { count } => format!(
            "It has {} you do not have yet. Adding {} does not change your answers.",
            if count == 1 { "1 comment".to_owned() } else { format!("{count} comments") },
            if count == 1 { "it" } else { "them" },
        ),
        Arrival::Same => format!("The file has exactly the same answers as {}.", here(offer)),
        Arrival::Newer { changed: 0 } => format!("{} in it since. The answers are the same.", detail(offer)),
        Arrival::Newer { changed } => {
            format!("{} in it since, and nothing was changed here.", were_changed(changed))
        }
        Arrival::Older { changed: 0 } => format!("{} here since. The answers are the same.", detail(offer)),
        Arrival::Older { changed } => format!(
            "{} here since, and nothing was changed in the file. You need not do anything with it.",
            were_changed(changed)
        ),
        Arrival::Both { there, here, both } => {
            let mut parts = Vec::new();
            if there > 0 {
                parts.push(format!("they changed {}", words::count(there, "question")));
            }
            if here > 0 {
                parts.push(format!("you changed {}", words::count(here, "question")));
            }
            if both > 0 {
                parts.push(format!("both of you changed {}", words::count(both, "question")));
            }
            format!("Since you last shared a file, {}.", words::list(&parts))
        }
        Arrival::OtherState => {
            let age = match offer
                .existing
                .as_ref()
                .map(|existing| offer.read.document.assessment.edited_at.cmp(&existing.edited_at))
            {
                Some(std::cmp::Ordering::Less) => " The file is older.",
                Some(std::cmp::Ordering::Greater) => " The file is newer.",
                _ => "",
            };
            format!(
                "{} is on this device, and some answers are different.{age}{}",
                here(offer),
                last_changed(offer)
            )
        }
        Arrival::OtherEdition => format!("{} is on this device with other questions.", here(offer)),
        Arrival::NextRound => {
            "Your comments are kept. You will see what the home has changed and replied.".to_owned()
        }
        Arrival::SameRound => "The file has not changed since. Your comments are here.".to_owned(),
        Arrival::Redacted => "Something was left out of it before it was given to you.".to_owned(),
        Arrival::StartedApart => format!(
            "You already have an assessment of {name} on this device. The one in this file was started separately, so we \
             cannot merge them. Open it as well, and copy across what you need."
        ),
        Arrival::NotHere => {
            "It is not on this device yet. Carry on with it here, or review it for the home.".to_owned()
        }
    }
}

/// What the assessment is called on this device.
fn here(offer: &Offer) -> String {
    let name = &offer.read.document.assessment.organisation.name;
    offer.existing.as_ref().map_or_else(|| name.clone(), |existing| existing.name.clone())
}

/// What is different where no answer is.
fn detail(offer: &Offer) -> &'static str {
    let is = |differs: fn(&Difference) -> bool| {
        offer.existing.as_ref().is_some_and(|existing| differs(&existing.difference))
    };
    match (is(|difference| difference.interview), is(|difference| difference.publish_day)) {
        (true, _) => "The answers about your organisation were changed",
        (false, true) => "The day you plan to publish was changed",
        (false, false) => "Only comments or details were changed",
    }
}

fn last_changed(offer: &Offer) -> String {
    let edited = offer.existing.as_ref().map(|existing| existing.edited_at);
    let said = edited.map(|at| {
        format!(
            " Here it was last changed on {} at {}.",
            clock::day_of(at).in_words(),
            clock::time_of_day(at)
        )
    });
    said.unwrap_or_default()
}

fn were_changed(count: usize) -> String {
    if count == 1 { "1 question was changed".to_owned() } else { format!("{count} questions were changed") }
}
