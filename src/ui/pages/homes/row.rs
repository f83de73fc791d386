//! One home of the table.

use crate::browser::clock;
use crate::state::{AppState, YourHomes};
use crate::ui::components::{Weight, button, file_field, fold, hint};
use crate::ui::element::{El, el};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::homes::{Home, LastReview, Summary};
use standards_met_core::assessment::{Date, Id, Tally};

/// What a row is known by: the home and the version of it that is shown.
pub fn row_key(home: &Home<'_>) -> Id {
    Id(format!("{}/{}", home.shown.id, home.shown.origin.check_code))
}

/// Everything that is shown of a home.
struct Shown {
    summary: Summary,
    /// The files of other versions, each with the day of its last change.
    others: Vec<(String, String)>,
    /// The parts of its edition.
    parts: Vec<(u8, Tally)>,
    year: String,
}

/// `columns` are the parts that have one, and `main` is the edition that they are of.
pub fn row(state: AppState, held: YourHomes, key: &Id, columns: &[u8], main: &str, today: Date) -> El {
    let (id, _) = key.as_str().split_once('/').unwrap_or_default();
    let found = held.homes.with_untracked(|homes| {
        let home = homes.find(&Id(id.into()))?;
        let outline = homes.outline_of(home.shown)?;
        let other = |one: &Summary| (one.origin.file.clone(), clock::day_of(one.edited_at).in_words());
        let is_other_year = home.shown.edition_id() != main;
        Some(Shown {
            summary: home.shown.clone(),
            others: home.earlier.iter().map(other).collect(),
            parts: home.shown.parts(outline),
            year: if is_other_year { outline.year.clone() } else { String::new() },
        })
    });
    let row = el("tr").attr("role", "row");
    let Some(shown) = found else { return row };
    let summary = &shown.summary;
    let of_part = |number: &u8| {
        let tally = shown.parts.iter().find(|(known, _)| known == number).map(|(_, tally)| *tally);
        cell(&format!("Part {number}"), &tally.map_or("–".into(), settled))
    };
    let overdue = summary.overdue(today);
    let late = cell("Overdue", &overdue.to_string());
    row.child(name(&shown))
        .children(columns.iter().map(of_part))
        .child(cell("Settled", &settled(summary.tally())))
        .child(cell("Findings", &summary.findings.to_string()))
        .child(if overdue > 0 { late.class("app-overdue") } else { late })
        .child(cell("Last change", &clock::day_of(summary.edited_at).in_words()))
        .child(cell("Last review", &reviewed(summary.reviewed.as_ref())))
        .child(open(state, &shown))
}

/// Where the rows are cards, the style sheet puts the name of the column before each.
fn cell(name: &str, text: &str) -> El {
    el("td").attr("role", "cell").attr("data-name", name).text(text)
}

fn settled(tally: Tally) -> String {
    format!("{} of {}", tally.settled(), tally.total())
}

fn reviewed(reviewed: Option<&LastReview>) -> String {
    let Some(reviewed) = reviewed else { return "Not reviewed".into() };
    let day = clock::day_of(reviewed.at).in_words();
    let since = match reviewed.changed {
        0 => String::new(),
        count => format!("; {} changed since", words::count(count, "item")),
    };
    format!("{day}, {}{since}", reviewed.by)
}

/// The home's name, and what else it is known by.
fn name(shown: &Shown) -> El {
    let Shown { summary, year, .. } = shown;
    let name = if summary.name.trim().is_empty() { "(no name)" } else { summary.name.as_str() };
    let more = |text: String| el("span").class("app-homes__more").text(&text);
    let code = (!summary.ods_code.is_empty()).then(|| more(format!(" {}", summary.ods_code)));
    let year = (!year.is_empty()).then(|| more(format!(" {year}")));
    let altered = summary.origin.altered.then(|| more(" changed after it was exported".into()));
    el("th").attr("scope", "row").attr("role", "rowheader").text(name).maybe(code).maybe(year).maybe(altered)
}

/// The way to open it, and the other files of the same home.
fn open(state: AppState, shown: &Shown) -> El {
    let Shown { summary, others, .. } = shown;
    let (id, code) = (summary.id.clone(), summary.origin.check_code.clone());
    let field = format!("open-{id}");
    let asks = RwSignal::new(false);
    let at = format!("#{field}");
    let press = move || {
        if !state.open_home(&id, &code) {
            asks.set(true);
            focus(&at);
        }
    };
    let of = el("span").class("nhsuk-u-visually-hidden").text(&format!(" {}", summary.name));
    let (file, home) = (summary.origin.file.clone(), summary.name.clone());
    let choose = move || {
        let words = format!("Only this table is kept, and not the files. Choose “{file}” again to open it.");
        el("div").child(hint(&words)).child(file_field(
            &field,
            &format!("Choose the file of {home}"),
            move |file| state.open(Some(file)),
        ))
    };
    let others = (!others.is_empty()).then(|| {
        let other =
            |(file, day): &(String, String)| el("li").text(&format!("“{file}”, last changed on {day}"));
        fold(&words::count(others.len(), "other version"), false)
            .child(el("ul").class("app-homes-list").children(others.iter().map(other)))
    });
    el("td")
        .attr("role", "cell")
        .class("app-homes__open")
        .child(button(Weight::Small, "Open to review", press).child(of))
        .show_if(move || asks.get(), choose)
        .maybe(others)
}
