//! What reviewers say, in the form in which it is read.

use super::scope::{Scope, ScopeItem};
use super::{PaperBlock, ReportSource, RichText};
use crate::assessment::{Remark, Response, Review, Subject};
use crate::catalogue::{Edition, ItemId};
use crate::words;

/// A review with the response that it is stored with.
pub type ReviewOfResponse<'a> = (&'a Response, &'a Review);

fn says_anything(review: &Review) -> bool {
    !review.is_blank() || !review.handling().reply.trim().is_empty()
}

/// Returns the reviews of the item itself. For an item that the edition does not hold, returns all reviews stored with
/// it.
#[must_use]
pub fn of_item<'a>(asked: &ScopeItem<'a>) -> Vec<ReviewOfResponse<'a>> {
    let Some(given) = asked.response else { return Vec::new() };
    let of_it = |review: &&Review| says_anything(review) && (asked.item.is_none() || !review.is_wider());
    given.reviews.iter().filter(of_it).map(|review| (given, review)).collect()
}

/// Returns the reviews of a part, or of the whole, wherever in the edition they are stored.
#[must_use]
pub fn wider<'a>(source: &ReportSource<'a>, on: &Subject) -> Vec<ReviewOfResponse<'a>> {
    let mut found = Vec::new();
    for item in source.edition.items() {
        let Some(given) = source.assessment.response(&item.id) else { continue };
        let of_it = |review: &&Review| {
            review.is_wider()
                && says_anything(review)
                && Remark::kept(source.edition, &item.id, review).on == *on
        };
        found.extend(given.reviews.iter().filter(of_it).map(|review| (given, review)));
    }
    found
}

/// Returns every review of anything in the report: of the whole first, then part by part.
#[must_use]
pub fn in_scope<'a>(source: &ReportSource<'a>, scope: &Scope<'a>) -> Vec<ReviewOfResponse<'a>> {
    let mut all = of_whole(source, scope);
    for chosen in &scope.parts {
        all.extend(wider(source, &Subject::Part(chosen.part.number)));
        all.extend(chosen.items.iter().flat_map(of_item));
    }
    all.extend(scope.unknown.iter().flat_map(of_item));
    all
}

/// Returns the reviews of the whole; none where the report is narrowed to one part, because they are not about it
/// alone.
#[must_use]
pub fn of_whole<'a>(source: &ReportSource<'a>, scope: &Scope<'_>) -> Vec<ReviewOfResponse<'a>> {
    if scope.options.part.is_some() { Vec::new() } else { wider(source, &Subject::Overall) }
}

/// Returns what a review stored with an item is about: `Question`, `Part` or `Whole`.
#[must_use]
pub fn about(edition: &Edition, item: &ItemId, review: &Review) -> &'static str {
    match Remark::kept(edition, item, review).on {
        Subject::Item(_) => "Question",
        Subject::Part(_) => "Part",
        Subject::Overall => "Whole",
    }
}

/// The length in bytes up to which a review stays on one page. A longer one would leave too much of a page empty.
const SHORT: usize = 1_500;

/// Returns one review with everything that belongs to it, on one page where it is short.
#[must_use]
pub fn blocks(source: &ReportSource<'_>, kept: ReviewOfResponse<'_>) -> Vec<PaperBlock> {
    let texts = texts(source, kept);
    let is_short = texts.iter().map(RichText::length).sum::<usize>() <= SHORT;
    let blocks = texts.into_iter().map(PaperBlock::Text).collect();
    if is_short { vec![PaperBlock::Together(blocks)] } else { blocks }
}

/// Returns the paragraphs of one review with everything that belongs to it.
fn texts(source: &ReportSource<'_>, kept: ReviewOfResponse<'_>) -> Vec<RichText> {
    let (given, review) = kept;
    let day = source.day(review.reviewed_at).in_words();
    let mut texts = vec![RichText::labelled("Review", &format!("{}, {day}", words::reviewer(&review.by())))];
    if review.is_wider() && source.edition.item(&given.item).is_none() {
        texts.push(RichText::labelled("About", about(source.edition, &given.item, review)));
    }
    texts.extend(review.verdict.map(|verdict| RichText::labelled("Verdict", words::verdict(verdict))));
    if !review.comments.trim().is_empty() {
        texts.push(RichText::labelled("Comments", &review.comments));
    }
    if source.assessment.has_changed_since(source.edition, &given.item, review) {
        texts.push(RichText::plain(words::changed_since(review.is_wider())));
    }
    let handling = review.handling();
    if !handling.reply.trim().is_empty() {
        texts.push(RichText::labelled("The home’s reply", &handling.reply));
    }
    if handling.resolved {
        texts.push(RichText::labelled("Resolved", "Yes"));
    }
    texts
}
