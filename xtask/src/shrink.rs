//! Makes WebAssembly modules small, with Binaryen, on every processor, and each only once.

use crate::Result;
use crate::cache::Cache;
use crate::command::record;
use crate::project::Project;
use crate::side_by_side;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const SCRIPT: &str = include_str!("shrink.mjs");

/// What a module is, which decides how much is tried with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// The first module of the page, and what the first question needs: everybody waits for them.
    First,
    /// A part of the page that comes once the page stands. More than one round takes 5 s of every build and brings 0.6 KB
    /// of 200.
    Later,
    /// A program for workers. More than one round takes minutes and brings little.
    Worker,
}

impl Kind {
    fn rounds(self) -> usize {
        if self == Self::First { 3 } else { 1 }
    }

    fn is_of_page(self) -> bool {
        self != Self::Worker
    }

    /// What wasm-bindgen and the linker export and nobody asks for.
    fn remove(self) -> &'static [&'static str] {
        if self.is_of_page() { &["intounderlying", "__data_end", "__heap_base"] } else { &[] }
    }

    fn options(self) -> Value {
        json!({ "rounds": self.rounds(), "remove": self.remove(), "lowMemoryUnused": self.is_of_page() })
    }
}

/// A module, and where the small one goes.
#[derive(Clone, Debug)]
pub struct Module {
    pub kind: Kind,
    pub from: PathBuf,
    pub to: PathBuf,
}

/// Makes these small. A debug build is taken as it is.
///
/// # Errors
/// What could not be read, made or written.
pub fn run(project: &Project, profile: &str, modules: &[Module]) -> Result {
    if profile != "release" {
        return modules
            .iter()
            .try_for_each(|Module { from, to, .. }| fs::copy(from, to).map(drop).map_err(failed));
    }
    let cache = Cache::of(project);
    // Which Binaryen it is stands there.
    let lock = fs::read(project.root().join("package-lock.json")).map_err(failed)?;
    let how = |kind: Kind| format!("small {} {SCRIPT}", kind.options());
    let mut missing = Vec::new();
    for module in modules {
        let plain = fs::read(&module.from).map_err(failed)?;
        match cache.get(&how(module.kind), &[&plain, &lock]) {
            Some(small) => fs::write(&module.to, small).map_err(failed)?,
            None => missing
                .push(Weighed { work: plain.len() * module.kind.rounds(), what: (module.clone(), plain) }),
        }
    }
    side_by_side::each(&shared_out(missing), |share| {
        let jobs: Vec<Value> = share
            .iter()
            .map(|Weighed { what: (Module { kind, from, to }, _), .. }| {
                json!({ "from": from, "to": to, "options": kind.options() })
            })
            .collect();
        let Some(Weighed { what: (first, _), .. }) = share.first() else { return Ok(()) };
        let log = format!("small-{}", first.from.file_stem().unwrap_or_default().to_string_lossy());
        let mut node = Command::new("node");
        node.arg(project.root().join("xtask/src/shrink.mjs")).arg(Value::from(jobs).to_string());
        record(project, &log, &mut node, "Making a part of the program small")?;
        for Weighed { what: (module, plain), .. } in share {
            cache.put(&how(module.kind), &[plain, &lock], &fs::read(&module.to).map_err(failed)?);
        }
        Ok(())
    })
}

/// Something to be done, and about how much work it is.
struct Weighed<T> {
    work: usize,
    what: T,
}

/// One share for each processor, of about the same work together.
fn shared_out<T>(mut modules: Vec<Weighed<T>>) -> Vec<Vec<Weighed<T>>> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    modules.sort_by_key(|module| std::cmp::Reverse(module.work));
    let mut shares: Vec<Vec<Weighed<T>>> = (0..processors).map(|_| Vec::new()).collect();
    let work = |share: &Vec<Weighed<T>>| share.iter().map(|module| module.work).sum::<usize>();
    for module in modules {
        if let Some(share) = shares.iter_mut().min_by_key(|share| work(share)) {
            share.push(module);
        }
    }
    shares
}

fn failed(error: std::io::Error) -> String {
    format!("A part of the program cannot be read or written: {error}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_module_is_in_one_share() {
        let modules: Vec<Weighed<usize>> = (0..9).map(|work| Weighed { work, what: work }).collect();
        let shares = shared_out(modules);
        let mut all: Vec<usize> = shares.iter().flatten().map(|module| module.what).collect();
        all.sort_unstable();
        assert_eq!(all, (0..9).collect::<Vec<_>>());
        assert_eq!(shared_out(Vec::<Weighed<()>>::new()).iter().flatten().count(), 0);
    }
}
