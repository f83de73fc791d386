//! Addresses: every page has one, in the fragment, so that any static host serves them all.

use standards_met_core::assessment::Id;
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::EditionRef;
use standards_met_core::report::ReportKind;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Start,
    /// What waits for the questions of a year before an assessment starts.
    Begin,
    Overview(Id),
    Part(Id, u8),
    Item(Id, ItemId),
    ActionPlan(Id),
    /// The interview about the organisation.
    Interview(Id),
    Checks(Id),
    /// What is looked at before it is sent to somebody.
    Send(Id),
    /// What changed between the assessment and another version of it.
    Changes(Id),
    /// What is seldom done with the assessment: its name, versions, copies, removing it.
    Manage(Id),
    Find(Id),
    /// Every report of the assessment.
    Reports(Id),
    Report(Id, ReportKind),
    /// The questions for the IT supplier.
    Supplier(Id),
    /// What to enter in the official toolkit for one part.
    Official(Id, u8),
    /// The review of a copy for reviewing; of the home's own assessment, everything that reviewers say.
    Review(Id),
    /// The end of a review: what is sent to the home, and by whom.
    FinishReview(Id),
    /// One item of a copy for reviewing.
    ReviewItem(Id, ItemId),
    /// Last year's answers, to be carried over into this assessment.
    Carry(Id),
    /// What is new in this year's toolkit, and what that means for last year's answers.
    News(Id),
    /// The assessments of one organisation, year by year.
    Years(Id),
    /// The editions on this device.
    Editions,
    /// One of them, as a manager will see it.
    Edition(EditionRef),
    /// What is new in one of them, compared with another; of the latest two where none is named.
    EditionNews(Option<(EditionRef, EditionRef)>),
    /// The edition kit: an edition out of a spreadsheet.
    EditionKit,
    Data,
    /// How everything is kept on this device, and the versions that are kept beside it.
    Storage,
    /// Many homes' files in one table.
    Homes,
    /// One item across all of those homes.
    HomesItem(ItemId),
    About,
    /// How to put the page on the home screen, and how to take the work along.
    HomeScreen,
    Privacy,
    Accessibility,
    /// Deleting everything on this device.
    Clear,
    /// An address that names no page.
    Unknown(String),
}

impl Route {
    /// Reads the fragment of an address, without its `#`. Every text is some route.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let steps: Vec<&str> = fragment.split('/').filter(|step| !step.is_empty()).collect();
        match steps.as_slice() {
            [] => Self::Start,
            ["begin"] => Self::Begin,
            ["data"] => Self::Data,
            ["data", "storage"] => Self::Storage,
            ["homes"] => Self::Homes,
            ["homes", "item", item] => Self::HomesItem(ItemId((*item).into())),
            ["editions"] => Self::Editions,
            ["editions", "kit"] => Self::EditionKit,
            ["editions", "new"] => Self::EditionNews(None),
            ["editions", "new", id, hash, other_id, other_hash] => Self::EditionNews(Some((
                EditionRef(format!("{id}/{hash}")),
                EditionRef(format!("{other_id}/{other_hash}")),
            ))),
            ["editions", id, hash] => Self::Edition(EditionRef(format!("{id}/{hash}"))),
            ["about"] => Self::About,
            ["home-screen"] => Self::HomeScreen,
            ["privacy"] => Self::Privacy,
            ["accessibility"] => Self::Accessibility,
            ["clear"] => Self::Clear,
            ["a", id] => Self::Overview(Id((*id).into())),
            ["a", id, "actions"] => Self::ActionPlan(Id((*id).into())),
            ["a", id, "organisation"] => Self::Interview(Id((*id).into())),
            ["a", id, "checks"] => Self::Checks(Id((*id).into())),
            ["a", id, "send"] => Self::Send(Id((*id).into())),
            ["a", id, "carry"] => Self::Carry(Id((*id).into())),
            ["a", id, "new"] => Self::News(Id((*id).into())),
            ["a", id, "years"] => Self::Years(Id((*id).into())),
            ["a", id, "manage"] => Self::Manage(Id((*id).into())),
            ["a", id, "changes"] => Self::Changes(Id((*id).into())),
            ["a", id, "reports"] => Self::Reports(Id((*id).into())),
            ["a", id, "reports", report] => match ReportKind::parse(report) {
                Some(report) => Self::Report(Id((*id).into()), report),
                None => Self::Unknown(fragment.into()),
            },
            ["a", id, "find"] => Self::Find(Id((*id).into())),
            ["a", id, "supplier"] => Self::Supplier(Id((*id).into())),
            ["a", id, "review"] => Self::Review(Id((*id).into())),
            ["a", id, "finish-review"] => Self::FinishReview(Id((*id).into())),
            ["a", id, "review", item] => Self::ReviewItem(Id((*id).into()), ItemId((*item).into())),
            ["a", id, step @ ("part" | "official"), number] => match number.parse() {
                Ok(number) if *step == "part" => Self::Part(Id((*id).into()), number),
                Ok(number) => Self::Official(Id((*id).into()), number),
                Err(_) => Self::Unknown(fragment.into()),
            },
            ["a", id, "item", item] => Self::Item(Id((*id).into()), ItemId((*item).into())),
            _ => Self::Unknown(fragment.into()),
        }
    }

    /// The address as a link takes it.
    #[must_use]
    pub fn href(&self) -> String {
        format!("#{self}")
    }

    /// The assessment that the page is about.
    #[must_use]
    pub fn assessment(&self) -> Option<&Id> {
        match self {
            Self::Overview(id)
            | Self::Part(id, _)
            | Self::Item(id, _)
            | Self::ActionPlan(id)
            | Self::Interview(id)
            | Self::Checks(id)
            | Self::Send(id)
            | Self::Carry(id)
            | Self::News(id)
            | Self::Years(id)
            | Self::Changes(id)
            | Self::Manage(id)
            | Self::Find(id)
            | Self::Reports(id)
            | Self::Report(id, _)
            | Self::Supplier(id)
            | Self::Official(id, _)
            | Self::Review(id)
            | Self::FinishReview(id)
            | Self::ReviewItem(id, _) => Some(id),
            Self::Start
            | Self::Begin
            | Self::Data
            | Self::Storage
            | Self::Homes
            | Self::HomesItem(_)
            | Self::Editions
            | Self::Edition(_)
            | Self::EditionNews(_)
            | Self::EditionKit
            | Self::About
            | Self::HomeScreen
            | Self::Privacy
            | Self::Accessibility
            | Self::Clear
            | Self::Unknown(_) => None,
        }
    }
}

