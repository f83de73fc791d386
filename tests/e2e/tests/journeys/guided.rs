//! What guides a person who has never seen the toolkit.

use e2e::{Key, Result, Session, act, check, ensure, find};

use crate::steps;

const HOME: &str = "Rosewood House";
const SYSTEMS: &str = "Do you use any IT systems or software?";
const PHONES: &str = "Does your home use any mobile phones?";

/// A few easy questions suggest what does not apply; it holds once it is accepted, and is taken back when an answer
/// changes.
pub async fn easy_questions_settle_what_does_not_apply(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    act::follow(s, "Answer the easy questions").await?;
    check::heading(s, "About your organisation").await?;
    check::text(s, "0 of 14 answered").await?;
    act::choose(s, find::named("No").within(SYSTEMS)).await?;
    act::choose(s, find::named("No").within(PHONES)).await?;
    act::choose(s, find::named("Not sure").within("Was there a data breach in the last 12 months?")).await?;
    check::text(s, "3 of 14 answered").await?;
    check::text(s, "4 questions can be “not applicable”, for the reason in the guidance:").await?;
    check::text(s, "Our organisation does not use any mobile phones.").await?;

    // Nothing is settled unseen.
    act::follow(s, "Continue to your overview").await?;
    check::text(s, "0 of 43 done").await?;
    act::back(s).await?;

    act::press(s, "Accept 1.3.14").await?;
    check::text(s, "1 question marked as not applicable.").await?;
    check::absent(s, "button", "Accept 1.3.14").await?;
    act::press(s, "Accept all 3").await?;
    check::text(s, "3 questions marked as not applicable.").await?;
    act::reload(s).await?;
    check::chosen(s, find::named("No").within(SYSTEMS)).await?;
    steps::open_item(s, &id, "4.1.2").await?;
    check::chosen(s, "Not applicable to us").await?;
    check::value(s, "Why it does not apply to you", "Our organisation does not use any IT systems.").await?;

    act::open(s, &format!("#/a/{id}/organisation")).await?;
    act::choose(s, find::named("Yes").within(SYSTEMS)).await?;
    check::text(s, "4.1.2, 4.2.4 and 10.2.1 need answering again because you changed an answer.").await?;
    act::follow(s, "Continue to your overview").await?;
    check::text(s, "1 of 43 done").await?;
    steps::open_item(s, &id, "4.1.2").await?;
    check::not_chosen(s, "Not applicable to us").await
}

/// An item that holds anything is not suggested, and what a person chose themselves is not taken back: it is a finding.
pub async fn what_a_person_answered_is_never_overwritten(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.3.14").await?;
    act::fill(s, "Your answer", "Every phone has a PIN").await?;
    steps::open_item(s, &id, "4.1.2").await?;
    act::choose(s, "Not applicable to us").await?;
    act::press(s, "Use this reason").await?;

    act::open(s, &format!("#/a/{id}/organisation")).await?;
    act::choose(s, find::named("No").within(PHONES)).await?;
    act::choose(s, find::named("Yes").within(SYSTEMS)).await?;
    check::text(s, "2 of 14 answered").await?;
    check::absent(s, "button", "Accept 1.3.14").await?;
    check::no_text(s, "Open again").await?;
    check::text(s, "Your answer to 4.1.2 does not fit what you say here. It stays as it is.").await?;
    steps::open_item(s, &id, "1.3.14").await?;
    check::value(s, "Your answer", "Every phone has a PIN").await?;
    steps::open_item(s, &id, "4.1.2").await?;
    check::chosen(s, "Not applicable to us").await?;
    check::text(s, "This says “not applicable”, but about your organisation you answered yes").await
}

