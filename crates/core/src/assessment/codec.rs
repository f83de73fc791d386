//! How an assessment is spelled in JSON.

use super::{
    Action, Assessment, Date, Evidence, Id, Judgement, Organisation, Priority, Response, Review, Timestamp,
    Verdict,
    interview::{Given, Told},
};
use crate::catalogue::ItemId;
use crate::json::{Extra, Fields, Writing, WrongField};
use serde_json::Value;

const TIME: &str = "a time such as 2026-11-30T14:02:00Z";
const DATE: &str = "a date such as 2026-11-30";

const IDENTIFIER: &str = "an identifier of letters and digits";

fn id(fields: &mut Fields) -> Id {
    fields.parsed("id", IDENTIFIER, Id::parse, Id::default())
}

fn time(fields: &mut Fields, field: &str) -> Timestamp {
    fields.parsed(field, TIME, Timestamp::parse, Timestamp::default())
}

fn date(fields: &mut Fields, field: &str) -> Option<Date> {
    fields.optional(field, DATE, Date::parse)
}

/// A file may list them in any order.
fn in_order(interview: Vec<Given>) -> Vec<Given> {
    let mut ordered: Vec<Given> = Vec::new();
    for given in interview {
        let place = ordered.partition_point(|other| other.question <= given.question);
        ordered.insert(place, given);
    }
    ordered
}

impl Assessment {
    /// Reads everything but the responses, which stay in `fields`: they are read one by one, so that an error can say
    /// in which item it is.
    ///
    /// # Errors
    /// [`WrongField`] for the first field that does not have its form.
    pub fn read(mut fields: Fields) -> Result<(Self, Vec<Value>), WrongField> {
        let responses = fields.values("responses");
        let assessment = Self {
            id: id(&mut fields),
            organisation: fields.object("organisation", Organisation::read),
            created_at: time(&mut fields, "created_at"),
            edited_at: time(&mut fields, "edited_at"),
            example: date(&mut fields, "example"),
            sheet_of: fields.optional("sheet_of", IDENTIFIER, Id::parse),
            interview: in_order(fields.list("interview", Given::read)),
            responses: Vec::new(),
            extra: fields.rest(),
        };
        let asked: Vec<&str> = assessment.interview.iter().map(|given| given.question.as_str()).collect();
        fields.different("interview.question", &asked);
        fields.finish((assessment, responses))
    }

    #[must_use]
    pub fn write(&self) -> Extra {
        let interview = self.interview.iter().map(|given| Value::Object(given.write())).collect();
        let interview = Some(Value::Array(interview)).filter(|_| !self.interview.is_empty());
        Writing::over(&self.extra)
            .text("id", &self.id.0)
            .value("organisation", Value::Object(self.organisation.write()))
            .text("created_at", &self.created_at.to_string())
            .text("edited_at", &self.edited_at.to_string())
            .maybe("example", self.example.map(|day| Value::String(day.to_string())))
            .maybe("sheet_of", self.sheet_of.as_ref().map(|id| Value::String(id.0.clone())))
            .maybe("interview", interview)
            .list("responses", &self.responses, Response::write)
            .done()
    }
}

impl Organisation {
    fn read(mut fields: Fields) -> Result<Self, WrongField> {
        let value = Self {
            name: fields.text("name"),
            ods_code: fields.text_or_empty("ods_code"),
            renamed_at: fields.optional("renamed_at", TIME, Timestamp::parse),
            extra: fields.rest(),
        };
        fields.finish(value)
    }

    pub(super) fn write(&self) -> Extra {
        let renamed_at = self.renamed_at.map(|at| Value::String(at.to_string()));
        Writing::over(&self.extra)
            .text("name", &self.name)
            .text("ods_code", &self.ods_code)
            .maybe("renamed_at", renamed_at)
            .done()
    }
}

impl Given {
    fn read(mut fields: Fields) -> Result<Self, WrongField> {
        let value = Self {
            question: fields.text("question"),
            answer: fields.optional("answer", "Yes, No or NotSure", Told::parse),
            answered_at: time(&mut fields, "answered_at"),
            extra: fields.rest(),
        };
        fields.finish(value)
    }

    pub(super) fn write(&self) -> Extra {
        Writing::over(&self.extra)
            .text("question", &self.question)
            .optional("answer", self.answer.map(|answer| answer.name().into()))
            .text("answered_at", &self.answered_at.to_string())
            .done()
    }
}

