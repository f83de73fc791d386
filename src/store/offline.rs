//! Opening without the internet, and newer versions of the page.

use super::{Assessments, Exchange, Notice, Notices, SaveStatus};
use crate::platform::offline::{Seen, Worker};
use crate::platform::{clock, install, launched, page, place};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};

/// Whether there is a newer version is asked at most so often, when the page comes into sight.
const ASK_AFTER_MS: f64 = 3_600_000.0;
/// Whether everything is saved is looked at so often before a switch, and so many times.
const LOOK_AFTER_MS: u32 = 100;
const LOOKS: u32 = 50;

thread_local! {
    /// The worker, once it is registered.
    static WORKER: RefCell<Option<Worker>> = const { RefCell::new(None) };
    /// Whether the person has asked for the newer version in this tab.
    static WANTED: Cell<bool> = const { Cell::new(false) };
}

/// Whether the page opens without the internet, and whether a newer version is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OfflineStatus {
    /// It is being found out.
    #[default]
    Unknown,
    /// It needs the internet each time: the browser, the address or the host does not allow the worker.
    Impossible,
    /// Its files are on their way.
    NotYet,
    /// It opens without the internet.
    Ready,
    /// So it does, and a newer version waits until the person wants it.
    NewerWaits,
    /// A newer version was put in its place from another tab.
    Replaced,
}

/// Whether the page opens without the internet, and what is done with a newer version of it.
#[derive(Clone, Copy)]
pub struct Offline {
    pub status: RwSignal<OfflineStatus>,
    assessments: Assessments,
    notices: Notices,
    exchange: Exchange,
}

impl Offline {
    pub(super) fn new(assessments: Assessments, notices: Notices, exchange: Exchange) -> Self {
        Self { status: RwSignal::new(OfflineStatus::Unknown), assessments, notices, exchange }
    }

    /// Starts what the first page does not need: the second copy, the keeping of the page's own files, and the files that
    /// the page was opened with.
    pub fn begin_later(self) {
        self.assessments.open_second();
        launched::on_file(move |file| self.exchange.open(Some(file)));
        spawn_local(async move {
            let worker = Worker::register(move |seen| self.see(seen)).await;
            WORKER.set(worker);
        });
        let asked = Cell::new(clock::now().millis());
        page::on_sight(move || {
            let now = clock::now().millis();
            // Also when the clock was put back meanwhile.
            if (now - asked.get()).abs() < ASK_AFTER_MS {
                return;
            }
            asked.set(now);
            if let Some(worker) = WORKER.with_borrow(Clone::clone) {
                spawn_local(async move { worker.ask_for_newer().await });
            }
        });
    }

    fn see(self, seen: Seen) {
        let now = match seen {
            Seen::Replaced if WANTED.take() => {
                // Letters may have come in since the press.
                self.assessments.flush();
                return self.once_saved(LOOKS, true);
            }
            Seen::Impossible => OfflineStatus::Impossible,
            Seen::NotYet => OfflineStatus::NotYet,
            Seen::Ready => OfflineStatus::Ready,
            Seen::NewerWaits => OfflineStatus::NewerWaits,
            Seen::Replaced => OfflineStatus::Replaced,
        };
        if self.status.with_untracked(|before| *before != now) {
            self.status.set(now);
        }
    }

    /// Takes up the browser's offer to install the page, and then says whether the person wanted it.
    pub fn install(self, done: impl FnOnce(bool) + 'static) {
        spawn_local(async move { done(install::prompt().await) });
    }

    /// Saves everything, and then loads the newer version, once, on the same page and at the same place.
    pub fn take_newer_version(self) {
        self.assessments.flush();
        self.once_saved(LOOKS, self.status.with_untracked(|now| *now == OfflineStatus::Replaced));
    }

    /// Once everything is saved, loads the page again where a newer version is in charge, and otherwise puts it there.
    fn once_saved(self, looks: u32, replaced: bool) {
        match self.assessments.saving.status.get_untracked() {
            SaveStatus::Unchanged | SaveStatus::Saved(_) | SaveStatus::SecondOnly(..) if replaced => {
                place::keep();
                page::reload();
            }
            SaveStatus::Unchanged | SaveStatus::Saved(_) | SaveStatus::SecondOnly(..) => {
                WANTED.set(true);
                WORKER.with_borrow(|worker| worker.as_ref().map(Worker::switch));
            }
            SaveStatus::Waiting if looks > 0 => {
                Timeout::new(LOOK_AFTER_MS, move || self.once_saved(looks - 1, replaced)).forget();
            }
            // In memory alone, it would be lost.
            SaveStatus::Waiting | SaveStatus::Failed(_) => {
                if replaced {
                    self.status.set(OfflineStatus::Replaced);
                }
                self.notices.tell(Notice::NotSwitched, None);
            }
        }
    }
}
