//! Where the person is, and what they had looked for there.

use crate::platform::address;
use crate::route::Route;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Query, ReviewFilter};

/// What a reviewer sees before they choose: only what the home has answered.
const FIRST_FILTER: Option<ReviewFilter> = Some(ReviewFilter::Answered);

/// The page that is shown, and what the pages before it go back to.
#[derive(Clone, Copy)]
pub struct Navigation {
    pub route: RwSignal<Route>,
    /// The assessment that the person was last in.
    pub current: RwSignal<Option<Id>>,
    /// What was last looked for, so that Back leads to the same results.
    pub query: RwSignal<Query>,
    /// Which items a reviewer wants to see; all where it is `None`.
    pub only: RwSignal<Option<ReviewFilter>>,
}

impl Navigation {
    pub(super) fn new() -> Self {
        Self {
            route: RwSignal::new(Route::Start),
            current: RwSignal::new(None),
            query: RwSignal::new(Query::default()),
            only: RwSignal::new(FIRST_FILTER),
        }
    }

    /// The address is now this fragment.
    pub(super) fn arrive(self, fragment: &str) {
        let route = Route::parse(fragment);
        if let Some(id) = route.assessment() {
            if self.current.with_untracked(|current| current.as_ref() != Some(id)) {
                // What was looked for in another home's is of no use here.
                self.query.set(Query::default());
                self.only.set(FIRST_FILTER);
            }
            self.current.set(Some(id.clone()));
        }
        if self.route.with_untracked(|now| *now != route) {
            self.route.set(route);
        }
    }

    /// Goes to a page.
    pub fn go(self, route: &Route) {
        address::go(&route.to_string());
    }

    /// Goes to a page in the place of the one that is shown, which is no step to come back to.
    pub fn replace(self, route: &Route) {
        address::replace(&route.to_string());
    }

    /// Shows a reviewer only some of the items; all where it is `None`.
    pub fn see_only(self, only: Option<ReviewFilter>) {
        self.only.set(only);
    }
}
