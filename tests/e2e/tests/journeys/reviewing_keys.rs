//! Reviewing with the keyboard.

use e2e::{Key, Result, Session, act, check, ensure, find};

use crate::reviewing::{home, review_file, save_review};
use crate::steps;

/// Whoever reviews many items goes from one to the next with one key, and the answers cannot be typed into.
pub async fn items_are_reviewed_one_after_the_other_by_keys(s: &mut Session) -> Result<()> {
    let (_, home) = home(s).await?;
    s.move_to(s.engine().another()).await?;
    review_file(s, home.path()).await?;
    act::select(s, "Show only", "Weak answers").await?;
    check::text(s, "1 item shown").await?;
    act::press(s, "Clear all").await?;
    act::follow(s, find::starting("1.1.5 ")).await?;
    check::focus(s, "heading", find::starting("1.1.5 ")).await?;
    act::keys(s, "n").await?;
    check::focus(s, "heading", find::starting("2.1.1 ")).await?;
    act::keys(s, "n").await?;
    check::focus(s, "heading", find::starting("2.1.2 ")).await?;
    act::keys(s, "p").await?;
    check::focus(s, "heading", find::starting("2.1.1 ")).await?;
    const FORWARD: &[Key] = &[Key::Tab];
    act::move_focus(s, FORWARD, "radio", "Agreed").await?;
    act::keys(s, Key::Space).await?;
    check::chosen(s, "Agreed").await?;
    act::move_focus(s, FORWARD, "field", "Your comments").await?;
    act::keys(s, "no need").await?;
    check::value(s, "Your comments", "no need").await?;
    act::reload(s).await?;
    check::value(s, "Your comments", "no need").await?;

    // A name that is corrected keeps what was said under the former one.
    let id = steps::identifier(s).await?;
    act::open(s, &format!("#/a/{id}/review")).await?;
    act::press(s, "Change who is reviewing").await?;
    act::fill(s, "Your name", "Asha Patel-Reed").await?;
    act::press(s, "Start reviewing").await?;
    find::heading(s, find::starting("Are you Asha Patel")).await?;
    check::accessible(s).await?;
    act::press(s, "Yes, that is me").await?;
    check::text(s, "Reviewing as Asha Patel-Reed").await?;
    let saved = save_review(s).await?;
    ensure!(saved.text.contains("no need") && saved.text.contains("Asha Patel-Reed"), "{}", saved.text);
    Ok(())
}
