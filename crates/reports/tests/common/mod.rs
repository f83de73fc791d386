//! Texts that have broken files before.

#![allow(dead_code)]

use reports::FileProperties;
use standards_met_core::assessment::Date;

pub fn about() -> FileProperties {
    FileProperties {
        title: "Action plan".into(),
        organisation: "Rosewood & Sons <care>".into(),
        day: day("2026-11-26"),
    }
}

pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

/// One of each.
pub fn awkward() -> Vec<String> {
    let mut all: Vec<String> = [
        "Plain",
        "commas, \"quotes\"; semicolons: and \\ backslashes \\n \\, \\;",
        "lines\nof\r\nevery\rkind\n\nand empty ones\n",
        "\n",
        "=1+1",
        "-1",
        "+44 20 7946 0000",
        "@SUM(A1)",
        "\t=1",
        "emoji 👩🏽‍⚕️😀 and ŵŷ Ŵŷ",
        "שלום עולם, with Latin",
        "مرحبا بالعالم",
        "]]> <b>&amp;</b> & ' \" &#10; <![CDATA[",
        "NUL \0 bell \u{7} tab\tvertical \u{b} escape \u{1b} delete \u{7f} next line \u{85} not \u{fffe}\u{ffff}",
        "_x0041_ _x005F_ _x_x0041_ _xD800_ _x1",
        "  leading and trailing  ",
        "   ",
        "line separator \u{2028} and paragraph \u{2029}",
        "2026-11-30",
        "TRUE",
        "000123",
        "BEGIN:VALARM\nDTSTAMP:1\nUID:2\nEND:VEVENT",
    ]
    .map(String::from)
    .into();
    all.push("Word after word, ŵ and 😀. ".repeat(400));
    all.push("x".repeat(10_000));
    all.push("ŵ".repeat(200));
    all.push("😀".repeat(40) + &" ".repeat(300));
    all
}

/// Longer than what a cell of Excel holds.
pub fn longest() -> String {
    "Long 😀 text\n".repeat(3_700)
}

/// Leaves a file to look at, where `REPORTS_OUT` names a folder.
pub fn leave(name: &str, file: &[u8]) {
    if let Ok(folder) = std::env::var("REPORTS_OUT") {
        std::fs::write(std::path::Path::new(&folder).join(name), file).expect("left");
    }
}
