//! Handing an export to another app, and looking whether a copy is whole.

use super::{Checked, Exchange, Notice};
use crate::platform::clock;
use crate::platform::files::{self, File};
use crate::platform::sharing::{self, Form, Shared};
use leptos::task::spawn_local;
use standards_met_core::assessment::{Id, difference, newest_of_each};
use standards_met_core::exchange::{ImportError, ImportWarning, LOCKED};

/// What a pasted text is called where a file would have its name.
const PASTED: &str = "The pasted text";

impl Exchange {
    /// The form in which this browser shares a file with other apps, if it does.
    #[must_use]
    pub fn sharing_form(self) -> Option<Form> {
        sharing::form()
    }

    /// Makes the export of an assessment and opens the device's share sheet with it. Where the browser does not let it,
    /// the file is handed out as [`Exchange::export`] does it.
    pub fn share(self, id: &Id) {
        let of = id.clone();
        self.let_out(id, move || self.share_at_once(&of));
    }

    fn share_at_once(self, id: &Id) {
        self.assessments.save_soon();
        let (Some(form), Some(document)) =
            (sharing::form(), self.assessments.with_untracked(id, Clone::clone))
        else {
            return self.export_at_once(id);
        };
        // Whatever is typed while the other app is open is not in it.
        let (id, copied) = (id.clone(), document.assessment.copied(clock::now()));
        spawn_local(async move {
            let Some(exported) = self.assessments.make_export(document).await else {
                return self.notices.tell(Notice::ExportFailed, None);
            };
            match sharing::share(form, &exported.file_name, &exported.text).await {
                Shared::Done => {
                    self.assessments.copy_was_made(&id, &copied);
                    let file_name = form.file_name(&exported.file_name);
                    self.notices.tell(Notice::Shared { file_name, check_code: exported.check_code }, None);
                }
                Shared::Cancelled => self.notices.tell(Notice::NotShared, None),
                Shared::Refused => {
                    if self.hand_over(Some(exported)).await {
                        self.assessments.copy_was_made(&id, &copied);
                    }
                }
            }
        });
    }

    /// Reads a copy and says whether it is whole, and whether it holds what is here. Nothing here changes.
    pub fn check_copy(self, file: File) {
        spawn_local(async move {
            let read = self.assessments.read_file(&files::read(&file).await).await;
            let checked = match read {
                Err(ImportError::OtherFormat { format }) if format == LOCKED => Checked::Locked,
                Err(error) => Checked::Broken(error),
                Ok(read) => {
                    let theirs = &read.document.assessment;
                    let name = theirs.organisation.name.clone();
                    let changed =
                        |warning: &ImportWarning| matches!(warning, ImportWarning::CheckCode { .. });
                    if read.warnings.iter().any(changed) {
                        Checked::Changed { name }
                    } else {
                        let compared = self.assessments.with_untracked(&theirs.id, |ours| {
                            let ours = &ours.assessment;
                            (difference(ours, theirs), newest_of_each(ours, theirs) != *ours)
                        });
                        match compared {
                            None => Checked::NotHere { name },
                            Some((difference, _)) if difference.is_empty() => Checked::Same { name },
                            Some((difference, true)) => Checked::Newer { name, items: difference.len() },
                            Some((difference, false)) => Checked::Earlier { name, items: difference.len() },
                        }
                    }
                }
            };
            self.notices.tell(Notice::Checked { file: file.name(), checked }, None);
        });
    }

    /// Opens the text of a file, as it arrives in a message, and then says whether it could be read.
    pub fn open_text(self, text: String, done: impl FnOnce(bool) + 'static) {
        spawn_local(async move { done(self.offer_bytes(PASTED.into(), Ok(text.into_bytes())).await) });
    }
}
