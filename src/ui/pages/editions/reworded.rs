//! An old wording beside a new one, with the words that changed marked.

use crate::ui::components::{fold, paragraph};
use crate::ui::element::{El, el, fragment};
use crate::words;
use standards_met_core::assessment::{DiffRun, word_changes};
use standards_met_core::catalogue::EvidenceItem;

/// The old question and the new one, side by side.
pub fn questions(old: &[&EvidenceItem], new: &EvidenceItem, year: &str) -> El {
    // Where several became one, each is compared with it by itself.
    let compared = match old {
        [only] => Some(word_changes(&only.question, &new.question)),
        _ => None,
    };
    let before = old.iter().map(|one| {
        let text = match &compared {
            Some(runs) => side(runs, false),
            None => el("span").text(&one.question),
        };
        el("p").child(el("span").class("app-id").text(one.id.as_str())).text(" ").child(text)
    });
    let now = match &compared {
        Some(runs) => side(runs, true),
        None => el("span").text(&new.question),
    };
    el("div")
        .class("app-beside app-words")
        .child(el("div").child(name(&words::years::asked_in(year))).children(before))
        .child(
            el("div")
                .child(name("Asked now"))
                .child(el("p").child(el("span").class("app-id").text(new.id.as_str())).text(" ").child(now)),
        )
}

/// The old and the new guidance, folded away; nothing where they are the same.
pub fn guidance(old: &[&EvidenceItem], new: &EvidenceItem, year: &str) -> Option<El> {
    let only = match old {
        [only] => only,
        _ => return None,
    };
    let runs = word_changes(&only.tooltip, &new.tooltip);
    if !runs.iter().any(|run| !matches!(run, DiffRun::Kept(_))) {
        return None;
    }
    let sides = el("div")
        .class("app-beside app-words app-words--long")
        .child(
            el("div").child(name(&words::years::guidance_in(year))).child(el("p").child(side(&runs, false))),
        )
        .child(el("div").child(name("Guidance now")).child(el("p").child(side(&runs, true))));
    Some(fold("What changed in the guidance", false).child(sides))
}

/// What one of the two is. Not a heading: it stands below headings of different levels.
fn name(text: &str) -> El {
    el("p").class("app-beside__name").text(text)
}

/// One of the two texts: what it shares with the other, and what it has alone, marked.
fn side(runs: &[DiffRun], new: bool) -> El {
    let piece = |run: &DiffRun| match run {
        DiffRun::Kept(text) => Some(fragment().text(text)),
        DiffRun::Removed(text) if !new => Some(marked("del", "only before: ", text)),
        DiffRun::Added(text) if new => Some(marked("ins", "new: ", text)),
        DiffRun::Removed(_) | DiffRun::Added(_) => None,
    };
    el("span").children(runs.iter().filter_map(piece))
}

/// Few screen readers say of themselves what is struck through or underlined.
fn marked(tag: &str, mark: &str, text: &str) -> El {
    let unseen = |text: &str| el("span").class("nhsuk-u-visually-hidden").text(text);
    el(tag).child(unseen(mark)).text(text).child(unseen("; "))
}

/// What was answered, in words; what was not answered is said too.
pub fn answered(lines: &[String]) -> El {
    if lines.is_empty() {
        return paragraph("Nothing was answered.").class("app-hint");
    }
    el("div").class("app-words").children(lines.iter().map(|line| paragraph(line)))
}
