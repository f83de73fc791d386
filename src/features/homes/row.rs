//! One home of the table.

use crate::components::{Button, ButtonVariant, FileField, Fold, Hint, focus_soon};
use crate::platform::clock;
use crate::platform::files::File;
use crate::route::Route;
use crate::store::{Assessments, Exchange, YourHomes};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::homes::{Home, LastReview, Summary};
use standards_met_core::assessment::{Date, Id, Tally};

/// What a row is known by: the home and the version of it that is shown.
pub fn row_key(home: &Home<'_>) -> Id {
    Id(format!("{}/{}", home.shown.id, home.shown.origin.check_code))
}

/// What the columns of the table are about.
#[derive(Clone)]
pub struct Columns {
    /// The parts that have a column.
    pub parts: Vec<u8>,
    /// The edition that the parts are of.
    pub edition: String,
}

/// Everything that is shown of a home.
struct Details {
    summary: Summary,
    /// The files of other versions, each with the day of its last change.
    others: Vec<(String, String)>,
    /// The parts of its edition.
    parts: Vec<(u8, Tally)>,
    /// The year of its edition, where that is not the edition of the columns.
    year: String,
}

impl Details {
    fn of(your_homes: YourHomes, key: &Id, edition: &str) -> Option<Self> {
        let (id, _) = key.as_str().split_once('/').unwrap_or_default();
        your_homes.homes.with_untracked(|homes| {
            let home = homes.find(&Id(id.into()))?;
            let outline = homes.outline_of(home.shown)?;
            let other = |one: &Summary| (one.origin.file.clone(), clock::day_of(one.edited_at).in_words());
            let is_other_year = home.shown.edition_id() != edition;
            Some(Self {
                summary: home.shown.clone(),
                others: home.earlier.iter().map(other).collect(),
                parts: home.shown.parts(outline),
                year: if is_other_year { outline.year.clone() } else { String::new() },
            })
        })
    }
}

/// The row of a home, as the home is when the row is drawn: another version of it has another key.
#[component]
pub fn HomeRow<'a>(
    your_homes: YourHomes,
    key: Id,
    columns: &'a Columns,
    /// The day by which it is known what is overdue.
    today: Date,
) -> impl IntoView + use<> {
    let details = Details::of(your_homes, &key, &columns.edition);
    let cells = details.map(|details| {
        let of_part = |number: &u8| {
            let tally = details.parts.iter().find(|(known, _)| known == number).map(|(_, tally)| *tally);
            let text = tally.map_or("–".into(), settled);
            view! { <Cell name=format!("Part {number}") text /> }
        };
        let parts = columns.parts.iter().map(of_part).collect_view();
        let Details { summary, others, year, .. } = details;
        let overdue = summary.overdue(today);
        view! {
            <HomeName summary=&summary year />
            {parts}
            <Cell name="Done" text=settled(summary.tally()) />
            <Cell name="Findings" text=summary.findings.to_string() />
            <Cell name="Overdue" text=overdue.to_string() class=(overdue > 0).then_some("app-overdue") />
            <Cell name="Last change" text=clock::day_of(summary.edited_at).in_words() />
            <Cell name="Last review" text=reviewed(summary.reviewed.as_ref()) />
            <OpenCell summary others />
        }
    });
    view! { <tr role="row">{cells}</tr> }
}

/// Where the rows are cards, the style sheet puts the name of the column before each.
#[component]
fn Cell(
    #[prop(into)] name: String,
    text: String,
    #[prop(optional_no_strip)] class: Option<&'static str>,
) -> impl IntoView {
    view! {
        <td role="cell" data-name=name class=class>
            {text}
        </td>
    }
}

fn settled(tally: Tally) -> String {
    format!("{} of {}", tally.settled(), tally.total())
}

fn reviewed(reviewed: Option<&LastReview>) -> String {
    let Some(reviewed) = reviewed else { return "Not reviewed".into() };
    let day = clock::day_of(reviewed.at).in_words();
    let since = match reviewed.changed {
        0 => String::new(),
        count => format!("; {} changed since", words::count(count, "question")),
    };
    format!("{day}, {}{since}", reviewed.by)
}

/// The home's name, and what else it is known by.
#[component]
fn HomeName<'a>(summary: &'a Summary, year: String) -> impl IntoView + use<> {
    let name = if summary.name.trim().is_empty() { "(no name)" } else { summary.name.as_str() };
    let more = |text: String| view! { <span class="app-homes__more">{text}</span> };
    let code = (!summary.ods_code.is_empty()).then(|| more(format!(" {}", summary.ods_code)));
    let year = (!year.is_empty()).then(|| more(format!(" {year}")));
    let altered = summary.origin.altered.then(|| more(" changed after it was exported".into()));
    view! {
        <th scope="row" role="rowheader">
            {name.to_owned()}
            {code}
            {year}
            {altered}
        </th>
    }
}

/// The way to open it, and the other files of the same home.
#[component]
fn OpenCell(summary: Summary, others: Vec<(String, String)>) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let (id, code) = (summary.id, summary.origin.check_code);
    let (file, home) = (summary.origin.file, summary.name);
    let name = home.clone();
    let review = expect_context::<Assessments>().reviewed_here(&id).map(|copy| {
        view! {
            <a class="app-tap" href=Route::Review(copy).href()>
                "Your review"
                <span class="nhsuk-u-visually-hidden">{format!(" of {name}")}</span>
            </a>
        }
    });
    let (field, button) = (format!("open-{id}"), format!("review-{id}"));
    let asks = RwSignal::new(false);
    let at = format!("#{field}");
    let press = move |()| {
        if !exchange.open_home(&id, &code) {
            asks.set(true);
            focus_soon(at.clone());
        }
    };
    let of = format!(" {home}");
    let others = (!others.is_empty()).then(|| view! { <OtherVersions files=others /> });
    view! {
        <td role="cell" class="app-homes__open">
            // By its name, Back finds it again.
            <Button variant=ButtonVariant::Small id=button on_press=press>
                "Open to review"
                <span class="nhsuk-u-visually-hidden">{of}</span>
            </Button>
            {review}
            <Show when=move || asks.get()>
                <div>
                    <Hint>
                        {format!(
                            "Only this table is kept, and not the files. Choose “{file}” again to open it.",
                        )}
                    </Hint>
                    <FileField
                        id=field.clone()
                        label=format!("Choose the file of {home}")
                        on_choose=move |file| exchange.open(Some(File::from(file)))
                    />
                </div>
            </Show>
            {others}
        </td>
    }
}

/// The other files of the same home.
#[component]
fn OtherVersions(
    /// The name of each file, and the day of its last change.
    files: Vec<(String, String)>,
) -> impl IntoView {
    let summary = words::count(files.len(), "other version");
    let files = files.into_iter().map(|(file, day)| {
        view! { <li>{format!("“{file}”, last changed on {day}")}</li> }
    });
    view! {
        <Fold summary>
            <ul class="app-homes-list">{files.collect_view()}</ul>
        </Fold>
    }
}
