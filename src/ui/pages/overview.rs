//! The whole assessment: what to do next, the parts, where you stand, what is coming up.

use super::next_step::next_step;
use super::not_found;
use super::safety::reminder;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::closure::Live;
use crate::ui::components::{
    Weight, button, card, heading, hint, link, paragraph, status_bar, status_key, title,
};
use crate::ui::element::{El, el, fragment};
use crate::ui::later;
use crate::words;
use standards_met_core::assessment::{Id, Tally, planned};
use standards_met_core::catalogue::Edition;
use std::rc::Rc;

/// How many actions "Coming up" shows.
const COMING_UP: usize = 4;

pub fn overview(state: AppState, id: &Id) -> El {
    let Some((edition, organisation, is_sheet)) = state.peek(id, |document| {
        let assessment = &document.assessment;
        (document.edition.clone(), assessment.organisation.name.clone(), assessment.sheet_of.is_some())
    }) else {
        return not_found(state, "assessment");
    };
    let of = id.clone();
    let tally: Live<Tally> =
        Rc::new(move || state.with(&of, |d| d.assessment.tally(&d.edition)).unwrap_or_default());
    let parts = edition.parts.iter().map(|part| part_card(state, id, part.number, &part.title));
    let parts_heading = match edition.parts.len() {
        1 => "The questions".to_owned(),
        count => format!("The {} parts", words::number(count)),
    };
    let first = el("div")
        .child(next_step(state, id, tally.clone(), is_sheet))
        .child(heading(&parts_heading))
        .child(el("div").class("app-parts").children(parts));
    let aside = el("aside")
        .child(stand(&tally))
        .child(coming_up(state, id))
        .maybe((!is_sheet).then(|| also(state, id, &edition)))
        .child(keep_a_copy(state, id, is_sheet));
    let caption = if is_sheet { "Questions for you, as the IT supplier of" } else { edition.title.as_str() };
    fragment()
        .child(paragraph(caption).class("app-caption"))
        .child(title(&organisation))
        .child(el("div").class("app-two").child(first).child(aside))
}

fn stand(tally: &Live<Tally>) -> El {
    let (settled, total) = (tally.clone(), tally.clone());
    card()
        .child(el("h2").text("Where you stand"))
        .child(
            el("p")
                .class("app-big-line")
                .child(el("span").class("app-big").live_text(move || settled.ask().settled().to_string()))
                .live_text(move || format!(" of {} settled", total.ask().total())),
        )
        .child(status_bar(tally.clone()))
        .child(status_key(tally.clone()))
        .child(hint("Settled is what is met or does not apply. A plan for the rest is a good answer too."))
}

/// The next few actions by date.
fn coming_up(state: AppState, id: &Id) -> El {
    let of = id.clone();
    let open = move || {
        let found = state.with(&of, |document| {
            let plan = planned(&document.edition, &document.assessment).into_iter();
            plan.filter(|planned| !planned.action.done && planned.action.due.is_some())
                .take(COMING_UP)
                .collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    };
    let id = id.clone();
    fragment().swap(open, move |open| {
        if open.is_empty() {
            return fragment();
        }
        let today = state.today(&id);
        let row = |planned: &standards_met_core::assessment::PlannedAction| {
            let day = planned.action.due.map(|due| due.in_words()).unwrap_or_default();
            let late =
                planned.is_overdue(today).then(|| el("strong").class("app-overdue").text("Overdue · "));
            let what = match planned.action.what.trim() {
                "" => "(not said yet)",
                what => what,
            };
            el("li")
                .child(el("span").class("app-hint").maybe(late).text(&day))
                .child(link(&Route::Item(id.clone(), planned.item.clone()).href(), what).class("app-tap"))
        };
        card()
            .child(el("h2").text("Coming up"))
            .child(el("ul").class("app-coming").children(open.iter().map(row)))
    })
}

/// The other pages of this assessment, each with what it is for and how things are.
fn also(state: AppState, id: &Id, edition: &Edition) -> El {
    let row = |route: &Route, name: &str, detail: El| {
        el("li").child(link(&route.href(), name).class("app-tap")).child(detail.class("app-hint"))
    };
    let (of, questions) = (id.clone(), edition.interview.len());
    let told = move || {
        let told = state.with(&of, |document| {
            let asked = document.edition.interview.iter();
            asked.filter(|question| document.assessment.told(&question.id).is_some()).count()
        });
        format!("{} of {questions} questions answered", told.unwrap_or_default())
    };
    let of = id.clone();
    let found = move || match state.findings(&of).len() {
        0 => "Nothing to look at".into(),
        count => format!("{} to look at", words::count(count, "thing")),
    };
    let text = |words: &str| el("span").text(words);
    let asked = edition.items().filter(|item| item.ask_it_supplier).count();
    let first = edition.parts.first().map(|part| part.number).unwrap_or_default();
    let interview = (questions > 0)
        .then(|| row(&Route::Interview(id.clone()), "About your organisation", el("span").live_text(told)));
    let supplier = (asked > 0).then(|| {
        let words = format!("{} to print or send", words::count(asked, "question"));
        row(&Route::Supplier(id.clone()), "Ask your IT supplier", text(&words))
    });
    card().child(el("h2").text("Also here")).child(
        el("ul")
            .class("app-coming")
            .maybe(interview)
            .child(row(&Route::Checks(id.clone()), "Checks", el("span").live_text(found)))
            .maybe(supplier)
            .child(row(
                &Route::Reports(id.clone()),
                "Reports",
                text("To print or hand on: paper, Word, Excel, calendar"),
            ))
            .child(row(
                &Route::Years(id.clone()),
                "Year by year",
                text("Last year’s answers, and next year’s toolkit"),
            ))
            .child(row(
                &Route::Official(id.clone(), first),
                "For the official toolkit",
                text("What to enter where, ready to copy"),
            )),
    )
}

fn keep_a_copy(state: AppState, id: &Id, is_sheet: bool) -> El {
    if !is_sheet {
        return reminder(state, id);
    }
    let of = id.clone();
    card()
        .child(el("h2").text("Send it back"))
        .child(paragraph("When you are done, export a file and send it back to the home that asked."))
        .child(button(Weight::Second, "Export a file", move || later::export(state, &of)))
}

fn part_card(state: AppState, id: &Id, number: u8, title: &str) -> El {
    let of = id.clone();
    let tally: Live<Tally> = Rc::new(move || {
        state
            .with(&of, |document| document.assessment.part_tally(&document.edition, number))
            .unwrap_or_default()
    });
    let counted = tally.clone();
    link(&Route::Part(id.clone(), number).href(), "")
        .class("app-part")
        .child(el("span").class("app-part__title").text(&format!("{number} {title}")))
        .child(el("span").class("app-part__count").live_text(move || {
            let tally = counted.ask();
            format!("{} of {} settled", tally.settled(), tally.total())
        }))
        .child(status_bar(tally))
}
