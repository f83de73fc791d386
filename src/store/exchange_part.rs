//! Opening and exporting files, asked for before the part of the program that does it is here.

use super::AppState;
use crate::platform::files::File;
use crate::route::Route;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// What the later part of the program does with files. By pointers, so that it stays out of the first part.
#[derive(Clone, Copy)]
pub struct ExchangeCommands {
    /// Opens a file; without one, the worked example.
    pub open: fn(AppState, Option<File>),
    /// Exports an assessment.
    pub export: fn(AppState, &Id),
}

/// What waits for the later part to be here.
enum WaitingCommand {
    Open(Option<File>),
    Export(Id),
}

/// What is there of the later part, and what waits for it.
#[derive(Default)]
pub(super) struct ExchangePart {
    commands: Option<ExchangeCommands>,
    waiting: Option<WaitingCommand>,
}

impl AppState {
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

    /// The later part is here: does what has waited for it.
    pub fn take_exchange_commands(self, commands: ExchangeCommands) {
        let waiting = self.exchange.try_update_value(|part| {
            part.commands = Some(commands);
            part.waiting.take()
        });
        match waiting.flatten() {
            Some(WaitingCommand::Open(file)) => (commands.open)(self, file),
            Some(WaitingCommand::Export(id)) => (commands.export)(self, &id),
            None => {}
        }
    }

    fn exchange_commands(self) -> Option<ExchangeCommands> {
        self.exchange.with_value(|part| part.commands)
    }

    /// Done later; on the page that says how that is, and how to have what is stored without it.
    fn wait(self, command: WaitingCommand) {
        self.exchange.update_value(|part| part.waiting = Some(command));
        self.go(&Route::Data);
    }
}
