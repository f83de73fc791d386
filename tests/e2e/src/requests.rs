//! What the page has asked for over the network.

use anyhow::Result;

use crate::Session;

impl Session {
    /// The addresses that were asked for since the journey began, also by pages that have been left.
    ///
    /// The address bar itself is not among them: a page cannot see that it was asked for.
    pub async fn requests(&self) -> Result<Vec<String>> {
        let script = "return performance.getEntriesByType('resource').map((entry) => entry.name);";
        let asked: Vec<String> = serde_json::from_value(self.script(script, vec![]).await?)?;
        let mut requests = self.requests.borrow_mut();
        requests.extend(asked);
        Ok(requests.iter().cloned().collect())
    }

    /// Notes what has to be known of a page before it goes.
    pub(crate) async fn before_leaving(&self) -> Result<()> {
        self.console().await?;
        self.requests().await?;
        Ok(())
    }
}
