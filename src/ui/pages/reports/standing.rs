//! The standing by part as a picture. It tells standings apart without colour too, and its numbers are in it as text.

use crate::ui::element::{El, el, svg};
use crate::ui::words;
use standards_met_core::assessment::Standing;
use standards_met_core::report::Bar;

/// How high a bar is drawn, in pixels.
const HEIGHT: u8 = 24;

pub fn standing(bars: &[Bar]) -> El {
    let key = el("ul").class("app-paper__key").children(Standing::ALL.map(|standing| {
        let mark =
            drawing("").attr("width", "24").attr("aria-hidden", "true").child(stretch(standing, 0.0, 100.0));
        el("li").child(mark).text(words::standing(standing))
    }));
    // In pixels of the page, so that they look the same in a short bar and in a long one.
    let patterns = svg("defs").children(Standing::ALL.map(|standing| {
        let ground = svg("rect").attr("width", "8").attr("height", "8").attr("class", &shade(standing));
        let lines = svg("path").attr("class", "app-stretch__lines").attr("d", strokes(standing));
        svg("pattern")
            .attr("id", &name(standing))
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

fn bar(bar: &Bar) -> El {
    let some = || Standing::ALL.into_iter().zip(bar.counts).filter(|(_, count)| *count > 0);
    let said: Vec<String> = some().map(|(standing, count)| words::counted(standing, count)).collect();
    let said = said.join(", ");
    let mut drawn = drawing("app-paper__bar").attr("role", "img").attr("aria-label", &said);
    let mut before = 0;
    for (standing, count) in some() {
        drawn = drawn.child(stretch(standing, percent(before, bar), percent(count, bar)));
        before += count;
    }
    el("div")
        .class("app-paper__part")
        .child(el("b").text(&bar.name))
        .child(drawn)
        .child(el("p").text(&format!("{said}; {}", words::count(bar.total(), "item"))))
}

#[allow(clippy::cast_precision_loss)] // counts of items
fn percent(count: usize, of: &Bar) -> f64 {
    100.0 * count as f64 / of.total().max(1) as f64
}

fn drawing(class: &str) -> El {
    svg("svg").attr("height", &HEIGHT.to_string()).attr("class", class)
}

/// A stretch of a bar, from so many percent of its width on and so many wide.
fn stretch(standing: Standing, from: f64, width: f64) -> El {
    svg("rect")
        .attr("x", &format!("{from:.2}%"))
        .attr("width", &format!("{width:.2}%"))
        .attr("height", "100%")
        .attr("class", "app-stretch")
        .attr("fill", &format!("url(#{})", name(standing)))
}

fn name(standing: Standing) -> String {
    format!("paper-{}", words::colour(standing))
}

/// Each standing has a shade of its own, and those that are not settled a pattern.
fn shade(standing: Standing) -> String {
    format!("app-shade app-shade--{}", words::colour(standing))
}

/// What is drawn over the shade, in a square of eight pixels.
fn strokes(standing: Standing) -> &'static str {
    match standing {
        Standing::Met | Standing::NotStarted => "",
        Standing::NotApplicable => "M4 0v8",
        Standing::ActionPlanned => "M-1 1l2-2M0 8l8-8M7 9l2-2",
        Standing::ActionNeeded => "M0 0l8 8M0 8l8-8",
        Standing::Incomplete => "M1 2h2M5 6h2",
    }
}
