//! Reading many files into the table of homes, a few at a time, so that the page goes on meanwhile.

use super::homes::{Outcome, Reading, Refused, YourHomes};
use super::{Exchange, cleared};
use crate::platform::clock;
use crate::platform::dropped::Dropped;
use crate::platform::files::{self, File};
use crate::platform::turns::Turns;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::Date;
use standards_met_core::assessment::homes::{AddEffect, AddOutcome, SourceFile, Summary};
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::{ImportError, ImportWarning, read_bytes_of_many};
use std::collections::VecDeque;
use std::sync::Arc;

/// The browser fetches so many files ahead of the one that is worked on.
const AHEAD: usize = 4;
/// So many editions are remembered while files are read.
const EDITIONS: usize = 8;

/// What a file gives: a home, and the edition that it answers.
type Found = Result<(Arc<Edition>, Summary), Refused>;

/// Whether a file may be an assessment, by its name.
fn may_be_one(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with(".json") || name.ends_with(".txt")
}

impl Outcome {
    /// Counts a file that is in the table now.
    fn count(&mut self, file: String, added: AddOutcome) {
        self.read += 1;
        match added.how {
            AddEffect::New => self.new += 1,
            AddEffect::Known => self.known += 1,
            how => self.told.push((file, how, added.name)),
        }
    }
}

impl YourHomes {
    fn show_progress(self) {
        let reading = self.work(|work| work.reading.clone());
        self.reading.set(Some(reading));
    }

    /// Puts a home into the table, and its file beside it. Shown when all are read: a table that is drawn anew with every
    /// file would take longer than the reading.
    fn take(self, file: File, found: Found) {
        let name = file.name();
        let outcome = found.map(|(edition, summary)| {
            let id = summary.id.clone();
            let added = self.homes.update_untracked(|homes| homes.add(&edition, summary));
            (id, added)
        });
        self.work(|work| {
            work.reading.done += 1;
            work.reading.file.clone_from(&name);
            match outcome {
                Ok((id, added)) => {
                    work.files.insert((id, added.check_code.clone()), file);
                    work.outcome.count(name, added);
                }
                Err(refused) => work.outcome.refused.push((name, refused)),
            }
        });
    }

    fn goes_on(self) -> bool {
        !self.work(|work| work.cancelled) && !cleared::is_cleared()
    }
}

impl Exchange {
    /// Reads files into the table of homes. While others are being read, these follow.
    pub fn read_homes(self, chosen: Vec<File>) {
        let your_homes = self.your_homes();
        if chosen.is_empty() {
            return;
        }
        let begins = your_homes.work(|work| {
            let begins = !work.running;
            if begins {
                work.running = true;
                work.cancelled = false;
                work.reading = Reading::default();
                work.outcome = Outcome::default();
            }
            for file in chosen {
                if may_be_one(&file.name()) {
                    work.reading.of += 1;
                    work.queue.push_back(file);
                } else {
                    work.outcome.left_alone += 1;
                }
            }
            begins
        });
        if begins {
            spawn_local(self.read_all(your_homes));
        }
    }

    /// Reads what was dropped, also what is in folders.
    pub fn read_dropped_homes(self, dropped: Dropped) {
        spawn_local(async move { self.read_homes(dropped.files().await) });
    }

    /// Stops reading. What was read stays in the table.
    pub fn cancel_homes(self) {
        let your_homes = self.your_homes();
        your_homes.work(|work| work.cancelled = true);
    }

    async fn read_all(self, your_homes: YourHomes) {
        your_homes.outcome.set(None);
        your_homes.forgotten.set(None);
        your_homes.show_progress();
        let mut turns = Turns::default();
        turns.pass().await;
        your_homes.meet_device();
        turns.pass().await;
        let today = clock::today();
        let mut editions = vec![self.assessments.built_in()];
        let mut ahead = VecDeque::new();
        while your_homes.goes_on() {
            while ahead.len() < AHEAD {
                let Some(file) = your_homes.work(|work| work.queue.pop_front()) else { break };
                let begun = files::begin(&file);
                ahead.push_back((file, begun));
            }
            let Some((file, begun)) = ahead.pop_front() else { break };
            let bytes = begun.bytes().await;
            turns.work(|| {
                let found = self.summary_of(&file, bytes, &mut editions, today);
                your_homes.take(file, found);
            });
            if turns.are_due() {
                your_homes.show_progress();
                turns.pass().await;
            }
        }
        let outcome = your_homes.work(|work| {
            work.running = false;
            work.outcome.not_read = ahead.len() + work.queue.len();
            work.queue.clear();
            std::mem::take(&mut work.outcome)
        });
        your_homes.reading.set(None);
        your_homes.outcome.set(Some(outcome));
        turns.pass().await;
        // Each of these takes a while: one in each turn.
        your_homes.homes.update(|_| {});
        turns.pass().await;
        your_homes.keep(&mut turns).await;
    }

    /// What one file says of its home. The document itself is dropped with this.
    fn summary_of(
        self,
        file: &File,
        bytes: Result<Vec<u8>, ImportError>,
        editions: &mut Vec<Arc<Edition>>,
        today: Date,
    ) -> Found {
        let bytes = bytes.map_err(Refused::Import)?;
        let read = read_bytes_of_many(&bytes, |edition| self.assessments.find_edition(edition), editions);
        let read = read.map_err(Refused::Import)?;
        let (edition, assessment) = (&read.document.edition, &read.document.assessment);
        if assessment.sheet_of.is_some() {
            return Err(Refused::Sheet);
        }
        if editions.len() < EDITIONS && !editions.iter().any(|known| Arc::ptr_eq(known, edition)) {
            editions.push(edition.clone());
        }
        let origin = SourceFile {
            file: file.name(),
            size: bytes.len(),
            check_code: read.check_code.clone(),
            altered: read.warnings.iter().any(|warning| matches!(warning, ImportWarning::CheckCode { .. })),
            read_on: today,
        };
        Ok((edition.clone(), Summary::of(edition, assessment, origin)))
    }
}
