//! The words around reports.

use crate::store::{Made, Step, Unmade};
use crate::words::count;
use standards_met_core::report::{ReportFormat, ReportKind};

/// What a report is for.
#[must_use]
pub fn purpose(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Summary => {
            "One page to show: progress by part, what does not apply and why, the actions to do by date, and lines to sign. For \
             the owner, an inspector or the wall. It shows who does each action. What looks like a password, or like a person’s number or date of birth, is left out."
        }
        ReportKind::ActionPlan => {
            "Every question with its guidance, your answer and what will be done about it, by whom and when. It is laid out \
             like the official action plan."
        }
        ReportKind::Whole => {
            "Everything in the assessment, question by question: answers, documents, actions and reviewer comments. For your \
             files, or for somebody who wants to read all of it."
        }
        ReportKind::Calendar => {
            "The due dates of actions, the day you plan to publish or else the deadline of 30 June, and the dates on which \
             documents are due for review, with reminders. Opens in the calendar of a phone, tablet or computer. Opening a newer file changes the same entries. \
             It shows who does each action. What looks like a password, or like a person’s number or date of birth, is left out."
        }
        ReportKind::Review => {
            "What reviewers say about each question, what you replied, and what is resolved."
        }
        ReportKind::Supplier => {
            "The questions that you may need to ask your IT supplier, with room to write the answers and where to return them."
        }
        ReportKind::ApproachingPlan => {
            "Every question that is left for Standards Met: what is missing, what you will do, who does it and by when. The \
             official toolkit asks you to upload this plan if you publish Approaching Standards."
        }
        ReportKind::EmptyForm => "The questions and their guidance with an empty column, to fill in by hand.",
    }
}

/// The button for a form of a report. A table of the action plan has a row for each action, and not for each question.
#[must_use]
pub fn form(kind: ReportKind, form: ReportFormat) -> &'static str {
    match (kind, form) {
        (_, ReportFormat::Paper) => "Print or save as PDF",
        (_, ReportFormat::Word) => "Save for Word",
        (ReportKind::ActionPlan, ReportFormat::Excel) => "Save the actions for Excel",
        (ReportKind::ActionPlan, ReportFormat::Csv) => "Save the actions as CSV",
        (_, ReportFormat::Excel) => "Save for Excel",
        (_, ReportFormat::Csv) => "Save as CSV",
        (_, ReportFormat::Calendar) => "Save for a calendar",
    }
}

/// The forms in which a report can be had, in few words.
#[must_use]
pub fn forms(kind: ReportKind) -> String {
    let name = |form: &ReportFormat| match form {
        ReportFormat::Paper => "Paper or PDF",
        ReportFormat::Word => "Word",
        ReportFormat::Excel => "Excel",
        ReportFormat::Csv => "CSV",
        ReportFormat::Calendar => "Calendar (.ics)",
    };
    kind.forms().iter().map(name).collect::<Vec<_>>().join(" · ")
}

#[must_use]
pub fn step(step: Step) -> &'static str {
    match step {
        Step::Gathering => "Gathering your answers…",
        Step::Writing => "Writing the file…",
        Step::Checking => "Reading it back to check it…",
    }
}

/// How much is in a file that was made.
#[must_use]
pub fn made(made: &Made) -> String {
    let Made { file_name, items, actions } = made;
    let (items, actions) = (count(*items, "question"), count(*actions, "action"));
    if file_name.ends_with(".ics") {
        return format!(
            "{file_name}: {actions} with a date, and the other dates below. We checked the file: it is complete. Look for it \
             in your downloads and open it there. Your calendar asks whether to add what is in it."
        );
    }
    format!(
        "{file_name}: {items}, {actions}. We checked the file: it is complete. Look for it in your downloads."
    )
}

/// Why there is no file, and what to do.
#[must_use]
pub fn unmade(why: &Unmade) -> String {
    match why {
        Unmade::NoProgram => {
            "The part of Standards Met that writes files could not be fetched. Your answers are safe. Check that you are \
             connected and try again; printing works without it."
                .into()
        }
        Unmade::Refused(why) => {
            let why = if why.is_empty() { "Something went wrong while it was written." } else { why };
            format!(
                "The file was not made, so that you do not hand on a wrong one. {why} Your answers are safe. Try again, or \
                 choose another form."
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_told_with_what_is_in_it() {
        let told = made(&Made { file_name: "a.docx".into(), items: 43, actions: 1 });
        assert!(told.starts_with("a.docx: 43 questions, 1 action. "), "{told}");
    }

    #[test]
    fn a_failure_says_what_is_safe() {
        for why in [Unmade::NoProgram, Unmade::Refused(String::new()), Unmade::Refused("It is full.".into())]
        {
            assert!(unmade(&why).contains("Your answers are safe."));
        }
    }
}
