//! The editions of the host that serves this page. Nothing is fetched before somebody asks for it.

use super::{Exchange, Hosted, Said};
use crate::platform::files;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::exchange::text_of;
use standards_met_core::kit::{self, ListedEdition};
use standards_met_core::storage::EditionOrigin;

impl Exchange {
    /// Asks the host that serves this page for its list of editions.
    pub fn ask_host(self) {
        let editions = self.editions_context();
        editions.hosted.set(Hosted::Asking);
        spawn_local(async move {
            let list = files::own_file("editions/index.json").await;
            let list = list.as_deref().ok().and_then(|bytes| kit::read_list(text_of(bytes).ok()?));
            // What comes with the page is on the list above already.
            let included = self.assessments.offered_years();
            let others = |list: Vec<ListedEdition>| -> Vec<ListedEdition> {
                list.into_iter()
                    .filter(|listed| included.iter().all(|one| one.sha256 != listed.sha256))
                    .collect()
            };
            editions.hosted.set(list.map_or(Hosted::NoAnswer, |list| Hosted::Here(others(list))));
        });
    }

    /// Fetches an edition of the host's list and puts it on this device.
    pub fn add_hosted(self, listed: &ListedEdition) {
        let listed = listed.clone();
        spawn_local(async move {
            let bytes = files::own_file(&format!("editions/{}", listed.file)).await;
            let text = bytes.as_deref().ok().and_then(|bytes| text_of(bytes).ok());
            let Some(text) = text else { return self.say_of_editions(Said::NotGiven(listed.title)) };
            if !listed.is(text) {
                return self.say_of_editions(Said::OtherThanListed(listed.title));
            }
            match kit::check(text).0 {
                Some(edition) => {
                    self.add_edition(&edition, EditionOrigin::Host, &listed.file);
                }
                None => self.say_of_editions(Said::Unusable(listed.title)),
            }
        });
    }
}
