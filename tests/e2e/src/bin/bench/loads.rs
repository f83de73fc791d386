//! Cold, warm and offline loads, in turns with a page without a program and with any other site.

use anyhow::Result;
use e2e::{Engine, Options, Session, act, find};
use serde_json::{Value, json};

use crate::figures::Figures;
use crate::load::{Conditions, Load, Network, Over, load, load_and_send};
use crate::{bring_in, cdp, example, required};

/// "Slow 4G" is two things to different tools, so both are measured.
static NETWORKS: [Network; 2] = [
    Network { name: "slow 4G, 562.5 ms", latency: 562.5, down: 1.44, up: 0.675 },
    Network { name: "slow 4G, 150 ms", latency: 150.0, down: 1.64, up: 0.75 },
];
/// How many times slower the processor is made.
const PROCESSORS: [u32; 2] = [4, 6];

/// What a person with nothing on the device can use first.
const START_FORM: &str = "#organisation";
/// What every item can be answered with.
const ITEM_FIELD: &str = "#comments";

/// Whether the page has a service worker; if so, waits until it has everything that it keeps.
const WORKER: &str = "return (async () => {
      const workers = navigator.serviceWorker;
      if (!workers || (await workers.getRegistrations()).length === 0) return false;
      await workers.ready;
      return true;
    })();";

/// A figure of a load: its name in the file and in the table, and how it is written there.
struct Column {
    key: &'static str,
    heading: &'static str,
    times: f64,
    digits: usize,
    of: fn(&Load) -> Option<f64>,
}

const fn column(
    key: &'static str,
    heading: &'static str,
    times: f64,
    digits: usize,
    of: fn(&Load) -> Option<f64>,
) -> Column {
    Column { key, heading, times, digits, of }
}

const COLUMNS: [Column; 11] = [
    column("usable_ms", "usable, s", 0.001, 2, |load| load.usable),
    column("program_ms", "program, s", 0.001, 2, |load| load.program),
    column("answered_ms", "“Start” after it, ms", 1.0, 0, |load| Some(load.answered? - load.program?)),
    column("first_paint_ms", "painted, s", 0.001, 2, |load| load.first_paint),
    column("largest_paint_ms", "largest, s", 0.001, 2, |load| load.largest_paint),
    column("shift", "shift", 1.0, 3, |load| Some(load.shift)),
    column("long_tasks", "long tasks", 1.0, 0, |load| Some(load.long_tasks)),
    column("long_tasks_ms", "their ms", 1.0, 0, |load| Some(load.long_tasks_ms)),
    column("bytes", "KB", 0.001, 1, |load| Some(load.bytes)),
    column("by_worker", "by worker", 1.0, 0, |load| Some(load.by_worker)),
    column("slowed_down", "× slower", 1.0, 1, |load| load.slowed_down),
];

impl Column {
    fn width(&self) -> usize {
        14.max(self.heading.chars().count() + 2)
    }
}

/// A site, and what has to be there for it to be usable.
struct Site {
    name: &'static str,
    address: String,
    ready: String,
    is_this: bool,
}

/// All loads of one kind.
struct Line {
    page: &'static str,
    visit: &'static str,
    under: Conditions,
    loads: Vec<Option<Load>>,
}

/// Measures every kind of load so many times, prints the tables, and gives all figures.
pub async fn measure(rounds: usize) -> Result<Value> {
    let mut sites = sites()?;
    let mut lines = Vec::new();
    for round in 1..=rounds {
        println!("Loads, round {round} of {rounds} …");
        for under in slow() {
            for site in &sites {
                let mut s = Session::start(Engine::Chromium, "loads", Options::default()).await?;
                let outcome = visits(&mut s, site, under, &mut lines).await;
                s.end().await;
                outcome?;
            }
            // What the machine does beside this hits all of them alike.
            sites.rotate_left(1);
        }
    }
    for (place, line) in lines.iter().enumerate() {
        if !lines.iter().take(place).any(|earlier| earlier.under == line.under) {
            print_table(line.under, &lines);
        }
    }
    let networks: Vec<Value> = NETWORKS
        .iter()
        .map(|network| {
            json!({
                "name": network.name,
                "latency_ms": network.latency,
                "down_mbit_per_s": network.down,
                "up_mbit_per_s": network.up,
            })
        })
        .collect();
    Ok(json!({ "networks": networks, "lines": lines.iter().map(Line::json).collect::<Vec<_>>() }))
}

/// Every network with every processor.
fn slow() -> impl Iterator<Item = Conditions> {
    let on = |cpu| NETWORKS.iter().map(move |network| Conditions { over: Over::Slow(network), cpu });
    PROCESSORS.into_iter().flat_map(on)
}

/// The page, the page without a program and, where it was asked for, another.
fn sites() -> Result<Vec<Site>> {
    let site = |name, address, ready: &str, is_this| Site { name, address, ready: ready.to_owned(), is_this };
    let mut sites = vec![
        site("this page", e2e::settings::base_url()?, ITEM_FIELD, true),
        site("static page", required("E2E_STATIC_URL")?, "textarea", false),
    ];
    if let Ok(address) = std::env::var("E2E_AGAINST_URL") {
        sites.push(site("other site", address, &required("E2E_AGAINST_READY")?, false));
    }
    Ok(sites)
}

