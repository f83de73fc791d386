//! What is seldom done with an assessment: from its card on "Your data" to a page of its own.

use e2e::{Key, Result, Session, act, check, ensure, find};

use crate::steps;

const HOME: &str = "Rosewood House";
const FORWARD: &[Key] = &[Key::Tab];

/// From the card to the assessment and to what is seldom done with it: each of these once, the first with the keyboard.
pub async fn what_is_seldom_done_is_under_more(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    steps::saved(s).await?;
    act::open(s, "#/data").await?;
    act::follow(s, "Open Rosewood House").await?;
    check::heading(s, HOME).await?;

    act::open(s, "#/data").await?;
    check::heading(s, "Your data").await?;
    act::move_focus(s, FORWARD, "link", "More for Rosewood House").await?;
    act::keys(s, Key::Enter).await?;
    check::heading(s, "More for Rosewood House").await?;
    check::focus(s, "heading", "More for Rosewood House").await?;
    act::move_focus(s, FORWARD, "field", "ODS code (optional)").await?;
    act::keys(s, "vm1ab").await?;
    act::keys(s, Key::Enter).await?;
    check::text(s, "It is now called Rosewood House.").await?;
    act::move_focus(s, FORWARD, "field", "Name of this version").await?;
    act::keys(s, "before the June review").await?;
    act::keys(s, Key::Enter).await?;
    check::text(s, "This version was saved: before the June review.").await?;
    check::accessible(s).await?;

    act::forget_downloads(s)?;
    act::press(s, "Export the redacted copy").await?;
    check::text(s, "Your redacted copy is ready").await?;
    let redacted = steps::exported(s).await?;
    ensure!(!redacted.json["redacted"].is_null(), "nothing is left out of it");
    act::tick(s, "Show the passphrase").await?;
    act::fill(s, "Passphrase", "purple lantern otter").await?;
    act::press(s, "Export the locked file").await?;
    check::text(s, "Your locked file is ready").await?;
    check::no_text(s, "Somebody could guess its passphrase.").await?;

    act::follow(s, "See what changed").await?;
    check::heading(s, "What changed").await?;
    act::select(s, "Compare with", "before the June review").await?;
    steps::open_more(s, HOME).await?;
    act::press(s, "Make a copy").await?;
    check::heading(s, "Your data").await?;
    check::text(s, "A copy was made: Rosewood House (copy).").await?;
    check::text(s, "ODS code vm1ab").await?;
    steps::remove(s, HOME).await?;
    find::link(s, "Rosewood House (copy)").await?;
    check::absent(s, "link", HOME).await?;
    act::follow(s, "Storage on this device").await?;
    check::text(s, "before the June review, a version that you saved").await?;
    check::accessible(s).await
}

/// What does not look like an ODS code is asked about once, when the button is pressed, and kept if it is pressed again.
pub async fn an_odd_ods_code_is_kept_only_at_the_second_press(s: &mut Session) -> Result<()> {
    const ODD: &str = "This does not look like an ODS code.";
    const FIELD: &str = "ODS code, if you know it (optional)";
    act::open(s, "#/").await?;
    act::fill(s, "Name of your care home or organisation", HOME).await?;
    act::fill(s, FIELD, "hello world").await?;
    check::no_text(s, ODD).await?;
    act::press(s, "Start").await?;
    check::text(s, ODD).await?;
    check::focus(s, "field", FIELD).await?;
    check::accessible(s).await?;
    act::add(s, FIELD, "!").await?;
    check::no_text(s, ODD).await?;
    act::press(s, "Start").await?;
    check::text(s, ODD).await?;
    act::press(s, "Start").await?;
    check::heading(s, HOME).await?;

    steps::open_more(s, HOME).await?;
    check::value(s, "ODS code (optional)", "hello world!").await?;
    act::fill(s, "ODS code (optional)", "VM-1").await?;
    act::press(s, "Save").await?;
    check::text(s, ODD).await?;
    check::accessible(s).await?;
    act::fill(s, "ODS code (optional)", "VM1AB").await?;
    act::press(s, "Save").await?;
    check::text(s, "It is now called Rosewood House.").await?;
    check::no_text(s, ODD).await?;
    act::open(s, "#/data").await?;
    check::text(s, "ODS code VM1AB").await
}
