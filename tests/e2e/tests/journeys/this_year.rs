//! The toolkit of this year: which questions are begun, whose words they are in, and what is said where another year is open.

use e2e::host::Wrong;
use e2e::{Result, Session, act, check, ensure, find};

use crate::offline::from_a_host;
use crate::steps;

const HOME: &str = "Rosewood House";
const NAME: &str = "Name of your care home or organisation";
const NEWEST: &str = "2025-26 (45 questions)";
const TITLE: &str = "Data Security and Protection Toolkit 2025-26";
const OUR_WORDS: &str = "In our words. The official wording is in the toolkit.";
const NEWER: &str =
    "The 2026-27 toolkit opened in September 2026 and may ask differently: check at dsptoolkit.nhs.uk.";

/// The start page offers the years that are here, the newest first, and says that a newer toolkit is open. Whoever starts the
/// newest is told on every page that the words are ours, and beside a number that nobody could confirm, that it is so.
pub async fn the_newest_year_is_started_and_says_whose_words_it_is_in(s: &mut Session) -> Result<()> {
    act::open(s, "").await?;
    check::chosen(s, NEWEST).await?;
    check::text(s, NEWER).await?;
    check::accessible(s).await?;
    let id = steps::begin_newest(s, HOME).await?;
    check::text(s, "0 of 45 done").await?;
    for page in ["", "/part/4", "/item/1.3.11", "/actions", "/checks", "/official/1", "/organisation"] {
        act::open(s, &format!("#/a/{id}{page}")).await?;
        check::text(s, OUR_WORDS).await?;
    }
    act::open(s, &format!("#/a/{id}/item/1.3.11")).await?;
    check::text(s, "We could not confirm this number").await?;
    check::no_text(s, "Official guidance").await?;
    check::accessible(s).await?;
    act::open(s, &format!("#/a/{id}/part/4")).await?;
    check::text(s, "Number not confirmed").await?;

    // Back leads to where one started, and not to a page that waits.
    act::open(s, "#/").await?;
    act::follow(s, find::starting(HOME)).await?;
    check::heading(s, HOME).await?;
    act::reload(s).await?;
    check::text(s, "0 of 45 done").await
}

/// The whole way of a first publication: from the start page through the easy questions to what Approaching Standards still
/// needs, and to the action plan for the rest.
pub async fn a_first_publication_leads_from_the_start_to_the_action_plan(s: &mut Session) -> Result<()> {
    steps::begin_newest(s, HOME).await?;
    check::text(s, "Approaching Standards: 0 of 26 done").await?;
    act::follow(s, "Answer the easy questions").await?;
    check::heading(s, "About your organisation").await?;
    act::choose(s, find::named("No").within("Does your home use any mobile phones?")).await?;
    act::press(s, "Accept 1.3.14").await?;
    act::follow(s, "Continue to your overview").await?;
    check::heading(s, HOME).await?;
    check::text(s, "Approaching Standards: 1 of 26 done").await?;
    check::text(s, "Standards Met: 1 of 45 done").await?;
    act::follow(s, "See what is left for Approaching Standards").await?;
    check::heading(s, "Your level").await?;
    find::heading(s, "Left for Approaching Standards (25)").await?;
    check::text(s, "You can publish Approaching Standards once only.").await?;
    act::follow(s, "Make the action plan").await?;
    check::heading(s, "Action plan for Approaching Standards").await?;
    find::heading(s, format!("{HOME}: Action plan for Approaching Standards").as_str()).await?;
    check::text(s, OUR_WORDS).await
}

/// What is open is said calmly on the overview of an older year, with the way to the newer questions that are here.
pub async fn an_older_year_says_that_another_toolkit_is_open(s: &mut Session) -> Result<()> {
    let id = steps::begin(s, HOME).await?;
    check::text(s, "These are the 2021-22 questions.").await?;
    check::text(s, NEWER).await?;
    check::no_text(s, OUR_WORDS).await?;
    check::accessible(s).await?;
    act::follow(s, "Start 2025-26 with these answers").await?;
    check::address(s, &format!("#/a/{id}/years")).await?;
    act::open(s, &format!("#/a/{id}/reports/summary")).await?;
    check::text(s, "These are the 2021-22 questions.").await?;
    // The worked example lives in its own day.
    steps::open_example(s).await?;
    check::no_text(s, "These are the 2021-22 questions.").await
}

/// Where the questions do not arrive, nothing that was typed is lost: the person tries again, or starts with what is here.
pub async fn questions_that_do_not_arrive_keep_nobody_from_starting(s: &mut Session) -> Result<()> {
    s.expect_console_errors();
    let host = from_a_host(s).await?;
    act::open_at_once(s, "recover.html").await?;
    host.break_file("editions/dspt", ".json", Wrong::Missing);
    act::open(s, "").await?;
    act::fill(s, NAME, HOME).await?;
    act::press(s, "Start").await?;
    check::heading(s, "The 2025-26 questions did not arrive").await?;
    check::accessible(s).await?;
    act::press(s, "Try again").await?;
    check::heading(s, "The 2025-26 questions did not arrive").await?;
    act::press(s, "Start with 2021-22").await?;
    check::heading(s, HOME).await?;
    check::text(s, "0 of 43 done").await?;

    host.mend();
    act::open(s, "#/").await?;
    act::fill(s, NAME, "Elm Lodge").await?;
    act::press(s, "Start").await?;
    check::heading(s, "Elm Lodge").await?;
    check::text(s, "0 of 45 done").await
}

