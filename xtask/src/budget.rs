//! What a first visit costs, against what it may cost.

use crate::steps::say;
use crate::{Result, pack, page};
use std::fs;
use std::path::Path;

/// Everything that a first visit loads, after brotli. 1 KB is 1000 bytes, here and in what is printed.
const TOTAL_BUDGET: usize = 260_000;
/// The same, with what the first question needs.
const FIRST_QUESTION_BUDGET: usize = 330_000;
/// How the names of the files begin that the first question needs besides.
const FIRST_QUESTION: &str = "split_answering";
/// The part of it that is WebAssembly.
const WASM_BUDGET: usize = 215_000;
/// What does not come with the first page, and what it may cost.
struct Stage {
    heading: &'static str,
    what: &'static str,
    budget: usize,
    /// How the names of its files begin.
    begins: &'static [&'static str],
    /// Whether its scripts count, and not only its WebAssembly.
    scripts: bool,
}

/// A file belongs to the first of these that it fits.
const STAGES: [Stage; 7] = [
    Stage {
        heading: "When somebody makes an edition out of a spreadsheet: the program that reads it",
        what: "The program that reads spreadsheets",
        budget: 300_000,
        begins: &["spreadsheet-"],
        scripts: true,
    },
    Stage {
        heading: "When somebody wants a file of a report: the program that writes it",
        what: "The program that writes reports",
        budget: 560_000,
        begins: &["reports-"],
        scripts: true,
    },
    Stage {
        heading: "When somebody asks for a page of editions",
        what: "The part for editions",
        budget: 215_000,
        begins: &["split_editions"],
        scripts: false,
    },
    Stage {
        heading: "When somebody asks for a page of reports",
        what: "The part for reports",
        budget: 90_000,
        begins: &["split_reports"],
        scripts: false,
    },
    Stage {
        heading: "When somebody asks for a page for who reviews",
        what: "The part for who reviews",
        budget: 120_000,
        begins: &["split_reviewing"],
        scripts: false,
    },
    Stage {
        heading: "Beside the first page: what the first question needs",
        what: "The part for answering",
        budget: 90_000,
        begins: &[FIRST_QUESTION],
        scripts: false,
    },
    Stage {
        heading: "Once the first page stands",
        what: "What comes after the first page",
        budget: 370_000,
        begins: &[""],
        scripts: false,
    },
];

impl Stage {
    fn holds(&self, file: &Weight) -> bool {
        let kind = file.path.ends_with(".wasm") || (self.scripts && file.path.ends_with(".js"));
        kind && self.begins.iter().any(|beginning| file.path.starts_with(beginning))
    }
}

/// One file, as it is and as a server would send it.
#[derive(Clone, Debug)]
struct Weight {
    path: String,
    raw: usize,
    packed: usize,
}

/// Prints what a first visit loads, file by file, and refuses a page that is over the budget.
pub fn check(dist: &Path) -> Result {
    let cold = page::first_visit(|path| {
        fs::read(dist.join(path)).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    })?;
    let mut files = Vec::new();
    list(dist, "", &mut files).map_err(|error| format!("{} cannot be read: {error}.", dist.display()))?;
    let (cold, on_demand): (Vec<Weight>, Vec<Weight>) =
        files.into_iter().partition(|file| cold.contains(&file.path));
    say(&report(&cold, &on_demand));
    verdict(&cold, &on_demand)
}

/// The files of each stage, in the order of [`STAGES`], and the others.
fn staged(files: &[Weight]) -> ([Vec<&Weight>; STAGES.len()], Vec<&Weight>) {
    let (mut stages, mut others): ([Vec<&Weight>; STAGES.len()], Vec<&Weight>) = Default::default();
    for file in files {
        match STAGES.iter().position(|stage| stage.holds(file)) {
            Some(stage) => stages[stage].push(file),
            None => others.push(file),
        }
    }
    (stages, others)
}

