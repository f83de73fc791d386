//! The assessments on this device, as signals, and the commands that change them.

use super::mirror::Mirror;
use super::save_queue::SaveQueue;
use super::{Navigation, NewAssessment, Notice, Notices, SaveStatus, Saving, Steps, Undo};
use crate::platform::storage::Device;
use crate::platform::{address, clock, page, random};
use crate::route::Route;
use leptos::prelude::*;
use standards_met_core::assessment::{Assessment, Edit, Id};
use standards_met_core::catalogue::{Edition, ItemId, Wording};
use standards_met_core::exchange::Document;
use standards_met_core::json::Extra;
use standards_met_core::kit::ListedEdition;
use standards_met_core::storage::{self, LoadedStore, SetAside, StorageError};
use std::sync::Arc;
use std::time::Duration;

/// After so long another page is shown.
const PAGE_TURNED: Duration = Duration::from_millis(100);

/// Every assessment on this device, and what saves them. Its commands are in the files of this folder, each beside what it is about.
#[derive(Clone, Copy)]
pub struct Assessments {
    /// The one place where answers live while the page is open.
    pub documents: RwSignal<Vec<Document>>,
    pub set_aside: RwSignal<Vec<SetAside>>,
    /// What can be undone and done again.
    pub steps: RwSignal<Steps>,
    /// How often a field was left. What is said of what was typed waits for it.
    pub fields_left: RwSignal<u32>,
    pub(super) saving: Saving,
    pub(super) navigation: Navigation,
    pub(super) notices: Notices,
    pub(super) built_in: StoredValue<Arc<Edition>>,
    /// The years that can be begun beside the built-in one, the newest first.
    pub(super) offered: StoredValue<Vec<ListedEdition>>,
    /// What is to be begun once its questions are here.
    pub(super) new: StoredValue<Option<NewAssessment>>,
    pub(super) mirror: StoredValue<Mirror, LocalStorage>,
    pub(super) keeping: StoredValue<SaveQueue, LocalStorage>,
}

impl Assessments {
    /// No assessments yet, on a device that is asked for nothing.
    pub(super) fn new(
        built_in: Arc<Edition>,
        offered: Vec<ListedEdition>,
        saving: Saving,
        navigation: Navigation,
        notices: Notices,
    ) -> Self {
        Self {
            documents: RwSignal::new(Vec::new()),
            set_aside: RwSignal::new(Vec::new()),
            steps: RwSignal::new(Steps::default()),
            fields_left: RwSignal::new(0),
            saving,
            navigation,
            notices,
            built_in: StoredValue::new(built_in),
            offered: StoredValue::new(offered),
            new: StoredValue::new(None),
            mirror: StoredValue::new_local(Mirror::default()),
            keeping: StoredValue::new_local(SaveQueue::default()),
        }
    }

    /// Loads what is on the device, and listens to the address, to the page being put away, and to other tabs.
    #[must_use]
    pub(super) fn load(navigation: Navigation, notices: Notices) -> Self {
        // The tests prove that the delivered file reads, and `boot.js` that it was delivered.
        let built_in = Arc::new(Edition::from_text(&page::delivered_edition()).unwrap_or_default());
        let (loaded, status) = load(&built_in);
        let kept = loaded.kept;
        let assessments =
            Self::new(built_in, page::offered_editions(), Saving::new(status), navigation, notices);
        assessments.documents.set(loaded.documents);
        assessments.set_aside.set(loaded.set_aside);
        // What was found in an older form is not among these, and is saved in this one with its next edit.
        kept.into_iter().for_each(|(id, kept)| assessments.know_shown(&id, kept));
        assessments.mirror.write_value().damaged = Some(loaded.damaged);
        assessments.give_second_its_time();
        navigation.arrive(&address::fragment());
        address::on_change(move |fragment| {
            assessments.save_soon();
            notices.turn_page();
            navigation.arrive(&fragment);
        });
        page::on_leave(move || assessments.flush());
        page::on_other_tab(move |key, text| assessments.meet_other_tab(key, text));
        assessments
    }

    /// Looks at one document; follows its changes where the caller is reactive.
    pub fn with<T>(self, id: &Id, look: impl FnOnce(&Document) -> T) -> Option<T> {
        self.documents.track();
        self.with_untracked(id, look)
    }

    /// The assessment that the person was last in, if it is on this device.
    #[must_use]
    pub fn current_here(self) -> Option<Id> {
        self.navigation.current.get().filter(|id| self.with(id, |_| ()).is_some())
    }

    /// Whether the page that is shown belongs to the worked example.
    #[must_use]
    pub fn is_example(self) -> bool {
        self.shown_is(|document| document.assessment.example.is_some())
    }