/// Whoever leaves before the questions have come is not taken away from where they are, and nothing is started.
pub async fn whoever_leaves_before_the_questions_come_starts_nothing(s: &mut Session) -> Result<()> {
    let host = from_a_host(s).await?;
    act::open_at_once(s, "recover.html").await?;
    host.break_file("editions/dspt", ".json", Wrong::Held);
    act::open(s, "").await?;
    act::fill(s, NAME, HOME).await?;
    act::press(s, "Start").await?;
    check::heading(s, "Getting the 2025-26 questions…").await?;
    act::follow(s, find::named("About").within("Main")).await?;
    check::heading(s, "About Standards Met").await?;
    host.mend();
    // By the time that they are here for another home, they are here for this one.
    act::open(s, "#/").await?;
    act::fill(s, NAME, "Elm Lodge").await?;
    act::press(s, "Start").await?;
    check::heading(s, "Elm Lodge").await?;
    act::open(s, "#/").await?;
    find::link(s, find::starting("Elm Lodge")).await?;
    check::absent(s, "link", find::starting(HOME)).await
}

/// The page of the newest year lists what is not certain of it and how to settle it, and what it was made from.
pub async fn what_is_not_certain_of_a_year_is_listed_with_how_to_settle_it(s: &mut Session) -> Result<()> {
    act::open(s, "#/editions").await?;
    act::follow(s, TITLE).await?;
    check::heading(s, TITLE).await?;
    check::title(s, &format!("{TITLE} – Standards Met")).await?;
    check::text(s, OUR_WORDS).await?;
    find::heading(s, "What we are not sure of").await?;
    check::text(s, "We could not confirm seven numbers").await?;
    act::press(s, "What this list was made from").await?;
    check::text(s, "Kirklees and Calderdale Care Association").await?;
    check::accessible(s).await?;
    let address = s.script("return location.hash;", vec![]).await?;
    ensure!(
        address.as_str().is_some_and(|hash| hash.starts_with("#/editions/dspt-social-care-2025-26/")),
        "{address}"
    );
    act::reload(s).await?;
    check::heading(s, TITLE).await
}

/// Opens the worked example of the newest year from the page of its questions, and gives its identifier.
async fn open_newest_example(s: &Session) -> Result<String> {
    act::open(s, "#/editions").await?;
    act::follow(s, TITLE).await?;
    check::heading(s, TITLE).await?;
    act::press(s, "Open the worked example of 2025-26").await?;
    check::heading(s, steps::EXAMPLE).await?;
    steps::identifier(s).await
}

/// The made-up home four years on: its answers with what each carried over, and both years side by side once both are here.
pub async fn the_worked_example_four_years_on_shows_what_it_carried_over(s: &mut Session) -> Result<()> {
    let id = open_newest_example(s).await?;
    check::text(s, "This is the worked example of a made-up home.").await?;
    check::text(s, OUR_WORDS).await?;
    check::text(s, "40 of 45 done").await?;
    steps::open_item(s, &id, "1.4.2").await?;
    check::text(s, "Carried over from 1.7.2 of 2021-22 and confirmed on 10 February 2026.").await?;
    steps::open_item(s, &id, "1.4.3").await?;
    check::text(s, "this was carried over from 1.4.3 of 2021-22.").await?;
    find::button(s, "Still true").await?;
    steps::open_item(s, &id, "4.3.1").await?;
    check::chosen(s, "Yes").await?;
    check::no_text(s, "carried over from").await?;
    check::accessible(s).await?;
    act::open(s, &format!("#/a/{id}/checks")).await?;
    check::text(s, "Get the new certificate of the payroll supplier").await?;
    act::open(s, &format!("#/a/{id}/years")).await?;
    check::text(s, "There is one year of this organisation on this device.").await?;

    // The first example is another one, and each is opened once.
    let before = steps::open_example(s).await?;
    ensure!(before != id, "the example of 2025-26 opened for that of 2021-22");
    check::text(s, "of 43 done").await?;
    let again = open_newest_example(s).await?;
    ensure!(again == id, "the example of 2025-26 was opened twice");
    act::open(s, &format!("#/a/{before}/years")).await?;
    find::heading(s, "From 2021-22 to 2025-26").await?;
    for list in ["Improved (5)", "Slipped (2)", "New (3)"] {
        find::heading(s, list).await?;
    }
    check::accessible(s).await?;
    act::reload(s).await?;
    find::heading(s, "From 2021-22 to 2025-26").await?;
    Ok(())
}