/// Every file of the folder, the largest first.
fn list(dist: &Path, folder: &str, into: &mut Vec<Weight>) -> std::io::Result<()> {
    for entry in fs::read_dir(dist.join(folder))? {
        let entry = entry?;
        let path = format!("{folder}{}", entry.file_name().to_string_lossy());
        if pack::is_packed(&path) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            list(dist, &format!("{path}/"), into)?;
        } else {
            let raw = usize::try_from(entry.metadata()?.len()).unwrap_or(usize::MAX);
            // The copy that hosts send is as long as the budget counts; a file that gets no smaller has none.
            let packed = match fs::metadata(dist.join(format!("{path}.br"))) {
                Ok(copy) => usize::try_from(copy.len()).unwrap_or(usize::MAX),
                Err(_) => pack::with_brotli(&fs::read(entry.path())?)?.len(),
            };
            into.push(Weight { path, raw, packed });
        }
    }
    into.sort_by(|a, b| b.packed.cmp(&a.packed).then_with(|| a.path.cmp(&b.path)));
    Ok(())
}

fn total<'a>(files: impl IntoIterator<Item = &'a Weight>) -> usize {
    files.into_iter().map(|file| file.packed).sum()
}

/// What is loaded until the first question can be answered.
fn first_question(cold: &[Weight], on_demand: &[Weight]) -> usize {
    total(cold) + total(on_demand.iter().filter(|file| file.path.starts_with(FIRST_QUESTION)))
}

fn wasm(files: &[Weight]) -> usize {
    total(files.iter().filter(|file| file.path.ends_with(".wasm")))
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1} KB", bytes as f64 / 1000.0)
}

fn verdict(cold: &[Weight], on_demand: &[Weight]) -> Result {
    let (stages, _) = staged(on_demand);
    let first = [
        ("A first visit", total(cold), TOTAL_BUDGET),
        ("WebAssembly", wasm(cold), WASM_BUDGET),
        ("What the first question needs", first_question(cold, on_demand), FIRST_QUESTION_BUDGET),
    ];
    let later = STAGES.iter().zip(stages).map(|(stage, files)| (stage.what, total(files), stage.budget));
    for (what, size, budget) in first.into_iter().chain(later) {
        if size > budget {
            return Err(format!(
                "{what} weighs {} after brotli and may weigh {} (1 KB = 1000 bytes): {} have to go.",
                kilobytes(size),
                kilobytes(budget),
                kilobytes(size - budget)
            ));
        }
    }
    Ok(())
}

