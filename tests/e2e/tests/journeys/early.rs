//! The start page before the program is there: seen, typed into and pressed, and none of it lost.

use std::cell::RefCell;
use std::path::PathBuf;

use e2e::host::{Host, Wrong};
use e2e::{Engine, Result, Session, act, check, ensure, eventually, find};
use serde_json::json;

use crate::offline::{from_a_host, kept};
use crate::steps;

const HOME: &str = "Rosewood House";
const NAME: &str = "Name of your care home or organisation";
const ODS: &str = "ODS code, if you know it (optional)";
/// How the names of the program's first module begin and end.
const PROGRAM: (&str, &str) = ("standards-met-", ".wasm");

/// Everything that is seen in one of the two pages: what it is, where it is, and what it says.
const SEEN: &str = "return JSON.stringify(Array.from(document.querySelectorAll(arguments[0] + ' *'))
    .filter((element) => element.getBoundingClientRect().height > 0)
    .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const own = Array.from(element.childNodes).filter((node) => node.nodeType === 3).map((node) => node.data).join('');
        const style = getComputedStyle(element);
        const place = [x, y + scrollY, width, height].map(Math.round);
        return [element.localName, own, place, style.color, style.backgroundColor, style.font].join(' ');
    }), null, 1);";

/// Opens the page from a host that holds its program back until it is mended. Its journey ends with `kept`: a host that goes
/// while the page still fetches its worker is an error on the console.
async fn opened_without_the_program(s: &mut Session, path: &str) -> Result<Host> {
    let host = from_a_host(s).await?;
    host.break_file(PROGRAM.0, PROGRAM.1, Wrong::Held);
    act::open_at_once(s, path).await?;
    Ok(host)
}

/// What was typed is in the field when the program comes, with the cursor where it stood and nothing moved, and is what the
/// assessment is called.
pub async fn what_is_typed_before_the_program_is_there_afterwards(s: &mut Session) -> Result<()> {
    let host = opened_without_the_program(s, "").await?;
    act::fill(s, ODS, "VM1AB").await?;
    act::fill(s, NAME, "Rosewood").await?;
    check::accessible(s).await?;
    let cursor = "document.activeElement.setSelectionRange(4, 8);";
    s.script(cursor, vec![]).await?;
    host.mend();
    act::taken_over(s).await?;
    check::value(s, NAME, "Rosewood").await?;
    check::value(s, ODS, "VM1AB").await?;
    check::focus(s, "field", NAME).await?;
    let selected = "const { selectionStart, selectionEnd } = document.activeElement; return [selectionStart, selectionEnd];";
    ensure!(s.script(selected, vec![]).await? == json!([4, 8]), "the cursor is elsewhere");
    if s.engine() == Engine::Chromium {
        let shifts = "return new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()
            .reduce((sum, entry) => sum + entry.value, 0))).observe({ type: 'layout-shift', buffered: true }) ||
            setTimeout(() => done(0), 500));";
        ensure!(s.script(shifts, vec![]).await? == json!(0), "the page has shifted");
    }
    act::fill(s, NAME, HOME).await?;
    act::press(s, "Start").await?;
    check::heading(s, HOME).await?;
    act::reload(s).await?;
    check::heading(s, HOME).await?;
    kept(s).await
}

/// A press is understood at once, and done once the program is there.
pub async fn a_press_before_the_program_is_done_when_it_comes(s: &mut Session) -> Result<()> {
    let host = opened_without_the_program(s, "").await?;
    act::fill(s, NAME, HOME).await?;
    act::press(s, "Start").await?;
    find::button(s, "One moment…").await?;
    find::status(s, "One moment…").await?;
    host.mend();
    act::taken_over(s).await?;
    check::heading(s, HOME).await?;
    kept(s).await
}

/// A form that is sent too early and without a name says what is missing, as it does otherwise.
pub async fn an_empty_form_sent_early_says_what_is_missing(s: &mut Session) -> Result<()> {
    let host = opened_without_the_program(s, "").await?;
    act::press(s, "Start").await?;
    host.mend();
    act::taken_over(s).await?;
    check::text(s, "Enter the name of your care home").await?;
    check::focus(s, "field", NAME).await?;
    kept(s).await
}

/// A file that is chosen before the program is there is opened by it.
pub async fn a_file_chosen_before_the_program_is_opened_when_it_comes(s: &mut Session) -> Result<()> {
    let host = opened_without_the_program(s, "").await?;
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../public/example.json");
    act::upload(s, "Choose a file", &file).await?;
    find::status(s, "One moment…").await?;
    host.mend();
    act::taken_over(s).await?;
    check::text(s, steps::EXAMPLE).await?;
    kept(s).await
}

