//! How a report looks: what is printed is what is shown here.

use super::paper;
use crate::browser::dom::Node;
use crate::state::{AppState, Reports};
use crate::ui::components::title_block;
use crate::ui::element::{El, el};
use leptos::prelude::on_cleanup;
use leptos::task::spawn_local;
use standards_met_core::assessment::Id;
use standards_met_core::report::{Fact, PaperReport, ReportKind, RichText};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A report as it is being drawn, a piece at a time, so that a long one keeps the page from nothing.
pub struct Preview {
    pub view: El,
    drawing: Rc<Drawing>,
}

thread_local! {
    /// The preview that is on the screen, by the number it was given. The next page's is made before
    /// the page that is left is cleared away, so a preview ends only what is still its own.
    static SHOWN: Cell<u32> = const { Cell::new(0) };
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// The next preview's number, and from here on it is the one that is shown.
fn show_next() -> u32 {
    LAST.set(LAST.get().wrapping_add(1));
    SHOWN.set(LAST.get());
    LAST.get()
}

/// Ends a preview whose page is left, if no other has taken its place.
fn leave(preview: u32) {
    if SHOWN.get() == preview {
        SHOWN.set(0);
        // Otherwise it would say whose it is on what is printed next.
        run_along("");
    }
}

/// What is to be done once all of it is drawn.
type Then = Box<dyn FnOnce()>;

#[derive(Default)]
struct Drawing {
    /// Of which preview it is.
    preview: u32,
    /// Counts the drawings of a preview: one that was overtaken stops.
    number: Cell<u32>,
    done: Cell<bool>,
    then: RefCell<Option<Then>>,
}

impl Preview {
    /// What is done only once all of it is drawn: a half-drawn report is not printed.
    pub fn when_drawn(&self, then: impl Fn() + Clone + 'static) -> impl Fn() + 'static {
        let drawing = self.drawing.clone();
        move || {
            if drawing.done.get() {
                then();
            } else {
                drawing.then.replace(Some(Box::new(then.clone())));
            }
        }
    }
}

pub fn preview(state: AppState, held: Reports, id: &Id, kind: ReportKind) -> Preview {
    let shown = show_next();
    let drawing = Rc::new(Drawing { preview: shown, ..Drawing::default() });
    let (of, known) = (id.clone(), drawing.clone());
    // Anew with every choice, and when the assessment changes: in another tab, or by taking back a step.
    let changes = {
        let id = id.clone();
        move || (held.options(kind), state.with(&id, |document| document.assessment.edited_at))
    };
    on_cleanup(move || leave(shown));
    let view = el("section").attr("aria-label", "Preview").class("app-preview").swap(changes, move |_| {
        let sheet = el("article").class("app-paper").attr("aria-busy", "true");
        draw(state, &of, kind, sheet.clone(), known.clone());
        sheet
    });
    Preview { view, drawing }
}

fn draw(state: AppState, id: &Id, kind: ReportKind, sheet: El, drawing: Rc<Drawing>) {
    let number = drawing.number.get().wrapping_add(1);
    drawing.number.set(number);
    drawing.done.set(false);
    let id = id.clone();
    spawn_local(async move {
        let known = drawing.clone();
        let is_over = move || SHOWN.get() != known.preview || known.number.get() != number;
        let Some(paper) = state.paper(&id, kind).await.filter(|_| !is_over()) else { return };
        let PaperReport { title, wide, facts, blocks } = paper;
        let view = sheet.node().clone();
        let sheet = if wide { sheet.class("app-paper app-paper--wide") } else { sheet };
        // Whose a sheet of paper is has to be on each.
        run_along(&along(&title, &facts));
        sheet.put(title_block(&title, &facts));
        if paper::draw(&sheet, &blocks, is_over).await {
            drawing.done.set(true);
            view.set_attribute("aria-busy", Some("false"));
            if let Some(then) = drawing.then.take() {
                then();
            }
        }
    });
}

/// What is printed along the foot of every page.
fn along(title: &str, facts: &[Fact]) -> String {
    let value = |name: &str| facts.iter().find(|fact| fact.name == name);
    let values = ["Organisation", "Check code"].into_iter().filter_map(value);
    let words = values.flat_map(|fact| fact.value.iter().map(RichText::words));
    std::iter::once(title.to_owned()).chain(words).collect::<Vec<_>>().join(" · ")
}

/// Hands it to the style sheet, whose pages of paper know the text by this name (`style/_reports.scss`).
fn run_along(text: &str) {
    let plain: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let quoted = plain.replace('\\', "\\\\").replace('"', "\\\"");
    Node::first("html").set_style("--along", &format!("\"{quoted}\""));
}
