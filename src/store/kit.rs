//! The edition kit: a spreadsheet that becomes an edition, as the person chooses its columns.

use super::{Editions, Exchange, Spreadsheet, SpreadsheetRead, Unread};
use crate::platform::files::File;
use crate::platform::{files, spreadsheet, turns};
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::catalogue::Edition;
use standards_met_core::kit::{Column, EditionDetails};
use standards_met_core::storage::EditionOrigin;
use std::cell::Cell;

/// So long nobody has to have typed before the edition is made anew.
const PAUSE_MS: u32 = 300;

thread_local! {
    /// Counts the readings: what was overtaken by another file is not shown.
    static READINGS: Cell<u32> = const { Cell::new(0) };
}

impl Exchange {
    /// Reads a spreadsheet into the kit.
    pub fn read_spreadsheet(self, file: File) {
        let editions = self.editions_context();
        let name = file.name();
        let reading = READINGS.get().wrapping_add(1);
        READINGS.set(reading);
        // Corrected and chosen again: what was said of it is still so.
        let said = editions.spreadsheet.with_untracked(|shown| match shown {
            SpreadsheetRead::Here(now) if now.file == name => Some(now.clone()),
            _ => None,
        });
        editions.spreadsheet.set(SpreadsheetRead::Reading(name.clone(), reading));
        spawn_local(async move {
            let read = match files::read(&file).await {
                Err(error) => Err(Unread::File(error)),
                Ok(bytes) => spreadsheet::read(&name, &bytes)
                    .await
                    .map_err(|why| why.map_or(Unread::NoProgram, Unread::Refused)),
            };
            turns::next().await;
            let here = self.editions().into_iter().map(|here| here.edition).collect();
            let now = match read {
                Ok(book) => {
                    let mut now = Spreadsheet::new(name.clone(), reading, book, here);
                    if let Some(earlier) = said {
                        now.keep(&earlier);
                    }
                    SpreadsheetRead::Here(Box::new(now))
                }
                Err(why) => SpreadsheetRead::Failed { file: name.clone(), why },
            };
            editions.spreadsheet.update(|shown| {
                // Another was chosen meanwhile.
                if *shown == SpreadsheetRead::Reading(name, reading) {
                    *shown = now;
                }
            });
        });
    }

    /// Another sheet of the spreadsheet.
    pub fn choose_sheet(self, sheet: usize) {
        self.change_spreadsheet(|now| now.choose_sheet(sheet));
    }

    /// In which row the headings are; `None` where there are none.
    pub fn choose_header(self, row: Option<usize>) {
        self.change_spreadsheet(|now| now.choice.header = row);
    }

    /// Which column holds this, counted from 0; `None` where none does.
    pub fn choose_column(self, column: Column, place: Option<usize>) {
        self.change_spreadsheet(|now| {
            now.choice.columns.retain(|(known, _)| *known != column);
            now.choice.columns.extend(place.map(|place| (column, place)));
        });
    }

    /// Whether the edition has the questions that are mandatory at no level.
    pub fn include_optional(self, is_included: bool) {
        self.change_spreadsheet(|now| now.about.with_optional = is_included);
    }

    /// What the spreadsheet itself does not say.
    pub fn tell_of_edition(self, change: impl FnOnce(&mut EditionDetails)) {
        let editions = self.editions_context();
        // Key by key: the edition is made anew when the typing pauses, because a long one takes a moment.
        let of = editions.spreadsheet.update_untracked(|shown| {
            let SpreadsheetRead::Here(now) = shown else { return None };
            change(&mut now.about);
            now.changes = now.changes.wrapping_add(1);
            Some(now.changes)
        });
        let Some(of) = of else { return };
        spawn_local(async move {
            turns::after(PAUSE_MS).await;
            let is_newest = editions
                .spreadsheet
                .with_untracked(|shown| matches!(shown, SpreadsheetRead::Here(now) if now.changes == of));
            if is_newest {
                self.change_spreadsheet(|_| ());
            }
        });
    }

    fn change_spreadsheet(self, change: impl FnOnce(&mut Spreadsheet)) {
        let editions = self.editions_context();
        editions.spreadsheet.update(|shown| {
            if let SpreadsheetRead::Here(now) = shown {
                change(now);
                now.make();
            }
        });
    }

    /// Puts the edition that was made on this device. Gives whether it is there.
    pub fn add_made(self) -> bool {
        let made = self.editions_context().made();
        made.is_some_and(|(file, edition)| self.add_edition(&edition, EditionOrigin::Kit, &file))
    }

    /// Hands the edition that was made to the person as a file.
    pub fn save_made(self) {
        if let Some((_, edition)) = self.editions_context().made() {
            self.save_edition(&edition);
        }
    }
}

impl Editions {
    /// The edition in the kit, with the name of the spreadsheet.
    fn made(self) -> Option<(String, Edition)> {
        self.spreadsheet.try_update(|shown| match shown {
            SpreadsheetRead::Here(now) => {
                // With the last letters that were typed.
                now.make();
                Some((now.file.clone(), now.made.edition.clone()?))
            }
            _ => None,
        })?
    }
}