/// The page that the program draws is the one that was there before it, to the pixel.
pub async fn the_first_page_is_the_page_of_the_program(s: &mut Session) -> Result<()> {
    s.expect_console_errors();
    let host = from_a_host(s).await?;
    for (width, height, is_app) in
        [(768, 1024, false), (1024, 768, false), (360, 800, false), (768, 1024, true)]
    {
        // The installed app says one thing more. Only Chromium can be told beforehand that the page is one.
        if is_app && s.engine() != Engine::Chromium {
            continue;
        }
        let standalone =
            json!({ "source": "Object.defineProperty(navigator, 'standalone', { value: true });" });
        let told = match is_app {
            true => Some(s.web().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", standalone).await?),
            false => None,
        };
        act::size(s, width, height).await?;
        // Without a worker, the host is asked each time.
        host.break_file("worker", ".js", Wrong::Forbidden);
        host.break_file(PROGRAM.0, PROGRAM.1, Wrong::Held);
        act::open_at_once(s, "recover.html").await?;
        act::open_at_once(s, "").await?;
        find::field(s, NAME).await?;
        if is_app {
            check::text(s, "Did you begin in the browser?").await?;
        }
        let mut before = s.script(SEEN, vec![json!("#start-page")]).await?;
        for _ in 0..3 {
            if before != json!("[]") {
                break;
            }
            // The browser had the program in its memory and did not ask the held host: it is the program's page already.
            act::open_at_once(s, "recover.html").await?;
            act::open_at_once(s, "").await?;
            find::field(s, NAME).await?;
            before = s.script(SEEN, vec![json!("#start-page")]).await?;
        }
        act::screenshot(s, &format!("before-{width}x{height}")).await?;
        host.mend();
        host.break_file("worker", ".js", Wrong::Forbidden);
        act::taken_over(s).await?;
        let after = s.script(SEEN, vec![json!("#app > div")]).await?;
        act::screenshot(s, &format!("after-{width}x{height}")).await?;
        ensure!(before == after, "before the program:\n{before}\nand with it:\n{after}");
        host.mend();
        if let Some(script) = told {
            let script = json!({ "identifier": script["identifier"] });
            s.web().cdp().send_raw("Page.removeScriptToEvaluateOnNewDocument", script).await?;
        }
    }
    Ok(())
}

/// Whoever has work on the device sees that it is being opened, and never the empty form.
pub async fn whoever_has_work_never_sees_the_empty_form(s: &mut Session) -> Result<()> {
    let host = from_a_host(s).await?;
    // Without a worker, the host is asked each time.
    s.expect_console_errors();
    host.break_file("worker", ".js", Wrong::Forbidden);
    steps::begin(s, HOME).await?;
    host.break_file(PROGRAM.0, PROGRAM.1, Wrong::Held);
    act::open_at_once(s, "recover.html").await?;
    act::open_at_once(s, "").await?;
    check::text(s, "Opening Standards Met…").await?;
    check::absent(s, "field", NAME).await?;
    host.mend();
    act::taken_over(s).await?;
    check::text(s, "Carry on").await
}

/// A link to another page shows that it is being opened, and no form either.
pub async fn a_link_to_a_page_shows_that_it_is_being_opened(s: &mut Session) -> Result<()> {
    let host = opened_without_the_program(s, "#/about").await?;
    check::text(s, "Opening Standards Met…").await?;
    check::absent(s, "field", NAME).await?;
    host.mend();
    act::taken_over(s).await?;
    check::heading(s, "About Standards Met").await?;
    kept(s).await
}

/// Where the program never comes, what was typed can be copied, and is in the field again after the page was loaded anew.
pub async fn what_was_typed_outlives_a_program_that_never_comes(s: &mut Session) -> Result<()> {
    s.expect_console_errors();
    let host = opened_without_the_program(s, "").await?;
    act::fill(s, NAME, HOME).await?;
    // Who grows impatient and comes back finds it too.
    act::open_at_once(s, "recover.html").await?;
    act::open_at_once(s, "").await?;
    check::value(s, NAME, HOME).await?;
    host.mend();
    host.break_file(PROGRAM.0, PROGRAM.1, Wrong::Missing);
    act::taken_over(s).await?;
    check::text(s, "Something went wrong on this page.").await?;
    check::value(s, "What you had typed:", &format!("{NAME}: {HOME}")).await?;
    check::accessible(s).await?;
    act::screenshot(s, "given-up").await?;
    host.mend();
    act::press(s, "Reload the page").await?;
    check::value(s, NAME, HOME).await?;
    act::taken_over(s).await?;
    check::value(s, NAME, HOME).await
}

/// Everything that the host was asked for until it was asked for the part for everyday.
async fn asked_until_everyday(s: &Session, host: &Host) -> Result<Vec<String>> {
    let asked = RefCell::new(Vec::new());
    eventually(s, "the part for everyday to be asked for", async || {
        asked.borrow_mut().extend(host.asked());
        let found = asked.borrow().iter().any(|path: &String| path.contains("split_everyday"));
        ensure!(found, "asked for were {:?}", asked.borrow());
        Ok(())
    })
    .await?;
    Ok(asked.into_inner())
}

/// The program and the questions come first, then what the first question needs, then the rest; and the rest does not wait for
/// ever for what does not come.
pub async fn what_comes_next_is_fetched_in_its_order(s: &mut Session) -> Result<()> {
    s.expect_console_errors();
    let host = from_a_host(s).await?;
    // A worker fetches everything, in an order of its own.
    host.break_file("worker", ".js", Wrong::Forbidden);
    act::open(s, "").await?;
    let asked = asked_until_everyday(s, &host).await?;
    let place = |part: &str| asked.iter().position(|path| path.contains(part));
    let (program, questions) = (place("_bg.wasm"), place("dspt-"));
    let (answering, everyday) = (place("split_answering"), place("split_everyday"));
    ensure!(
        program.is_some() && program < answering && questions < everyday && answering < everyday,
        "{asked:?}"
    );

    host.break_file("split_answering", ".wasm", Wrong::Held);
    act::open_at_once(s, "recover.html").await?;
    act::open(s, "").await?;
    check::heading(s, "Get your care home to Standards Met").await?;
    asked_until_everyday(s, &host).await?;
    host.mend();
    act::fill(s, NAME, HOME).await?;
    act::press(s, "Start").await?;
    check::heading(s, HOME).await
}
