//! What is served, asked for as a browser asks.

use super::*;
use crate::mount::{ROOT, SANDBOXED, SUB_PATH};
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

const ALL: [Mount; 3] = [ROOT, SUB_PATH, SANDBOXED];

fn ask(port: u16, request: &str) -> String {
    ask_with(port, request, "accept: */*")
}

fn ask_with(port: u16, request: &str, header: &str) -> String {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    write!(stream, "{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{header}\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn the_folder_is_served_under_every_mount() {
    let folder = std::env::temp_dir().join(format!("xtask-server-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("index.html"), "the page").unwrap();
    let server = Server::bind(folder.clone(), &ALL, 0).unwrap();
    let port = server.port;
    server.start();

    let page = ask(port, "GET /a/sub/path/");
    assert!(page.starts_with("HTTP/1.1 200") && page.ends_with("the page"), "{page}");
    assert!(page.contains("cache-control: no-cache") && !page.contains("access-control"), "{page}");
    assert!(ask(port, "GET /sandboxed/").contains("access-control-allow-origin: *"));
    let head = ask(port, "HEAD /");
    assert!(head.contains("content-length: 8") && !head.contains("the page"), "{head}");
    assert!(ask(port, "GET /missing.js").starts_with("HTTP/1.1 404"));
    for (name, expected) in [
        ("app_bg.wasm", "application/wasm"),
        ("app.js", "text/javascript"),
        ("app.webmanifest", "application/manifest+json"),
        ("LICENCE", "application/octet-stream"),
    ] {
        fs::write(folder.join(name), "").unwrap();
        let file = ask(port, &format!("GET /{name}"));
        assert!(file.contains(&format!("content-type: {expected}\r\n")), "{file}");
    }
    assert!(ask(port, "POST /").starts_with("HTTP/1.1 405"));
    assert!(listen(port).unwrap_err().contains("in use"));

    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn no_address_leads_out_of_the_folder_or_to_what_is_hidden() {
    let root = std::env::temp_dir().join(format!("xtask-outside-{}", std::process::id()));
    let folder = root.join("dist");
    fs::create_dir_all(folder.join(".stage")).unwrap();
    fs::write(root.join("secret.txt"), "a secret").unwrap();
    fs::write(folder.join(".stage/index.html"), "a secret").unwrap();
    let server = Server::bind(folder, &ALL, 0).unwrap();
    let port = server.port;
    server.start();
    for address in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/a/sub/path/..%2f..%2fsecret.txt",
        "/a/sub/path/../secret.txt",
        "/a/sub/path//../secret.txt",
        "/..%5csecret.txt",
        "/.stage/index.html",
        "/%2estage/index.html",
        "/%ff",
    ] {
        let answer = ask(port, &format!("GET {address}"));
        assert!(answer.starts_with("HTTP/1.1 4") && !answer.contains("a secret"), "{address}: {answer}");
    }
    fs::remove_dir_all(root).unwrap();
}

#[test]
fn as_a_real_host_it_packs_and_lets_browsers_keep() {
    let folder = std::env::temp_dir().join(format!("xtask-hosted-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let name = "app-c0171ede40113338.js";
    for (name, text) in [("index.html", "the page"), ("index.html.br", "packed"), (name, "the program")] {
        fs::write(folder.join(name), text).unwrap();
    }
    let server = Server::bind(folder.clone(), &[ROOT], 0).unwrap().like_a_host();
    let port = server.port;
    server.start();

    let packed = ask_with(port, "GET /", "accept-encoding: gzip, br");
    assert!(packed.ends_with("packed") && packed.contains("content-encoding: br"), "{packed}");
    assert!(
        packed.contains("vary: accept-encoding") && packed.contains("cache-control: no-cache"),
        "{packed}"
    );
    assert!(packed.contains("content-type: text/html"), "{packed}");
    let plain = ask_with(port, "GET /", "accept-encoding: gzip");
    assert!(plain.ends_with("the page") && !plain.contains("content-encoding"), "{plain}");
    assert!(plain.contains("vary: accept-encoding"), "{plain}");

    let modified = plain.lines().find_map(|line| line.strip_prefix("last-modified: ")).unwrap();
    let known = ask_with(port, "GET /", &format!("if-modified-since: {modified}"));
    assert!(known.starts_with("HTTP/1.1 304") && !known.contains("the page"), "{known}");
    let changed = ask_with(port, "GET /", "if-modified-since: Mon, 01 Jan 2024 00:00:00 GMT");
    assert!(changed.starts_with("HTTP/1.1 200") && changed.ends_with("the page"), "{changed}");

    let kept = ask_with(port, &format!("GET /{name}"), "accept-encoding: br");
    assert!(kept.contains("cache-control: public, max-age=31536000, immutable"), "{kept}");
    assert!(kept.ends_with("the program") && !kept.contains("content-encoding"), "{kept}");
    fs::remove_dir_all(folder).unwrap();
}

/// Browsers open several connections at once and keep them. One that is left unanswered is a page that never opens.
#[test]
fn every_one_of_many_open_connections_is_answered() {
    let server = Server::bind(std::env::temp_dir(), &ALL, 0).unwrap();
    let port = server.port;
    server.start();
    let mut open = Vec::new();
    for round in 0..40 {
        let mut together: Vec<TcpStream> =
            (0..6).map(|_| TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap()).collect();
        for stream in &mut together {
            stream.set_read_timeout(Some(std::time::Duration::from_secs(5))).unwrap();
            write!(stream, "GET /missing HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        }
        for stream in &mut together {
            let mut start = [0; 12];
            let answered = stream.read_exact(&mut start).map(|()| start);
            assert_eq!(answered.ok(), Some(*b"HTTP/1.1 404"), "round {round}");
        }
        open.extend(together);
    }
}

#[test]
fn what_is_laid_over_is_served_at_its_mount_alone() {
    let root = std::env::temp_dir().join(format!("xtask-over-{}", std::process::id()));
    let (page, over) = (root.join("dist"), root.join("over"));
    fs::create_dir_all(&page).unwrap();
    fs::create_dir_all(over.join("editions")).unwrap();
    fs::write(page.join("index.html"), "the page").unwrap();
    fs::write(over.join("editions/index.json"), "a list").unwrap();
    let with = Mount { path: "/with/", any_origin: false, lost: None, laid_over: Some("over") };
    let serve = |server: Server| {
        let port = server.port;
        server.start();
        port
    };
    let port = serve(Server::bind(page.clone(), &[ROOT, with], 0).unwrap().with_files_of(&root));
    let without = serve(Server::bind(page, &[ROOT, with], 0).unwrap());

    let list = ask(port, "GET /with/editions/index.json");
    assert!(list.starts_with("HTTP/1.1 200") && list.ends_with("a list"), "{list}");
    assert!(list.contains("content-type: application/json"), "{list}");
    assert!(ask(port, "GET /with/").ends_with("the page"));
    for (port, request) in [
        (port, "GET /editions/index.json"),
        (port, "GET /with/editions/"),
        (port, "GET /with/../over/editions/index.json"),
        (without, "GET /with/editions/index.json"),
    ] {
        assert!(ask(port, request).starts_with("HTTP/1.1 404"), "{request}");
    }
    fs::remove_dir_all(root).unwrap();
}
