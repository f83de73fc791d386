//! What can go wrong in a trial.

use crate::Engine;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser is killed in the middle of typing, and started again on the same storage.
    Kill,
    /// The tab is closed in the middle of typing.
    CloseTab,
    /// Local storage is filled to the last character by somebody else.
    Full,
    /// Writing to local storage throws, for a while or until the page is closed.
    Refused,
    /// A character in one or two stored texts is another, most often in a save.
    Flipped,
    /// Everything in local storage is gone.
    FirstGone,
    /// The whole second copy is gone.
    SecondGone,
    /// The second copy takes nothing, for a while or until the page is closed.
    SecondRefused,
    /// The questions of an edition that does not come with the page are damaged, or gone.
    NoQuestions,
    /// A second tab edits the same items.
    TwoTabs,
    /// What is stored is in the form of the first version of the page.
    OldForm,
}

impl Fault {
    pub const ALL: [Self; 11] = [
        Self::Kill,
        Self::CloseTab,
        Self::Full,
        Self::Refused,
        Self::Flipped,
        Self::FirstGone,
        Self::SecondGone,
        Self::SecondRefused,
        Self::NoQuestions,
        Self::TwoTabs,
        Self::OldForm,
    ];

    /// What it is called in the table.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Kill => "browser killed",
            Self::CloseTab => "tab closed",
            Self::Full => "storage filled",
            Self::Refused => "setItem throws",
            Self::Flipped => "characters changed",
            Self::FirstGone => "local storage deleted",
            Self::SecondGone => "second copy deleted",
            Self::SecondRefused => "second copy refuses",
            Self::NoQuestions => "questions damaged",
            Self::TwoTabs => "two tabs, same item",
            Self::OldForm => "older form stored",
        }
    }

    /// Why an engine cannot have this fault under WebDriver.
    #[must_use]
    pub fn impossible(self, engine: Engine) -> Option<&'static str> {
        (self == Self::Kill && engine == Engine::WebKit)
            .then_some("WebKit's automation sessions keep nothing from one to the next")
    }
}

/// The faults that an engine can have, in an order that gives each its turn.
#[must_use]
pub fn faults_of(engine: Engine) -> Vec<Fault> {
    Fault::ALL.into_iter().filter(|fault| fault.impossible(engine).is_none()).collect()
}
