//! What a response says, in words.

use standards_met_core::assessment::{Fields, Response};
use standards_met_core::words::{owned, placed};

/// Everything that is given in a response, a line each.
#[must_use]
pub fn response_lines(response: &Response) -> Vec<String> {
    let Fields { judgement, answer, comments, not_applicable_reason, explanation, evidence, actions } =
        response.fields();
    let mut lines = Vec::new();
    lines.extend(judgement.map(|judgement| super::judgement(judgement).to_owned()));
    for text in [answer, not_applicable_reason, explanation, comments] {
        if !text.trim().is_empty() {
            lines.push(text.to_owned());
        }
    }
    for one in evidence.iter().filter(|one| !one.is_blank()) {
        let approved =
            one.approved_on.map(|day| format!(", approved {}", day.in_words())).unwrap_or_default();
        lines.push(format!("Document: {}{approved}", placed(one)));
    }
    for action in actions.iter().filter(|action| !action.is_blank()) {
        let due = action.due.map(|day| format!(", by {}", day.in_words())).unwrap_or_default();
        lines.push(format!("Action: {}{due}", owned(action)));
    }
    lines
}
