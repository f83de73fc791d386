//! Pages that are there to be read: what this is, privacy, accessibility, and the way to the home screen.

mod about;
mod accessibility;
mod home_screen;
mod place_check;
mod privacy;
mod prose;

pub use about::AboutPage;
pub use accessibility::AccessibilityPage;
pub use home_screen::HomeScreenPage;
pub use privacy::PrivacyPage;
