//! The scripts of the program, joined into one: a page that was opened from a file may import no other file.
//!
//! Each script gets a function of its own, so that its names stay its own, and one object that takes what it exports. What
//! it imports it takes from the objects of the others. This knows the few forms of `import` and `export` that the tools
//! write, one a line, and refuses every other: another version of a tool may write them in another way.

use crate::Result;

/// The scripts as one, and what they fetch.
#[derive(Debug)]
pub struct Joined {
    /// Makes `joinedScripts`, a function that runs all of them and gives what each exports, by its name.
    pub script: String,
    /// The files that they fetch when they need them.
    pub fetched: Vec<String>,
}

/// What everything is collected in. No script may have a name like that itself.
const COLLECTED: &str = "joinedExports";

struct Module {
    name: String,
    imports: Vec<Import>,
    /// As they are known outside and inside.
    exports: Vec<(String, String)>,
    /// The text without imports and exports.
    body: String,
}

struct Import {
    from: String,
    what: What,
}

enum What {
    /// The object itself: may be taken before anything is in it, so the order does not matter.
    All(String),
    /// As they are known outside and inside.
    Names(Vec<(String, String)>),
}

/// Joins the script of this name and all that it imports.
///
/// # Errors
/// Where one is missing or written in a way that this does not know, and where no order of them works.
pub fn joined(first: &str, read: &dyn Fn(&str) -> Result<String>) -> Result<Joined> {
    let (mut modules, mut fetched) = (Vec::<Module>::new(), Vec::new());
    let mut open = vec![first.to_owned()];
    while let Some(name) = open.pop() {
        if modules.iter().any(|module| module.name == name) {
            continue;
        }
        let module = parsed(&name, &read(&name)?, &mut fetched)?;
        open.extend(module.imports.iter().map(|import| import.from.clone()));
        modules.push(module);
    }
    fetched.sort();
    fetched.dedup();
    Ok(Joined { script: written(&in_order(modules)?), fetched })
}

fn odd(name: &str, line: &str) -> String {
    format!(
        "{name} holds {:?}, which cannot be joined: xtask/src/single/modules.rs has to follow its tools.",
        line.trim()
    )
}

fn parsed(name: &str, text: &str, fetched: &mut Vec<String>) -> Result<Module> {
    if text.contains(COLLECTED) {
        return Err(odd(name, COLLECTED));
    }
    let mut module =
        Module { name: name.to_owned(), imports: Vec::new(), exports: Vec::new(), body: String::new() };
    let text = with_plain_names(text, fetched);
    for line in text.lines() {
        let kept = if let Some(rest) = line.strip_prefix("import ") {
            module.imports.push(import(name, rest).ok_or_else(|| odd(name, line))?);
            continue;
        } else if let Some(rest) = line.strip_prefix("export {") {
            let list = rest.trim_end_matches(';').strip_suffix('}').and_then(names);
            let list = list.ok_or_else(|| odd(name, line))?;
            module.exports.extend(list.into_iter().map(|(inside, outside)| (outside, inside)));
            continue;
        } else if let Some(rest) = line.strip_prefix("export ") {
            let declared = declared(rest).ok_or_else(|| odd(name, line))?;
            module.exports.push((declared.to_owned(), declared.to_owned()));
            rest
        } else {
            line
        };
        let comment = ["//", "/*", "*"].iter().any(|start| kept.trim_start().starts_with(start));
        if !comment && (has_word(kept, "import") || has_word(kept, "export")) {
            return Err(odd(name, line));
        }
        module.body.push_str(kept);
        module.body.push('\n');
    }
    // What others take from it is taken once, so it must be something that stays what it is.
    let stays = |inside: &str| module.body.lines().any(|line| declared(line) == Some(inside));
    let loose = module.exports.iter().find(|(_, inside)| !stays(inside));
    if let Some((_, inside)) = loose {
        return Err(odd(name, &format!("export {{ {inside} }}")));
    }
    Ok(module)
}

/// What follows `import `: `* as a from "./b.js"` or `{ a, b as c } from './d.js';`.
fn import(by: &str, rest: &str) -> Option<Import> {
    let (what, path) = rest.trim_end().trim_end_matches(';').split_once(" from ")?;
    let path = ['"', '\''].iter().find_map(|quote| path.trim().strip_prefix(*quote)?.strip_suffix(*quote))?;
    let below = path.strip_prefix("./").filter(|below| is_file_name(below))?;
    let from = match by.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/{below}"),
        None => below.to_owned(),
    };
    let what = match what.strip_prefix("* as ") {
        Some(name) => What::All(Some(name).filter(|name| is_name(name))?.to_owned()),
        None => What::Names(names(what.trim().strip_prefix('{')?.strip_suffix('}')?)?),
    };
    Some(Import { from, what })
}

