//! Answering items of every kind, and finding it all again.

use e2e::{Result, Session, act, check, ensure, find};

use crate::steps;

const HOME: &str = "Rosewood House";
const ANSWER: &str = "Helen, the registered manager.\nPriya when Helen is away – agreed on 11 January; “in writing”, naïve or not.";

/// A person begins with the name and code of the home, and finds both again.
pub async fn an_assessment_begins_with_a_name_and_a_code(s: &mut Session) -> Result<()> {
    act::open(s, "").await?;
    act::press(s, "Start").await?;
    check::text(s, "Enter the name of your care home").await?;
    check::focus(s, "field", "Name of your care home or organisation").await?;

    act::fill(s, "Name of your care home or organisation", HOME).await?;
    act::fill(s, "ODS code, if you know it (optional)", "VM1AB").await?;
    act::choose(s, steps::BUILT_IN_YEAR).await?;
    act::press(s, "Start").await?;
    check::heading(s, HOME).await?;
    check::text(s, "0 of 43 done").await?;

    act::reload(s).await?;
    check::heading(s, HOME).await?;
    act::follow(s, find::named("Your data").within("Main")).await?;
    check::text(s, "ODS code VM1AB").await
}

/// A text answer, with its line breaks, quotation marks and accents.
pub async fn a_text_answer_is_there_after_a_reload(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    act::choose(s, "Yes").await?;
    check::text(s, "Still to do: write your answer").await?;
    act::fill(s, "Your answer", ANSWER).await?;
    act::fill(s, "Comments (optional)", "Reviewed every January.").await?;
    steps::saved(s).await?;

    act::reload(s).await?;
    check::chosen(s, "Yes").await?;
    check::value(s, "Your answer", ANSWER).await?;
    check::value(s, "Comments (optional)", "Reviewed every January.").await?;
    check::no_text(s, "Still to do").await?;
    standing(s, &id, 1, "1.1.5", "Met").await
}

/// An item that asks for a tick: the choice is the tick, and comments go beside it.
pub async fn a_tick_with_comments_is_there_after_a_reload(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "2.1.1").await?;
    check::absent(s, "field", "Your answer").await?;
    act::choose(s, "Yes").await?;
    act::fill(s, "Comments (optional)", "On day one.").await?;
    steps::saved(s).await?;

    act::reload(s).await?;
    check::chosen(s, "Yes").await?;
    check::value(s, "Comments (optional)", "On day one.").await?;
    standing(s, &id, 1, "2.1.1", "Met").await
}

/// A choice made by mistake is taken back, and the item is as it was.
pub async fn a_choice_made_by_mistake_can_be_cleared(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "2.1.1").await?;
    check::absent(s, "button", "Clear my choice").await?;
    act::choose(s, "Yes").await?;
    act::press(s, "Clear my choice").await?;
    check::not_chosen(s, "Yes").await?;
    check::focus(s, "radio", "Yes").await?;
    steps::saved(s).await?;

    act::reload(s).await?;
    check::not_chosen(s, "Yes").await?;
    standing(s, &id, 1, "2.1.1", "Not started").await
}

/// Documents with a title, a place or link, and a date; two of them, one removed by mistake and put back.
pub async fn documents_are_there_after_a_reload(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.2.1").await?;
    act::choose(s, "Yes").await?;
    act::fill(s, "Title of the document", "Privacy notice").await?;
    act::leave_field(s).await?;
    check::text(s, "Still to do: say where each document is kept").await?;
    act::fill(s, "Where it is kept, or a link to it", "Office, green folder").await?;
    act::fill_date(s, "Last approved", "2021-09-20").await?;
    act::press(s, "Add another document").await?;
    let second = |name: &str| find::named(name).number(2);
    act::fill(s, second("Title of the document"), "Website notice").await?;
    act::fill(s, second("Where it is kept, or a link to it"), "https://example.org/privacy").await?;
    find::link(s, "Open the link").await?;
    act::press(s, second("Remove this document")).await?;
    check::absent(s, "field", second("Title of the document")).await?;
    // Undo brings the document back, and takes nothing away that was typed since.
    act::fill(s, "Comments (optional)", "Typed since").await?;
    act::press(s, "Undo").await?;
    check::value(s, "Comments (optional)", "Typed since").await?;
    steps::saved(s).await?;

    act::reload(s).await?;
    let first = |name: &str| find::named(name).number(1);
    check::value(s, first("Title of the document"), "Privacy notice").await?;
    check::value(s, first("Where it is kept, or a link to it"), "Office, green folder").await?;
    check::date(s, first("Last approved"), "2021-09-20").await?;
    check::value(s, second("Title of the document"), "Website notice").await?;
    check::value(s, second("Where it is kept, or a link to it"), "https://example.org/privacy").await?;
    check::value(s, "Comments (optional)", "Typed since").await?;
    standing(s, &id, 2, "1.2.1", "Met").await
}

