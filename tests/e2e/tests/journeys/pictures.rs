//! The pictures in the README.

use e2e::{Result, Session, act, check};

use crate::steps;

/// The overview, an item and the calendar of the worked example, on a tablet held upright. What is printed has its pictures
/// from `reports::a_printed_report_holds_every_item`.
pub async fn pictures_for_the_readme(s: &mut Session) -> Result<()> {
    let id = steps::open_example(s).await?;
    check::text(s, "The four parts").await?;
    act::screenshot(s, "overview").await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::screenshot(s, "item").await?;
    act::open(s, &format!("#/a/{id}/reports/calendar")).await?;
    check::heading(s, "Calendar").await?;
    act::screenshot(s, "calendar").await
}