/// All loads of one site under the same conditions, in a browser that is new.
async fn visits(s: &mut Session, site: &Site, under: Conditions, lines: &mut Vec<Line>) -> Result<()> {
    let (mut address, ready) = (site.address.clone(), site.ready.as_str());
    let cold = if site.is_this {
        let empty = load(s, &address, START_FORM, under).await?;
        note(lines, site, "cold, nothing stored", under, empty);
        forget_program(s, &site.address).await?;
        let sent = load_and_send(s, &address, START_FORM, Some("A home"), under).await?;
        note(lines, site, "cold, “Start” at once", under, sent);
        forget(s, &site.address, "all").await?;
        address = keep_work(s).await?;
        // What the browser has compiled and decoded goes with it.
        s.restart().await?;
        forget_program(s, &site.address).await?;
        "cold, work stored"
    } else {
        "cold"
    };
    let first = load(s, &address, ready, under).await?;
    note(lines, site, cold, under, first);
    let has_worker = come_back(s, &address, ready).await?;
    let again = load(s, &address, ready, under).await?;
    note(lines, site, "warm", under, again);
    // Without a network, all networks are the same.
    if has_worker && matches!(under.over, Over::Slow(network) if *network == NETWORKS[0]) {
        let under = Conditions { over: Over::Nothing, ..under };
        let offline = load(s, &address, ready, under).await?;
        note(lines, site, "offline", under, offline);
    }
    Ok(())
}

fn note(lines: &mut Vec<Line>, site: &Site, visit: &'static str, under: Conditions, load: Option<Load>) {
    let same = |line: &&mut Line| line.page == site.name && line.visit == visit && line.under == under;
    match lines.iter_mut().find(same) {
        Some(line) => line.loads.push(load),
        None => lines.push(Line { page: site.name, visit, under, loads: vec![load] }),
    }
}

/// Puts the worked example, with all items answered, on the device, and gives the address of one of its items.
async fn keep_work(s: &Session) -> Result<String> {
    let id = bring_in(s, &example()?).await?;
    let item = format!("#/a/{id}/item/2.1.1");
    act::open(s, &item).await?;
    find::field(s, "Comments (optional)").await?;
    Ok(format!("{}{item}", s.base()))
}

/// Takes from the browser what it keeps of a site's files. What a person typed stays.
async fn forget_program(s: &Session, address: &str) -> Result<()> {
    cdp(s, "Network.enable", json!({})).await?;
    cdp(s, "Network.clearBrowserCache", json!({})).await?;
    forget(s, address, "service_workers,cache_storage,shader_cache").await
}

/// Takes from the browser what it keeps of these kinds for a site.
async fn forget(s: &Session, address: &str, kinds: &str) -> Result<()> {
    let these = json!({ "origin": address.trim_end_matches('/'), "storageTypes": kinds });
    cdp(s, "Storage.clearDataForOrigin", these).await?;
    Ok(())
}

/// Loads a page once more at full speed, and waits for its service worker. Gives whether it has one.
async fn come_back(s: &Session, address: &str, ready: &str) -> Result<bool> {
    load(s, address, ready, Conditions::FULL_SPEED).await?;
    Ok(s.script(WORKER, vec![]).await? == json!(true))
}

impl Line {
    fn figures(&self, column: &Column) -> Figures {
        Figures::of(self.loads.iter().flatten().filter_map(column.of))
    }

    fn usable(&self) -> usize {
        self.loads.iter().flatten().count()
    }

    fn json(&self) -> Value {
        let figures: serde_json::Map<String, Value> =
            COLUMNS.iter().map(|column| (column.key.to_owned(), self.figures(column).json())).collect();
        json!({
            "page": self.page,
            "visit": self.visit,
            "network": network_name(self.under.over),
            "cpu": self.under.cpu,
            "loads": self.loads.len(),
            "became_usable": self.usable(),
            "figures": figures,
        })
    }
}

fn network_name(over: Over) -> &'static str {
    match over {
        Over::Machine => "as fast as it is",
        Over::Slow(network) => network.name,
        Over::Nothing => "no network",
    }
}

/// One table for everything that was measured under the same conditions.
fn print_table(under: Conditions, lines: &[Line]) {
    let network = match under.over {
        Over::Slow(Network { latency, down, up, .. }) => {
            format!("slow 4G ({latency} ms, {down} Mbit/s down, {up} Mbit/s up)")
        }
        over => network_name(over).to_owned(),
    };
    println!("\nLoads, {network}, processor {}× slower: median / 95 of 100", under.cpu);
    let headings: String =
        COLUMNS.iter().map(|column| format!("{:>width$}", column.heading, width = column.width())).collect();
    println!("  {:<34}{headings}", "");
    for line in lines.iter().filter(|line| line.under == under) {
        let cells: String = COLUMNS
            .iter()
            .map(|column| {
                let words = line.figures(column).words(column.times, column.digits);
                format!("{words:>width$}", width = column.width())
            })
            .collect();
        println!("  {:<34}{cells}", format!("{}, {}", line.page, line.visit));
        if line.usable() < line.loads.len() {
            println!("    became usable in {} of {} loads", line.usable(), line.loads.len());
        }
    }
}
