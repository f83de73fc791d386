//! Texts in the form in which Word holds them: runs of text with breaks and tabs between them.

use crate::letters::{clean, from_the_right};
use docx_rs::{BreakType, Paragraph, Run};

/// Creates a run of a text. Its line breaks and tabs were typed by people and are kept.
pub(super) fn run(text: &str, bold: bool) -> Run {
    let mut run = if bold { Run::new().bold() } else { Run::new() };
    for (number, line) in clean(text).split('\n').enumerate() {
        if number > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (number, part) in line.split('\t').enumerate() {
            if number > 0 {
                run = run.add_tab();
            }
            if !part.is_empty() {
                run = run.add_text(part);
            }
        }
    }
    run
}

/// Creates a paragraph that consists of one text.
pub(super) fn plain(text: &str, style: &str, bold: bool) -> Paragraph {
    directed(Paragraph::new().style(style).add_run(run(text, bold)), text)
}

/// Sets the reading direction of a paragraph from its text.
pub(super) fn directed(mut paragraph: Paragraph, text: &str) -> Paragraph {
    if from_the_right(text) {
        paragraph.property = paragraph.property.bidi(true);
    }
    paragraph
}