/// "Not applicable" with the printed reason at one press, and what to write where in the official toolkit.
pub async fn not_applicable_takes_the_printed_reason(s: &mut Session) -> Result<()> {
    const REASON: &str = "We do not destroy any records or equipment that hold personal data ourselves.";
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "1.1.5").await?;
    check::absent(s, "radio", "Not applicable to us").await?;
    check::text(s, "You cannot answer “Not applicable” to this question.").await?;

    steps::open_item(s, &id, "1.4.3").await?;
    act::choose(s, "Not applicable to us").await?;
    check::text(s, "Still to do: give the reason why it does not apply").await?;
    check::text(s, "In the official toolkit, write “Not applicable” in the text box.").await?;
    act::press(s, "Use this reason").await?;
    check::value(s, "Why it does not apply to you", REASON).await?;
    steps::saved(s).await?;

    act::reload(s).await?;
    check::chosen(s, "Not applicable to us").await?;
    check::value(s, "Why it does not apply to you", REASON).await?;
    check::no_text(s, "Still to do").await?;
    standing(s, &id, 2, "1.4.3", "Not applicable").await
}

/// "Not yet" asks for an action, and the action is in the action plan.
pub async fn not_yet_takes_an_action_with_owner_date_and_priority(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "4.1.1").await?;
    act::choose(s, "Not yet").await?;
    act::fill(s, "What will be done", "List who has which role").await?;
    act::leave_field(s).await?;
    check::text(s, "Still to do: say who will do it; say by when").await?;
    act::fill(s, "Who will do it", "Priya").await?;
    act::fill_date(s, "By when", "2098-03-31").await?;
    act::select(s, "Priority", "High").await?;
    steps::saved(s).await?;

    act::reload(s).await?;
    check::chosen(s, "Not yet").await?;
    check::value(s, "What will be done", "List who has which role").await?;
    check::value(s, "Who will do it", "Priya").await?;
    check::date(s, "By when", "2098-03-31").await?;
    check::value(s, "Priority", "High").await?;
    check::unticked(s, "Done").await?;
    standing(s, &id, 1, "4.1.1", "Action planned").await?;

    act::follow(s, find::named("Action plan").within("Main")).await?;
    check::heading(s, "Action plan").await?;
    for words in ["To do (1)", "List who has which role", "31 March 2098", "Priya", "High"] {
        check::text(s, words).await?;
    }
    act::follow(s, find::starting("4.1.1")).await?;
    act::tick(s, "Done").await?;
    check::text(s, "every action is done, so check whether your answer is now yes").await?;
    act::open(s, &format!("#/a/{id}/actions")).await?;
    check::text(s, "Done (1)").await
}

/// What an item does not ask for is folded away until it holds something.
pub async fn what_is_optional_is_folded_away_until_it_holds_something(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    steps::open_item(s, &id, "2.1.1").await?;
    find::button(s, "Documents that show this (optional)").await?;
    check::absent(s, "field", "Title of the document").await?;
    check::absent(s, "field", "What will be done").await?;
    act::press(s, "Documents that show this (optional)").await?;
    act::fill(s, "Title of the document", "Induction checklist").await?;
    steps::saved(s).await?;

    act::reload(s).await?;
    check::value(s, "Title of the document", "Induction checklist").await?;
    check::absent(s, "field", "What will be done").await
}

/// What the page of a part says of an item.
async fn standing(s: &Session, id: &str, part: u8, item: &str, expected: &str) -> Result<()> {
    act::open(s, &format!("#/a/{id}/part/{part}")).await?;
    let row = find::link(s, find::starting(&format!("{item} "))).await?.text().await?;
    ensure!(row.trim().ends_with(expected), "{item} should be “{expected}”, and its row says “{row}”");
    Ok(())
}
