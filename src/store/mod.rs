//! The page's signals, and the commands that change them. The interface reaches the outside only through these.

mod adding_editions;
mod beginning;
mod carrying;
mod clearing;
mod comparing;
mod copies;
mod duplicating;
mod editions;
mod exchange_part;
mod exchanging;
mod guiding;
mod homes;
mod hosted;
mod keeping;
mod kept_files;
mod kit;
mod locking;
mod merging;
mod notice;
mod offer;
mod offline;
mod open_item;
mod reading_homes;
mod redacting;
mod reporting;
mod reviewing;
mod second;
mod setting_aside;
mod sharing;
mod tabs;
mod undoing;
mod unread;

pub use carrying::Carrying;
pub use comparing::{Comparison, Version};
pub use copies::Lasting;
pub use editions::{EditionHere, Editions, Opened, Said};
pub use exchange_part::ExchangeCommands;
pub use exchanging::Exported;
pub use homes::{Outcome, ROWS, Reading, Refused, TableKept, YourHomes};
pub use hosted::Hosted;
pub use keeping::Saving;
pub use kept_files::{FileKept, FileStatus};
pub use kit::{Spreadsheet, SpreadsheetRead, Unread};
pub use locking::LockedFile;
pub use notice::{Kept, Notice, Undo};
pub use offer::{Existing, Offer};
pub use offline::Offline;
pub use open_item::{OpenItem, status_of};
pub use reporting::{Made, Making, Reports, Step, Unmade};
pub use reviewing::{Returned, SavedReview};
pub use second::SecondCopy;
pub use sharing::Checked;
pub use undoing::Steps;

use crate::platform::{address, clock, page, random};
use crate::route::Route;
use leptos::prelude::*;
use standards_met_core::assessment::{Assessment, Edit, Id, Query, ReviewFilter};
use standards_met_core::catalogue::{Edition, ItemId};
use standards_met_core::exchange::Document;
use standards_met_core::json::Extra;
use standards_met_core::storage::SetAside;
use standards_met_core::storage::StorageError;
use std::sync::Arc;

fn find<'a>(documents: &'a [Document], id: &Id) -> Option<&'a Document> {
    documents.iter().find(|document| document.assessment.id == *id)
}

/// Everything that the interface shows. It lives as long as the page.
#[derive(Clone, Copy)]
pub struct AppState {
    pub route: RwSignal<Route>,
    /// The assessment that the person was last in.
    pub current: RwSignal<Option<Id>>,
    /// Every assessment on this device. The one place where answers live while the page is open.
    pub documents: RwSignal<Vec<Document>>,
    pub set_aside: RwSignal<Vec<SetAside>>,
    pub saving: RwSignal<Saving>,
    /// Why the first copy on the device does not take what is typed, and whether the second does.
    pub trouble: RwSignal<Option<(StorageError, bool)>>,
    pub notice: RwSignal<Option<(Notice, Option<Undo>)>>,
    /// A file that was read and waits for a choice.
    pub offer: RwSignal<Option<Offer>>,
    /// A locked file that waits for its passphrase.
    pub locked: RwSignal<Option<LockedFile>>,
    /// What was last looked for, so that Back leads to the same results.
    pub query: RwSignal<Query>,
    /// Which items a reviewer wants to see.
    pub only: RwSignal<Option<ReviewFilter>>,
    /// What came back from a reviewer and waits for a choice.
    pub returned: RwSignal<Option<Returned>>,
    /// How things are with the second copy on the device.
    pub second: RwSignal<SecondCopy>,
    /// What can be undone and done again.
    pub steps: RwSignal<Steps>,
    /// Changes whenever a copy was made.
    copies: RwSignal<()>,
    pub lasting: RwSignal<Lasting>,
    /// Whether the page opens without the internet, and whether a newer version is there.
    pub offline: RwSignal<Offline>,
    /// The files that are kept up to date.
    pub files: RwSignal<Vec<FileKept>>,
    built_in: StoredValue<Arc<Edition>>,
    mirror: StoredValue<second::Mirror, LocalStorage>,
    keeping: StoredValue<keeping::Keeping, LocalStorage>,
    exchange: StoredValue<exchange_part::ExchangePart, LocalStorage>,
    /// What lives as long as the page.
    owner: StoredValue<Owner>,
}

