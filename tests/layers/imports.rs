//! Which file of a crate uses which other one, as the compiler would find it: through `use`, `pub use` and whole paths.
//!
//! A `pub use` alone is no use: a `mod.rs` that hands on what lies below it does not depend on it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::Visit;
use syn::{Item, UseTree, Visibility};

/// The path of a module from the root of its crate.
type Module = Vec<String>;

/// What stands in one module.
#[derive(Default)]
struct Content {
    file: String,
    defined: BTreeSet<String>,
    children: BTreeSet<String>,
    /// What a name in a `use` stands for.
    imported: BTreeMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    /// The paths that its code names, those of private imports included.
    named: Vec<Vec<String>>,
}

/// The files of a crate, each with those that it uses, by their paths below the folder of the sources.
pub struct Imports(pub BTreeMap<String, BTreeSet<String>>);

impl Imports {
    /// Reads the crate whose root is this file, without its tests.
    pub fn of(root: &Path) -> Self {
        let folder = root.parent().expect("a folder").to_path_buf();
        let mut modules = BTreeMap::new();
        read(&folder, root, Vec::new(), &mut modules);
        let mut files: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (module, content) in &modules {
            let used = files.entry(content.file.clone()).or_default();
            for path in &content.named {
                let target = resolve(&modules, module, path, 0).and_then(|target| modules.get(&target));
                used.extend(target.map(|target| target.file.clone()).filter(|file| *file != content.file));
            }
        }
        Self(files)
    }

    /// The circles: groups of files of which each leads to each other one.
    pub fn circles(&self) -> Vec<Vec<String>> {
        let reached: BTreeMap<&String, BTreeSet<&String>> =
            self.0.keys().map(|file| (file, self.reached_from(file))).collect();
        let mut circles: Vec<Vec<String>> = Vec::new();
        for (file, others) in &reached {
            if circles.iter().flatten().any(|known| known == *file) || !others.contains(*file) {
                continue;
            }
            let back =
                others.iter().filter(|other| reached.get(*other).is_some_and(|from| from.contains(*file)));
            circles.push(back.map(|file| (*file).clone()).collect());
        }
        circles
    }

    fn reached_from<'a>(&'a self, file: &'a String) -> BTreeSet<&'a String> {
        let mut found = BTreeSet::new();
        let mut open = vec![file];
        while let Some(file) = open.pop() {
            open.extend(self.0.get(file).into_iter().flatten().filter(|next| found.insert(*next)));
        }
        found
    }
}

fn read(folder: &Path, file: &Path, module: Module, modules: &mut BTreeMap<Module, Content>) {
    let text = fs::read_to_string(file).expect("a source file");
    let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let below = file.strip_prefix(folder).expect("below the folder");
    let name = below.iter().map(|step| step.to_string_lossy()).collect::<Vec<_>>().join("/");
    take(folder, &name, parsed.items, module, modules);
}

fn take(
    folder: &Path,
    file: &str,
    items: Vec<Item>,
    module: Module,
    modules: &mut BTreeMap<Module, Content>,
) {
    let mut content = Content { file: file.to_owned(), ..Content::default() };
    for item in items {
        if attributes(&item).iter().any(is_test) {
            continue;
        }
        match item {
            Item::Mod(inner) => {
                let name = inner.ident.to_string();
                content.children.insert(name.clone());
                let below: Module = module.iter().cloned().chain([name]).collect();
                match inner.content {
                    Some((_, items)) => take(folder, file, items, below, modules),
                    None => read(folder, &file_of(folder, &below), below, modules),
                }
            }
            Item::Use(item) => {
                let is_private = matches!(item.vis, Visibility::Inherited);
                imports(&item.tree, &mut Vec::new(), is_private, &mut content);
            }
            item => {
                content.defined.extend(name_of(&item));
                content.visit_item(&item);
            }
        }
    }
    modules.insert(module, content);
}

fn file_of(folder: &Path, module: &[String]) -> PathBuf {
    let path = module.iter().fold(folder.to_path_buf(), |path, step| path.join(step));
    let alone = path.with_extension("rs");
    if alone.exists() { alone } else { path.join("mod.rs") }
}

fn attributes(item: &Item) -> &[syn::Attribute] {
    match item {
        Item::Mod(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        _ => &[],
    }
}

fn is_test(attribute: &syn::Attribute) -> bool {
    let is_word = |word: &str| attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident(word));
    attribute.path().is_ident("cfg") && is_word("test")
}

fn name_of(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

fn imports(tree: &UseTree, path: &mut Vec<String>, is_private: bool, content: &mut Content) {
    let mut add = |name: String, path: Vec<String>| {
        if is_private {
            content.named.push(path.clone());
        }
        content.imported.insert(name, path);
    };
    match tree {
        UseTree::Path(step) => {
            path.push(step.ident.to_string());
            imports(&step.tree, path, is_private, content);
            path.pop();
        }
        UseTree::Name(name) if name.ident == "self" => {
            add(path.last().cloned().unwrap_or_default(), path.clone());
        }
        UseTree::Name(name) => add(name.ident.to_string(), with(path, &name.ident)),
        UseTree::Rename(name) => add(name.rename.to_string(), with(path, &name.ident)),
        UseTree::Group(group) => {
            group.items.iter().for_each(|tree| imports(tree, path, is_private, content));
        }
        UseTree::Glob(_) => {
            if is_private {
                content.named.push(path.clone());
            }
            content.globs.push(path.clone());
        }
    }
}

fn with(path: &[String], last: &syn::Ident) -> Vec<String> {
    path.iter().cloned().chain([last.to_string()]).collect()
}

impl<'ast> Visit<'ast> for Content {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.named.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }

    // `pub(super)` says who may use it, and uses nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        // One inside a function.
        imports(&item.tree, &mut Vec::new(), true, self);
    }
}

/// The module in which what the path names is defined. `None` for what is another crate's.
fn resolve(modules: &BTreeMap<Module, Content>, at: &Module, path: &[String], depth: u8) -> Option<Module> {
    // Two globs may lead to each other.
    if depth > 16 {
        return None;
    }
    let content = modules.get(at)?;
    let Some((first, rest)) = path.split_first() else { return Some(at.clone()) };
    let child = || at.iter().cloned().chain([first.clone()]).collect::<Module>();
    match first.as_str() {
        "crate" => resolve(modules, &Vec::new(), rest, depth + 1),
        "self" => resolve(modules, at, rest, depth + 1),
        "super" => {
            let (_, above) = at.split_last()?;
            resolve(modules, &above.to_vec(), rest, depth + 1)
        }
        name if content.defined.contains(name) => Some(at.clone()),
        name if content.children.contains(name) => resolve(modules, &child(), rest, depth + 1),
        name => match content.imported.get(name) {
            Some(target) if *target != path => {
                let target: Vec<String> = target.iter().chain(rest).cloned().collect();
                resolve(modules, at, &target, depth + 1)
            }
            _ => content.globs.iter().find_map(|glob| {
                let target: Vec<String> = glob.iter().chain(path).cloned().collect();
                resolve(modules, at, &target, depth + 1)
            }),
        },
    }
}
