//! What the form of an assessment asks for beyond what serde derives.

use super::{Assessment, Response};
use crate::catalogue::ItemId;
use crate::json::{Extra, WrongField, different, from_object, to_object};

/// Why an assessment cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssessmentError {
    Field(WrongField),
    /// Something in the response to this item.
    Response(String, WrongField),
    /// Two responses to one item.
    Twice(ItemId),
}

impl From<WrongField> for AssessmentError {
    fn from(wrong: WrongField) -> Self {
        Self::Field(wrong)
    }
}

impl Assessment {
    /// Reads an assessment. A file may list responses and answers of the interview in any order.
    ///
    /// # Errors
    /// The first thing that does not have its form.
    pub fn read(fields: &Extra) -> Result<Self, AssessmentError> {
        let mut assessment: Self = from_object(fields).map_err(|wrong| in_its_response(wrong, fields))?;
        assessment.interview.sort_by(|one, other| one.question.cmp(&other.question));
        different("interview.question", assessment.interview.iter().map(|given| given.question.as_str()))?;
        assessment.responses.sort_by(|one, other| one.item.cmp(&other.item));
        let next = assessment.responses.iter().skip(1);
        if let Some((twice, _)) =
            assessment.responses.iter().zip(next).find(|(one, next)| one.item == next.item)
        {
            return Err(AssessmentError::Twice(twice.item.clone()));
        }
        for response in &assessment.responses {
            response.check().map_err(|wrong| AssessmentError::Response(response.item.0.clone(), wrong))?;
        }
        Ok(assessment)
    }

    #[must_use]
    pub fn write(&self) -> Extra {
        to_object(self)
    }
}

/// Says of what is wrong in a response which item it answers.
fn in_its_response(mut wrong: WrongField, fields: &Extra) -> AssessmentError {
    let Some(field) = wrong.field.strip_prefix("responses.").map(str::to_owned) else { return wrong.into() };
    let response = fields.get("responses").zip(wrong.index).and_then(|(all, index)| all.get(index));
    let item = response.and_then(|response| response.get("item")?.as_str()).unwrap_or("?").to_owned();
    wrong.field = field;
    AssessmentError::Response(item, wrong)
}

impl Response {
    /// Reads one response.
    ///
    /// # Errors
    /// [`WrongField`] for the first field that does not have its form.
    pub fn read(fields: &Extra) -> Result<Self, WrongField> {
        let response: Self = from_object(fields)?;
        response.check().map(|()| response)
    }

    #[must_use]
    pub fn write(&self) -> Extra {
        to_object(self)
    }

    /// Whether what has an identifier has one of its own.
    #[must_use]
    pub fn has_own_ids(&self) -> bool {
        self.check().is_ok()
    }

    fn check(&self) -> Result<(), WrongField> {
        different("evidence.id", self.evidence.iter().map(|evidence| evidence.id.as_str()))?;
        different("actions.id", self.actions.iter().map(|action| action.id.as_str()))?;
        different("reviews.id", self.reviews.iter().map(|review| review.id.as_str()))
    }
}
