//! Handing out a copy in which something is left out.

use super::{Exchange, Notice};
use crate::platform::{files, random};
use leptos::task::spawn_local;
use standards_met_core::assessment::Id;
use standards_met_core::exchange::{Document, Redaction, redact};

impl Exchange {
    /// Makes a redacted copy of an assessment and hands it to the person as a file. It is no copy to fall back on, so the
    /// reminder to make one stays.
    pub fn export_redacted(self, id: &Id, leave: &Redaction) {
        let Some(copy) =
            self.assessments.with_untracked(id, |document| redact(document, random::new_id(), leave))
        else {
            return self.notices.tell(Notice::ExportFailed, None);
        };
        let redacted = copy.clone();
        self.let_copy_out(id, copy, move || self.hand_over_redacted(redacted.clone()));
    }

    fn hand_over_redacted(self, copy: Document) {
        spawn_local(async move {
            match self.assessments.make_export(copy).await {
                Some(exported) => {
                    files::hand_over(&exported.file_name, &exported.text);
                    self.notices.tell(Notice::Redacted(exported), None);
                }
                None => self.notices.tell(Notice::ExportFailed, None),
            }
        });
    }
}
