//! Reading and writing assessments, with the checks that serde does not derive.

use super::{Assessment, Response};
use crate::catalogue::ItemId;
use crate::json::{Extra, WrongField, compact, different, from_object, from_text, to_object};
use crate::sorting::sort_by;

/// The reason why an assessment cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssessmentError {
    /// A field of the assessment does not have the expected form.
    Field(WrongField),
    /// A field of a response does not have the expected form. The text is the number of the item, or `?` if it is not
    /// known.
    Response(String, WrongField),
    /// The assessment holds more than one response to this item.
    Twice(ItemId),
}

impl From<WrongField> for AssessmentError {
    fn from(wrong: WrongField) -> Self {
        Self::Field(wrong)
    }
}

impl Assessment {
    /// Reads an assessment from its JSON fields. They may list the responses and the answers to the interview in any
    /// order.
    ///
    /// # Errors
    /// [`AssessmentError`] for the first thing that does not have the expected form.
    pub fn read(fields: &Extra) -> Result<Self, AssessmentError> {
        Self::read_text(&compact(fields), fields)
    }

    /// As [`Self::read`], from the text of the fields, which takes a moment to write for a long assessment.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn read_text(text: &str, fields: &Extra) -> Result<Self, AssessmentError> {
        let mut assessment: Self = from_text(text).map_err(|wrong| in_its_response(wrong, fields))?;
        sort_by(&mut assessment.interview, |one, other| one.question.cmp(&other.question));
        different("interview.question", assessment.interview.iter().map(|given| given.question.as_str()))?;
        sort_by(&mut assessment.responses, |one, other| one.item.cmp(&other.item));
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

    /// Returns the assessment as JSON fields.
    #[must_use]
    pub fn write(&self) -> Extra {
        to_object(self)
    }
}

/// Adds the number of the item to an error that is in one of the responses. Any other error stays as it is.
fn in_its_response(mut wrong: WrongField, fields: &Extra) -> AssessmentError {
    let Some(field) = wrong.field.strip_prefix("responses.").map(str::to_owned) else { return wrong.into() };
    let response = fields.get("responses").zip(wrong.index).and_then(|(all, index)| all.get(index));
    let item = response.and_then(|response| response.get("item")?.as_str()).unwrap_or("?").to_owned();
    wrong.field = field;
    AssessmentError::Response(item, wrong)
}

impl Response {
    /// Reads one response from its JSON fields.
    ///
    /// # Errors
    /// [`WrongField`] for the first field that does not have the expected form.
    pub fn read(fields: &Extra) -> Result<Self, WrongField> {
        let response: Self = from_object(fields)?;
        response.check().map(|()| response)
    }

    /// Returns the response as JSON fields.
    #[must_use]
    pub fn write(&self) -> Extra {
        to_object(self)
    }

    /// Returns whether no two evidence entries, no two actions and no two reviews share an identifier.
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
