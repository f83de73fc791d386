//! A small, made-up page becomes one file.

use super::*;
use crate::html::hash;

const INDEX: &str = "<!doctype html><html lang=en-GB><meta content=\"default-src 'none'; script-src 'self'; \
    require-trusted-types-for 'script'; trusted-types a\" http-equiv=Content-Security-Policy>\
    <link href=icon.svg rel=icon type=image/svg+xml><link href=standards-met.webmanifest rel=manifest>\
    <style>b{}</style><link integrity=sha256-a href=./main-1.css media=print rel=stylesheet>\
    <script>early(1 < 2)</script>\
    <script data-js=./app-1.js data-wasm=./app-1_bg.wasm data-reports=reports-1 data-spreadsheet=spreadsheet-1 integrity=sha256-b src=./boot.js type=module></script>\
    <link href=./app-1.js rel=modulepreload></head><body><div id=loading><a href=recover.html id=way>see</a>\
    <a href=#/about>About</a></div><template data-src=edition.json id=edition></template></body></html>";

fn small(name: &str) -> Result<Vec<u8>> {
    let text = match name {
        "index.html" => INDEX,
        "main-1.css" => "p{background:url(\"#none\")}",
        "icon.svg" => "<svg/>",
        "app-1_bg.wasm" => "first",
        "later-1.wasm" => "later",
        "reports-1.js" => "write < read",
        "reports-1.wasm" => "writer",
        "spreadsheet-1.js" => "read > write",
        "spreadsheet-1.wasm" => "reader",
        "edition.json" => "{\"a\":\"b < c && d\"}",
        "example.json" => "{}",
        "example-2025-26.json" => "{\"later\":1}",
        "recover.html" => {
            "<title>Recovery</title><link rel=\"stylesheet\" href=\"recover.css\"><main><a href=\"./\">back</a></main>\
             <script src=\"recover.js\"></script>"
        }
        "recover.css" => "main { margin: 0 }",
        "recover.js" => "list();",
        other => return Err(format!("{other} is not there.")),
    };
    Ok(text.as_bytes().to_vec())
}

fn edition_of(files: Files) -> Result<String> {
    let modules = ["app-1_bg.wasm".to_owned(), "later-1.wasm".to_owned()];
    page(&Parts { files, joined: &|name| Ok(format!("var page = \"{name}\";\n")), modules: &modules })
}

/// The same with one file changed.
fn with(changed: &str, text: &str) -> Result<String> {
    edition_of(&|name: &str| if name == changed { Ok(text.as_bytes().to_vec()) } else { small(name) })
}

#[test]
fn everything_is_in_the_one_file() {
    let page = edition_of(&small).unwrap();
    for piece in [
        "<style>p{background:url(\"#none\")}\n",
        "<link href=\"data:image/svg+xml;base64,PHN2Zy8+\" rel=\"icon\" type=\"image/svg+xml\">",
        "<!doctype html><html data-one-file=\"\" lang=\"en-GB\">",
        "<script>early(1 < 2)</script>",
        "<template data-src=edition.json id=edition>",
        "<template data-file=\"app-1_bg.wasm\" data-base64>Zmlyc3Q=</template>",
        "<template data-file=\"later-1.wasm\" data-base64>bGF0ZXI=</template>",
        "<template data-file=\"reports-1.js\">write &lt; read</template>",
        "<template data-file=\"reports-1.wasm\" data-base64 data-gzip>H4sI",
        "<template data-file=\"spreadsheet-1.js\">read > write</template>",
        "<template data-file=\"spreadsheet-1.wasm\" data-base64 data-gzip>H4sI",
        "<template data-file=\"edition.json\">{\"a\":\"b &lt; c &amp;&amp; d\"}</template>",
        "<template data-file=\"example.json\">{}</template>",
        "<template data-file=\"example-2025-26.json\">{\"later\":1}</template>",
        "<script data-reports=\"reports-1\" data-spreadsheet=\"spreadsheet-1\" data-wasm=\"app-1_bg.wasm\" type=\"module\">var page = \"app-1.js\";",
        "<a href=\"#recover\" id=\"way\">see</a><a href=#/about>",
        "<template data-title=\"Recovery\" id=\"recover-page\"><style>main { margin: 0 }</style><main><a href=\"#/\">back</a></main></template>",
        "  list();\n})();",
        "This is the one-file edition",
        "</script></body></html>",
    ] {
        assert!(page.contains(piece), "{piece} is not in:\n{page}");
    }
    for piece in ["<style>b{}", "modulepreload", "manifest", "integrity", "boot.js\"", "src=./", POLICY] {
        assert!(!page.contains(piece), "{piece} is still in:\n{page}");
    }
}

#[test]
fn the_policy_names_each_script_and_style_and_nothing_else() {
    let page = edition_of(&small).unwrap();
    let policy = html::between(&page, "<meta content=\"", "\"").unwrap();
    let directive = |name: &str| policy.split("; ").find_map(|one| one.strip_prefix(name)).unwrap();
    let inline = |start: &str, end: &str| {
        let parts = page.split(start).skip(1).filter_map(|part| part.split_once('>')?.1.split_once(end));
        parts.map(|(text, _)| hash(text)).collect::<Vec<_>>()
    };
    let (scripts, styles) = (inline("<script", "</script>"), inline("<style", "</style>"));
    assert_eq!((scripts.len(), styles.len()), (3, 2));
    assert_eq!(directive("script-src "), format!("{} 'wasm-unsafe-eval'", scripts.join(" ")));
    assert_eq!(directive("style-src "), styles.join(" "));
    assert_eq!(directive("default-src "), "'none'");
    assert_eq!(directive("trusted-types "), "standards-met default");
    assert_eq!(directive("worker-src "), "blob:");
    assert!(!policy.contains("'self'") && !policy.contains("connect-src"), "{policy}");
}

#[test]
fn a_page_that_is_made_in_another_way_is_noticed() {
    for (change, by, word) in [
        ("<script data-js", "<script src=a.js></script><script data-js", "a.js"),
        ("data-wasm=./app-1_bg.wasm", "", "boot.js"),
        ("data-reports=reports-1", "", "boot.js"),
        ("data-spreadsheet=spreadsheet-1", "", "boot.js"),
        ("</body>", "", "one end"),
        ("http-equiv=Content-Security-Policy", "", "one policy"),
        ("rel=manifest", "rel=license", "license"),
        ("<div id=loading>", "<div id=loading><img src=a.png>", "a.png"),
        ("href=recover.html", "href=other.html", "other.html"),
        ("data-src=edition.json", "data-src=lost.json", "lost.json"),
    ] {
        assert!(INDEX.contains(change), "{change}");
        let refused = with("index.html", &INDEX.replacen(change, by, 1));
        assert!(refused.as_ref().is_err_and(|sentence| sentence.contains(word)), "{change}: {refused:?}");
    }
    for (file, text, word) in [
        ("main-1.css", "p{background:url(a.png)}", "another file"),
        ("recover.js", "say(\"</script>\");", "would end it"),
        ("recover.html", "<title>Recovery</title><main></main>", "recover.css"),
    ] {
        let refused = with(file, text);
        assert!(refused.as_ref().is_err_and(|sentence| sentence.contains(word)), "{file}: {refused:?}");
    }
}
