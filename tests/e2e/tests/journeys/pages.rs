//! Every page that there is, with its address, heading and title.

use e2e::{Result, Session, act, check};
use serde_json::Value;

/// A page as a person comes to it.
pub struct Page {
    pub address: String,
    pub heading: String,
    pub title: String,
}

impl Page {
    /// Opens it by its address, and waits until it is on screen.
    pub async fn open(&self, s: &Session) -> Result<()> {
        act::open(s, &self.address).await?;
        self.is_shown(s).await
    }

    /// It is on screen: its address, its heading and its title.
    pub async fn is_shown(&self, s: &Session) -> Result<()> {
        check::address(s, &self.address).await?;
        check::heading(s, &self.heading).await?;
        check::title(s, &self.title).await
    }
}

/// An item of each kind, with and without a "not applicable".
const ITEMS: [&str; 6] = ["1.1.5", "2.1.1", "1.1.2", "1.4.3", "5.1.1", "1.3.11"];

/// All pages of the assessment `id` of this name, and those that belong to none.
pub fn all(id: &str, name: &str) -> Result<Vec<Page>> {
    let edition = edition()?;
    let page = |address: &str, heading: &str, title: &str| Page {
        address: address.to_owned(),
        heading: heading.to_owned(),
        title: format!("{title} – Standards Met"),
    };
    let mut pages = vec![
        Page {
            address: "#/".into(),
            heading: "Get your care home to Standards Met".into(),
            title: "Standards Met: the data security toolkit for care homes".into(),
        },
        page("#/data", "Your data", "Your data"),
        page("#/data/storage", "Storage on this device", "Storage on this device"),
        page("#/homes", "Your homes", "Your homes"),
        page("#/homes/item/7.1.2", "7.1.2 across your homes", "7.1.2 across your homes"),
        page("#/editions", "Editions", "Editions"),
        page("#/editions/kit", "Edition kit", "Edition kit"),
        page("#/editions/new", "What is new in 2025-26 compared with 2021-22", "What is new"),
        page("#/about", "About Standards Met", "About"),
        page("#/home-screen", "Add to the home screen", "Add to the home screen"),
        page("#/privacy", "Privacy", "Privacy"),
        page("#/accessibility", "Accessibility", "Accessibility"),
        page("#/clear", "Clear this device", "Clear this device"),
        page(&format!("#/a/{id}"), name, name),
        page(&format!("#/a/{id}/actions"), "Action plan", &format!("Action plan, {name}")),
        page(
            &format!("#/a/{id}/organisation"),
            "About your organisation",
            &format!("About your organisation, {name}"),
        ),
        page(&format!("#/a/{id}/checks"), "Checks", &format!("Checks, {name}")),
        page(&format!("#/a/{id}/levels"), "Your level", &format!("Your level, {name}")),
        page(&format!("#/a/{id}/carry"), "Last year’s answers", &format!("Last year’s answers, {name}")),
        page(&format!("#/a/{id}/new"), "What is new", &format!("What is new, {name}")),
        page(&format!("#/a/{id}/years"), "Year by year", &format!("Year by year, {name}")),
        page(
            &format!("#/a/{id}/publish-day"),
            "The day you plan to publish",
            &format!("The day you plan to publish, {name}"),
        ),
        page(&format!("#/a/{id}/manage"), &format!("More for {name}"), &format!("More, {name}")),
        page(&format!("#/a/{id}/changes"), "What changed", &format!("What changed, {name}")),
        page(&format!("#/a/{id}/find"), "Find", &format!("Find, {name}")),
        page(&format!("#/a/{id}/send"), "Check before you send", &format!("Check before you send, {name}")),
        page(&format!("#/a/{id}/reports"), "Reports", &format!("Reports, {name}")),
        page(&format!("#/a/{id}/reports/summary"), "Summary", &format!("Summary, {name}")),
        page(&format!("#/a/{id}/reports/action-plan"), "Action plan", &format!("Action plan, {name}")),
        page(&format!("#/a/{id}/reports/calendar"), "Calendar", &format!("Calendar, {name}")),
        page(&format!("#/a/{id}/review"), "Reviewer comments", &format!("Reviews, {name}")),
        page(
            &format!("#/a/{id}/supplier"),
            "Questions for your IT supplier",
            &format!("Questions for your IT supplier, {name}"),
        ),
    ];
    for part in parts(&edition) {
        let (number, title) = (&part["number"], text(part, "title"));
        pages.push(page(&format!("#/a/{id}/part/{number}"), title, &format!("Part {number}, {name}")));
        pages.push(page(
            &format!("#/a/{id}/official/{number}"),
            &format!("For the official toolkit: {title}"),
            &format!("Official toolkit, part {number}, {name}"),
        ));
    }
    for item in items(&edition).filter(|item| ITEMS.contains(&text(item, "id"))) {
        let (number, question) = (text(item, "id"), text(item, "question"));
        let heading = format!("{number} {question}");
        pages.push(page(&format!("#/a/{id}/item/{number}"), &heading, &format!("{number}, {name}")));
    }
    pages.push(page("#/nowhere", "There is no such page here", "Page not found"));
    Ok(pages)
}

/// The questions as the program is built with them.
pub fn edition() -> Result<Value> {
    let text = include_str!("../../../../crates/core/src/catalogue/dspt-social-care-2021-22.json");
    Ok(serde_json::from_str(text)?)
}

fn parts(edition: &Value) -> impl Iterator<Item = &Value> {
    edition["parts"].as_array().into_iter().flatten()
}

/// The items of all parts, in their order.
pub fn items(edition: &Value) -> impl Iterator<Item = &Value> {
    parts(edition).flat_map(|part| part["items"].as_array().into_iter().flatten())
}

/// A field of the catalogue that holds a text.
pub fn text<'a>(of: &'a Value, field: &str) -> &'a str {
    of[field].as_str().unwrap_or_default()
}
