//! How a report looks: what is printed is what is shown here.

use super::paper;
use crate::assessment::Id;
use crate::report::{Kind, Paper};
use crate::state::{AppState, Reports};
use crate::ui::components::title_block;
use crate::ui::element::{El, el};
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A report as it is being drawn, a piece at a time, so that a long one keeps the page from nothing.
pub struct Preview {
    pub view: El,
    drawing: Rc<Drawing>,
}

/// What is to be done once all of it is drawn.
type Then = Box<dyn FnOnce()>;

#[derive(Default)]
struct Drawing {
    /// Counts the drawings: one that was overtaken stops.
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

/// The days of the calendar.
pub fn days(state: AppState, id: &Id) -> Preview {
    let of = id.clone();
    let changes = {
        let id = id.clone();
        move || state.with(&id, |document| document.assessment.edited_at)
    };
    let view = el("section").attr("aria-label", "Preview").class("app-preview").swap(changes, move |_| {
        let days = state.appointments(&of);
        let rows = days.iter().map(|one| {
            let day = one.day.in_words();
            let day = if one.yearly { format!("{day}, and every year") } else { day };
            el("li").child(el("b").text(&day)).child(el("span").text(&one.title))
        });
        el("article").class("app-paper").child(el("ul").class("app-paper__days").children(rows))
    });
    Preview { view, drawing: Rc::default() }
}

pub fn preview(state: AppState, held: Reports, id: &Id, kind: Kind) -> Preview {
    let drawing = Rc::<Drawing>::default();
    let (of, known) = (id.clone(), drawing.clone());
    // Anew with every choice, and when the assessment changes: in another tab, or by taking back a step.
    let changes = {
        let id = id.clone();
        move || (held.options(kind), state.with(&id, |document| document.assessment.edited_at))
    };
    let view = el("section").attr("aria-label", "Preview").class("app-preview").swap(changes, move |_| {
        let sheet = el("article").class("app-paper").attr("aria-busy", "true");
        draw(state, &of, kind, sheet.clone(), known.clone());
        sheet
    });
    Preview { view, drawing }
}

fn draw(state: AppState, id: &Id, kind: Kind, sheet: El, drawing: Rc<Drawing>) {
    let number = drawing.number.get().wrapping_add(1);
    drawing.number.set(number);
    drawing.done.set(false);
    let id = id.clone();
    spawn_local(async move {
        let Some(paper) = state.paper(&id, kind).await else { return };
        let Paper { title, wide, facts, blocks } = paper;
        let view = sheet.node().clone();
        let sheet = if wide { sheet.class("app-paper app-paper--wide") } else { sheet };
        sheet.put(title_block(&title, &facts));
        let known = drawing.clone();
        if paper::draw(&sheet, &blocks, move || known.number.get() != number).await {
            drawing.done.set(true);
            view.set_attribute("aria-busy", Some("false"));
            if let Some(then) = drawing.then.take() {
                then();
            }
        }
    });
}
