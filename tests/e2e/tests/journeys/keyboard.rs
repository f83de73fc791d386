//! The whole way with a keyboard alone.

use e2e::{Engine, Key, Result, Session, act, check, find};

use crate::steps;

const HOME: &str = "Rosewood House";
const FORWARD: &[Key] = &[Key::Tab];
const BACKWARD: &[Key] = &[Key::Shift, Key::Tab];

/// From the first page to an answer that is kept, with Tab, Enter, Space and the arrows.
pub async fn an_item_is_answered_with_the_keyboard_alone(s: &mut Session) -> Result<()> {
    act::open(s, "").await?;
    find::button(s, "Start").await?;
    act::move_focus(s, FORWARD, "field", "Name of your care home or organisation").await?;
    act::keys(s, HOME).await?;
    act::move_focus(s, FORWARD, "radio", "2025-26 (45 questions)").await?;
    act::keys(s, Key::Down).await?;
    check::chosen(s, steps::BUILT_IN_YEAR).await?;
    act::keys(s, Key::Enter).await?;
    check::heading(s, HOME).await?;
    check::focus(s, "heading", HOME).await?;

    act::move_focus(s, FORWARD, "link", find::starting("1 Staffing and Roles")).await?;
    act::keys(s, Key::Enter).await?;
    check::heading(s, "Staffing and Roles").await?;
    act::move_focus(s, FORWARD, "link", find::starting("1.1.5 ")).await?;
    act::keys(s, Key::Enter).await?;
    steps::on_item(s, "1.1.5").await?;
    check::focus(s, "heading", find::starting("1.1.5 ")).await?;

    act::move_focus(s, FORWARD, "radio", "Yes").await?;
    act::keys(s, Key::Space).await?;
    check::chosen(s, "Yes").await?;
    act::keys(s, Key::Down).await?;
    check::chosen(s, "Not yet").await?;
    check::focus(s, "radio", "Not yet").await?;
    act::keys(s, Key::Up).await?;
    check::chosen(s, "Yes").await?;

    const GUIDANCE: &str = "someone within your organisation must take overall senior responsibility";
    check::no_text(s, GUIDANCE).await?;
    act::move_focus(s, BACKWARD, "button", "Tooltip: the official guidance for 1.1.5").await?;
    act::keys(s, Key::Enter).await?;
    check::text(s, GUIDANCE).await?;

    act::move_focus(s, FORWARD, "field", "Your answer").await?;
    act::keys(s, "Helen, the registered manager").await?;
    // It stays open beside the answer.
    check::text(s, GUIDANCE).await?;
    steps::saved(s).await?;
    act::move_focus(s, FORWARD, "link", "Next: 2.1.1").await?;
    act::keys(s, Key::Enter).await?;
    steps::on_item(s, "2.1.1").await?;
    check::focus(s, "heading", find::starting("2.1.1 ")).await?;

    act::move_focus(s, FORWARD, "link", "Back to 1.1.5").await?;
    act::keys(s, Key::Enter).await?;
    steps::on_item(s, "1.1.5").await?;
    act::reload(s).await?;
    check::chosen(s, "Yes").await?;
    check::value(s, "Your answer", "Helen, the registered manager").await
}

/// The first stop of every page leads past the menu.
pub async fn the_skip_link_leads_past_the_menu(s: &mut Session) -> Result<()> {
    act::open(s, "").await?;
    find::button(s, "Start").await?;
    act::keys(s, Key::Tab).await?;
    check::focus(s, "link", "Skip to main content").await?;
    check::focus_is_visible(s).await?;
    act::keys(s, Key::Enter).await?;
    check::address(s, "").await?;
    act::keys(s, Key::Tab).await?;
    if s.engine() == Engine::WebKit {
        // What a browser of this kind needs to be told comes before the form.
        check::focus(s, "link", "How it is done").await?;
        act::keys(s, Key::Tab).await?;
    }
    check::focus(s, "field", "Name of your care home or organisation").await
}

/// Every stop of the longest page shows that it has the focus, and none of them is a trap.
pub async fn the_focus_is_seen_at_every_stop(s: &mut Session) -> Result<()> {
    let id = steps::open_example(s).await?;
    steps::open_item(s, &id, "1.1.2").await?;
    act::press(s, "Tooltip: the official guidance for 1.1.2").await?;
    act::press(s, "Actions (optional)").await?;
    act::move_focus(s, FORWARD, "link", "Accessibility").await?;
    act::move_focus(s, BACKWARD, "link", "Skip to main content").await?;
    act::open(s, "#/data").await?;
    check::heading(s, "Your data").await?;
    act::move_focus(s, FORWARD, "link", "Accessibility").await?;
    for (page, heading) in [
        ("manage", "More for Rosewood House (worked example)"),
        ("organisation", "About your organisation"),
        ("actions", "Action plan"),
        ("supplier", "Questions for your IT supplier"),
        ("official/1", "For the official toolkit: Staffing and Roles"),
    ] {
        act::open(s, &format!("#/a/{id}/{page}")).await?;
        check::heading(s, heading).await?;
        act::move_focus(s, FORWARD, "link", "Accessibility").await?;
    }
    Ok(())
}