fn report(cold: &[Weight], on_demand: &[Weight]) -> String {
    let width = cold.iter().chain(on_demand).map(|file| file.path.chars().count()).max().unwrap_or(0).max(24);
    let line = |name: &str, raw: usize, packed: usize, note: &str| {
        format!("  {name:<width$} {:>10} {:>10}{note}\n", kilobytes(raw), kilobytes(packed))
    };
    let lines =
        |files: &[Weight]| files.iter().map(|f| line(&f.path, f.raw, f.packed, "")).collect::<String>();
    let raw = |files: &[Weight]| files.iter().map(|file| file.raw).sum();
    let modules: usize = cold.iter().filter(|file| file.path.ends_with(".wasm")).map(|file| file.raw).sum();
    let of = |budget| format!(" of {}", kilobytes(budget));

    let mut text = format!(
        "{:<1$} {2:>10} {3:>10}\n",
        "Cold transfer (1 KB = 1000 bytes)",
        width + 2,
        "raw",
        "brotli 11"
    );
    text += &lines(cold);
    text += &line("together", raw(cold), total(cold), &of(TOTAL_BUDGET));
    text += &line("of which WebAssembly", modules, wasm(cold), &of(WASM_BUDGET));
    text += &format!(
        "  with what the first question needs {} of {}\n",
        kilobytes(first_question(cold, on_demand)),
        kilobytes(FIRST_QUESTION_BUDGET)
    );
    let apart =
        |files: &[&Weight]| files.iter().map(|f| line(&f.path, f.raw, f.packed, "")).collect::<String>();
    let (stages, on_demand) = staged(on_demand);
    // In the order in which they come.
    for (stage, files) in STAGES.iter().zip(stages).rev().filter(|(_, files)| !files.is_empty()) {
        text += &format!("{}\n", stage.heading);
        text += &apart(&files);
        let raw = files.iter().map(|file| file.raw).sum();
        text += &line("together", raw, total(files), &of(stage.budget));
    }
    if !on_demand.is_empty() {
        text += "On demand, not counted\n";
        text += &apart(&on_demand);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(path: &str, packed: usize) -> Weight {
        Weight { path: path.to_owned(), raw: 3 * packed, packed }
    }

    fn budget_of(what: &str) -> usize {
        STAGES.iter().find(|stage| stage.what == what).expect("a stage").budget
    }

    #[test]
    fn the_budget_is_kept_to_the_byte() {
        let rest = TOTAL_BUDGET - WASM_BUDGET;
        let first = [weight("a.js", rest), weight("a_bg.wasm", WASM_BUDGET)];
        let demand = [weight("split_later.wasm", budget_of("What comes after the first page"))];
        assert_eq!(verdict(&first, &[demand, [weight("example.json", 1_000_000)]].concat()), Ok(()));
        for (what, file) in [
            ("What comes after the first page", "split_later-0a.wasm"),
            ("The part for who reviews", "split_reviewing-0a.wasm"),
            ("The part for answering", "split_answering-0a.wasm"),
            ("The part for reports", "split_reports-0a.wasm"),
            ("The part for editions", "split_editions-0a.wasm"),
        ] {
            let refused = verdict(&[], &[weight(file, budget_of(what) + 1)]);
            assert!(refused.is_err_and(|sentence| sentence.starts_with(&format!("{what} weighs"))), "{what}");
        }
        // Of the programs for workers their scripts count too.
        let reader = budget_of("The program that reads spreadsheets");
        let reader = [weight("spreadsheet-0a.wasm", reader - 10_000), weight("spreadsheet-0a.js", 10_001)];
        let refused = verdict(&[], &reader);
        assert!(refused.is_err_and(|said| said.starts_with("The program that reads spreadsheets weighs")));
        let heavier = verdict(&[weight("a.js", rest + 1), weight("a_bg.wasm", WASM_BUDGET)], &[]);
        assert!(heavier.is_err_and(|sentence| sentence.starts_with("A first visit weighs")));
        let answering = budget_of("The part for answering");
        let question = verdict(
            &[weight("a.js", FIRST_QUESTION_BUDGET - answering + 1_000)],
            &[weight("split_answering-0a.wasm", answering)],
        );
        assert!(
            question
                .is_err_and(|sentence| sentence.starts_with("What the first question needs weighs 331.0 KB"))
        );
        let module = verdict(&[weight("a_bg.wasm", WASM_BUDGET + 2_000)], &[]);
        assert!(module.is_err_and(|sentence| sentence.starts_with("WebAssembly weighs")));
    }

    #[test]
    fn the_report_keeps_what_is_counted_apart() {
        let text = report(
            &[weight("index.html", 1_234)],
            &[
                weight("schema/document.json", 9_000),
                weight("split_later.wasm", 20_000),
                weight("split_reviewing.wasm", 5_000),
            ],
        );
        let (counted, later) = text.split_once("Once the first page stands").unwrap();
        let (later, apart) = later.split_once("On demand").unwrap();
        let (later, more) = later.split_once("When somebody asks").unwrap();
        let of = |budget: usize| format!("KB of {}.0 KB", budget / 1000);
        assert!(
            later.contains(&format!("20.0 {}", of(budget_of("What comes after the first page")))),
            "{later}"
        );
        assert!(more.contains(&format!("5.0 {}", of(budget_of("The part for who reviews")))), "{more}");
        assert!(counted.contains("3.7 KB     1.2 KB\n"), "{counted}");
        assert!(counted.contains(&format!("1.2 {}", of(TOTAL_BUDGET))), "{counted}");
        assert!(apart.contains("9.0 KB"), "{apart}");
    }
}