impl AppState {
    /// Loads what is on the device, and listens to the address, to the page being put away, and to other tabs.
    #[must_use]
    pub fn start() -> Self {
        // The tests prove that the delivered file reads, and `boot.js` that it was delivered.
        let built_in = Arc::new(Edition::from_text(&page::delivered_edition()).unwrap_or_default());
        let (loaded, saving) = keeping::load(&built_in);
        let (documents, kept) = (loaded.documents, loaded.kept);
        let state = Self {
            route: RwSignal::new(Route::Start),
            current: RwSignal::new(None),
            documents: RwSignal::new(documents),
            set_aside: RwSignal::new(loaded.set_aside),
            trouble: RwSignal::new(keeping::trouble_of(&saving)),
            saving: RwSignal::new(saving),
            notice: RwSignal::new(None),
            offer: RwSignal::new(None),
            locked: RwSignal::new(None),
            query: RwSignal::new(Query::default()),
            only: RwSignal::new(None),
            returned: RwSignal::new(None),
            built_in: StoredValue::new(built_in),
            second: RwSignal::new(SecondCopy::Opening),
            steps: RwSignal::new(Steps::default()),
            copies: RwSignal::new(()),
            lasting: RwSignal::new(Lasting::Unknown),
            offline: RwSignal::new(Offline::Unknown),
            files: RwSignal::new(Vec::new()),
            mirror: StoredValue::new_local(second::Mirror::default()),
            keeping: StoredValue::new_local(keeping::Keeping::default()),
            exchange: StoredValue::new_local(exchange_part::ExchangePart::default()),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        // What was found in an older form is not among these, and is saved in this one with its next edit.
        kept.into_iter().for_each(|(id, kept)| state.know_shown(&id, kept));
        state.mirror.write_value().damaged = Some(loaded.damaged);
        state.give_second_its_time();
        state.arrive(&address::fragment());
        address::on_change(move |fragment| {
            state.save_soon();
            state.notice.set(None);
            state.arrive(&fragment);
        });
        page::on_leave(move || state.flush());
        page::on_other_tab(move |key, text| state.meet_other_tab(key, text));
        state
    }

    fn arrive(self, fragment: &str) {
        let route = Route::parse(fragment);
        if let Some(id) = route.assessment() {
            if self.current.with_untracked(|current| current.as_ref() != Some(id)) {
                // What was looked for in another home's is of no use here.
                self.query.set(Query::default());
            }
            self.current.set(Some(id.clone()));
        }
        if self.route.with_untracked(|now| *now != route) {
            self.route.set(route);
        }
    }

    /// Makes something that lives as long as the page, wherever it is asked for first.
    fn for_the_page<T>(self, make: impl FnOnce() -> T) -> T {
        self.owner.with_value(|owner| owner.with(make))
    }

    /// Goes to a page.
    pub fn go(self, route: &Route) {
        address::go(&route.to_string());
    }

    /// Says something, with a way back where there is one.
    pub fn tell(self, notice: Notice, undo: Option<Undo>) {
        self.notice.set(Some((notice, undo)));
    }

    pub fn dismiss_notice(self) {
        self.notice.set(None);
    }

    /// Looks at one document; follows its changes where the caller is reactive.
    pub fn with<T>(self, id: &Id, look: impl FnOnce(&Document) -> T) -> Option<T> {
        self.documents.track();
        self.peek(id, look)
    }

    /// The assessment that the person was last in, if it is on this device.
    #[must_use]
    pub fn current_here(self) -> Option<Id> {
        self.current.get().filter(|id| self.with(id, |_| ()).is_some())
    }

    /// Whether the page that is shown belongs to the worked example.
    #[must_use]
    pub fn is_example(self) -> bool {
        let shown = self.route.with(|route| route.assessment().cloned());
        shown
            .and_then(|id| self.with(&id, |document| document.assessment.example.is_some()))
            .unwrap_or_default()
    }

    /// Looks at one document now.
    pub fn peek<T>(self, id: &Id, look: impl FnOnce(&Document) -> T) -> Option<T> {
        // One function for the search, and not one for each look: there are a hundred.
        let (mut look, mut seen) = (Some(look), None);
        self.show(id, &mut |document| seen = look.take().map(|look| look(document)));
        seen
    }

    #[inline(never)]
    fn show(self, id: &Id, look: &mut dyn FnMut(&Document)) {
        self.documents.with_untracked(|documents| {
            if let Some(document) = find(documents, id) {
                look(document);
            }
        });
    }

    fn change<T>(self, id: &Id, change: impl FnOnce(&mut Assessment) -> T) -> Option<T> {
        let outcome = self.documents.try_update(|documents| {
            let document = documents.iter_mut().find(|document| document.assessment.id == *id)?;
            Some(change(&mut document.assessment))
        });
        self.schedule_save(id);
        outcome.flatten()
    }

    /// The edition that is delivered with the page, with which an assessment begins unless another is chosen.
    #[must_use]
    pub fn built_in(self) -> Arc<Edition> {
        self.built_in.get_value()
    }

    /// Begins an assessment and opens it.
    pub fn create(self, name: &str, ods_code: &str) {
        let assessment = Assessment::new(random::new_id(), name, ods_code, clock::now());
        let route = Route::Overview(assessment.id.clone());
        let edition = self.built_in();
        self.add(Document { edition, assessment, extra: Extra::new() });
        self.go(&route);
    }

    fn add(self, document: Document) {
        let id = document.assessment.id.clone();
        self.documents.update(|documents| documents.push(document));
        self.schedule_save(&id);
        self.flush();
    }

    /// Adds what came from a file. It is saved in the next turns.
    fn bring_in(self, document: Document) {
        let id = document.assessment.id.clone();
        self.documents.update(|documents| documents.push(document));
        self.schedule_save(&id);
        self.save_soon();
    }

    /// Changes one item's response. What it removes can be put back.
    pub fn edit(self, assessment: &Id, item: &ItemId, edit: Edit) {
        if let Some(edit) = self.change_item(assessment, item, edit).map(Box::new) {
            let undo = Undo::Edit { assessment: assessment.clone(), item: item.clone(), edit };
            self.tell(Notice::RemovedFrom { item: item.clone() }, Some(undo));
        }
    }

    /// Changes the organisation's name and code.
    pub fn rename(self, id: &Id, name: &str, ods_code: &str) {
        self.change_all(id, |assessment| assessment.rename(name, ods_code, clock::now()));
        self.flush();
        self.tell(Notice::Renamed { name: name.trim().into() }, None);
    }
}
