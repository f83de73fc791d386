//! How a report looks: what is printed is what is shown here.

use super::drawing::Drawing;
use super::paper;
use crate::components::TitleBlock;
use crate::store::Exchange;
use leptos::html::Article;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::Id;
use standards_met_core::report::{CHECK_CODE, Fact, PageLayout, PaperReport, ReportKind, RichText};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A report as it is being drawn, a piece at a time, so that a long one keeps the page from nothing.
#[component]
pub fn Preview(id: Id, kind: ReportKind, drawing: Drawing) -> impl IntoView {
    on_cleanup(move || {
        if drawing.leave() {
            // Otherwise it would say whose it is on what is printed next.
            run_along("");
        }
    });
    view! {
        <section aria-label="Preview" class="app-preview">
            <For
                each=move || std::iter::once(drawing.sheet())
                key=|number| *number
                children=move |number| view! { <Sheet id=id.clone() kind drawing number /> }
            />
        </section>
    }
}

#[component]
fn Sheet(
    id: Id,
    kind: ReportKind,
    drawing: Drawing,
    /// The number of the sheet.
    number: u32,
) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let drawn_as = RwSignal::new(PageLayout::Portrait);
    let sheet = NodeRef::<Article>::new();
    sheet.on_load(move |sheet| {
        spawn_local(async move {
            let is_over = move || drawing.is_over(number);
            let Some(paper) = exchange.paper(&id, kind).await.filter(|_| !is_over()) else { return };
            let PaperReport { title, layout, facts, blocks } = paper;
            let _ = drawn_as.try_set(layout);
            // Whose a sheet of paper is has to be on each.
            run_along(&along(&title, &facts));
            paper::append(&sheet, view! { <TitleBlock title facts=&facts /> });
            if paper::draw(&sheet, &blocks, is_over).await {
                drawing.finish(number);
            }
        });
    });
    view! {
        <article
            class="app-paper"
            class:app-paper--wide=move || drawn_as.get() == PageLayout::Landscape
            class:app-paper--one-page=move || drawn_as.get() == PageLayout::OnePage
            aria-busy=move || if drawing.is_drawn(number) { "false" } else { "true" }
            node_ref=sheet
        ></article>
    }
}

/// What is printed along the foot of every page. The title says whose it is.
fn along(title: &str, facts: &[Fact]) -> String {
    let code = facts.iter().find(|fact| fact.name == CHECK_CODE);
    let words = code.into_iter().flat_map(|fact| fact.value.iter().map(RichText::words));
    std::iter::once(title.to_owned()).chain(words).collect::<Vec<_>>().join(" · ")
}

/// Hands it to the style sheet, whose pages of paper know the text by this name (`style/_reports.scss`).
fn run_along(text: &str) {
    let plain: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let quoted = plain.replace('\\', "\\\\").replace('"', "\\\"");
    let page = document().document_element().and_then(|page| page.dyn_into::<HtmlElement>().ok());
    if let Some(page) = page {
        let _ = page.style().set_property("--along", &format!("\"{quoted}\""));
    }
}
