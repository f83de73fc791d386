//! Telling a driver or a browser that has gone away from a page that is not as it should be.

use thirtyfour::error::{WebDriverError, WebDriverErrorInner};

use crate::Session;

/// A browser that still answers and cannot be used any more, with the reason; another one can.
#[derive(Debug)]
pub(crate) struct Unusable(pub &'static str);

impl std::fmt::Display for Unusable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "this browser cannot be used any more: {}", self.0)
    }
}

/// Whether it was the driver or its browser that ended, and nothing was heard of the page: such a journey or trial says
/// nothing, and is tried once more.
#[must_use]
pub fn is_cut_off(error: &anyhow::Error) -> bool {
    error.is::<Unusable>()
        || error.chain().filter_map(|cause| cause.downcast_ref::<WebDriverError>()).any(|error| {
            match error.as_inner() {
            WebDriverErrorInner::RequestFailed(_)
            | WebDriverErrorInner::HttpError(_)
            | WebDriverErrorInner::IoError(_)
            | WebDriverErrorInner::InvalidSessionId(_)
            | WebDriverErrorInner::SessionNotCreated(_)
            | WebDriverErrorInner::NoSuchWindow(_)
            // For a minute the browser did not do what it was asked: a page that always hangs does so in the next one too.
            | WebDriverErrorInner::ScriptTimeout(_) => true,
            // Chromium's words for a page or a browser that has come to a sudden end.
            WebDriverErrorInner::UnknownError(info) => {
                let said = info.to_string();
                ["crashed", "disconnected", "not reachable"].iter().any(|word| said.contains(word))
            }
            _ => false,
        }
        })
}

/// The same, where the driver's words do not say so: WebKit's answers the command in the middle of which its browser ended
/// with "could not parse script result", and only the next one with "invalid session id".
pub(crate) async fn was_cut_off(s: &Session, error: &anyhow::Error) -> bool {
    if is_cut_off(error) {
        return true;
    }
    match s.web().windows().await {
        Ok(_) => false,
        Err(gone) => is_cut_off(&gone.into()),
    }
}

#[cfg(test)]
mod tests {
    use anyhow::{Context, Error, anyhow};
    use thirtyfour::error::WebDriverErrorInfo;

    use super::*;

    fn says(text: &str) -> WebDriverErrorInfo {
        WebDriverErrorInfo::new(text.to_owned())
    }

    #[test]
    fn a_driver_that_has_gone_is_told_from_a_page_that_is_wrong() {
        assert!(is_cut_off(&anyhow!("it is blocked").context(Unusable("the second copy stays"))));
        let gone = [
            WebDriverError::RequestFailed("error sending request".to_owned()),
            WebDriverError::InvalidSessionId(says("invalid session id")),
            WebDriverError::UnknownError(says("session deleted as the browser has crashed")),
            WebDriverError::ScriptTimeout(says("script timed out after 60000ms")),
        ];
        for error in gone {
            let error = Err::<(), Error>(error.into()).context("Looked for the button").unwrap_err();
            assert!(is_cut_off(&error), "{error:#}");
        }
        let wrong = [
            WebDriverError::NoSuchElement(says("no such element")).into(),
            WebDriverError::JavascriptError(says("the page's own script crashed")).into(),
            WebDriverError::UnknownError(says("move target out of bounds")).into(),
            anyhow!("the page is blank"),
            anyhow!("it shows the words: error sending request"),
        ];
        for error in wrong {
            assert!(!is_cut_off(&error), "{error:#}");
        }
    }
}
