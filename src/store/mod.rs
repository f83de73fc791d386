//! What is open: a few contexts of signals, and the commands that change them. A page reaches the outside only through these.
//!
//! | Context | What it holds, and what its commands change |
//! |---|---|
//! | [`Assessments`] | every assessment on this device: answers, undo, history, snapshots |
//! | [`Saving`] | how saving goes, in both copies |
//! | [`Exchange`] | files: what is being opened, and what is handed out |
//! | [`Navigation`] | which page is shown, and what was looked for |
//! | [`Notices`] | what has just been done |
//! | [`Offline`] | whether the page opens without the internet, and newer versions of it |

mod adding_editions;
mod assessments;
mod beginning;
mod carrying;
mod cleared;
mod clearing;
mod comparing;
mod copies;
mod duplicating;
mod editions;
mod exchange;
mod exchanging;
mod guiding;
mod handed_out;
mod homes;
mod hosted;
mod keeping;
mod kept_files;
mod kept_steps;
mod kit;
mod letting_out;
mod locking;
mod merging;
mod mirror;
mod navigation;
mod new_assessment;
mod news;
mod notice;
mod notices;
mod offer;
mod offline;
mod open_item;
mod opened_files;
mod publishing;
mod reading_homes;
mod redacting;
mod reporting;
mod reviewing;
mod save_queue;
mod saving;
mod second;
mod setting_aside;
mod sharing;
mod spreadsheet;
mod starting;
mod steps;
mod tabs;
mod undoing;
mod unread;
mod worked_examples;

pub use assessments::Assessments;
pub use carrying::Carrying;
pub use comparing::{Comparison, Version};
pub use exchange::{Exchange, ExchangeCommands};
pub use homes::{Outcome, ROWS, Reading, Refused, TableKept, YourHomes};
pub use navigation::Navigation;
pub use news::YearNews;
pub use notice::{Kept, Notice, Undo};
pub use notices::Notices;
pub use offline::{Offline, OfflineStatus};
pub use open_item::{OpenItem, status_of};
pub use reporting::{Made, Making, Reports, Step, Unmade};

pub use editions::{EditionHere, Editions, Hosted, Opened, Said};
pub use handed_out::{Checked, Exported, HeldBack, SavedReview};
pub use new_assessment::{NewAssessment, StartFailed};
pub use opened_files::{Existing, LockedFile, Offer, Returned};
pub use saving::{FileKept, FileStatus, Lasting, SaveStatus, Saving, SecondCopy};
pub use spreadsheet::{Spreadsheet, SpreadsheetRead, Unread};
pub use steps::Steps;

use leptos::prelude::*;
use standards_met_core::catalogue::Edition;
use standards_met_core::kit::ListedEdition;
use std::sync::Arc;

/// Loads what is on the device, and hands every context to the components below the one that calls this.
pub fn provide_contexts() {
    let (navigation, notices) = (Navigation::new(), Notices::new());
    provide(Assessments::load(navigation, notices), navigation, notices);
}

/// Hands on the contexts of a device with nothing on it, which is asked for nothing: there is no device yet when the start
/// page is drawn into `index.html`.
pub fn provide_empty_contexts(built_in: Edition, offered: Vec<ListedEdition>) {
    let (navigation, notices) = (Navigation::new(), Notices::new());
    let saving = Saving::new(SaveStatus::Unchanged);
    let assessments = Assessments::new(Arc::new(built_in), offered, saving, navigation, notices);
    provide(assessments, navigation, notices);
}

fn provide(assessments: Assessments, navigation: Navigation, notices: Notices) {
    let exchange = Exchange::new(assessments, navigation, notices);
    provide_context(navigation);
    provide_context(notices);
    provide_context(assessments.saving);
    provide_context(assessments);
    provide_context(exchange);
    provide_context(Offline::new(assessments, notices, exchange));
}
