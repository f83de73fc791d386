//! What is being opened and handed out. Opening and exporting may be asked for before the part of the program that does it is here.

use super::{Assessments, HeldBack, LockedFile, Navigation, Notices, Offer, Returned};
use crate::platform::files::File;
use crate::route::Route;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// What the later part of the program does with files. By pointers, so that it stays out of the first part.
#[derive(Clone, Copy)]
pub struct ExchangeCommands {
    /// Opens a file; without one, the worked example.
    pub open: fn(Exchange, Option<File>),
    /// Exports an assessment.
    pub export: fn(Exchange, &Id),
    /// Hands an assessment to another app, or exports it where the browser does not let it.
    pub share: fn(Exchange, &Id),
}

/// What waits for the later part to be here.
enum WaitingCommand {
    Open(Option<File>),
    Export(Id),
    Share(Id),
}

/// What is there of the later part, and what waits for it.
#[derive(Default)]
pub(super) struct ExchangePart {
    commands: Option<ExchangeCommands>,
    waiting: Option<WaitingCommand>,
}

/// Files: what is being opened and waits for a choice, and what is handed out.
#[derive(Clone, Copy)]
pub struct Exchange {
    /// A file that was read and waits for a choice.
    pub offer: RwSignal<Option<Offer>>,
    /// A locked file that waits for its passphrase.
    pub locked: RwSignal<Option<LockedFile>>,
    /// What came back from a reviewer and waits for a choice.
    pub returned: RwSignal<Option<Returned>>,
    /// What would leave the device and waits for a word.
    pub held_back: RwSignal<Option<HeldBack>>,
    pub(super) assessments: Assessments,
    pub(super) navigation: Navigation,
    pub(super) notices: Notices,
    part: StoredValue<ExchangePart, LocalStorage>,
    /// What lives as long as the page.
    owner: StoredValue<Owner>,
}

impl Exchange {
    pub(super) fn new(assessments: Assessments, navigation: Navigation, notices: Notices) -> Self {
        Self {
            offer: RwSignal::new(None),
            locked: RwSignal::new(None),
            returned: RwSignal::new(None),
            held_back: RwSignal::new(None),
            assessments,
            navigation,
            notices,
            part: StoredValue::new_local(ExchangePart::default()),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        }
    }

    /// Makes something that lives as long as the page, wherever it is asked for first.
    pub(super) fn for_the_page<T>(self, make: impl FnOnce() -> T) -> T {
        self.owner.with_value(|owner| owner.with(make))
    }

    /// Opens a file, or without one the worked example, once what does it is here.
    pub fn open_soon(self, file: Option<File>) {
        match self.exchange_commands() {
            Some(commands) => (commands.open)(self, file),
            None => self.wait(WaitingCommand::Open(file)),
        }
    }

    /// Exports an assessment, once what does it is here.
    pub fn export_soon(self, id: &Id) {
        match self.exchange_commands() {
            Some(commands) => (commands.export)(self, id),
            None => self.wait(WaitingCommand::Export(id.clone())),
        }
    }

    /// Hands an assessment to another app or exports it, once what does it is here.
    pub fn share_soon(self, id: &Id) {
        match self.exchange_commands() {
            Some(commands) => (commands.share)(self, id),
            None => self.wait(WaitingCommand::Share(id.clone())),
        }
    }

    /// The later part is here: does what has waited for it.
    pub fn take_exchange_commands(self, commands: ExchangeCommands) {
        let waiting = self.part.try_update_value(|part| {
            part.commands = Some(commands);
            part.waiting.take()
        });
        match waiting.flatten() {
            Some(WaitingCommand::Open(file)) => (commands.open)(self, file),
            Some(WaitingCommand::Export(id)) => (commands.export)(self, &id),
            Some(WaitingCommand::Share(id)) => (commands.share)(self, &id),
            None => {}
        }
    }

    fn exchange_commands(self) -> Option<ExchangeCommands> {
        self.part.with_value(|part| part.commands)
    }

    /// Done later; on the page that says how that is, and how to have what is stored without it.
    fn wait(self, command: WaitingCommand) {
        self.part.update_value(|part| part.waiting = Some(command));
        self.navigation.go(&Route::Data);
    }
}
