//! `cargo xtask edition check FILE`: an edition of a file or out of a spreadsheet, with every problem in a line of its own.

use lexopt::prelude::*;
use spreadsheet::read;
use standards_met_core::catalogue::{Edition, Wording};
use standards_met_core::json::Extra;
use standards_met_core::kit::{
    ColumnChoice, EditionDetails, Problem, ProblemKind, Table, Workbook, check, column_letters, guess,
    guess_about, likely_sheet, make,
};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

/// What was asked for.
struct Asked {
    file: PathBuf,
    save: Option<PathBuf>,
    /// The name of the sheet, if it is not the one that is most likely.
    sheet: Option<String>,
    about: EditionDetails,
}

/// What came out: the edition as its file spells it out, if there is one, and what is wrong.
struct Found {
    edition: Option<(Edition, Extra)>,
    problems: Vec<Problem>,
}

fn main() -> ExitCode {
    let done = asked(lexopt::Parser::from_env()).and_then(|asked| {
        let found = look_at(&asked)?;
        say(&found);
        save(&asked, &found)?;
        Ok(found.edition.is_some() && !found.problems.iter().any(Problem::is_serious))
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn asked(mut arguments: lexopt::Parser) -> Result<Asked, String> {
    let unclear = |error: lexopt::Error| format!("{error}; `cargo xtask help` lists what there is.");
    let (mut file, mut save, mut sheet) = (None, None, String::new());
    let mut about = EditionDetails::default();
    while let Some(argument) = arguments.next().map_err(unclear)? {
        let place = match argument {
            Value(path) if file.is_none() => {
                file = Some(path.into());
                continue;
            }
            Long("save") => {
                save = Some(arguments.value().map_err(unclear)?.into());
                continue;
            }
            Long("optional") => {
                about.with_optional = true;
                continue;
            }
            Long("sheet") => &mut sheet,
            Long("id") => &mut about.id,
            Long("title") => &mut about.title,
            Long("year") => &mut about.year,
            Long("source") => &mut about.source,
            Long("before") => &mut about.before,
            Long("opens") => &mut about.opens,
            Long("closes") => &mut about.closes,
            Long("wording") => {
                let word = arguments.value().and_then(|value| value.string()).map_err(unclear)?;
                about.wording =
                    Wording::parse(&word).ok_or("`--wording` is followed by official or ours.")?;
                continue;
            }
            other => return Err(unclear(other.unexpected())),
        };
        *place = arguments.value().and_then(|value| value.string()).map_err(unclear)?;
    }
    let file =
        file.ok_or("`edition check` is followed by a file; `cargo xtask help` lists what there is.")?;
    Ok(Asked { file, save, sheet: Some(sheet).filter(|name| !name.is_empty()), about })
}

fn look_at(asked: &Asked) -> Result<Found, String> {
    let path = &asked.file;
    let bytes = fs::read(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        let (edition, problems) = check(&String::from_utf8_lossy(&bytes));
        let edition = edition.map(|edition| {
            let whole = edition.whole.clone();
            (edition, whole)
        });
        return Ok(Found { edition, problems });
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let book = read(&name, &bytes).map_err(|unread| unread.to_string())?;
    let known = known();
    let known: Vec<&Edition> = known.iter().collect();
    let sheet = chosen_sheet(asked, &book, &known)?;
    let table = book.sheets.get(sheet).ok_or("There is no sheet in this file.")?;
    let (choice, about) = (guess(table), filled(&asked.about, guess_about(&name, &book, sheet)));
    println!("The sheet “{}”: {}.", table.name, columns(&choice));
    println!("“{}”, {}, {}.", about.title, about.year, about.id);
    let made = make(table, &choice, &about, &known);
    Ok(Found { edition: made.edition.map(|edition| (edition, made.whole)), problems: made.problems })
}

/// The editions that the page and the host come with.
fn known() -> Vec<Edition> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/editions");
    let files = fs::read_dir(folder).into_iter().flatten().filter_map(|file| Some(file.ok()?.path()));
    let mut files: Vec<PathBuf> = files.collect();
    files.sort();
    let read = files.iter().filter_map(|file| Edition::from_text(&fs::read_to_string(file).ok()?));
    std::iter::once(Edition::built_in()).chain(read).collect()
}

/// The sheet that was named or, if none was, the likeliest one, which is said with the reason.
fn chosen_sheet(asked: &Asked, book: &Workbook, known: &[&Edition]) -> Result<usize, String> {
    let Some(named) = &asked.sheet else {
        let likely = likely_sheet(book, known);
        if let Some(sentence) = likely.sentence(book) {
            println!("{sentence}{}", if likely.others > 0 { " (--sheet NAME)" } else { "" });
        }
        return Ok(likely.sheet);
    };
    let is_named = |table: &Table| table.name.trim().eq_ignore_ascii_case(named.trim());
    book.sheets.iter().position(is_named).ok_or_else(|| {
        let names: Vec<String> = book.sheets.iter().map(|table| format!("“{}”", table.name)).collect();
        format!("There is no sheet “{named}”. There are: {}.", names.join(", "))
    })
}

/// What was said, and for the rest what the file itself says.
fn filled(said: &EditionDetails, found: EditionDetails) -> EditionDetails {
    let or = |said: &String, found: String| if said.is_empty() { found } else { said.clone() };
    EditionDetails {
        id: or(&said.id, found.id),
        title: or(&said.title, found.title),
        year: or(&said.year, found.year),
        source: or(&said.source, found.source),
        before: or(&said.before, found.before),
        with_optional: said.with_optional,
        opens: or(&said.opens, found.opens),
        closes: or(&said.closes, found.closes),
        wording: said.wording,
        sources: found.sources,
    }
}

/// What was taken for what, with the letters of the columns.
fn columns(choice: &ColumnChoice) -> String {
    let each = choice
        .columns
        .iter()
        .map(|(column, place)| format!("{} in {}", column.label(), column_letters(*place)));
    let each: Vec<String> = each.collect();
    if each.is_empty() { "no column could be told".to_owned() } else { each.join(", ") }
}

fn say(found: &Found) {
    for problem in &found.problems {
        let mut sentence = problem.sentence();
        if problem.kind == ProblemKind::OptionalLeftOut {
            sentence.push_str(" (--optional)");
        }
        let place = match (problem.row, &problem.item) {
            (Some(row), _) => format!("Row {row}"),
            (None, Some(item)) => item.as_str().to_owned(),
            (None, None) => String::new(),
        };
        // Most sentences begin with it.
        if place.is_empty() || sentence.starts_with(&place) {
            println!("{sentence}");
        } else {
            println!("{place}: {sentence}");
        }
    }
    let problems = match found.problems.iter().filter(|problem| !problem.is_note()).count() {
        0 => "No problems".to_owned(),
        number => counted(number, "problem"),
    };
    match &found.edition {
        Some((edition, _)) => {
            let (items, parts) = (edition.items().count(), edition.parts.len());
            println!("{} in {}. {problems}.", counted(items, "item"), counted(parts, "part"));
        }
        None => println!("There is no edition yet. {problems}."),
    }
}

fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn save(asked: &Asked, found: &Found) -> Result<(), String> {
    let Some(path) = &asked.save else { return Ok(()) };
    let Some((_, whole)) = &found.edition else {
        return Err(format!("{} was not written: there is no edition yet.", shown(path)));
    };
    let text = serde_json::to_string_pretty(whole).map_err(|error| error.to_string())?;
    fs::write(path, text + "\n").map_err(|error| format!("{} cannot be written: {error}.", shown(path)))?;
    println!("The edition is in {}.", shown(path));
    Ok(())
}

/// As it was typed, or from where the person is.
fn shown(path: &Path) -> String {
    let here = env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}
