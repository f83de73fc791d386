//! How a table of homes is kept: one text, with each edition once and a letter for each item of a home.

use super::{Homes, Origin, Outline, OutlinePart, Reviewed, Summary};
use crate::assessment::{Date, Id, Standing, Timestamp};
use crate::catalogue::ItemId;
use crate::json::{Extra, Fields, Writing, WrongField, ascii, compact};
use serde_json::Value;

/// The `format` of a kept table.
const FORMAT: &str = "standards-met/homes";
/// The version that this page reads and writes.
const VERSION: u64 = 1;

const TIME: &str = "a time such as 2026-11-30T14:02:00Z";
const DAY: &str = "a date such as 2026-11-30";
const IDENTIFIER: &str = "an identifier of letters and digits";

/// Why a kept table cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is damaged.
    Broken,
    /// A newer version of this page wrote it.
    Newer,
}

/// The letter that stands for a standing.
fn letter(standing: Standing) -> char {
    match standing {
        Standing::Met => 'M',
        Standing::NotApplicable => 'N',
        Standing::ActionPlanned => 'P',
        Standing::ActionNeeded => 'A',
        Standing::Incomplete => 'I',
        Standing::NotStarted => '-',
    }
}

fn standings(letters: &str) -> Option<Vec<Standing>> {
    let standing = |found: char| Standing::ALL.into_iter().find(|standing| letter(*standing) == found);
    letters.chars().map(standing).collect()
}

/// An edition with the homes that answer it.
type Group = (String, Outline, Vec<Summary>);

impl Homes {
    /// The text to keep.
    #[must_use]
    pub fn write(&self) -> String {
        let group = |(edition, outline): (&String, &Outline)| {
            let all = self.versions.values().flatten();
            let homes = all.filter(|summary| summary.edition == *edition).map(write_summary);
            let group = Writing::over(&Extra::new())
                .text("edition", edition)
                .text("year", &outline.year)
                .list("parts", &outline.parts, write_part)
                .value("homes", Value::Array(homes.map(Value::Object).collect()));
            Value::Object(group.done())
        };
        let fields = Writing::over(&Extra::new())
            .text("format", FORMAT)
            .value("version", VERSION.into())
            .value("editions", Value::Array(self.outlines.iter().map(group).collect()));
        ascii(compact(&fields.done()))
    }

    /// Reads a kept text. Fields that this version does not know are left out.
    ///
    /// # Errors
    /// [`Unread`] where it is damaged, or from a newer version of this page.
    pub fn read(text: &str) -> Result<Self, Unread> {
        let fields: Extra = serde_json::from_str(text).map_err(|_| Unread::Broken)?;
        if fields.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(Unread::Broken);
        }
        match fields.get("version").and_then(Value::as_u64) {
            Some(VERSION) => {}
            Some(version) if version > VERSION => return Err(Unread::Newer),
            _ => return Err(Unread::Broken),
        }
        let mut fields = Fields::of(fields);
        let groups = fields.required_list("editions", group);
        let groups = fields.finish(groups).map_err(|_| Unread::Broken)?;
        let mut homes = Self::default();
        for (edition, outline, summaries) in groups {
            for mut summary in summaries {
                summary.edition.clone_from(&edition);
                homes.put(summary);
            }
            homes.outlines.insert(edition, outline);
        }
        Ok(homes)
    }
}

fn write_part(part: &OutlinePart) -> Extra {
    Writing::over(&Extra::new())
        .value("number", part.number.into())
        .text("title", &part.title)
        .list("items", &part.items, |(id, question)| {
            Writing::over(&Extra::new()).text("id", &id.0).text("question", question).done()
        })
        .done()
}

/// What there is none of is left out: there may be a thousand of them.
fn write_summary(summary: &Summary) -> Extra {
    let Summary { origin, reviewed, .. } = summary;
    let text = |text: &str| (!text.is_empty()).then(|| Value::String(text.into()));
    let count = |count: usize| (count > 0).then(|| Value::from(count));
    let due: Vec<Value> = summary.due.iter().map(|day| Value::String(day.to_string())).collect();
    Writing::over(&Extra::new())
        .text("id", &summary.id.0)
        .text("name", &summary.name)
        .maybe("ods", text(&summary.ods_code))
        .text("standings", &summary.standings.iter().copied().map(letter).collect::<String>())
        .maybe("findings", count(summary.findings))
        .maybe("open", count(summary.open))
        .maybe("due", (!due.is_empty()).then_some(Value::Array(due)))
        .maybe("example", summary.example.map(|day| Value::String(day.to_string())))
        .text("edited_at", &summary.edited_at.to_string())
        .maybe("reviewed_by", reviewed.as_ref().and_then(|reviewed| text(&reviewed.by)))
        .maybe("reviewed_at", reviewed.as_ref().map(|reviewed| Value::String(reviewed.at.to_string())))
        .maybe("changed", reviewed.as_ref().and_then(|reviewed| count(reviewed.changed)))
        .text("file", &origin.file)
        .maybe("size", count(origin.size))
        .text("code", &origin.check_code)
        .maybe("altered", origin.altered.then_some(Value::Bool(true)))
        .text("read_on", &origin.read_on.to_string())
        .done()
}

fn group(mut fields: Fields) -> Result<Group, WrongField> {
    let edition = fields.text("edition");
    let outline = Outline { year: fields.text_or_empty("year"), parts: fields.required_list("parts", part) };
    let homes = fields.required_list("homes", summary);
    fields.finish((edition, outline, homes))
}

fn part(mut fields: Fields) -> Result<OutlinePart, WrongField> {
    let part = OutlinePart {
        number: fields.number("number"),
        title: fields.text_or_empty("title"),
        items: fields.required_list("items", item),
    };
    fields.finish(part)
}

fn item(mut fields: Fields) -> Result<(ItemId, String), WrongField> {
    let id = fields.parsed("id", "a number such as 1.2.3", ItemId::parse, ItemId::default());
    let question = fields.text_or_empty("question");
    fields.finish((id, question))
}

fn summary(mut fields: Fields) -> Result<Summary, WrongField> {
    let (by, changed) = (fields.text_or_empty("reviewed_by"), fields.count("changed"));
    let at = fields.optional("reviewed_at", TIME, Timestamp::parse);
    let some_day = Timestamp::default().date();
    let summary = Summary {
        id: fields.parsed("id", IDENTIFIER, Id::parse, Id::default()),
        name: fields.text("name"),
        ods_code: fields.text_or_empty("ods"),
        // That of the group that it is in.
        edition: String::new(),
        standings: fields.parsed("standings", "a letter for each item", standings, Vec::new()),
        findings: fields.count("findings"),
        open: fields.count("open"),
        due: fields.texts("due", DAY, Date::parse),
        example: fields.optional("example", DAY, Date::parse),
        edited_at: fields.parsed("edited_at", TIME, Timestamp::parse, Timestamp::default()),
        reviewed: at.map(|at| Reviewed { by, at, changed }),
        origin: Origin {
            file: fields.text("file"),
            size: fields.count("size"),
            check_code: fields.text("code"),
            altered: fields.flag("altered"),
            read_on: fields.parsed("read_on", DAY, Date::parse, some_day),
        },
    };
    fields.finish(summary)
}
