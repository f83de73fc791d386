//! Which sheet of a preview is being drawn, and whether all of it is there.

use crate::store::{Assessments, Reports};
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::report::ReportKind;
use std::cell::Cell;

thread_local! {
    /// The preview that is on the screen, by the number it was given. The next page's is made before
    /// the page that is left is cleared away, so a preview ends only what is still its own.
    static SHOWN: Cell<u32> = const { Cell::new(0) };
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// The drawing of a preview. It lasts as long as the page.
#[derive(Clone, Copy)]
pub struct Drawing {
    /// The number of the preview among all that were shown.
    preview: u32,
    /// The number of the sheet: each choice and each change of the assessment asks for another, and one that was overtaken
    /// stops.
    sheet: Memo<u32>,
    /// The sheet that is there to its end.
    drawn: RwSignal<Option<u32>>,
    /// What is to be done once all of it is drawn.
    then: StoredValue<Option<Callback<()>>>,
}

impl Drawing {
    /// The drawing of the preview that is shown from here on.
    pub fn new(assessments: Assessments, reports: Reports, id: Id, kind: ReportKind) -> Self {
        LAST.set(LAST.get().wrapping_add(1));
        SHOWN.set(LAST.get());
        // Anew with every choice, and when the assessment changes: in another tab, or by taking back a step.
        let drawn_of = Memo::new(move |_| {
            (reports.options(kind), assessments.with(&id, |document| document.assessment.edited_at))
        });
        let sheet = Memo::new(move |before: Option<&u32>| {
            // Read and not only tracked: a memo that nobody has read follows nothing.
            drawn_of.with(|_| ());
            before.map_or(0, |before| before.wrapping_add(1))
        });
        let (drawn, then) = (RwSignal::new(None), StoredValue::new(None));
        Self { preview: LAST.get(), sheet, drawn, then }
    }

    /// The number of the sheet, followed.
    pub fn sheet(self) -> u32 {
        self.sheet.get()
    }

    /// Whether all of a sheet is there, followed.
    pub fn is_drawn(self, sheet: u32) -> bool {
        self.drawn.get() == Some(sheet)
    }

    /// Whether something else is drawn by now than a sheet, or the page is left.
    pub fn is_over(self, sheet: u32) -> bool {
        SHOWN.get() != self.preview || self.sheet.try_get_untracked() != Some(sheet)
    }

    /// All of a sheet is there now: what waits for it is done.
    pub fn finish(self, sheet: u32) {
        let _ = self.drawn.try_set(Some(sheet));
        if let Some(then) = self.then.try_update_value(Option::take).flatten() {
            let _ = then.try_run(());
        }
    }

    /// What is done only once all of it is drawn: a half-drawn report is not printed.
    pub fn when_drawn(self, then: Callback<()>) -> Callback<()> {
        Callback::new(move |()| {
            if self.drawn.get_untracked() == Some(self.sheet.get_untracked()) {
                then.run(());
            } else {
                self.then.set_value(Some(then));
            }
        })
    }

    /// Ends the preview, whose page is left. Gives whether no other has taken its place.
    pub fn leave(self) -> bool {
        let is_last = SHOWN.get() == self.preview;
        if is_last {
            SHOWN.set(0);
        }
        is_last
    }
}