/// The interview, the suggestion and the plan with Tab, Enter, Space and the arrows.
pub async fn the_easy_questions_are_answered_with_the_keyboard_alone(s: &mut Session) -> Result<()> {
    const FORWARD: &[Key] = &[Key::Tab];
    const BACKWARD: &[Key] = &[Key::Shift, Key::Tab];
    steps::begin(s, HOME).await?;
    act::move_focus(s, FORWARD, "link", "Answer the easy questions").await?;
    act::keys(s, Key::Enter).await?;
    check::focus(s, "heading", "About your organisation").await?;
    act::move_focus(s, FORWARD, "radio", find::named("Yes").within(PHONES)).await?;
    act::keys(s, Key::Space).await?;
    check::chosen(s, find::named("Yes").within(PHONES)).await?;
    act::keys(s, Key::Down).await?;
    check::chosen(s, find::named("No").within(PHONES)).await?;
    check::focus(s, "radio", find::named("No").within(PHONES)).await?;
    act::move_focus(s, FORWARD, "button", "Accept 1.3.14").await?;
    act::keys(s, Key::Enter).await?;
    check::text(s, "1 question marked as not applicable.").await?;
    act::move_focus(s, BACKWARD, "link", "Find").await?;
    act::keys(s, Key::Enter).await?;
    check::focus(s, "heading", "Find").await?;
    act::move_focus(s, FORWARD, "field", "Words").await?;
    act::keys(s, "mobile").await?;
    act::move_focus(s, FORWARD, "link", find::starting("1.3.14 ")).await?;
    act::keys(s, Key::Enter).await?;
    steps::on_item(s, "1.3.14").await?;
    check::chosen(s, "Not applicable to us").await
}

/// There is always one next thing, with a reason; it follows who is there, and something else is a press away.
pub async fn the_next_step_follows_who_is_there(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::fill(s, "Your answer", "Helen").await?;
    act::open(s, &format!("#/a/{id}")).await?;
    check::text(s, "You were in the middle of this question.").await?;
    act::follow(s, "Carry on").await?;
    steps::on_item(s, "1.1.5").await?;
    act::choose(s, "Yes").await?;

    act::open(s, &format!("#/a/{id}")).await?;
    check::text(s, "Your next step · about 5 minutes").await?;
    // By effort: the quickest that nothing else has to come before. By role: only what a supplier can answer.
    find::heading(s, find::starting("1.1.1 ")).await?;
    act::select(s, "Who is answering now?", "Our IT supplier").await?;
    check::absent(s, "heading", find::starting("1.1.1 ")).await?;
    check::text(s, "or your IT supplier").await?;
    let before = next_step(s).await?;
    act::press(s, "Suggest another").await?;
    check::focus(s, "button", "Suggest another").await?;
    check::absent(s, "heading", find::named(&before)).await?;
    check::text(s, "or your IT supplier").await?;
    act::select(s, "Who is answering now?", "Everyone").await?;
    act::follow(s, "Answer this question").await?;
    check::text(s, "Is this in place?").await
}

/// The heading of the next step.
async fn next_step(s: &Session) -> Result<String> {
    Ok(find::heading(s, find::containing(".").number(1)).await?.text().await?)
}

/// For the official toolkit: what goes into which box, copied with a press, and ticked off, to stop half way.
pub async fn what_to_enter_is_copied_and_ticked_off(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::press(s, "What to enter in the official toolkit").await?;
    check::text(s, "Nothing to enter yet. Finish this question first.").await?;
    act::choose(s, "Yes").await?;
    act::fill(s, "Your answer", "Helen, the manager").await?;
    steps::open_item(s, &id, "4.1.2").await?;
    act::choose(s, "Not applicable to us").await?;
    act::press(s, "Use this reason").await?;

    act::open(s, &format!("#/a/{id}/official/1")).await?;
    check::text(s, "0 of 7 entered; 1 ready to enter.").await?;
    let toolkit = find::link(s, "Open the official toolkit (opens in a new tab)").await?;
    ensure!(
        toolkit.attr("href").await?.as_deref() == Some("https://www.dsptoolkit.nhs.uk/"),
        "it leads elsewhere"
    );
    ensure!(
        toolkit.attr("rel").await?.as_deref() == Some("noopener noreferrer"),
        "it says where one comes from"
    );
    act::press(s, "Copy the text").await?;
    // Every engine here lets a page copy at a press; one that does not says so instead.
    find::status(s, "Copied").await?;
    act::tick(s, find::named("Entered in the official toolkit").within("1.1.5")).await?;
    check::text(s, "1 of 7 entered; 0 ready to enter.").await?;
    act::reload(s).await?;
    check::ticked(s, find::named("Entered in the official toolkit").within("1.1.5")).await?;

    steps::open_item(s, &id, "1.1.5").await?;
    check::ticked(s, "Entered in the official toolkit").await?;
    act::add(s, "Your answer", ", and Priya").await?;
    check::text(s, "Your answer has changed since you entered it.").await?;
    check::unticked(s, "Entered in the official toolkit").await?;
    act::open(s, &format!("#/a/{id}/official/4")).await?;
    check::text(s, "Tick the box.").await?;
    check::text(s, "Not applicable").await?;
    act::follow(s, "1 Staffing and Roles").await?;
    check::text(s, "0 of 7 entered; 1 ready to enter.").await
}

