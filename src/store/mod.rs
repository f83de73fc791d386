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
mod clearing;
mod comparing;
mod copies;
mod duplicating;
mod editions;
mod exchange;
mod exchanging;
mod guiding;
mod homes;
mod hosted;
mod keeping;
mod kept_files;
mod kit;
mod locking;
mod merging;
mod navigation;
mod notice;
mod notices;
mod offer;
mod offline;
mod open_item;
mod reading_homes;
mod redacting;
mod reporting;
mod reviewing;
mod saving;
mod second;
mod setting_aside;
mod sharing;
mod tabs;
mod undoing;
mod unread;

pub use assessments::Assessments;
pub use carrying::Carrying;
pub use comparing::{Comparison, Version};
pub use editions::{EditionHere, Editions, Opened, Said};
pub use exchange::{Exchange, ExchangeCommands};
pub use exchanging::Exported;
pub use homes::{Outcome, ROWS, Reading, Refused, TableKept, YourHomes};
pub use hosted::Hosted;
pub use kept_files::{FileKept, FileStatus};
pub use kit::{Spreadsheet, SpreadsheetRead, Unread};
pub use locking::LockedFile;
pub use navigation::Navigation;
pub use notice::{Kept, Notice, Undo};
pub use notices::Notices;
pub use offer::{Existing, Offer};
pub use offline::{Offline, OfflineStatus};
pub use open_item::{OpenItem, status_of};
pub use reporting::{Made, Making, Reports, Step, Unmade};
pub use reviewing::{Returned, SavedReview};
pub use saving::{Lasting, SaveStatus, Saving, SecondCopy};
pub use sharing::Checked;
pub use undoing::Steps;

use leptos::prelude::*;

/// Loads what is on the device, and hands every context to the components below the one that calls this.
pub fn provide_contexts() {
    let (navigation, notices) = (Navigation::new(), Notices::new());
    let assessments = Assessments::load(navigation, notices);
    let exchange = Exchange::new(assessments, navigation, notices);
    provide_context(navigation);
    provide_context(notices);
    provide_context(assessments.saving);
    provide_context(assessments);
    provide_context(exchange);
    provide_context(Offline::new(assessments, notices, exchange));
}
