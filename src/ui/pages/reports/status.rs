//! The standing by part as a picture. It tells standings apart without colour too, and its numbers are in it as text.

use crate::ui::element::{El, el, svg};
use crate::words;
use standards_met_core::assessment::Status;
use standards_met_core::report::StatusBar;

/// How high a bar is drawn, in pixels.
const HEIGHT: u8 = 24;

pub fn status(bars: &[StatusBar]) -> El {
    let key = el("ul").class("app-paper__key").children(Status::ALL.map(|status| {
        let mark =
            drawing("").attr("width", "24").attr("aria-hidden", "true").child(stretch(status, 0.0, 100.0));
        el("li").child(mark).text(words::status(status))
    }));
    // In pixels of the page, so that they look the same in a short bar and in a long one.
    let patterns = svg("defs").children(Status::ALL.map(|status| {
        let ground = svg("rect").attr("width", "8").attr("height", "8").attr("class", &shade(status));
        let lines = svg("path").attr("class", "app-stretch__lines").attr("d", strokes(status));
        svg("pattern")
            .attr("id", &name(status))
            .attr("patternUnits", "userSpaceOnUse")
            .attr("width", "8")
            .attr("height", "8")
            .child(ground)
            .child(lines)
    }));
    let patterns =
        svg("svg").attr("width", "0").attr("height", "0").attr("aria-hidden", "true").child(patterns);
    el("figure")
        .class("app-paper__standing")
        .child(key)
        .children(bars.iter().map(bar))
        .child(patterns.attr("class", "app-paper__patterns"))
}

fn bar(bar: &StatusBar) -> El {
    let some = || Status::ALL.into_iter().zip(bar.counts).filter(|(_, count)| *count > 0);
    let said: Vec<String> = some().map(|(status, count)| words::counted(status, count)).collect();
    let said = said.join(", ");
    let mut drawn = drawing("app-paper__bar").attr("role", "img").attr("aria-label", &said);
    let mut before = 0;
    for (status, count) in some() {
        drawn = drawn.child(stretch(status, percent(before, bar), percent(count, bar)));
        before += count;
    }
    el("div")
        .class("app-paper__part")
        .child(el("b").text(&bar.name))
        .child(drawn)
        .child(el("p").text(&format!("{said}; {}", words::count(bar.total(), "item"))))
}

#[allow(clippy::cast_precision_loss)] // counts of items
fn percent(count: usize, of: &StatusBar) -> f64 {
    100.0 * count as f64 / of.total().max(1) as f64
}

fn drawing(class: &str) -> El {
    svg("svg").attr("height", &HEIGHT.to_string()).attr("class", class)
}

/// A stretch of a bar, from so many percent of its width on and so many wide.
fn stretch(status: Status, from: f64, width: f64) -> El {
    svg("rect")
        .attr("x", &format!("{from:.2}%"))
        .attr("width", &format!("{width:.2}%"))
        .attr("height", "100%")
        .attr("class", "app-stretch")
        .attr("fill", &format!("url(#{})", name(status)))
}

fn name(status: Status) -> String {
    format!("paper-{}", words::colour(status))
}

/// Each standing has a shade of its own, and those that are not settled a pattern.
fn shade(status: Status) -> String {
    format!("app-shade app-shade--{}", words::colour(status))
}

/// What is drawn over the shade, in a square of eight pixels.
fn strokes(status: Status) -> &'static str {
    match status {
        Status::Met | Status::NotStarted => "",
        Status::NotApplicable => "M4 0v8",
        Status::ActionPlanned => "M-1 1l2-2M0 8l8-8M7 9l2-2",
        Status::ActionNeeded => "M0 0l8 8M0 8l8-8",
        Status::Incomplete => "M1 2h2M5 6h2",
    }
}