/// Words and filters narrow it down, the count is announced, and Back leads to the same results.
pub async fn words_and_filters_find_items_and_back_leads_to_the_same_results(s: &mut Session) -> Result<()> {
    let id = steps::open_example(s).await?;
    act::open(s, &format!("#/a/{id}/find")).await?;
    find::status(s, "43 questions found").await?;
    act::fill(s, "Words", "password").await?;
    act::select(s, "Part", "4 IT systems and Devices").await?;
    find::link(s, find::starting("4.5.4 ")).await?;
    check::absent(s, "link", find::starting("1.1.5 ")).await?;
    act::follow(s, find::starting("9.1.1 ")).await?;
    steps::on_item(s, "9.1.1").await?;
    act::back(s).await?;
    check::value(s, "Words", "password").await?;
    find::link(s, find::starting("4.5.4 ")).await?;
    check::focus(s, "link", find::starting("9.1.1 ")).await?;

    act::press(s, "Clear all").await?;
    find::status(s, "43 questions found").await?;
    act::select(s, "Status", "Action planned").await?;
    find::status(s, "3 questions found").await?;
    act::fill(s, "Owner of an action", "priya").await?;
    find::status(s, "1 question found").await?;
    act::fill(s, "Words", "no such words here").await?;
    find::status(s, find::starting("Nothing found.")).await?;
    Ok(())
}

/// The worked example says what it is on each of its pages, and is not among a person's own work.
pub async fn the_worked_example_is_kept_apart(s: &mut Session) -> Result<()> {
    const NOTE: &str = "This is the worked example of a made-up home.";
    let id = steps::open_example(s).await?;
    check::text(s, NOTE).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::text(s, NOTE).await?;
    act::follow(s, "Go to your own").await?;
    check::heading(s, "Get your care home to Standards Met").await?;
    check::no_text(s, NOTE).await?;
    check::absent(s, "link", find::starting(steps::EXAMPLE)).await?;
    steps::begin(s, HOME).await?;
    check::no_text(s, NOTE).await?;
    act::open(s, "#/").await?;
    find::link(s, find::starting(HOME)).await?;
    check::absent(s, "link", find::starting(steps::EXAMPLE)).await
}

/// Long texts, emoji, right-to-left writing and a pasted table come back as they were typed.
pub async fn odd_texts_are_kept_as_typed(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    let odd = [
        "Ten thousand letters. ".repeat(455),
        "😀 👩🏽‍⚕️ ünïcödé “quotes” \u{200b}zero width".to_owned(),
        "العربية ثم English ثم עברית".to_owned(),
        "Name\tRole\tTrained\nHelen\tManager\t1/9/2021\nPriya\tDeputy\t\n".to_owned(),
        "<script>alert(1)</script> & {\"a\": 1} \\ %00".to_owned(),
    ];
    for text in &odd {
        steps::open_item(s, &id, "1.1.5").await?;
        act::paste(s, "Your answer", text).await?;
        check::value(s, "Your answer", text).await?;
        steps::saved(s).await?;
        act::reload(s).await?;
        check::value(s, "Your answer", text).await?;
    }
    Ok(())
}