    /// Whether the page that is shown belongs to an assessment whose questions are in our own words.
    #[must_use]
    pub fn is_in_our_words(self) -> bool {
        self.shown_is(|document| document.edition.wording == Wording::Ours)
    }

    fn shown_is(self, what: fn(&Document) -> bool) -> bool {
        let shown = self.navigation.route.with(|route| route.assessment().cloned());
        shown.and_then(|id| self.with(&id, what)).unwrap_or_default()
    }

    /// Every assessment on this device, followed: a person's own, and the worked example after them.
    #[must_use]
    pub fn own_first(self) -> Vec<Id> {
        self.documents.with(|documents| {
            let of = |is_example: bool| {
                let some = documents.iter().map(|document| &document.assessment);
                some.filter(move |one| one.example.is_some() == is_example).map(|one| one.id.clone())
            };
            of(false).chain(of(true)).collect()
        })
    }

    /// What an assessment is called in a list, followed: the name of the organisation, with the toolkit year where the
    /// assessment of another year has the same name.
    #[must_use]
    pub fn name_in_list(self, id: &Id) -> String {
        self.documents.with(|documents| {
            let Some(this) = find(documents, id) else { return String::new() };
            let (name, year) = (&this.assessment.organisation.name, &this.edition.year);
            let is_other =
                |one: &Document| one.assessment.organisation.name == *name && one.edition.year != *year;
            if documents.iter().any(is_other) { format!("{name} ({year})") } else { name.clone() }
        })
    }

    /// How many comments of reviewers on an item wait for the home, followed. None in a copy for reviewing.
    #[must_use]
    pub fn waiting_comments(self, id: &Id, item: &ItemId) -> usize {
        let count = |document: &Document| {
            let response =
                document.assessment.response(item).filter(|_| !document.assessment.is_under_review());
            response.map_or(0, |response| response.waiting().count())
        };
        self.with(id, count).unwrap_or_default()
    }

    /// Looks at one document now, and follows nothing.
    pub fn with_untracked<T>(self, id: &Id, look: impl FnOnce(&Document) -> T) -> Option<T> {
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

    pub(super) fn change<T>(self, id: &Id, change: impl FnOnce(&mut Assessment) -> T) -> Option<T> {
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

    /// Begins an assessment, and returns the address of its overview.
    pub fn create(self, edition: Arc<Edition>, name: &str, ods_code: &str) -> Route {
        let assessment = Assessment::new(random::new_id(), name, ods_code, clock::now());
        let route = Route::Overview(assessment.id.clone());
        self.add(Document { edition, assessment, extra: Extra::new() });
        route
    }

    pub(super) fn add(self, document: Document) {
        let id = document.assessment.id.clone();
        self.documents.update(|documents| documents.push(document));
        self.schedule_save(&id);
        self.flush();
    }

    /// Adds what came from a file. It is saved in the next turns.
    pub(super) fn bring_in(self, document: Document) {
        let id = document.assessment.id.clone();
        // Whoever brings it in leads to another page. That one finds it; the one that goes is not drawn anew before, which
        // would take as long again.
        self.documents.update_untracked(|documents| documents.push(document));
        set_timeout(move || self.documents.notify(), PAGE_TURNED);
        self.schedule_save(&id);
        self.save_soon();
    }

    /// Changes one item's response. What it removes can be put back.
    pub fn edit(self, assessment: &Id, item: &ItemId, edit: Edit) {
        if let Some(edit) = self.change_item(assessment, item, edit).map(Box::new) {
            let undo = Undo::Edit { assessment: assessment.clone(), item: item.clone(), edit };
            self.notices.tell(Notice::RemovedFrom { item: item.clone() }, Some(undo));
        }
    }

    /// Changes the organisation's name and code.
    pub fn rename(self, id: &Id, name: &str, ods_code: &str) {
        self.change_all(id, |assessment| assessment.rename(name, ods_code, clock::now()));
        self.flush();
        self.notices.tell(Notice::Renamed { name: name.trim().into() }, None);
    }
}

/// Reads everything from the device.
fn load(built_in: &Arc<Edition>) -> (LoadedStore, SaveStatus) {
    let device = Device::open();
    let saving = if device.is_missing() {
        SaveStatus::Failed(StorageError::Unavailable)
    } else {
        SaveStatus::Unchanged
    };
    (storage::load(&device, built_in, clock::now()), saving)
}

fn find<'a>(documents: &'a [Document], id: &Id) -> Option<&'a Document> {
    documents.iter().find(|document| document.assessment.id == *id)
}
