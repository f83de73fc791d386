//! An edition out of its JSON.

use super::{
    AnswerKind, Contradiction, Edition, EvidenceItem, InterviewQuestion, ItemId, Judged, Level, Link,
    NotApplicableRule, Part, Recency, Replaces, Role, WriteIn,
};
use crate::calendar::Date;
use crate::json::{Extra, Fields, WrongField, base32, digest};

impl Edition {
    /// Reads the text of an edition.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        Self::read(serde_json::from_str(text).ok()?).ok()
    }

    /// Reads an edition, and keeps it whole beside what was read.
    ///
    /// # Errors
    /// [`WrongField`] for the first field that does not have its form.
    pub fn read(whole: Extra) -> Result<Self, WrongField> {
        let hash = base32(&digest(&whole), 12);
        let mut fields = Fields::of(whole.clone());
        let edition = Self {
            format: fields.text("format"),
            version: fields.number("version"),
            // It is part of a key and is looked for in texts, so it must be spelled the same everywhere.
            id: fields.parsed("id", EDITION, edition_id, String::new()),
            title: fields.text("title"),
            year: fields.text("year"),
            source: fields.text("source"),
            parts: fields.required_list("parts", part),
            interview: fields.list("interview", question),
            contradictions: fields.list("contradictions", contradiction),
            whole,
            hash,
        };
        fields.different("parts.items.id", &edition.items().map(|item| item.id.as_str()).collect::<Vec<_>>());
        fields.finish(edition)
    }
}

fn part(mut fields: Fields) -> Result<Part, WrongField> {
    let value = Part {
        number: fields.number("number"),
        title: fields.text("title"),
        items: fields.required_list("items", item),
    };
    fields.finish(value)
}

fn item(mut fields: Fields) -> Result<EvidenceItem, WrongField> {
    let value = EvidenceItem {
        id: fields.parsed("id", NUMBER, ItemId::parse, ItemId::default()),
        question: fields.text("question"),
        tooltip: fields.text("tooltip"),
        printed_action: fields.optional_text("printed_action"),
        kind: fields.parsed("kind", "text, tick or document", AnswerKind::parse, AnswerKind::Text),
        not_applicable: fields.optional_object("not_applicable", rule),
        ask_it_supplier: fields.flag("ask_it_supplier"),
        freshness: fields.optional_text("freshness"),
        hint: fields.optional_text("hint"),
        links: fields.list("links", link),
        in_short: fields.optional_text("in_short"),
        topic: fields.optional_text("topic"),
        example: fields.optional_text("example"),
        counts: fields.optional_text("counts"),
        minutes: fields.optional_number("minutes"),
        who: fields.texts("who", "manager, hr, it_supplier or senior_management", Role::parse),
        after: fields.texts("after", NUMBERS, ItemId::parse),
        recent: fields.optional_object("recent", recency).flatten(),
        share: fields.optional_number("share"),
        levels: fields.texts("levels", "approaching or met", Level::parse),
        replaces: fields.list("replaces", replaces),
    };
    fields.finish(value)
}

fn replaces(mut fields: Fields) -> Result<Replaces, WrongField> {
    let value = Replaces {
        edition: fields.parsed("edition", EDITION, edition_id, String::new()),
        items: fields.texts("items", NUMBERS, ItemId::parse),
        note: fields.optional_text("note"),
    };
    fields.finish(value)
}

fn rule(mut fields: Fields) -> Result<NotApplicableRule, WrongField> {
    let value = NotApplicableRule {
        when: fields.text("when"),
        reason: fields.text("reason"),
        write: fields.parsed("write", "text, comments or document_location", WriteIn::parse, WriteIn::Text),
        if_no_to: fields.texts("if_no_to", NAMES, not_empty),
        also_otherwise: fields.flag("also_otherwise"),
    };
    fields.finish(value)
}

const EDITION: &str = "an identifier such as dspt-2021-22";
const NUMBER: &str = "a number such as 1.2.3";
const NUMBERS: &str = "numbers such as 1.2.3";
const DAY: &str = "a date such as 2021-07-01";
const NAMES: &str = "names of questions of the interview";

/// `{ "since": … }`, `{ "by": … }` or `{ "within_months": … }`; one of a later version is not looked at.
fn recency(mut fields: Fields) -> Result<Option<Recency>, WrongField> {
    let since = fields.optional("since", DAY, Date::parse).map(Recency::Since);
    let by = fields.optional("by", DAY, Date::parse).map(Recency::By);
    let months = fields.optional_number("within_months").map(Recency::WithinMonths);
    fields.finish(since.or(by).or(months))
}

fn question(mut fields: Fields) -> Result<InterviewQuestion, WrongField> {
    let value = InterviewQuestion {
        id: fields.parsed("id", "text that is not empty", not_empty, String::new()),
        question: fields.text("question"),
        hint: fields.optional_text("hint"),
    };
    fields.finish(value)
}

fn contradiction(mut fields: Fields) -> Result<Contradiction, WrongField> {
    let value = Contradiction {
        one: fields.object("one", judged),
        other: fields.object("other", judged),
        because: fields.text("because"),
    };
    fields.finish(value)
}

fn judged(mut fields: Fields) -> Result<Judged, WrongField> {
    let value = Judged {
        item: fields.parsed("item", NUMBER, ItemId::parse, ItemId::default()),
        is: fields.texts("is", "judgements", not_empty),
    };
    fields.finish(value)
}

fn edition_id(text: &str) -> Option<String> {
    ItemId::parse(text).map(|id| id.0)
}

fn not_empty(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.into())
}

/// Only what leads to a page: an address that a file brings could also be a program.
fn web_address(text: &str) -> Option<String> {
    (text.starts_with("https://") || text.starts_with("http://")).then(|| text.into())
}

fn link(mut fields: Fields) -> Result<Link, WrongField> {
    let value = Link {
        text: fields.text("text"),
        // Looking for nothing would find it everywhere.
        printed: fields.parsed("printed", "text that is not empty", not_empty, String::new()),
        href: fields.parsed(
            "href",
            "an address that begins with https:// or http://",
            web_address,
            String::new(),
        ),
    };
    fields.finish(value)
}
