//! The standing by part as a picture. It tells standings apart without colour too, and its numbers are in it as text.

use crate::assessment::Standing;
use crate::report::Bar;
use crate::ui::element::{El, el, svg};
use crate::ui::words;

/// How wide a bar is drawn, in the picture's own units.
const WIDTH: usize = 600;
const HEIGHT: usize = 24;

pub fn standing(bars: &[Bar]) -> El {
    let key = el("ul").class("app-paper__key").children(Standing::ALL.map(|standing| {
        let mark = drawing(HEIGHT, "").child(stretch(standing, 0, HEIGHT)).attr("aria-hidden", "true");
        el("li").child(mark).text(words::standing(standing))
    }));
    el("figure").class("app-paper__standing").child(key).children(bars.iter().map(bar))
}

fn bar(bar: &Bar) -> El {
    let some = || Standing::ALL.into_iter().zip(bar.counts).filter(|(_, count)| *count > 0);
    let said: Vec<String> = some().map(|(standing, count)| words::counted(standing, count)).collect();
    let said = said.join(", ");
    let total = bar.total().max(1);
    let mut drawn = drawing(WIDTH, "app-paper__bar")
        // As wide as there is room.
        .attr("preserveAspectRatio", "none")
        .attr("role", "img")
        .attr("aria-label", &said);
    let mut before = 0;
    for (standing, count) in some() {
        let (from, to) = (WIDTH * before / total, WIDTH * (before + count) / total);
        drawn = drawn.child(stretch(standing, from, to));
        before += count;
    }
    el("div")
        .class("app-paper__part")
        .child(el("b").text(&bar.name))
        .child(drawn)
        .child(el("p").text(&format!("{said}; {}", words::count(bar.total(), "item"))))
}

fn drawing(width: usize, class: &str) -> El {
    svg("svg")
        .attr("viewBox", &format!("0 0 {width} {HEIGHT}"))
        .attr("height", &HEIGHT.to_string())
        .attr("class", class)
}

/// A stretch of a bar from here to there: each standing has a shade of its own, and those that are not settled a pattern.
fn stretch(standing: Standing, from: usize, to: usize) -> El {
    let width = to.saturating_sub(from);
    let ground = svg("rect")
        .attr("x", &from.to_string())
        .attr("y", "1")
        .attr("width", &width.to_string())
        .attr("height", &(HEIGHT - 2).to_string())
        .attr("class", &format!("app-stretch app-stretch--{}", words::colour(standing)));
    let strokes = match standing {
        Standing::Met | Standing::NotStarted => String::new(),
        Standing::NotApplicable => lines(from, to, 8, 0),
        Standing::ActionPlanned => lines(from, to, 12, HEIGHT),
        Standing::ActionNeeded => lines(from, to, 6, HEIGHT),
        Standing::Incomplete => dots(from, to),
    };
    svg("g").child(ground).child(svg("path").attr("class", "app-stretch__lines").attr("d", &strokes))
}

/// Lines across a stretch, so far apart, each going so far to the right on its way down.
fn lines(from: usize, to: usize, apart: usize, slant: usize) -> String {
    let mut path = String::new();
    let mut at = from + apart / 2;
    while at < to {
        // A slanted line that would leave its stretch ends at its edge.
        let across = slant.min(to - at);
        let down = (across * (HEIGHT - 2)).checked_div(slant).unwrap_or(HEIGHT - 2);
        path.push_str(&format!("M{at} 1l{across} {down}"));
        at += apart;
    }
    path
}

fn dots(from: usize, to: usize) -> String {
    let mut path = String::new();
    for y in [6, 12, 18] {
        let mut at = from + 5;
        while at + 2 < to {
            path.push_str(&format!("M{at} {y}h2"));
            at += 8;
        }
    }
    path
}
