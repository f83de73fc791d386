//! Small, made-up scripts become one.

use super::*;

const MAIN: &str = "import * as import1 from \"./split.js\"\n\
    import { hello, b as c } from './snippets/a/inline0.js';\n\n\
    export class Stream {\n}\n\
    async function init(path) {\n    if (!path) path = new URL('app_bg.wasm', import.meta.url);\n}\n\
    function initSync() {}\n\
    export { initSync, init as default };\n";
const SPLIT: &str = "import { initSync } from \"./app.js\";\n\
    export const load = wrap(() => fetch(new URL(\"./later.wasm\", import.meta.url)));\n";
const SNIPPET: &str =
    "// Only says hello, whatever the import is.\nexport function hello() {}\nexport const b = 1;\n";

fn join(main: &str, split: &str) -> Result<Joined> {
    joined("app.js", &|name: &str| match name {
        "app.js" => Ok(main.to_owned()),
        "split.js" => Ok(split.to_owned()),
        "snippets/a/inline0.js" => Ok(SNIPPET.to_owned()),
        other => Err(format!("{other} is not there.")),
    })
}

#[test]
fn all_scripts_are_one_and_find_each_other() {
    let Joined { script, fetched } = join(MAIN, SPLIT).unwrap();
    for piece in [
        "const import1 = joinedExports[\"split.js\"];",
        "const { hello: hello, b: c } = joinedExports[\"snippets/a/inline0.js\"];",
        "const { initSync: initSync } = joinedExports[\"app.js\"];",
        "Object.assign(joinedExports[\"app.js\"], { Stream: Stream, initSync: initSync, default: init });",
        "Object.assign(joinedExports[\"split.js\"], { load: load });",
        "\nclass Stream {",
        "const load = wrap(() => fetch(\"later.wasm\"));",
        "path = \"app_bg.wasm\";",
    ] {
        assert!(script.contains(piece), "{piece} is not in:\n{script}");
    }
    assert!(!script.contains("export ") && !script.contains("import.meta"), "{script}");
    assert_eq!(fetched, ["app_bg.wasm", "later.wasm"]);
    // Who takes by name comes after whom it takes from.
    let place = |name: &str| script.find(&format!("// {name}\n")).unwrap();
    assert!(place("snippets/a/inline0.js") < place("app.js") && place("app.js") < place("split.js"));
}

#[test]
fn a_tool_that_writes_in_another_way_is_noticed() {
    for line in [
        "import app from './app.js';",
        "import './app.js';",
        "import { a } from '../app.js';",
        "import { a } from 'https://example.org/a.js';",
        "import {",
        "  import { a } from './app.js';",
        "const a = 1;export{a};",
        "const a = import('./app.js');",
        "const a = import.meta.url;",
        "const a = new URL(name, import.meta.url);",
        "export default 1;",
        "export let a = 1;",
        "export * from './app.js';",
        "export { initSync } from './app.js';",
        "let wasm; export { wasm };",
        "export { nowhere };",
        "const joinedExports = 1;",
    ] {
        let refused = join(MAIN, &format!("{SPLIT}{line}\n"));
        assert!(refused.is_err_and(|sentence| sentence.contains("modules.rs")), "{line}");
    }
}

#[test]
fn scripts_that_never_find_each_other_are_refused() {
    let refused = join(MAIN, "import { nothing } from './app.js';\n");
    assert!(refused.is_err_and(|sentence| sentence.contains("There is no order")));
}