impl std::fmt::Display for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Start => f.write_str("/"),
            Self::Begin => f.write_str("/begin"),
            Self::Data => f.write_str("/data"),
            Self::Storage => f.write_str("/data/storage"),
            Self::Homes => f.write_str("/homes"),
            Self::HomesItem(item) => write!(f, "/homes/item/{item}"),
            Self::Editions => f.write_str("/editions"),
            Self::Edition(edition) => write!(f, "/editions/{}", edition.0),
            Self::EditionNews(None) => f.write_str("/editions/new"),
            Self::EditionNews(Some((new, old))) => write!(f, "/editions/new/{}/{}", new.0, old.0),
            Self::EditionKit => f.write_str("/editions/kit"),
            Self::About => f.write_str("/about"),
            Self::HomeScreen => f.write_str("/home-screen"),
            Self::Privacy => f.write_str("/privacy"),
            Self::Accessibility => f.write_str("/accessibility"),
            Self::Clear => f.write_str("/clear"),
            Self::Overview(id) => write!(f, "/a/{id}"),
            Self::ActionPlan(id) => write!(f, "/a/{id}/actions"),
            Self::Interview(id) => write!(f, "/a/{id}/organisation"),
            Self::Checks(id) => write!(f, "/a/{id}/checks"),
            Self::Send(id) => write!(f, "/a/{id}/send"),
            Self::Carry(id) => write!(f, "/a/{id}/carry"),
            Self::News(id) => write!(f, "/a/{id}/new"),
            Self::Years(id) => write!(f, "/a/{id}/years"),
            Self::Manage(id) => write!(f, "/a/{id}/manage"),
            Self::Changes(id) => write!(f, "/a/{id}/changes"),
            Self::Reports(id) => write!(f, "/a/{id}/reports"),
            Self::Report(id, report) => write!(f, "/a/{id}/reports/{}", report.name()),
            Self::Find(id) => write!(f, "/a/{id}/find"),
            Self::Supplier(id) => write!(f, "/a/{id}/supplier"),
            Self::Official(id, number) => write!(f, "/a/{id}/official/{number}"),
            Self::Part(id, number) => write!(f, "/a/{id}/part/{number}"),
            Self::Item(id, item) => write!(f, "/a/{id}/item/{item}"),
            Self::Review(id) => write!(f, "/a/{id}/review"),
            Self::FinishReview(id) => write!(f, "/a/{id}/finish-review"),
            Self::ReviewItem(id, item) => write!(f, "/a/{id}/review/{item}"),
            Self::Unknown(fragment) => f.write_str(fragment),
        }
    }
}

#[cfg(test)]
mod tests;
