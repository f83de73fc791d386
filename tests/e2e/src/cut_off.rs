//! Telling a driver or a browser that has gone away from a page that is not as it should be.

use thirtyfour::error::{WebDriverError, WebDriverErrorInner};

/// Whether it was the driver or its browser that ended, and nothing was heard of the page: such a journey or trial says
/// nothing, and is tried once more.
#[must_use]
pub fn is_cut_off(error: &anyhow::Error) -> bool {
    error.chain().filter_map(|cause| cause.downcast_ref::<WebDriverError>()).any(|error| {
        match error.as_inner() {
            WebDriverErrorInner::RequestFailed(_)
            | WebDriverErrorInner::HttpError(_)
            | WebDriverErrorInner::IoError(_)
            | WebDriverErrorInner::InvalidSessionId(_)
            | WebDriverErrorInner::SessionNotCreated(_)
            | WebDriverErrorInner::NoSuchWindow(_) => true,
            // Chromium's words for a page or a browser that has come to a sudden end.
            WebDriverErrorInner::UnknownError(info) => {
                let said = info.to_string();
                ["crashed", "disconnected", "not reachable"].iter().any(|word| said.contains(word))
            }
            _ => false,
        }
    })
}