/// `a, b as c`: each as the first word and the last one.
fn names(list: &str) -> Option<Vec<(String, String)>> {
    let pairs = list.split(',').map(str::trim).filter(|name| !name.is_empty()).map(|name| {
        let (before, after) = name.split_once(" as ").unwrap_or((name, name));
        (is_name(before) && is_name(after)).then(|| (before.to_owned(), after.to_owned()))
    });
    pairs.collect()
}

/// The name that a line declares for good: of a function, a class or a constant.
fn declared(line: &str) -> Option<&str> {
    let line = line.strip_prefix("async ").unwrap_or(line);
    let rest = ["function ", "class ", "const "].iter().find_map(|word| line.strip_prefix(word))?;
    let name = rest.split(|letter: char| !is_letter(letter)).next()?;
    is_name(name).then_some(name)
}

/// The text with each `new URL("./a.wasm", import.meta.url)` as `"a.wasm"`, which is how the page holds it.
fn with_plain_names(text: &str, fetched: &mut Vec<String>) -> String {
    const BEFORE: &str = "new URL(";
    let (mut plain, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once(BEFORE) {
        plain.push_str(before);
        let found = ['"', '\''].iter().find_map(|quote| {
            let (path, behind) = after.strip_prefix(*quote)?.split_once(*quote)?;
            let path = path.strip_prefix("./").unwrap_or(path);
            Some((path, behind.strip_prefix(", import.meta.url)")?)).filter(|(path, _)| is_file_name(path))
        });
        rest = if let Some((path, behind)) = found {
            plain.push_str(&format!("\"{path}\""));
            fetched.push(path.to_owned());
            behind
        } else {
            plain.push_str(BEFORE);
            after
        };
    }
    plain + rest
}

/// One after the other, so that each finds what it takes by name.
fn in_order(mut open: Vec<Module>) -> Result<Vec<Module>> {
    let mut done = Vec::<Module>::new();
    while !open.is_empty() {
        let gives = |from: &str, outside: &str| {
            let source = done.iter().find(|module| module.name == from);
            source.is_some_and(|module| module.exports.iter().any(|(name, _)| name == outside))
        };
        let has_all = |import: &Import| match &import.what {
            What::All(_) => true,
            What::Names(names) => names.iter().all(|(outside, _)| gives(&import.from, outside)),
        };
        let Some(next) = open.iter().position(|module| module.imports.iter().all(has_all)) else {
            let names: Vec<&str> = open.iter().map(|module| module.name.as_str()).collect();
            return Err(format!("There is no order in which {} find what they import.", names.join(" and ")));
        };
        done.push(open.remove(next));
    }
    Ok(done)
}

fn written(modules: &[Module]) -> String {
    let mut script = format!("function joinedScripts() {{\nconst {COLLECTED} = {{\n");
    for Module { name, .. } in modules {
        script.push_str(&format!("\"{name}\": {{}},\n"));
    }
    script.push_str("};\n");
    for Module { name, imports, exports, body } in modules {
        script.push_str(&format!("// {name}\n(() => {{\n"));
        for Import { from, what } in imports {
            let taken = match what {
                What::All(name) => name.clone(),
                What::Names(names) => format!("{{ {} }}", pairs(names)),
            };
            script.push_str(&format!("const {taken} = {COLLECTED}[\"{from}\"];\n"));
        }
        script.push_str(body);
        script.push_str(&format!(
            "Object.assign({COLLECTED}[\"{name}\"], {{ {} }});\n}})();\n",
            pairs(exports)
        ));
    }
    script + &format!("return {COLLECTED};\n}}\n")
}

fn pairs(names: &[(String, String)]) -> String {
    let pairs: Vec<String> = names.iter().map(|(outside, inside)| format!("{outside}: {inside}")).collect();
    pairs.join(", ")
}

/// A path below the folder that needs no escaping anywhere.
pub fn is_file_name(path: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "._-/".contains(letter);
    path.chars().all(plain) && path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'))
}

fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.chars().all(is_letter)
        && !name.starts_with(|letter: char| letter.is_ascii_digit())
}

fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(place, _)| {
        let before = line.get(..place).and_then(|before| before.chars().next_back());
        let after = line.get(place + word.len()..).and_then(|after| after.chars().next());
        ![before, after].into_iter().flatten().any(is_letter)
    })
}

#[cfg(test)]
mod tests;
