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

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effort {
    /// Everything, three times: for what everybody waits for.
    Thorough,
    /// Everything once. More takes minutes with the large programs for workers and brings little.
    Once,
}

impl Effort {
    fn rounds(self) -> u32 {
        match self {
            Self::Thorough => 3,
            Self::Once => 1,
        }
    }

    /// What wasm-bindgen and the linker export and nobody asks for.
    fn remove(self) -> &'static [&'static str] {
        match self {
            Self::Thorough => &["intounderlying", "__data_end", "__heap_base"],
            Self::Once => &[],
        }
    }
}

/// A module, and where the small one goes.
#[derive(Clone, Debug)]
pub struct Module {
    pub from: PathBuf,
    pub to: PathBuf,
}

/// Makes these small. A debug build is taken as it is.
///
/// # Errors
/// What could not be read, made or written.
pub fn run(project: &Project, profile: &str, modules: &[Module], effort: Effort) -> Result {
    if profile != "release" {
        return modules
            .iter()
            .try_for_each(|Module { from, to }| fs::copy(from, to).map(drop).map_err(failed));
    }
    let cache = Cache::of(project);
    // Which Binaryen it is stands there.
    let lock = fs::read(project.root().join("package-lock.json")).map_err(failed)?;
    let how = format!("small {} {} {SCRIPT}", effort.rounds(), effort.remove().join(" "));
    let mut missing = Vec::new();
    for module in modules {
        let plain = fs::read(&module.from).map_err(failed)?;
        match cache.get(&how, &[&plain, &lock]) {
            Some(small) => fs::write(&module.to, small).map_err(failed)?,
            None => missing.push((module.clone(), plain)),
        }
    }
    side_by_side::each(&shared_out(missing), |share| {
        let jobs: Vec<Value> = share
            .iter()
            .map(|(Module { from, to }, _)| {
                json!({ "from": from, "to": to, "remove": effort.remove(), "rounds": effort.rounds() })
            })
            .collect();
        let Some((first, _)) = share.first() else { return Ok(()) };
        let log = format!("small-{}", first.from.file_stem().unwrap_or_default().to_string_lossy());
        let mut node = Command::new("node");
        node.arg(project.root().join("xtask/src/shrink.mjs")).arg(Value::from(jobs).to_string());
        record(project, &log, &mut node, "Making a part of the program small")?;
        for (module, plain) in share {
            cache.put(&how, &[plain, &lock], &fs::read(&module.to).map_err(failed)?);
        }
        Ok(())
    })
}

/// A module, or what stands for it, with its bytes.
type Weighed<T> = (T, Vec<u8>);

/// One share for each processor, of about the same size together.
fn shared_out<T>(mut modules: Vec<Weighed<T>>) -> Vec<Vec<Weighed<T>>> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    modules.sort_by_key(|(_, bytes)| std::cmp::Reverse(bytes.len()));
    let mut shares: Vec<Vec<Weighed<T>>> = (0..processors).map(|_| Vec::new()).collect();
    let size = |share: &Vec<Weighed<T>>| share.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
    for module in modules {
        if let Some(share) = shares.iter_mut().min_by_key(|share| size(share)) {
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
        let modules: Vec<Weighed<usize>> = (0..9).map(|size| (size, vec![0; size])).collect();
        let shares = shared_out(modules);
        let mut all: Vec<usize> = shares.iter().flatten().map(|(size, _)| *size).collect();
        all.sort_unstable();
        assert_eq!(all, (0..9).collect::<Vec<_>>());
        assert_eq!(shared_out(Vec::<((), Vec<u8>)>::new()).iter().flatten().count(), 0);
    }
}