impl Response {
    /// Reads one response.
    ///
    /// # Errors
    /// [`WrongField`] for the first field that does not have its form.
    pub fn read(mut fields: Fields) -> Result<Self, WrongField> {
        let value = Self {
            item: ItemId(fields.text("item")),
            judgement: fields.optional("judgement", "Met, NotYet or NotApplicable", Judgement::parse),
            answer: fields.text_or_empty("answer"),
            evidence: fields.list("evidence", Evidence::read),
            comments: fields.text_or_empty("comments"),
            not_applicable_reason: fields.text_or_empty("not_applicable_reason"),
            suggested: fields.flag("suggested"),
            entered: fields.optional_text("entered"),
            actions: fields.list("actions", Action::read),
            reviews: fields.list("reviews", Review::read),
            edited_at: time(&mut fields, "edited_at"),
            extra: fields.rest(),
        };
        let ids: [(&str, Vec<&Id>); 3] = [
            ("evidence.id", value.evidence.iter().map(|evidence| &evidence.id).collect()),
            ("actions.id", value.actions.iter().map(|action| &action.id).collect()),
            ("reviews.id", value.reviews.iter().map(|review| &review.id).collect()),
        ];
        for (field, ids) in ids {
            fields.different(field, &ids.into_iter().map(Id::as_str).collect::<Vec<_>>());
        }
        fields.finish(value)
    }

    #[must_use]
    pub fn write(&self) -> Extra {
        Writing::over(&self.extra)
            .text("item", &self.item.0)
            .optional("judgement", self.judgement.map(|judgement| judgement.name().into()))
            .text("answer", &self.answer)
            .list("evidence", &self.evidence, Evidence::write)
            .text("comments", &self.comments)
            .text("not_applicable_reason", &self.not_applicable_reason)
            .maybe("suggested", self.suggested.then_some(Value::Bool(true)))
            .maybe("entered", self.entered.clone().map(Value::String))
            .list("actions", &self.actions, Action::write)
            .list("reviews", &self.reviews, Review::write)
            .text("edited_at", &self.edited_at.to_string())
            .done()
    }
}

impl Evidence {
    fn read(mut fields: Fields) -> Result<Self, WrongField> {
        let value = Self {
            id: id(&mut fields),
            title: fields.text_or_empty("title"),
            location: fields.text_or_empty("location"),
            approved_on: date(&mut fields, "approved_on"),
            extra: fields.rest(),
        };
        fields.finish(value)
    }

    fn write(&self) -> Extra {
        Writing::over(&self.extra)
            .text("id", &self.id.0)
            .text("title", &self.title)
            .text("location", &self.location)
            .optional("approved_on", self.approved_on.map(|day| day.to_string()))
            .done()
    }
}

impl Action {
    fn read(mut fields: Fields) -> Result<Self, WrongField> {
        let value = Self {
            id: id(&mut fields),
            what: fields.text_or_empty("what"),
            owner: fields.text_or_empty("owner"),
            due: date(&mut fields, "due"),
            priority: fields.optional("priority", "High, Medium or Low", Priority::parse),
            done: fields.flag("done"),
            done_on: date(&mut fields, "done_on"),
            extra: fields.rest(),
        };
        fields.finish(value)
    }

    fn write(&self) -> Extra {
        Writing::over(&self.extra)
            .text("id", &self.id.0)
            .text("what", &self.what)
            .text("owner", &self.owner)
            .optional("due", self.due.map(|day| day.to_string()))
            .optional("priority", self.priority.map(|priority| priority.name().into()))
            .flag("done", self.done)
            .maybe("done_on", self.done_on.map(|day| Value::String(day.to_string())))
            .done()
    }
}

impl Review {
    fn read(mut fields: Fields) -> Result<Self, WrongField> {
        let value = Self {
            id: id(&mut fields),
            reviewer: fields.text("reviewer"),
            verdict: fields.optional("verdict", "Agreed, Question or NotAgreed", Verdict::parse),
            comments: fields.text_or_empty("comments"),
            reviewed_at: time(&mut fields, "reviewed_at"),
            extra: fields.rest(),
        };
        fields.finish(value)
    }

    fn write(&self) -> Extra {
        Writing::over(&self.extra)
            .text("id", &self.id.0)
            .text("reviewer", &self.reviewer)
            .optional("verdict", self.verdict.map(|verdict| verdict.name().into()))
            .text("comments", &self.comments)
            .text("reviewed_at", &self.reviewed_at.to_string())
            .done()
    }
}
